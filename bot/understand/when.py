"""Dates and reports as conditions: which date is meant, and whether before, since, between or on it."""

from __future__ import annotations

from datetime import date

from bot.messages import understand as say
from bot.query import FieldName, Op
from bot.understand.axes import axis_of
from bot.understand.bounds import SIGNS
from bot.understand.dates import Days
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.ranges import all_between, onwards, through
from bot.understand.report_dates import reports_of

_SECTIONS = {f"section {n}": "I" for n in ("i", "1", "one")} | {f"section {n}": "II" for n in ("ii", "2", "two")}
_TIME_OPS: dict[str, Op] = {"before": "before", "after": "after", "since": "since", "until": "until"}


def add_date(draft: Draft, at: int) -> int:
    """A date with the words before it: the axis (issued, declined, enacted) and how (before, since, between)."""
    days: Days = draft.pieces[at].value("date")
    if days.start is None:
        raise Stuck("no_such_date", draft.pieces[at].text)
    nxt = at + 1
    if (
        nxt < len(draft.pieces)
        and draft.pieces[nxt].has("date")
        and draft.pieces[nxt].gap in ("(", ",")
        and _same_days(draft, at, nxt)
    ):
        draft.use(nxt, "filter:date")  # "this year (2017)"
        nxt += 1
    op, start = _time_op(draft, at)
    _week_beside(draft, start, at)
    last = days
    if (
        op in ("between", "since")
        and (second := _range_second(draft, nxt)) is not None
        and (op == "between" or second[1])
    ):
        last, op = draft.pieces[second[0]].value("date"), "between"
        draft.use(second[0], "filter:date")
        for used in range(nxt, second[0]):
            draft.use(used, "filter:date")
        nxt = second[0] + 1
    elif op == "is" and (far := through(draft, nxt, days)) is not None:
        last, op = draft.pieces[far].value("date"), "between"
        for used in range(nxt, far + 1):
            draft.use(used, "filter:date")
        nxt = far + 1
    elif op == "between":
        op = _lone_from(draft, at, nxt, days) if draft.pieces[start].words == "from" else "is"
        nxt += op == "since" and nxt < len(draft.pieces) and draft.pieces[nxt].has("onward")
    following = draft.pieces[nxt] if nxt < len(draft.pieces) else None
    if following is not None and following.words == "and later" and _then_verb(draft, nxt + 1):
        draft.use(nxt, "conjunction")  # "issued in December 2016 and later refused": what came after, not since then
    elif op == "is" and following is not None and following.has("backward", "onward") and not following.gap:
        op = "until" if following.has("backward") else "since"
        draft.use(nxt, "filter:date")
        nxt += 1
    axis = axis_of(draft, at, nxt)
    while nxt < len(draft.pieces) and draft.pieces[nxt].has("time:inclusive"):
        draft.use(nxt, "filter:date")
        nxt += 1
    draft.use(at, "filter:date")
    draft.conds.append(_date_cond(draft, at, nxt, axis, op, days, last))
    return nxt


def _week_beside(draft: Draft, start: int, at: int) -> None:
    """Raise Stuck for "the week before Halloween", seven days or a report, and for "around July 4"."""
    before = [p for p in draft.pieces[max(0, at - 2) : at] if not p.has("function:article")][-1:]
    if before and before[0].words == "around":
        raise Stuck("unaccounted", before[0].text)
    week = draft.pieces[start - 1] if start and start < at else None
    asked = start > 1 and draft.pieces[start - 2].has("group:by", "question:which", "order")
    spans = draft.pieces[start].words == "of" and draft.pieces[at].has("date:range")  # says which
    if week is not None and week.words in ("week", "wk") and not draft.pieces[start].gap and not asked and not spans:
        raise Stuck("unaccounted", f"{week.text} {draft.pieces[start].text}")


def _then_verb(draft: Draft, at: int) -> bool:
    """Whether a verb follows, perhaps after "was" or "were"."""
    while at < len(draft.pieces) and draft.pieces[at].has("function:copula") and not draft.pieces[at].gap:
        at += 1
    return at < len(draft.pieces) and draft.pieces[at].has("subject") and not draft.pieces[at].gap


def _lone_from(draft: Draft, at: int, nxt: int, days: Days) -> str:
    """ "from January" is in January; "from Feb 1 on" is since; a bare "from Feb 1" can be either."""
    if days.unit != "day" or draft.pieces[at].has("forced:is"):
        return "is"
    if draft.pieces[at].has("forced:since"):
        return "since"
    if nxt < len(draft.pieces) and draft.pieces[nxt].has("onward") and not draft.pieces[nxt].gap:
        draft.use(nxt, "filter:date")
        return "since"
    raise Stuck("date_from", draft.pieces[at].text, ask=True)


def _same_days(draft: Draft, at: int, other: int) -> bool:
    return bool(draft.pieces[at].value("date") == draft.pieces[other].value("date"))


def _time_op(draft: Draft, at: int) -> tuple[str, int]:
    """The operator before a date ("is" when there is none) and where it stands."""
    k = at - 1
    while k >= 0 and draft.pieces[k].has("function:article") and not draft.pieces[k].has("time"):
        k -= 1
    if k < 0 or set(draft.pieces[k + 1].gap) & set(".;?!"):
        return "is", at
    piece = draft.pieces[k]
    text = piece.words
    if piece.text in SIGNS:
        draft.use(k, "date")
        return SIGNS[piece.text], k
    for key in ("before", "after", "since", "until", "between"):
        if piece.has(f"time:{key}"):
            if key in ("since", "until") and text in ("from", "by", "to", "up to", "ending"):
                if text == "from":
                    return "between", k
                if text == "by" and not piece.has("time:until"):
                    continue
            draft.use(k, "date")
            return key, k
    return "is", k


