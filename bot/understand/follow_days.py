"""Words of a fragment counted from the day asked about: "and the day before?", "the next day", "that whole week"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.query import Query
from bot.understand.dates import Days
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece, merged
from bot.understand.words import Sense

_NEXT = forms("follow_days", "next")
_PREVIOUS = forms("follow_days", "previous")
_WHOLE = forms("follow_days", "whole")
_POINTS = forms("follow_days", "points")
_WEEKS = forms("follow_days", "weeks")


def day_asked(last: Query) -> date | None:
    """The one day that the last plan is about, be it of refusal or of issue."""
    days = [f for f in last.filters if f.field in ("declined_on", "issued_on")]
    if len(days) != 1 or days[0].negated or days[0].op != "is" or len(days[0].values) != 1:
        return None
    value = days[0].values[0]
    return value if isinstance(value, date) else None


def near_day(draft: Draft, last: Query) -> None:
    """Put the day before or after the one asked about in place of the words for it."""
    day = day_asked(last)
    for at in draft.find("dimension:day") if day else ():
        start, stop, step = day_step(draft.pieces, at)
        if day is not None and step and _ends(draft.pieces, stop):
            other = day + timedelta(days=step)
            days = Days(other, other, "day")
            draft.pieces[start:stop] = [merged(draft.pieces[start:stop], Sense("date", "day", days))]
            return


def day_step(pieces: Sequence[Piece], at: int) -> tuple[int, int, int]:
    """Where words for a day beside another one start and stop, and whether it is -1 or 1 day off; 0 for no such."""
    if pieces[at].words not in ("day", "date"):
        return at, at, 0
    before = pieces[at - 1] if at else None
    if before is not None and before.words in (*_NEXT, *_PREVIOUS):
        return at - 1, at + 1, 1 if before.words in _NEXT else -1
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if after is None or after.gap or after.words not in ("before", "after", "earlier", "later"):
        return at, at, 0
    following = pieces[at + 2] if at + 2 < len(pieces) else None
    points = following is not None and following.words in ("that", "it", "this")
    return at, at + 2 + points, -1 if after.words in ("before", "earlier") else 1


def _ends(pieces: Sequence[Piece], stop: int) -> bool:
    """Whether nothing follows that the words could belong to ("the day before the report was posted")."""
    return all(p.has("padding") for p in pieces[stop:])


def its_week(draft: Draft, last: Query) -> str | None:
    """The report whose week holds the days that the last plan is about, be they one or several."""
    found = [f for f in last.filters if f.field == "declined_on"]
    if len(found) != 1 or found[0].negated or found[0].op not in ("is", "between"):
        return None
    days = [v for v in found[0].values if isinstance(v, date)]
    weeks = [r.id for r in draft.lexicon.reports if days and all(r.start <= day <= r.end for day in days)]
    return weeks[0] if len(weeks) == 1 else None


def whole_week(draft: Draft, last: Query, week: str | None) -> None:
    """Put a report in place of "that whole week", "the entire report", after a day of it.

    week: the report asked about, if it was one. Raises Stuck where the words point at no report, or leave open whether
    more than the week is meant: never all reports.
    """
    for at in draft.find("dimension:report", start=1) if not draft.has("measure:share") else ():
        whole = draft.pieces[at - 1]
        if draft.pieces[at].words not in _WEEKS or whole.words not in _WHOLE or draft.pieces[at].gap:
            continue
        points = at > 1 and draft.pieces[at - 2].words in _POINTS
        run = draft.pieces[at - 1 - points : at + 1]
        text = " ".join(p.text for p in run)
        if week is not None and len(last.filters) > 1:
            raise Stuck("all_of_what", text, ask=True, options=("week",))
        around = its_week(draft, last)
        if around is None:
            raise Stuck("no_context", text)
        draft.pieces[at - 1 - points : at + 1] = [merged(run, Sense("value", "report", (around,)))]
        return
