"""The caveats of a summary: every limit its report states, then the desk's own where they bear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from bot.answer.answer import Caveat
from bot.messages import summary as say
from bot.summary.document import check_rows
from bot.summary.material import Material

_ORDER = (
    *("sample", "unreconciled", "correction", "disputed", "awareness", "issue_date", "resumed_issuing"),
    *("issued_not_declined", "charge_not_conviction", "policies_may_have_changed", "definition"),
)


def caveats(m: Material) -> tuple[Caveat, ...]:
    """One entry a topic, in the order a reader needs them; the report's own words where it has them."""
    found = {caveat.topic: caveat for caveat in reversed([*_stated(m), *_own(m)])}
    rank = {topic: place for place, topic in enumerate(_ORDER)}
    return tuple(sorted(found.values(), key=lambda caveat: (rank.get(caveat.topic, len(rank)), caveat.topic)))


def _stated(m: Material) -> Sequence[Caveat]:
    return [
        Caveat(
            topic=str(row["topic"]),
            text=str(row["text"]),
            report=m.report_id,
            section=str(row["section"]),
            page=cast("int | None", row["page"]),
        )
        for row in m.rows("caveats").records()
        if row["topic"]
    ]


def _own(m: Material) -> Sequence[Caveat]:
    own = [Caveat(topic="charge_not_conviction", text=say.CHARGE_NOT_CONVICTION)]
    if m.report["sample"]:
        own.append(Caveat(topic="sample", text=say.SAMPLE_LABEL))
    if failed := [row for row in check_rows(m) if not row[3]]:
        own.append(Caveat(topic="unreconciled", text=say.unreconciled([(n, s, r) for n, s, r, _ in failed])))
    if taken := [row for row in m.rows("corrections").records() if row["report_id"] in (m.report_id, m.previous)]:
        reports = sorted({m.week_of(str(row["report_id"])) for row in taken})
        own.append(Caveat(topic="correction", text=say.corrected(reports)))
    return own