def _range_second(draft: Draft, at: int) -> tuple[int, bool] | None:
    """The second date of "between X and Y" / "from X to Y": its position, and whether "to" or the like joins it."""
    if (
        at + 1 < len(draft.pieces)
        and draft.pieces[at].has("conjunction:and", "time:until")
        and draft.pieces[at + 1].has("date")
    ):
        return at + 1, draft.pieces[at].has("time:until")
    return None


def _report_or_day(draft: Draft, at: int, days: Days) -> bool:
    """Whether a bare day is also what a report goes by, its first day: "the June 3 figures". "On June 3" is the day."""
    if days.unit != "day" or draft.pieces[at].has("forced") or draft.subject != "refusals":
        return False
    before = draft.pieces[at - 1].words if at and not draft.pieces[at].gap else ""
    return before not in ("on", "that day") and any(r.start == days.start for r in draft.lexicon.reports)


def _date_cond(draft: Draft, at: int, stop: int, axis: FieldName, op: str, days: Days, last: Days) -> Cond:
    start, end = days.start, last.end
    if start is None or end is None:
        raise Stuck("no_such_date", draft.pieces[at].text)
    if draft.subject == "corrections" and op == "is" and reports_of(days, draft.lexicon) and days.unit != "month":
        return _as_report(draft, at, stop, days)  # "still on the list of May 13-19": no correction is posted that soon
    if op in ("is", "between"):
        if axis == "declined_on" and op == "is" and _report_or_day(draft, at, days):
            raise Stuck("report_or_day", draft.pieces[at].text, ask=True)
        if axis == "declined_on" and draft.subject in ("issued", "reports", "policies", "caveats"):
            return _as_report(draft, at, stop, Days(start, end, days.unit if op == "is" else "range"))
        if start == end:
            return Cond(at, axis, "is", (start,), stop=stop)
        return Cond(at, axis, "between", (start, end), label=_date_label(draft, at, op, days), stop=stop)
    edge: dict[str, date | None] = {"before": days.start, "after": days.end, "since": days.start, "until": days.end}
    value = edge[op]
    if value is None:
        raise Stuck("no_such_date", draft.pieces[at].text)
    if axis == "declined_on" and draft.subject in ("issued", "reports"):
        raise Stuck("weekly_only", draft.pieces[at].text)
    return Cond(at, axis, _TIME_OPS[op], (value,), stop=stop)


def _date_label(draft: Draft, at: int, op: str, days: Days) -> str:
    return (
        say.month_or_year(days.start, days.unit) if op == "is" and days.unit in ("month", "year") and days.start else ""
    )


def _as_report(draft: Draft, at: int, stop: int, days: Days) -> Cond:
    """Sections I and III are by report: a date means the report of its week."""
    found = reports_of(days, draft.lexicon)
    if not found:
        loaded = draft.lexicon.reports
        outside = (
            not loaded
            or days.end is None
            or days.start is None
            or days.end < loaded[0].start
            or days.start > loaded[-1].end
        )
        raise Stuck("not_loaded" if outside else "weekly_only", draft.pieces[at].text)
    if days.unit in ("day", "month") and draft.subject == "issued":
        raise Stuck("weekly_only", draft.pieces[at].text)
    if days.unit == "year":
        found = [r.id for r in draft.lexicon.reports if days.start and days.end and days.start <= r.start <= days.end]
    return Cond(at, "report", "is", tuple(found), stop=stop)


def add_section(draft: Draft) -> None:
    """ "which Section II entries were withdrawn": corrections of one section."""
    for at in draft.find("subject:section_one", "subject:refusal"):
        section = _SECTIONS.get(draft.pieces[at].words.removeprefix("the "))
        if section and not draft.of("section"):
            draft.conds.append(Cond(at, "section", "is", (section,), stop=at + 1))
            draft.use(at, "filter:section")


def add_report(draft: Draft, at: int) -> None:
    """A report, or with a word of time before it those before, after, since or up to it, or from one to another."""
    ids = [r.id for r in draft.lexicon.reports]
    values = draft.pieces[at].value("value:report")
    op, k = _time_op(draft, at)
    first, last = ids.index(values[0]), ids.index(values[-1])
    onward = op in ("is", "between", "since") and onwards(draft, at)
    if onward:
        op = "since"
    span = {"before": (0, first), "after": (last + 1, len(ids)), "until": (0, last + 1), "since": (first, len(ids))}
    if op in span and not (op == "until" and _range_from(draft, k)):
        start, stop = span[op]
        if draft.pieces[k].has("function") and op in ("until", "since") and not onward:
            pass  # "to week 2" beside another week: the comparison decides
        elif start >= stop:
            raise Stuck("not_loaded", f"{draft.pieces[k].text} {draft.pieces[at].text}")
        else:
            values = tuple(ids[start:stop])
    draft.conds.append(Cond(at, "report", "is", values, stop=at + 1))
    draft.use(at, "filter:report")
    if op == "between" and draft.subject in ("refusals", "issued"):
        all_between(draft, at, draft.pieces[k].words)
    if (
        at
        and draft.subject == "policies"
        and draft.pieces[at - 1 - draft.pieces[at - 1].has("function:article")].has("undecided:as_of")
    ):
        draft.use_all("filter:report", "undecided:as_of")  # a policy stands in the report or not


def _range_from(draft: Draft, k: int) -> bool:
    """Whether "to week 3" ends "from week 1 to week 3"."""
    return k > 0 and draft.pieces[k - 1].has("value:report")
