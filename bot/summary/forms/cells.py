"""Tables for people: titles for columns, cells as text."""

from __future__ import annotations

from bot.answer.answer import Cell
from bot.messages import summary as say
from bot.summary.content import Listing

_CODED = {"effect": say.EFFECTS, "withdrawn": {True: say.YES, False: say.NO}, "ok": {True: say.YES, False: say.NO}}


def titles(listing: Listing) -> list[str]:
    """The columns' names as people read them."""
    return [say.COLUMN_TITLES.get(column, column) for column in listing.columns]


def shown(listing: Listing) -> list[list[str]]:
    """The rows that a short form shows, as text; never an empty cell."""
    return [[cell(column, value) for column, value in row] for row in _named(listing)[: listing.shown]]


def cell(column: str, value: Cell) -> str:
    """One cell as text; report ids and free text are kept as they are."""
    if column in _CODED:
        return str(_CODED[column].get(value, value))  # type: ignore[attr-defined]
    return say.number(value).strip() or say.NOTHING


def numeric(listing: Listing) -> list[bool]:
    """Which columns hold numbers and stand on the right."""
    return [
        bool(values := [v for v in column if v is not None])
        and all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)
        for column in zip(*listing.rows, strict=True)
    ] or [False] * len(listing.columns)


def _named(listing: Listing) -> list[list[tuple[str, Cell]]]:
    return [list(zip(listing.columns, row, strict=True)) for row in listing.rows]
