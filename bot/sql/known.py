"""What the data holds, for warnings about literals: values, days and reports, read once an edition."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Protocol

from bot.sql import vocabulary
from bot.sql.database import RunError
from bot.sql.lineage import DayCondition
from bot.sql.schema import ModelLike
from bot.sql.twin import CATALOG

MOST_CONDITIONS = 1_000  # remembered
MOST_VALUES = 50_000  # of one column; a column with more is no list


class Reads(Protocol):
    """`Runner` and `WorkerRunner`."""

    def lookup(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]: ...
    def edition(self) -> str: ...


class Dimensions(ModelLike, Protocol):
    """A model that also says which columns are closed lists."""

    @property
    def dimensions(self) -> Any: ...


class KnownValues:
    """Knows the values of the edition in force; forgets them when another takes over."""

    def __init__(self, runner: Reads, model: Dimensions) -> None:
        self._runner = runner
        self._model = model
        self._edition = ""
        self._columns: dict[tuple[str, str], frozenset[str]] = {}
        self._days: dict[tuple[str, str], tuple[date, date] | None] = {}
        self._held: dict[tuple[DayCondition, date], bool | None] = {}

    def known(self, view: str, column: str) -> Collection[str] | None:
        """The values of a dimension in all views that share it; None for a column that is no closed list."""
        views = self._model.dimensions.get(column, ())
        if view not in views:
            return None
        fixed = self._model.views[view].columns[column].values
        return fixed or frozenset().union(*(self._values(v, column) for v in views))

    def exists(self, column: str, value: str) -> bool:
        """Whether the vocabulary has this very spelling."""
        return value in self.meant(column, value)

    def meant(self, column: str, value: str) -> tuple[str, ...]:
        """The vocabulary's names for what is written, in the spelling of the data."""
        return vocabulary.meant(column, value)

    def matches(self, view: str, column: str, op: str, pattern: str, exact: bool) -> bool:
        """Whether any value matches; unless `exact`, capital and small letters are taken as equal."""
        found = _pattern(op, pattern, exact)
        return found is None or any(found.search(value) for value in self._values(view, column))

    def reports(self) -> Collection[str]:
        """Ids of the loaded reports."""
        return self._values("reports", "report_id")

    def days(self, view: str, column: str) -> tuple[date, date] | None:
        """First and last day of a date column; of a day inside reports' weeks, the weeks' first and last day."""
        if self._model.views[view].columns[column].type.upper() != "DATE":
            return None
        self._refresh()
        key = view, column
        if key not in self._days:
            own = f'SELECT min("{column}"), max("{column}") FROM "{view}"'  # noqa: S608 - names of the model
            bounds = _WEEKS if column == "declined_on" else own
            first, last = self._runner.lookup(bounds)[0]
            self._days[key] = (first, last) if first is not None else None
        return self._days[key]

    def holds(self, condition: DayCondition) -> bool | None:
        """Whether any day that is loaded fits a condition; None when that cannot be told."""
        days = self.days(condition.view, condition.column)
        if days is None and condition.column != "report_id":
            return None
        key = condition, date.today()  # a condition may name the current day
        if key not in self._held:
            if len(self._held) > MOST_CONDITIONS:
                self._held.clear()
            self._held[key] = self._try(condition, days)
        return self._held[key]

    def _try(self, condition: DayCondition, days: tuple[date, date] | None) -> bool | None:
        name = f'"{condition.column}"'
        if condition.column in ("report_id", "period_start", "period_end"):
            over = f"SELECT {name} FROM {CATALOG}.main.reports"  # noqa: S608 - names of the model
        elif condition.column == "declined_on":
            over = f"SELECT {_EACH_DAY.format('period_start', 'period_end')} AS {name} FROM {CATALOG}.main.reports"  # noqa: S608
        elif days is not None:
            first, last = (f"DATE '{day}'" for day in days)
            over = f"SELECT {_EACH_DAY.format(first, last)} AS {name}"
        else:
            return None
        try:
            found = self._runner.lookup(f"SELECT bool_or({condition.sql}) FROM ({over})")  # noqa: S608 - of the tree
        except RunError:  # a value that cannot be cast: the statement itself will say so
            return None
        return bool(found[0][0])

    def _values(self, view: str, column: str) -> frozenset[str]:
        self._refresh()
        key = view, column
        if key not in self._columns:
            sql = f'SELECT DISTINCT CAST("{column}" AS VARCHAR) FROM "{view}" LIMIT {MOST_VALUES}'  # noqa: S608 - names of the model
            self._columns[key] = frozenset(str(row[0]) for row in self._runner.lookup(sql) if row[0] is not None)
        return self._columns[key]

    def _refresh(self) -> None:
        edition = self._runner.edition()
        if edition != self._edition:
            self._edition = edition
            self._columns.clear()
            self._days.clear()
            self._held.clear()


_EACH_DAY = "CAST(unnest(generate_series({}, {}, INTERVAL 1 DAY)) AS DATE)"
_WEEKS = f"SELECT min(period_start), max(period_end) FROM {CATALOG}.main.reports"  # noqa: S608 - a constant


def _pattern(op: str, pattern: str, exact: bool) -> re.Pattern[str] | None:
    """A search for the pattern; None when it cannot be made (then nothing is said about it)."""
    escaped = re.escape(pattern)
    texts = {
        "like": (like := "^" + escaped.replace("%", ".*").replace("_", ".") + "$"),
        "ilike": like,
        "contains": escaped,
        "starts with": "^" + escaped,
        "ends with": escaped + "$",
        "matches": pattern,
        "glob": fnmatch.translate(pattern),
    }
    try:
        return re.compile(texts[op], re.DOTALL if exact else re.IGNORECASE | re.DOTALL)
    except re.error:
        return None
