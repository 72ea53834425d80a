"""What is loaded, and what the words of the data mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.answer.answer import Answer
from bot.backing import Backing, Part
from bot.messages import slack_commands as say
from bot.messages.answers import week
from bot.query import Dimension, Measure, Query
from bot.semantic import load_model
from bot.slack.services import Desk

FIELDS = ("period_start", "period_end", "declined_stated")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The loaded reports, a line each, and what the numbers in the lines rest on."""

    lines: tuple[str, ...]
    backing: Backing

    @property
    def text(self) -> str:
        """The same as one text."""
        return "\n".join(self.lines) or say.NO_REPORTS


def loaded(desk: Desk) -> Loaded:
    """Each report with its first check, newest last."""
    reports = _table(desk.ask_query(Query(subject="reports", measure=Measure(kind="rows"))))
    read = {
        str(row.get("report_id") or row.get("report")): row.get("refusals")
        for row in _table(desk.ask_query(Query(group_by=(Dimension(field="report"),))))
    }
    made: list[str] = []
    named: dict[str, Part] = {}
    for row in reports:
        report_id = str(row.get("report_id"))
        start, end = row.get("period_start"), row.get("period_end")
        name = week(start, end) if isinstance(start, date) and isinstance(end, date) else report_id
        counted, stated = read.get(report_id), row.get("declined_stated")
        made.append(say.report_line(name, _int(counted), _int(stated), sample=row.get("sample") is True))
        named[name] = Part.of(counted, stated, words=[name])
    return Loaded(tuple(made), Backing.of(named=named))


def dictionary() -> list[tuple[str, str]]:
    """Each view of the data with what one of its rows is, and what its columns say."""
    return [
        (f"{view.name}: {view.one_row}", "\n".join(f"{column.name}: {column.says}" for column in view.columns.values()))
        for view in load_model().views.values()
    ]


def _table(answer: Answer) -> list[dict[str, object]]:
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows] if answer.status == "answered" else []


def _int(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
