"""Names as people write them, for the cells of the views."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer.answer import Cell
from ingest.vocabulary.places import canonical_county


def place_name(county: Cell, state: Cell) -> str:
    """'Travis County, Texas'; a state alone where no county is given; DC once, not twice."""
    county, state = str(county or ""), str(state or "")
    if not county or county == state:
        return state or "place not stated"
    known = canonical_county(county, state)
    # A place that is no county (New York City stands so in Section I) keeps its own name.
    return f"{known.full_name if known else county}, {state}"


Ranked = tuple[str, int, int]
"""A name, its rows as published, and those that stand after ICE's corrections."""


def leading(rows: Sequence[Ranked], most: int = 3) -> tuple[list[Ranked], int]:
    """The first `most` of a ranking, and how many others have the same number as the last of them."""
    top = list(rows[:most])
    return top, sum(1 for _, n, _ in rows[most:] if top and n == top[-1][1])
