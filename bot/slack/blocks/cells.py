"""The rows of an answer as people read them: headings in words, numbers and dates written out, nothing left empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.answer.answer import Answer, Cell
from bot.messages.answers import EFFECTS, FIELDS, number
from bot.messages.slack import HEADINGS
from bot.slack.text import shortened

EMPTY = "–"
CELL_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Grid:
    """A table ready to be shown. `numeric` tells the columns whose cells are all numbers."""

    titles: tuple[str, ...]
    values: tuple[tuple[Cell, ...], ...]
    numeric: tuple[bool, ...]

    @property
    def worth_showing(self) -> bool:
        """A single figure needs no table."""
        return len(self.values) > 1 or (len(self.values) == 1 and len(self.titles) > 2)


def grid(answer: Answer) -> Grid:
    """The answer's rows as a grid."""
    values = tuple(tuple(row) for row in answer.rows)
    numeric = tuple(_numeric(column, values) for column in range(len(answer.columns)))
    return Grid(tuple(map(title, answer.columns)), values, numeric)


def title(column: str) -> str:
    """A column's heading: 'declined_on' is 'Day refused'."""
    words = HEADINGS.get(column) or (FIELDS[column][0] if column in FIELDS else column.replace("_", " "))
    return words[:1].upper() + words[1:]


def shown(value: Cell) -> str:
    """A cell as people write it; a missing one as a dash, never as nothing."""
    text = EMPTY if value is None or value == "" else EFFECTS.get(str(value), number(value))
    return shortened(text, CELL_LIMIT)


def _numeric(column: int, values: Sequence[Sequence[Any]]) -> bool:
    cells = [row[column] for row in values if column < len(row)]
    return bool(cells) and all(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in cells)
