"""Ordinals with no noun that can only be reports: "the first report and the second", "how many in the third?"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.draft import Draft
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece
from bot.understand.reports import by_number, ordinal_numbers
from bot.understand.words import Sense

_ASKING = forms("ellipsis", "asking")
_AFTER_BARE = ("function", "conjunction", "time", "question", "cue", "compare", "measure:change", "negation")


def fold_bare(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """ "the first report and the second", "how many in the third?", "the last one": an ordinal with no noun."""
    named = any(p.has("value:report") for p in pieces)
    for at, piece in enumerate(pieces):
        key = next((s.key for s in piece.senses if s.kind == "ordinal"), "")
        if not (key.isdigit() or key in ("last", "before_last")) or not _stands_alone(pieces, at, named=named):
            continue
        numbers = ordinal_numbers([key], None, lexicon)
        if numbers is not None:
            pieces[at] = by_number([piece], numbers, lexicon)
    return pieces


def asks_who(pieces: list[Piece]) -> list[Piece]:
    """ "who had 20 or more refusals", at the start of a message: a question; "people who had convictions" is none."""
    at = next((k for k, p in enumerate(pieces) if not p.has("padding")), None)
    if at is None or pieces[at].words.split()[0] not in _ASKING:
        return pieces
    first, versus = pieces[at], any(p.has("conjunction:or", "compare:versus") for p in pieces)
    rows = at + 1 < len(pieces) and pieces[at + 1].has("subject:refusal")
    if first.has("function:that") and len(first.words.split()) == 2:
        pieces[at] = first.narrowed(Sense("question", first.words.split()[0]))
    elif first.words == "who had the most" and rows and not versus:
        pieces[at] = first.narrowed(Sense("question", first.words.split()[0]), Sense("order", "most"))
    return pieces


def whatever(draft: Draft) -> None:
    """ "DUI regardless of conviction": no condition, said aloud."""
    for at in draft.find("fragment:whatever"):
        following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
        if following is not None and following.has("disposition", "dimension") and not following.gap:
            for k in (at, at + 1):
                draft.pieces[k] = draft.pieces[k].narrowed(Sense("padding", "whatever"))


def _stands_alone(pieces: Sequence[Piece], at: int, *, named: bool) -> bool:
    """Whether an ordinal has nothing to belong to but a report: "in the third", "against last" beside a report."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is not None and not following.gap and following.words == "one":
        following = pieces[at + 2] if at + 2 < len(pieces) else None
    if following is not None and not following.gap and not following.has(*_AFTER_BARE):
        return False
    owners = ("order", "subject", "noun", "dimension", "unit", "date", "place")
    if following is not None and not following.gap and following.has(*owners):
        return False
    before = pieces[at - 1] if at else None
    if before is None or (before.words not in ("the", "to", "and") and not before.has("compare:versus")):
        return False
    lead = pieces[at - 2] if at > 1 and before.words == "the" else before
    if named:
        return lead.has("function:preposition", "time", "compare:versus", "conjunction:and", "cue:nothing")
    return before.words == "the" and lead.words in ("in", "for")
