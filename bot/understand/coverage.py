"""Dates against what is loaded: a week, month or year outside the reports is no zero, and part of one is said."""

from __future__ import annotations

from datetime import date

from bot.messages import understand as say
from bot.understand.draft import Cond, Draft, Stuck


def check_dates(draft: Draft) -> None:
    """Raise Stuck for refusal dates that no report covers; note those that reach beyond. Issue dates may be any."""
    reports = draft.lexicon.reports
    if not reports:
        raise Stuck("nothing_loaded")
    _weeks_apart(draft)
    first, last = reports[0].start, reports[-1].end
    for cond in draft.conds:
        if cond.field == "issued_on":
            days = [v for v in cond.values if isinstance(v, date)]
            if days and min(days) > last and cond.op not in ("before", "until"):
                raise Stuck("not_loaded", draft.pieces[cond.at].text)
        if cond.field == "posted_on" and not _posting_known(draft):
            raise Stuck("posting_unknown", draft.pieces[cond.at].text)
        if cond.field != "declined_on":
            continue
        start, end = _reach(cond, first, last)
        if end < first or start > last or start > end:
            raise Stuck("not_loaded", draft.pieces[cond.at].text)
        if start < first or end > last:
            draft.notes.append(say.partly_loaded(first, last))


def _posting_known(draft: Draft) -> bool:
    """Posting dates come from the index page, or a notice's own date: without them, none posted in May is no zero."""
    held = draft.lexicon.reports if draft.subject == "reports" else draft.lexicon.corrections
    return all(h.posted_on is not None for h in held)


def _reach(cond: Cond, first: date, last: date) -> tuple[date, date]:
    from datetime import timedelta

    days = [v for v in cond.values if isinstance(v, date)]
    one = timedelta(days=1)
    return {
        "is": (days[0], days[-1]),
        "between": (days[0], days[-1]),
        "before": (first, days[0] - one),
        "until": (first, days[0]),
        "after": (days[0] + one, last),
        "since": (days[0], last),
    }[cond.op]


def _weeks_apart(draft: Draft) -> None:
    """Raise Stuck for a report and days outside its week ("the first report, i.e. Feb 4-10"): zero is no answer."""
    weeks = {r.id: (r.start, r.end) for r in draft.lexicon.reports}
    for cond in (c for c in draft.of("declined_on") if not c.negated and c.op in ("is", "between")):
        days = [v for v in cond.values if isinstance(v, date)]
        for other in (c for c in draft.of("report") if not c.negated):
            spans = [weeks[str(v)] for v in other.values if str(v) in weeks]
            if days and spans and not any(start <= days[-1] and days[0] <= end for start, end in spans):
                raise Stuck("contradiction", draft.pieces[cond.at].text)
