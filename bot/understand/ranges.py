"""Ranges of months, years and reports: "2012 through 2015", "April to May", "from report 2 onwards"."""

from __future__ import annotations

from datetime import timedelta

from bot.understand.dates import Days
from bot.understand.draft import Draft
from bot.understand.pieces import Piece, merged, numeral
from bot.understand.words import Sense


def through(draft: Draft, at: int, days: Days) -> int | None:
    """Where the second month or year of a range stands, when position `at` follows the first; none without a range."""
    if at >= len(draft.pieces) or days.unit not in ("month", "year"):
        return None
    joined = draft.pieces[at].words in ("through", "to", "thru", "till", "until") and not draft.pieces[at].gap
    second = at + 1 if joined else at
    if second >= len(draft.pieces) or not draft.pieces[second].has(f"date:{days.unit}"):
        return None
    return second if joined or draft.pieces[second].gap == "-" else None


def onwards(draft: Draft, at: int) -> bool:
    """ "from report 2 onwards", "from week 3 on": whether the report at this position is where a range begins."""
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    if following is None or following.gap or not following.has("onward"):
        return False
    before = at - 1
    while before > 0 and draft.pieces[before].has("function:article") and not draft.pieces[before + 1].gap:
        before -= 1
    begins = before >= 0 and draft.pieces[before].words in ("from", "since", "starting", "starting from")
    ends = at + 2 == len(draft.pieces) or bool(draft.pieces[at + 2].gap)
    if following.words == "on" and not (begins and ends):
        return False  # "in week 2 on Monday"
    draft.use(at + 1, "filter:report")
    return True


_APART = ("compare", "measure:change", "measure:difference", "measure:times", "limit:times", "cue:new", "cue:nothing")


def all_between(draft: Draft, at: int, word: str) -> None:
    """ "between week 2 and 4", "from week 2 to week 4": the reports between them too, unless they are compared."""
    ids = [r.id for r in draft.lexicon.reports]
    cond, second = draft.conds[-1], at
    if len(cond.values) == 1:
        second = at + 2 + (at + 2 < len(draft.pieces) and draft.pieces[at + 2].has("function:article"))
    if draft.has(*_APART) or second >= len(draft.pieces) or not draft.pieces[second].has("value:report"):
        return
    joins = draft.pieces[at + 1] if second != at else None
    if joins is not None and not joins.has("conjunction:and" if word == "between" else "time:until"):
        return
    if joins is None and word != "between":
        return
    last = draft.pieces[second].value("value:report")
    if second == at and len(cond.values) != 2:
        return
    span = sorted((ids.index(str(cond.values[0])), ids.index(last[-1])))
    for k in range(at, second + 1):
        draft.use(k, "filter:report")
    cond.values, cond.stop = tuple(ids[span[0] : span[1] + 1]), second + 1


def next_day(run: list[Piece]) -> Piece | None:
    """ "the day before Feb 2", "the day after"."""
    days = run[2].value("date")
    if run[0].words != "day" or days.start is None:
        return None
    day = days.start + timedelta(days=-1 if run[1].has("time:before") else 1)
    return merged(run, Sense("date", "day", Days(day, day, "day")))


def days_of(run: list[Piece]) -> Piece | None:
    """ "the last three days of April", "the first day of May"."""
    month = run[-1].value("date")
    number = numeral(run[1])
    size = 1 if number is None else int(number)
    if month.start is None or not 1 <= size <= (month.end - month.start).days or run[-2].words not in ("of", "in"):
        return None
    if (size == 1) != (run[-3].words in ("day", "date")):
        return None
    wide = timedelta(days=size - 1)
    first = run[0].has("ordinal:1")
    start, end = (month.start, month.start + wide) if first else (month.end - wide, month.end)
    unit = "day" if size == 1 else "range"
    return merged(run, Sense("date", unit, Days(start, end, unit)))
