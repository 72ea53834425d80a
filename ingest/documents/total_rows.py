"""A last row that states the table's total, taken from its rows."""

from __future__ import annotations

from ingest.layout.tables import Table
from ingest.layout.totals import stated_total


def without_total(table: Table) -> Table:
    """The table without a last row that states its total, where the rows bear it out: their number, or the sum of
    their counts. A total that differs stays a row, and is set aside as one that breaks a rule."""
    *rows, last = table.rows
    total = stated_total(last.text(name) for name in last.cells if name not in last.filled)
    counts = [row.text("issued").replace(",", "") for row in rows]
    added = sum(int(count) for count in counts if count.isdigit())
    if rows and total is not None and total == (added if any(counts) else len(rows)):
        table.rows, table.total = rows, last
    return table
