"""Words of breakdowns and rankings that a plan passes over: each of these was once answered with another figure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.query import Query
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece

_MAIN = forms("lost_figures", "main")
_OF_DATE = ("date:year", "date:month")
_ONE_SIDED = ("before", "since", "after", "until")


def check_figures(query: Query, draft: Draft) -> None:
    """Raises Stuck for the first of them."""
    _weekday(query, draft)
    _with_a_column(query, draft.pieces)
    _best_of_each(query, draft.pieces)
    _main_jail(query, draft.pieces)
    _month_of_issue(query, draft.pieces)
    _column_lost(query, draft.pieces)
    _around_a_place(draft.pieces)
    _in_two_weeks(query, draft.pieces)
    _bounded_twice(query, draft.pieces)


def _weekday(query: Query, draft: Draft) -> None:
    """ "the busiest day of the week" is a Tuesday, and no date; in a thread about one week it may be a date."""
    if all(d.bucket != "day" for d in query.group_by) or (draft.follow_up and any(_period(query))):
        return
    said = [p for p in draft.pieces if not p.has("function:article")]
    for day, of, week in zip(said, said[1:], said[2:], strict=False):
        if day.has("dimension:day") and of.words == "of" and week.has("dimension:report") and week.words == "week":
            raise Stuck("other_data", f"{day.text} {of.text} {week.text}")


def _period(query: Query) -> list[bool]:
    return [f.field == "report" and len(f.values) == 1 for f in query.filters]


def _with_a_column(query: Query, pieces: Sequence[Piece]) -> None:
    """ "how many with nationality": rows that state one, and not how many there are."""
    if query.measure.kind != "distinct":
        return
    for count, having, column in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if count.has("measure:count") and having.words in ("with", "having", "without") and column.has("dimension"):
            raise Stuck("unaccounted", f"{having.text} {column.text}")


def _best_of_each(query: Query, pieces: Sequence[Piece]) -> None:
    """ "the most by a county in one day": the greatest of all, and not each county's own."""
    if query.each is None:
        return
    for by, one, unit in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if by.has("function:preposition") and one.words in ("one", "a single", "any") and unit.has("dimension"):
            raise Stuck("unaccounted", f"{one.text} {unit.text}")


def _main_jail(query: Query, pieces: Sequence[Piece]) -> None:
    """ "main jail": one of that name, or the one with the most."""
    if query.order is None:
        return
    for main, jail in pairwise(pieces):
        if main.words in _MAIN and main.has("order") and jail.has("dimension:facility"):
            raise Stuck("unaccounted", f"{main.text} {jail.text}")


def _month_of_issue(query: Query, pieces: Sequence[Piece]) -> None:
    """ "by issue month in 2017": of the issue months, and no year of refusal, unless that is said."""
    if all(d.field != "issued_on" for d in query.group_by) or all(f.field != "declined_on" for f in query.filters):
        return
    for at, piece in enumerate(pieces):
        before = pieces[max(0, at - 3) : at]
        near = any(p.used.startswith("dimension:issue") for p in before)
        if near and piece.has(*_OF_DATE) and not any(p.has("subject:refusal") for p in before[1:]):
            raise Stuck("unaccounted", piece.text)


def _column_lost(query: Query, pieces: Sequence[Piece]) -> None:
    """ "county by week": a table of both, and not of the weeks alone."""
    content = [p for p in pieces if not p.has("padding", "function:article")]
    head = content[:3]
    if len(head) < 3 or not head[0].has("dimension") or not head[1].has("group:by") or not head[2].has("dimension"):
        return
    if len(query.group_by) < 2 and not query.slices and head[0].words != head[2].words:
        raise Stuck("unaccounted", head[0].text)


def _around_a_place(pieces: Sequence[Piece]) -> None:
    """ "the DC area" is more than the place; "Seattle area (King County)" says which county is meant."""
    named = [k for k, p in enumerate(pieces) if p.has("place:mention")]
    if len(named) == 1 and named[0] + 1 < len(pieces):
        following = pieces[named[0] + 1]
        if following.words == "area" and not following.gap and not following.used.startswith("dimension"):
            raise Stuck("unaccounted", f"{pieces[named[0]].text} {following.text}")


def _in_two_weeks(query: Query, pieces: Sequence[Piece]) -> None:
    """ "counties in week 1 and week 4": those in both, or in either."""
    if query.slices or query.measure.kind != "count" or [d.field for d in query.group_by] == ["report"]:
        return
    run = [p for p in pieces if not p.has("padding", "function:article")]
    if len(run) != 5 or not run[0].has("dimension") or not run[1].has("time:during"):
        return
    if run[2].has("value:report") and run[3].has("conjunction:and") and run[4].has("value:report"):
        raise Stuck("two_kinds", f"{run[2].text} {run[3].text} {run[4].text}")


def _bounded_twice(query: Query, pieces: Sequence[Piece]) -> None:
    """ "issued before 2016 before Oct 25": the second of two bounds from one side is of another day."""
    bounds = [(f.field, f.op) for f in query.filters if f.op in _ONE_SIDED]
    if len(set(bounds)) < len(bounds):
        raise Stuck("unaccounted", next(p.text for p in reversed(pieces) if p.has("date")))
