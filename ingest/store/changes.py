"""What a revision changed, row by row, against the edition that it replaces."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from ingest.store import rows

if TYPE_CHECKING:
    import duckdb

_SECTIONS = {
    "I": ("issued", ("place", "issued")),
    "II": (
        "refusals",
        ("state", "county", "facility", "citizenship", "issued_on", "declined_on", "activity"),
    ),
    "III": ("policies", ("jurisdiction", "enacted", "policy", "criteria")),
}
Cells = tuple[str, ...]
Numbered = tuple[int, Cells]
Change = tuple[str, int, Cells | None, Cells | None]


def store_changes(con: duckdb.DuckDBPyConnection, report_id: str, new: str, old: str) -> None:
    """Store the difference between two editions (document ids)."""
    for section, (table, columns) in _SECTIONS.items():
        found = changes(_read(con, table, columns, old), _read(con, table, columns, new))
        rows.insert(
            con,
            "row_changes",
            [
                (report_id, new, old, section, kind, number, _json(columns, before), _json(columns, after))
                for kind, number, before, after in found
            ],
        )


def changes(old: list[Numbered], new: list[Numbered]) -> list[Change]:
    """Rows added, removed and changed: (kind, row number, cells before, cells after).

    Equal rows are paired first, however they moved; of the others, those that share most cells (at least half)
    are taken for one row with changed cells.
    """
    gone, come = _without_common(old, new), _without_common(new, old)
    found: list[Change] = []
    for number, cells in come:
        best = max(gone, key=lambda row: _alike(row[1], cells), default=None)
        if best is not None and _alike(best[1], cells) * 2 >= len(cells):
            gone.remove(best)
            found.append(("changed", number, best[1], cells))
        else:
            found.append(("added", number, None, cells))
    found += [("removed", number, cells, None) for number, cells in gone]
    return found


def _without_common(these: list[Numbered], others: list[Numbered]) -> list[Numbered]:
    """Rows of the one list that the other lacks, each as often as it lacks them."""
    left = Counter(cells for _, cells in others)
    kept = []
    for number, cells in these:
        if left[cells]:
            left[cells] -= 1
        else:
            kept.append((number, cells))
    return kept


def _alike(one: Cells, other: Cells) -> int:
    return sum(1 for a, b in zip(one, other, strict=True) if a == b)


def _read(con: duckdb.DuckDBPyConnection, table: str, columns: tuple[str, ...], key: str) -> list[Numbered]:
    query = f"SELECT row_no, {', '.join(columns)} FROM base.{table} WHERE document_id = ? ORDER BY row_no"  # noqa: S608
    return [(row[0], tuple(str(cell) for cell in row[1:])) for row in con.execute(query, [key]).fetchall()]


def _json(columns: tuple[str, ...], cells: Cells | None) -> str | None:
    return None if cells is None else json.dumps(dict(zip(columns, cells, strict=True)), ensure_ascii=False)
