"""A last row that says "Total": what the table states of itself, and no row."""

from __future__ import annotations

import re

from ingest.layout.tables import Row, Table

_TOTAL = re.compile(r"^(?:grand\s+)?totals?:?$", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,3}(?:,\d{3})*$|^\d+$")


def stated_total(row: Row) -> int | None:
    """The number that a row states for the whole table: it holds "Total", one number and nothing else."""
    cells = [row.text(name) for name in row.cells if name not in row.filled and row.text(name)]
    words = [cell for cell in cells if _TOTAL.match(cell)]
    numbers = [cell for cell in cells if _NUMBER.match(cell)]
    if len(words) == 1 and len(numbers) == 1 and len(cells) == 2:
        return int(numbers[0].replace(",", ""))
    return None


def without_total(table: Table) -> Table:
    """The table without a last row that states its total, where the rows bear it out: their number, or the sum of
    their counts. A total that differs stays a row, and is set aside as one that breaks a rule."""
    *rows, last = table.rows
    total = stated_total(last)
    counts = [row.text("issued").replace(",", "") for row in rows]
    added = sum(int(count) for count in counts if count.isdigit())
    if rows and total is not None and total == (added if any(counts) else len(rows)):
        table.rows, table.total = rows, last
    return table
