"""Where every word of a report went: the audit of a reading.

Each line of text and each row that the reader consumed is one item of one kind. The words of all items together have to
be the words of all pages; what is missing was dropped on the way, and a check says so.

title       a section's title, or the list of sections on the cover
header      a table's header
furniture   page numbers, running headers and footers, the label of a reconstruction
row         a row of a table that became a record
set_aside   a row that broke a rule
caveat      a paragraph that limits the figures
statement   a paragraph that describes the report, states a total, its period or its revision
correction  a paragraph that takes entries back
unread      anything else
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.layout.lines import Line
from ingest.layout.tables import Table
from ingest.records import Box, Source

KINDS = ("title", "header", "furniture", "row", "set_aside", "caveat", "statement", "correction", "unread")


class Item(NamedTuple):
    """Text of one kind on one page, and the box that it takes."""

    kind: str
    page: int
    text: str
    box: Box
    words: int


class Account:
    """Collects items; a line is counted once, under the kind that it was first given."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._seen: set[int] = set()

    def lines(self, kind: str, found: Iterable[Line]) -> None:
        """Lines that were consumed whole."""
        for line in found:
            if id(line) not in self._seen:
                self._seen.add(id(line))
                self.items.append(Item(kind, line.page, line.text, line.box, len(line.words)))

    def table(self, table: Table, aside: Iterable[Source]) -> None:
        """A table's header and rows; `aside` names the rows that broke a rule."""
        self.lines("header", table.headers)
        broken = set(aside)
        for row in [*table.rows, *table.totals]:
            kind = "statement" if row in table.totals else "set_aside" if row.source in broken else "row"
            text = " ".join(" ".join(lines) for lines in row.cells.values())
            for page, box in row.boxes.items():
                self.items.append(Item(kind, page, text, box, row.words.get(page, 0)))
        self.items += [Item("row", cell.page, cell.text, cell.box, cell.words) for cell in table.spanning]

    def totals(self) -> dict[str, int]:
        """Words by kind, kinds without any left out."""
        counted: Counter[str] = Counter()
        for item in self.items:
            counted[item.kind] += item.words
        return {kind: counted[kind] for kind in KINDS if counted[kind]}


def words_of(pages: Sequence[Sequence[Line]]) -> int:
    """All words of these lines."""
    return sum(len(line.words) for page in pages for line in page)
