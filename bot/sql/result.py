"""Rows of a checked statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

DEFAULT_DEADLINE_S = 5.0
DEFAULT_MAX_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Result:
    """`rows` are tuples in the order of `columns`; `types` are DuckDB's names. `truncated`: there were more rows
    than asked for. `edition` is the file name of the database that answered."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    truncated: bool
    edition: str
