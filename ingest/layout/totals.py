"""A row that says "Total": what the table states of itself, and no row."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TOTAL = re.compile(r"^(?:grand\s+)?totals?:?$", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,3}(?:,\d{3})*$|^\d+$")


def stated_total(cells: Iterable[str]) -> int | None:
    """The number that cells state for a whole table: they hold "Total", one number and nothing else."""
    filled = [cell for cell in cells if cell]
    numbers = [cell for cell in filled if _NUMBER.match(cell)]
    if len(filled) == 2 and len(numbers) == 1 and any(_TOTAL.match(cell) for cell in filled):
        return int(numbers[0].replace(",", ""))
    return None
