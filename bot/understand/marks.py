"""The last gate: words that change what is asked must have left their mark in the plan (`prompts/marks.yaml`).

Each rule of the grammar accounts for the words it uses, and now and then one takes a word for less than it says: "were
only Mexicans refused?" became a count of Mexicans with a "Yes" before it. A plan without the mark is not run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from bot.query import Place, Query
from bot.semantic import prompt_data
from bot.understand.aims import check_aim
from bot.understand.coverage import check_compared
from bot.understand.dims import FIELDS
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.lost_figures import check_figures
from bot.understand.lost_groups import check_groups
from bot.understand.lost_ranked import check_ranked
from bot.understand.lost_roles import check_roles
from bot.understand.lost_words import check_lost
from bot.understand.pieces import Piece

_QUIET = ("padding", "gloss", "remark", "passage:asked", "function:described")
_NAMES = (
    "place:mention",
    "value:facility",
    "value:offense",
    "value:policy",
    "value:aor",
    "value:citizenship",
    "date:range",
)
_EACH = forms("marks", "each")
_SURE = forms("marks", "sure")


class Rule(NamedTuple):
    """Phrases, and the marks of which one has to be in the plan."""

    phrases: tuple[tuple[str, ...], ...]
    marks: frozenset[str]
    firsts: frozenset[str]
    """The words that the phrases begin with."""


class Said(NamedTuple):
    """A word of the question and the piece it stands in."""

    word: str
    piece: Piece


def check_marks(query: Query, draft: Draft) -> None:
    """Raises Stuck for the first word whose mark the plan lacks."""
    said = [Said(w, p) for p in draft.pieces if not p.has(*_NAMES, *_QUIET) for w in p.words.split()]
    have = marks(query)
    firsts = {s.word for s in said}
    for rule in rules():
        at = None if rule.firsts.isdisjoint(firsts) else _found(rule.phrases, said)
        if at is not None and have.isdisjoint(rule.marks):
            raise Stuck("unmarked", said[at].piece.text)
    _each_group(query, draft.pieces, have)
    _month_of_may(draft.pieces)
    _sure(query, said)
    _stated(query, draft.pieces)
    check_compared(query, draft)
    check_lost(query, draft)
    check_aim(query, draft)
    check_groups(query, draft)
    check_ranked(query, draft)
    check_figures(query, draft)
    check_roles(query, draft)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of the data file."""
    written = prompt_data("marks.yaml")
    return tuple(_rule([str(w).split() for w in r["words"]], r["any"]) for r in written)


def _rule(phrases: Sequence[Sequence[str]], any_of: Iterable[str]) -> Rule:
    return Rule(tuple(map(tuple, phrases)), frozenset(any_of), frozenset(words[0] for words in phrases))


def marks(query: Query) -> frozenset[str]:
    """What a plan holds, in the words of the data file.

    `by:X` a breakdown, `per:X` a statistic over groups, `field:X` a condition or measure of a field, `where:X` a
    condition, `subject:X` the rows counted, `town` a town's own entry, `stat:X` an average and the like; the rest as
    they are named.
    """
    measure = query.measure
    filters = [*query.filters, *measure.of, *(f for s in query.slices for f in s.filters)]
    found = {f"subject:{query.subject}", measure.kind, *(f"field:{f.field}" for f in filters)}
    found |= {f"where:{f.field}" for f in filters}
    found |= {f"by:{d.field}" for d in query.group_by} | {f"field:{field}" for field in measure.fields}
    found |= {"group"} if query.group_by else set()
    found |= {f"stat:{measure.stat}", "stat"} if measure.stat else set()
    found |= {f"per:{measure.per}"} if measure.per else set()
    found |= {f"field:{measure.field}"} if measure.field else set()
    found |= {"town"} if any(isinstance(v, Place) and v.city for f in filters for v in f.values) else set()
    found |= {"negated"} if any(f.negated for f in filters) or query.contrast == "except" else set()
    found |= {op for f in filters for op in ("missing",) if f.op == op}
    found |= {"bound"} if any(f.op in ("over", "under", "at_least", "at_most", "is") for f in filters) else set()
    said = ("slices", "contrast", "order", "limit", "having", "corrected", "claim", "yes_no", "leader")
    found |= {name for name in said if getattr(query, name)}
    found |= {"share"} if measure.kind == "rate" else set()
    found |= {f"contrast:{query.contrast}"}
    return frozenset(found)


