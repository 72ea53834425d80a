"""Numbers that ask for nothing: they repeat what the reports state ("the 3,083 detainers", "Franklin County's 5")."""

from __future__ import annotations

from bot.query import Place
from bot.understand.draft import Draft
from bot.understand.pieces import numeral

_FOLLOWS = ("noun", "subject", "cue:anaphor", "function", "padding", "cue:supposed")


def stated_number(draft: Draft, at: int) -> bool:
    """Whether the piece is a number that only repeats a stated figure: none that a word makes a bound or limit."""
    piece = draft.pieces[at]
    if not piece.has("number") or piece.has("limit", "date", "value"):
        return False
    number = numeral(piece)
    if _counts_the_listed(draft, at):
        return True
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    if following is not None and not following.gap and not following.has(*_FOLLOWS):
        return False
    return number is not None and number in _stated(draft)


def _counts_the_listed(draft: Draft, at: int) -> bool:
    """ "the ten jurisdictions in the table": all of Section I of the one report named, when it lists so many."""
    reports = {str(v) for c in draft.of("report") if not c.negated for v in c.values}
    if len(reports) != 1 or draft.of("place", "state", "county", "withdrawn") or not 0 < at < len(draft.pieces) - 1:
        return False
    before, after = draft.pieces[at - 1], draft.pieces[at + 1]
    named = before.words == "the" and after.has("dimension:place", "dimension:county") and not after.gap
    listed = sum(e.report in reports for e in draft.lexicon.issued)
    return named and draft.subject == "issued" and numeral(draft.pieces[at]) == listed


def _stated(draft: Draft) -> set[float]:
    lexicon = draft.lexicon
    named = [str(v) for c in draft.of("report") for v in c.values] or [r.id for r in lexicon.reports]
    reports = {n for r in lexicon.reports if r.id in named for n in (r.issued_nationwide, r.declined_stated)}
    found = {float(n) for n in reports if n is not None}
    places = [v for c in draft.of("place") for v in c.values if isinstance(v, Place)]
    if draft.subject == "corrections" and places:
        found |= {float(number) for number in (*lexicon.issued_at(places), lexicon.rows_at(places))}
    return found
