"""Dates against what is loaded: a week, month or year outside the reports is no zero, and part of one is said."""

from __future__ import annotations

from datetime import date

from bot.messages import understand as say
from bot.periods import covered, days_in, reach, touched
from bot.query import Query
from bot.understand.draft import Draft, Stuck


def check_dates(draft: Draft) -> None:
    """Raise Stuck for refusal dates that no report covers; note those that reach beyond. Issue dates may be any."""
    reports = draft.lexicon.reports
    if not reports:
        raise Stuck("nothing_loaded")
    _weeks_apart(draft)
    runs = covered((r.start, r.end) for r in reports)
    first, last = runs[0][0], runs[-1][1]
    for cond in draft.conds:
        if cond.field == "issued_on":
            days = [v for v in cond.values if isinstance(v, date)]
            if days and min(days) > last and cond.op not in ("before", "until"):
                raise Stuck("not_loaded", draft.pieces[cond.at].text)
        if cond.field == "posted_on" and not _posting_known(draft):
            raise Stuck("posting_unknown", draft.pieces[cond.at].text)
        if cond.field != "declined_on":
            continue
        asked = reach(cond.op, [v for v in cond.values if isinstance(v, date)], first, last)
        known = touched(asked, runs)
        if not known:
            raise Stuck("not_loaded", draft.pieces[cond.at].text)
        if known < days_in(asked):
            draft.notes.append(say.partly_loaded(runs))


def check_compared(query: Query, draft: Draft) -> None:
    """Raise Stuck for a side of a comparison or a part of a share whose days no report covers: "2017 against 2016", "on
    detainers from before 2017" have no zero in them."""
    runs = covered((r.start, r.end) for r in draft.lexicon.reports)
    for part in (*(s.filters for s in query.slices), query.measure.of):
        for each in (f for f in part if f.field == "declined_on" and not f.negated):
            days = [v for v in each.values if isinstance(v, date)]
            if days and runs and not touched(reach(each.op, days, runs[0][0], runs[-1][1]), runs):
                raise Stuck("not_loaded", say.spelled(days[0], days[-1]))


def _posting_known(draft: Draft) -> bool:
    """Posting dates come from the index page, or a notice's own date: without them, none posted in May is no zero."""
    held = draft.lexicon.reports if draft.subject == "reports" else draft.lexicon.corrections
    return all(h.posted_on is not None for h in held)


def _weeks_apart(draft: Draft) -> None:
    """Raise Stuck for a report and days outside its week ("the first report, i.e. Feb 4-10"): zero is no answer."""
    weeks = {r.id: (r.start, r.end) for r in draft.lexicon.reports}
    for cond in (c for c in draft.of("declined_on") if not c.negated and c.op in ("is", "between")):
        days = [v for v in cond.values if isinstance(v, date)]
        for other in (c for c in draft.of("report") if not c.negated):
            spans = [weeks[str(v)] for v in other.values if str(v) in weeks]
            if days and spans and not any(start <= days[-1] and days[0] <= end for start, end in spans):
                raise Stuck("contradiction", draft.pieces[cond.at].text)
