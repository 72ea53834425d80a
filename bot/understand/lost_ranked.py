"""A ranking that only says where to look: "how many Mexicans in the county with the most refusals".

A plan ranks by what it counts, so it named the county with the most Mexicans; of another county, that is no answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Query
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece

_RANKS = ("order:most", "order:fewest", "order:top", "order:bottom", "limit:top", "limit:fewest", "limit:rank")
_OF_ROWS = ("citizenship", "offense", "disposition", "facility", "issued_on", "days")
_PLACES = ("dimension:county", "dimension:state", "dimension:place", "dimension:facility", "dimension:where")
_JOINS = frozenset(forms("lost_ranked", "joins"))
_WORDED = ("subject:refusal", "noun:detainer", "noun:person")


def check_ranked(query: Query, draft: Draft) -> None:
    """Raises Stuck where what is asked of the group is not what ranks it."""
    if query.order not in ("most", "fewest") or query.leader is not None or query.each is not None or query.slices:
        return
    fixed = {f.field for f in query.filters if f.op == "is" and not f.negated} & set(_OF_ROWS)
    common = next((p for p in draft.pieces if p.has("order:common")), None)
    if common is not None and len(query.group_by) > 1 and any(d.field in fixed for d in query.group_by):
        raise Stuck("unaccounted", common.text)  # "in which county was DUI the most common offense"
    for at, piece in enumerate(draft.pieces):
        if piece.used.startswith("dimension"):
            place = _place_said(draft.pieces, at)
            if place is not None and (_asks_of_it(query, draft.pieces, at, *place) or _alone(draft, place[0])):
                raise Stuck("two_questions", piece.text)


def _place_said(pieces: Sequence[Piece], at: int) -> tuple[int, int] | None:
    """Where "in the top county", "in the county with the most refusals" begins, and the rank in it."""
    start = at
    while start and not pieces[start].gap and pieces[start - 1].has("function:article", *_RANKS, "number"):
        start -= 1
    if start == 0 or pieces[start].gap:
        return None
    before = pieces[start - 1]
    words = before.words.split()
    joined = (len(words) > 1 and before.has("cue:what_about")) or (before.has("question:which") and "of" in words)
    if not before.has("function:preposition") and not joined:
        return None  # "and in the top county", "which of the top 5" are of one piece
    rank = next((k for k in range(start, at) if pieces[k].has(*_RANKS)), None)
    if rank is None and at + 1 < len(pieces) and pieces[at + 1].has("function:that", "function:preposition"):
        behind = range(at + 2, min(at + 6, len(pieces)))
        rank = next((k for k in behind if pieces[k].has(*_RANKS)), None)
        if rank is not None and any(p.gap or p.has("place", "dimension") for p in pieces[at + 1 : rank]):
            return None
    return (start - 1, rank) if rank is not None else None


def _asks_of_it(query: Query, pieces: Sequence[Piece], at: int, start: int, rank: int) -> bool:
    """Whether more than the ranked figure itself is asked of the group at a position."""
    fields = {*_OF_ROWS} if pieces[at].has(*_PLACES) else {*_OF_ROWS, "place", "state"}
    stop = next((k for k in range(rank + 1, len(pieces)) if pieces[k].gap or pieces[k].has("measure:count")), None)
    if rank < at and at + 1 < len(pieces):
        stop = at + 1  # "in the top 5 counties"
    inside = {_field(p) for p in pieces[start:stop]} & fields
    conditions = {f.field for f in (*query.filters, *query.measure.of)} & fields
    outside = pieces[:start] if stop is None else [*pieces[:start], *pieces[stop:]]
    apart = {_field(p) for p in outside} & fields
    named = any(p.has(*_WORDED) for p in outside)
    other = query.measure.kind not in ("count", "share", "total") or len(query.group_by) > 1
    return bool(other or conditions - inside or (inside and not apart and named))


def _alone(draft: Draft, start: int) -> bool:
    """ "in the state with the most refusals, which county leads": the first half asks nothing by itself."""
    before = draft.pieces[:start]
    return not draft.follow_up and all(p.has("padding", "conjunction") for p in before)


def _field(piece: Piece) -> str:
    return piece.used.removeprefix("filter:") if piece.used.startswith("filter:") else ""
