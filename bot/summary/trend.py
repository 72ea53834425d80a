"""The weeks loaded, side by side, with the limits drawn on the picture."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import cast

from bot.messages import summary as say
from bot.summary.content import Section, Trend, Week
from bot.summary.material import Material


def weeks(m: Material) -> tuple[Week, ...]:
    """One entry a loaded report, a week without refusals included."""
    counts = {str(row[0]): (cast(int, row[1]), cast(int, row[2])) for row in m.rows("weeks").rows}
    return tuple(
        Week(
            report_id=report_id,
            start=cast(date, report["period_start"]),
            refusals=counts.get(report_id, (0, 0))[0],
            standing=counts.get(report_id, (0, 0))[1],
            issued_nationwide=cast("int | None", report["issued_nationwide"]),
        )
        for report_id, report in sorted(m.reports.items())
    )


def trend(m: Material) -> Section | None:
    """The trend over all loaded reports; None for a single one, which has none."""
    found = weeks(m)
    if len(found) < 2:
        return None
    notes = [say.TREND_RESUMED] if m.resumed else []
    notes += m.limits_drawn()
    if any((after.start - before.start).days > 7 for before, after in pairwise(found)):
        notes.append(say.trend_gap())
    chart = Trend(
        key="trend",
        title=say.trend_title(len(found)),
        alt=say.trend_alt([(w.start, w.refusals, w.standing) for w in found]),
        weeks=found,
        notes=tuple(notes),
    )
    return Section(
        key="trend",
        title=say.SECTION_TITLES["trend"],
        sentences=(say.no_trend(m.resumed),),
        listings=(m.listing("weeks", say.trend_title(len(found)), shown=len(found)),),
        chart=chart,
    )
