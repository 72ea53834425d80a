""" "On Tuesdays", "on weekends": the days of that name in the weeks that are loaded."""

from __future__ import annotations

from datetime import timedelta

from bot.understand.draft import Cond, Draft, Stuck
from ingest.vocabulary.dates import WEEKDAYS

_WEEKEND = (5, 6)


def add_weekdays(draft: Draft, at: int) -> None:
    """The refusals of those days. Raises Stuck beside dates of issue, which reach years back."""
    piece = draft.pieces[at]
    if draft.subject != "refusals" or draft.has("subject:issued", "subject:posted", "dimension:day"):
        raise Stuck("other_data", piece.text)
    key = piece.sense("weekday").key
    wanted = _WEEKEND if key == "weekend" else (WEEKDAYS[key],)
    days = sorted(
        {
            day
            for report in draft.lexicon.reports
            for k in range((report.end - report.start).days + 1)
            if (day := report.start + timedelta(days=k)).weekday() in wanted
        }
    )
    draft.conds.append(Cond(at, "declined_on", "is", tuple(days), stop=at + 1))
    draft.use(at, "filter:date")
