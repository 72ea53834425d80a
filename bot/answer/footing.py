"""The rows behind an answer, counted: by report, on which pages, and how many of them ICE took back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Footing:
    """found: rows that the figure is about, on `pages`; of_all: rows in the same places and weeks, whatever they say,
    on `pages_of_all`.

    sql: the checked statement that counted them; empty where the subject has none.
    """

    found: dict[str, int] = field(default_factory=dict)
    of_all: dict[str, int] = field(default_factory=dict)
    pages: dict[str, tuple[int, ...]] = field(default_factory=dict)
    taken_back: int = 0
    sql: str = ""
    pages_of_all: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, rows: Sequence[Sequence[Any]], *, with_page: bool, with_taken_back: bool, sql: str = "") -> Footing:
        """From the rows of `compile_footing`'s statement."""
        found: dict[str, int] = {}
        of_all: dict[str, int] = {}
        pages: dict[str, list[int]] = {}
        around: dict[str, list[int]] = {}
        back = 0
        for row in sorted(rows, key=lambda row: (row[0], row[1] or 0 if with_page else 0)):
            report, n, whole = row[0], row[1 + with_page], row[-1]
            found[report] = found.get(report, 0) + n
            of_all[report] = of_all.get(report, 0) + whole
            if with_page and n and row[1] is not None:
                pages.setdefault(report, []).append(row[1])
            if with_page and whole and row[1] is not None:
                around.setdefault(report, []).append(row[1])
            if with_taken_back:
                back += row[2 + with_page]
        on, among = ({r: tuple(p) for r, p in found_on.items()} for found_on in (pages, around))
        return cls(found, of_all, on, back, sql, among)

    @property
    def rows(self) -> int:
        """All rows behind the answer."""
        return sum(self.found.values())

    @property
    def whole(self) -> int:
        """All rows in the same places and weeks."""
        return sum(self.of_all.values())
