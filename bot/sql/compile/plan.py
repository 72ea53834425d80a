"""What the compiler gives: a statement, and what each of its columns is for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from bot.query import Query

Unit = Literal["count", "percent", "days", "date", "number"]

ROW_CAP = 1000
"""The most rows one statement may ask for; the checker's own bound on LIMIT."""


class CompileError(Exception):
    """The Query asks for something its subject does not have. `code` and `field` say what."""

    def __init__(self, code: str, field: str, subject: str) -> None:
        super().__init__(f"{code}: {field} of {subject}")
        self.code, self.field, self.subject = code, field, subject


class Role(StrEnum):
    """What a column of the result is for."""

    KEY = "key"  # names the group or the row
    VALUE = "value"  # the figure asked for
    PART = "part"  # numerator of a share or rate
    WHOLE = "whole"  # denominator of a share or rate, or the rows a statistic is over
    CORRECTED = "corrected"  # the figure without the rows that ICE took back
    DIFFERENCE = "difference"  # last slice minus first
    RANK = "rank"  # place in a ranking, ties sharing one; never shown
    DETAIL = "detail"  # a cell of a listed row


@dataclass(frozen=True, slots=True)
class OutColumn:
    """A column of the result. `slice` is the index of the Query's slice it belongs to, if any."""

    name: str
    role: Role
    unit: Unit | None = None
    slice: int | None = None
    field: str | None = None


Shape = Literal["figure", "table", "slices", "members", "facts", "rows", "extreme", "text"]
"""How the result is laid out.

figure   one row, one figure           members  groups that are in one slice and not the other, or in all
table    one row a group               facts    report facts, one row a report
slices   one row, a figure a slice     rows, extreme, text  the rows themselves
"""


@dataclass(frozen=True, slots=True)
class Plan:
    """A compiled Query: the statement, its columns in order, and the shape of the result."""

    query: Query
    sql: str
    columns: tuple[OutColumn, ...]
    shape: Shape

    def index(self, role: Role, slice_: int | None = None) -> int | None:
        """Position of the first column with this role (and slice), or None."""
        for i, column in enumerate(self.columns):
            if column.role is role and (slice_ is None or column.slice == slice_):
                return i
        return None

    def having(self, role: Role) -> list[int]:
        """Positions of all columns with this role."""
        return [i for i, column in enumerate(self.columns) if column.role is role]