def _found(phrases: Sequence[tuple[str, ...]], said: Sequence[Said]) -> int | None:
    words = [s.word for s in said]
    for phrase in phrases:
        for at in range(len(words) - len(phrase) + 1):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return at
    return None


def _each_group(query: Query, pieces: Sequence[Piece], have: frozenset[str]) -> None:
    """ "the top county in each report": what "each" stands before has to be a breakdown."""
    for piece, following in pairwise(pieces):
        key = next((s.key for s in following.senses if s.kind == "dimension"), None)
        if piece.words.split()[-1:] and piece.words.split()[-1] in _EACH and key in FIELDS and not following.gap:
            field = FIELDS[key][0]
            spread = {f"by:{field}", f"per:{field}", *_alike(field)}
            whole = field == "report" and (query.slices or query.subject == "reports" or not query.group_by)
            whole = whole or (field in ("place", "state") and _sides_are_places(query))
            if have.isdisjoint(spread) and not whole:
                raise Stuck("unmarked", f"{piece.text} {following.text}")


def _sides_are_places(query: Query) -> bool:
    """ "Maryland versus Colorado, percent of each state's": each side is one."""
    return bool(query.slices) and all({f.field for f in s.filters} <= {"place", "state"} for s in query.slices)


def _alike(field: str) -> Iterator[str]:
    """A week is a report, a year one of any date; a place is a county."""
    if field in ("report", "declined_on"):
        yield from ("by:report", "by:declined_on", "by:issued_on", "by:enacted", "per:report")
    if field in ("place", "county", "state"):
        yield from ("by:place", "by:county", "by:jurisdiction") if field != "state" else ("by:state",)


def _month_of_may(pieces: Sequence[Piece]) -> None:
    """ "harris may": a month, whatever the verb of that name does elsewhere."""
    for at, piece in enumerate(pieces):
        following: Any = pieces[at + 1] if at + 1 < len(pieces) else None
        last = following is None or following.gap or following.has("conjunction", "date", "function:preposition")
        if piece.words == "may" and not piece.has("date") and last:
            raise Stuck("unmarked", piece.text)


def _sure(query: Query, said: Sequence[Said]) -> None:
    """ "were only Mexicans refused?", "were all of them convicted?": no yes before a mere count."""
    if not query.yes_no or query.claim or query.leader or query.measure.kind not in ("count", "distinct", "total"):
        return
    for word, piece in said:
        if word in _SURE and not piece.has("cue:everything", "padding"):
            raise Stuck("unmarked", piece.text)


def _stated(query: Query, pieces: Sequence[Piece]) -> None:
    """ "so Denver refused only Mexicans?": a place, what it did and "only" are a claim, and no condition."""
    for place, verb, only in zip(pieces, pieces[1:], pieces[2:], strict=False):
        does = place.has("place:mention") and verb.has("subject:refusal") and not only.gap
        if does and only.words == "only" and query.claim is None:
            raise Stuck("verdict", only.text)
    if query.claim is None and pieces[0].words == "only":  # "only Maryland and Virginia refused in week 1?"
        verb = next((p for p in pieces[1:] if not p.has("place:mention", "conjunction", "function")), pieces[0])
        if pieces[1:] and pieces[1].has("place:mention") and verb.has("subject:refusal") and verb.words.endswith("ed"):
            raise Stuck("verdict", pieces[0].text)
