"""The weekly summary, put together: `build(read)` for the newest report, `build(read, id)` for another."""

from __future__ import annotations

from datetime import date
from typing import cast

from bot.answer.answer import Source
from bot.messages import summary as say
from bot.summary import document, week
from bot.summary.content import Summary
from bot.summary.limits import caveats
from bot.summary.material import Material
from bot.summary.statements import Read
from bot.summary.trend import trend

_SECTIONS = (
    *(week.totals, week.disposition, week.places, week.offenses, week.citizenships, week.age),
    *(document.issued, document.policies, document.corrections, document.checks),
)


def build(read: Read, report_id: str | None = None, edition: str = "") -> Summary:
    """The summary of the newest loaded report, or the one named by the first day of its week.

    Raises NoReport when none is loaded or the named one is not, Unreadable when a statement cannot be run.
    """
    m = Material(read, report_id)
    sections = [make(m) for make in _SECTIONS]
    over_time = trend(m)
    counts = (m.count("refused", "refusals"), m.count("refused", "standing"))
    issued = cast("int | None", m.report["issued_nationwide"])
    return Summary(
        report_id=m.report_id,
        period_start=m.start,
        period_end=m.end,
        posted_on=cast("date | None", m.report["posted_on"]),
        previous=m.previous,
        title=say.title(m.start, m.end),
        headline=say.headline(m.start, m.end, counts, issued, week.change_text(m)),
        sections=(*sections[:-1], *([over_time] if over_time else []), sections[-1]),
        caveats=caveats(m),
        sources=_sources(m),
        edition=edition,
    )


def _sources(m: Material) -> tuple[Source, ...]:
    pages = [cast(int, row[0]) for row in m.rows("pages").rows if row[0] is not None]
    here = Source(report=m.report_id, pages=pages)
    return (here, Source(report=m.previous, pages=[])) if m.previous else (here,)
