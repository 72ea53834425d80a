"""The summary's statements, read from `prompts/summary.yaml` and filled with report ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.answer.answer import Cell
from bot.semantic import prompt_data


@dataclass(frozen=True, slots=True)
class Rows:
    """What a checked statement gave back, with the statement."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sql: str

    def one(self) -> dict[str, Cell]:
        """The only row, by column name."""
        return dict(zip(self.columns, self.rows[0], strict=True))

    def records(self) -> list[dict[str, Cell]]:
        """All rows, by column name."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


Read = Callable[[str], Rows]
"""Checks a statement, runs it, gives its rows. Raises `Unreadable` with a sentence when it cannot."""


class Unreadable(Exception):  # noqa: N818 - it names what happened
    """A statement of the summary was refused or did not run; the message says which and why."""


@cache
def _statements() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = prompt_data("summary.yaml")
    return loaded


def statement(key: str, **reports: str) -> str:
    """The statement of this name. Values are ISO dates and nothing else: they stand inside quotes in the SQL."""
    for value in reports.values():
        date.fromisoformat(value)
    return _statements()[key]["sql"].format(**reports)
