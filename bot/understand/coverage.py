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
