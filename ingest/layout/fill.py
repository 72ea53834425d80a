"""Cells that take their text from elsewhere: from the row above, from a line over a group, from two columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.layout.cells import is_ditto

if TYPE_CHECKING:
    from ingest.layout.headers import TableSpec
    from ingest.layout.tables import Row


def put_together(rows: Sequence[Row], spec: TableSpec) -> None:
    """Give each row the column that others stand in for ("Clark, Nevada" of "Clark" and "Nevada")."""
    for row in rows:
        for whole, parts in spec.parts.items():
            texts = [row.text(name) for name in parts]
            if any(texts):
                row.cells[whole] = [", ".join(text for text in texts if text)]


def repeat(rows: Sequence[Row], columns: Sequence[str]) -> None:
    """Give cells that say "ditto" what stands above them."""
    for above, row in pairwise(rows):
        for name in columns:
            if is_ditto(row.text(name)) and above.text(name):
                row.cells[name] = list(above.cells[name])


def filled(rows: list[Row], groups: Sequence[str], totals: Sequence[Row]) -> list[Row]:
    """Fill a blank group cell (state, then county, then facility) from the row above, as long as every group cell
    left of it in that order is blank as well: a new state without a county is no group, but a missing county. Nothing
    is filled over the total of a group, which ends it; under a line that names a state, that is the state."""
    above: Row | None = None
    bands = [total for total in totals if total.heads]
    for row in rows:
        given: list[str] = []
        band = max((b for b in bands if _place(b) < _place(row)), key=_place, default=None)
        if band is not None and band.stated is not None and (above is None or _place(above) < _place(band)):
            above = None
            if not row.text("state"):
                row.cells["state"] = [band.stated.name]
                given.append("state")
        for name in groups:
            if row.text(name) or above is None or not above.text(name) or _ends(name, above, row, totals):
                break
            row.cells[name] = list(above.cells[name])
            given.append(name)
        row.filled = frozenset(given)
        above = row
    return rows


def _ends(group: str, above: Row, row: Row, totals: Sequence[Row]) -> bool:
    """Whether a total of the group that the row above stands in stands between it and this row."""
    between = [total for total in totals if _place(above) < _place(total) < _place(row)]
    named = [found.name for total in between if (found := total.total())]
    return any(not name or name.casefold() == above.text(group).casefold() for name in named)


def _place(row: Row) -> tuple[int, float]:
    """Where a row begins, in reading order."""
    page = min(row.boxes)
    return page, row.boxes[page][1]
