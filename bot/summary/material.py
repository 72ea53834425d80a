"""What the sections of a summary draw from: one report, the week before, and rows read once by statement."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from bot.answer.answer import Cell
from bot.messages import summary as say
from bot.summary.content import Fact, Listing
from bot.summary.statements import Read, Rows, statement


class NoReport(LookupError):  # noqa: N818 - it names what happened
    """The report asked for is not loaded; the message names those that are."""


class Material:
    """Rows of one report. Each statement is run once, however many sections draw from it."""

    def __init__(self, read: Read, report_id: str | None = None) -> None:
        self.read = read
        self._kept: dict[str, Rows] = {}
        self.reports = {str(r["report_id"]): r for r in read(statement("reports")).records()}
        if report_id is None and not self.reports:
            raise NoReport(say.NO_REPORT)
        self.report_id = report_id or max(self.reports)
        if self.report_id not in self.reports:
            raise NoReport(say.no_such_report(self.report_id, sorted(self.reports)))
        self.report = self.reports[self.report_id]
        before = (self.start - timedelta(days=7)).isoformat()
        self.previous = before if before in self.reports else None

    @property
    def start(self) -> date:
        """First day of the report's week."""
        return cast(date, self.report["period_start"])

    @property
    def end(self) -> date:
        """Last day of the report's week."""
        return cast(date, self.report["period_end"])

    @property
    def resumed(self) -> bool:
        """Whether the report says that ICE was resuming the issue of detainers."""
        return any(row[0] == "resumed_issuing" for row in self.rows("caveats").rows)

    def limits_drawn(self) -> list[str]:
        """The limits that have to be read on a picture of refusals itself: it travels without its message."""
        topics = {row[0] for row in self.rows("caveats").rows}
        notes = [say.CHART_SAMPLE] if self.report["sample"] else []
        return notes + ([say.CHART_AWARENESS] if "awareness" in topics else [])

    def week_of(self, report_id: str) -> str:
        """The week of any loaded report in words; its id where it is not loaded."""
        report = self.reports.get(report_id)
        return say.week(cast(date, report["period_start"]), cast(date, report["period_end"])) if report else report_id

    def rows(self, key: str) -> Rows:
        """The rows of a statement, read once."""
        if key not in self._kept:
            dates = {"report": self.report_id, "start": self.start.isoformat(), "end": self.end.isoformat()}
            if self.previous:
                dates["previous"] = self.previous
            self._kept[key] = self.read(statement(key, **dates))
        return self._kept[key]

    def count(self, key: str, column: str) -> int:
        """A whole number of a statement that gives one row; an empty sum is 0."""
        value = self.rows(key).one()[column]
        return int(cast(int, value)) if value is not None else 0

    def fact(self, key: str, label: str, value: Cell, of: str, unit: str = "count") -> Fact:
        """A figure with the statement it came from."""
        return Fact.model_validate({"key": key, "label": label, "value": value, "unit": unit, "sql": self.rows(of).sql})

    def listing(self, key: str, title: str, shown: int = 10) -> Listing:
        """A statement's rows as a table; the column after corrections only where it says something new."""
        rows = self.rows(key)
        columns, cells = rows.columns, rows.rows
        if "standing" in columns:
            published, standing = columns.index("refusals"), columns.index("standing")
            if all(row[published] == row[standing] for row in cells):
                columns = tuple(c for c in columns if c != "standing")
                cells = tuple(row[:standing] + row[standing + 1 :] for row in cells)
        return Listing(key=key, title=title, columns=columns, rows=cells, sql=rows.sql, shown=shown)
