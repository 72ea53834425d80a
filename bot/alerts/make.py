"""From a document to its alert. Every figure comes from a checked statement or from the rows ingest compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.alerts import backing
from bot.alerts.changes import changed_most
from bot.alerts.content import Alert
from bot.alerts.documents import Document, Stated, corrections, row_changes
from bot.messages import alerts as say
from bot.messages import summary as say_summary
from bot.summary.backing import of_caveats
from bot.summary.build import build
from bot.summary.content import Summary
from bot.summary.statements import Read

if TYPE_CHECKING:
    import duckdb

_SHORT = ("sample", "disputed")
_CAVEATS = ("sample", "unreconciled", "correction", "resumed_issuing", "awareness", "issued_not_declined")


class Maker:
    """Makes alerts over one edition of the database. `announced`: documents that channels were told of before."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, read: Read, announced: list[str]) -> None:
        self.connection, self.read, self.announced = connection, read, announced
        self._summaries: dict[str, Summary] = {}

    def summary(self, report_id: str) -> Summary:
        """The summary of a report, made once."""
        if report_id not in self._summaries:
            self._summaries[report_id] = build(self.read, report_id)
        return self._summaries[report_id]

    def alert(self, document: Document) -> Alert | None:
        """The alert of a document; None for one that is nothing to tell of."""
        if document.what == "quiet":
            return None
        taken_back = tuple(corrections(self.connection, document.id, self.announced))
        if document.what == "correction":
            new = any(not stated.known for stated in taken_back)
            if document.kind == "index" and not new:  # the page only repeats what a notice said
                return None
            return self._correction(document, taken_back)
        return self._report(document, taken_back)

    def _report(self, document: Document, taken_back: tuple[Stated, ...]) -> Alert:
        report_id = str(document.report_id)
        summary = self.summary(report_id)
        week = say_summary.week(summary.period_start, summary.period_end)
        revised = document.what == "revision"
        rows = tuple(row_changes(self.connection, document.id)) if revised else ()
        changes = changed_most(self.read, report_id, summary.previous) if summary.previous else []
        new = tuple(stated for stated in taken_back if not stated.known)
        caveats = tuple(c for c in summary.caveats if c.topic in _CAVEATS)[:4]
        before = self._week(summary.previous) if summary.previous else ""
        return Alert(
            document=document,
            title=say.title_revised(week) if revised else say.title_new(week),
            text=say.revised(summary.headline, rows) if revised else say.new(summary.headline),
            report_id=report_id,
            changes=tuple(changes),
            rows=rows,
            taken_back=new,
            taken_from=self._weeks(new),
            caveats=caveats,
            backing=backing.of_report(summary, week, before).plus(
                backing.of_changes(changes),
                backing.of_rows(rows),
                backing.of_places(new, self._each_week(new), (), None),
                of_caveats(caveats),
            ),
        )

    def _correction(self, document: Document, taken_back: tuple[Stated, ...]) -> Alert:
        reports = sorted({stated.report_id for stated in taken_back})
        weeks = [self._week(report_id) for report_id in reports]
        newest = self._loaded(reports)
        caveats = tuple(c for c in (self.summary(newest).caveats if newest else ()) if c.topic in _SHORT)[:2]
        totals = {report_id: self._totals(report_id) for report_id in reports if self._loaded([report_id])}
        effects = [say.effect_on_total(self._week(report_id), *counts) for report_id, counts in totals.items()]
        repeated = all(stated.known for stated in taken_back)
        return Alert(
            document=document,
            title=say.title_correction(weeks),
            text=say.correction(weeks, len(taken_back), effects, document.posted_on, repeated),
            report_id=newest,
            taken_back=taken_back,
            taken_from=self._weeks(taken_back),
            caveats=caveats,
            backing=backing.of_places(
                taken_back, weeks, [n for counts in totals.values() for n in counts], document.posted_on
            ).plus(of_caveats(caveats)),
        )

    def _weeks(self, taken_back: tuple[Stated, ...]) -> str:
        return say_summary.listed(self._each_week(taken_back))

    def _each_week(self, taken_back: tuple[Stated, ...]) -> list[str]:
        return [self._week(report) for report in sorted({s.report_id for s in taken_back})]

    def _loaded(self, reports: list[str]) -> str | None:
        held = {row[0] for row in self.read("SELECT report_id FROM reports ORDER BY report_id").rows}
        return max((report for report in reports if report in held), default=None)

    def _week(self, report_id: str) -> str:
        if not self._loaded([report_id]):
            return report_id
        summary = self.summary(report_id)
        return say_summary.week(summary.period_start, summary.period_end)

    def _totals(self, report_id: str) -> tuple[int, int]:
        summary = self.summary(report_id)
        return int(str(summary.fact("refused").value)), int(str(summary.fact("refused_standing").value))
