"""The look at an answer before it is sent: does the message, in any of its forms, hold a number that its rows do not?

Twice over. The answer's own sentences are held against the rows they were made from (`bot.answer.guard`). Then every
number that the message shows is held against the answer: a line with a number in it has to stand in the answer word for
word, a table has to repeat the rows cell by cell, a chart the values point by point. So what this process does to an
answer on the way (cutting, escaping, drawing) may take words away, and never brings in a number or changes one.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any, TypeGuard

from bot.answer import guard
from bot.answer.answer import Answer, Cell
from bot.answer.chart import ChartSpec, chart_of
from bot.answer.guard import numbers
from bot.backing import texts_of
from bot.messages import slack as words
from bot.slack.blocks.cells import grid, shown
from bot.slack.blocks.notes import CAVEAT, SHOWN
from bot.slack.blocks.table import TEXT_CELL
from bot.slack.message import Blocks
from bot.slack.text import shortened


class Look:
    """What one answer may show. `lead`: the line above it, which repeats the question."""

    def __init__(self, answer: Answer, lead: str = "") -> None:
        self.answer = answer
        self.chart = chart_of(answer)
        self.parts = [_plain(text) for text in _parts(answer, lead, self.chart)]
        self.caveats = [(_plain(c.text), _plain(words.caveat("", _label(c.report), c.page))) for c in answer.caveats]
        self.rows = [[shown(cell) for cell in row] for row in answer.rows]

    def at_source(self) -> list[str]:
        """Numbers of the answer itself that no row behind it holds."""
        return guard.strays(self.answer) + _drawn_wrongly(self.answer, self.chart)

    def at_text(self, text: str) -> list[str]:
        """Numbers of the text in lines that do not stand in the answer as they are."""
        return [token for line in text.splitlines() for token in numbers(line) if not self._repeats(_plain(line))]

    def at_blocks(self, blocks: Blocks) -> list[str]:
        """The same for blocks."""
        return [token for block in blocks for token in self._block(block)]

    def _block(self, block: dict[str, Any]) -> list[str]:
        if block["type"] in ("table", "data_table"):
            caption = self.at_text(str(block.get("caption") or ""))
            return caption + self._table([[_cell(cell) for cell in row] for row in block["rows"]])
        if block["type"] == "data_visualization":
            return self._drawn(block) + [t for text in texts_of(block) for t in self.at_text(text)]
        return [token for text in texts_of(block) for token in self._lines(text)]

    def _lines(self, text: str) -> list[str]:
        """A table in a code block line by line, all else as text."""
        if not text.startswith("```"):
            return self.at_text(text)
        lines = text.strip("`").strip("\n").splitlines()[1:]
        wanted = [" ".join(shortened(cell, TEXT_CELL) for cell in row) for row in self.rows[: len(lines)]]
        return [line for line, row in zip(lines, wanted, strict=False) if numbers(line) != numbers(row)]

    def _table(self, rows: list[list[str]]) -> list[str]:
        told = zip(rows, [list(grid(self.answer).titles), *self.rows], strict=False)
        return [cell for row, own in told for cell, own_cell in zip(row, own, strict=False) if cell != own_cell]

    def _drawn(self, block: dict[str, Any]) -> list[str]:
        told = [[point["value"] for point in each["data"]] for each in block["chart"]["series"]]
        own = [list(each.values) for each in self.chart.series] if self.chart else []
        return [] if told == own else [str(value) for values in told for value in values]

    def _repeats(self, line: str) -> bool:
        if not line.startswith(CAVEAT.strip()):
            return any(line in part for part in self.parts)
        told = line.removeprefix(CAVEAT.strip()).strip()
        return told in self.parts or any(_tells(told, *caveat) for caveat in self.caveats)


def _tells(told: str, text: str, place: str) -> bool:
    """A caveat is told as far as there is room, then where it stands."""
    return told.endswith(place) and text.startswith(_plain(told[: len(told) - len(place)]))


def _plain(text: str) -> str:
    """The words of a text without Slack's mark-up and without the sign that it was cut."""
    return " ".join(html.unescape(text).split()).strip("*").removesuffix("…”").removesuffix("…").strip()


def _parts(answer: Answer, lead: str, chart: ChartSpec | None) -> Iterator[str]:
    """The answer's sentences, and the lines that this package writes about it, each with its own numbers."""
    yield from (answer.text, words.table_caption(answer.reading), words.reading(answer.reading), lead)
    yield from (*answer.choices, *answer.suggestions)
    yield from (f"{number}. {choice}" for number, choice in enumerate(answer.choices, 1))
    named = [words.source(words.report_label(each.report), each.pages) for each in answer.sources]
    yield words.sources(named, searched=answer.none_found)
    yield words.more_caveats(len(answer.caveats) - SHOWN)
    total = len(answer.rows)
    yield from (words.rows_left_out(kept, total) for kept in range(1, min(total, 100)))
    yield from grid(answer).titles
    if chart is not None:
        yield from (chart.title, chart.alt, chart.unit, chart.label, *chart.categories)
        yield from (each.name for each in chart.series)


def _drawn_wrongly(answer: Answer, chart: ChartSpec | None) -> list[str]:
    """Values of the chart that no row has."""
    if chart is None:
        return []
    held = {float(cell) for row in answer.rows for cell in row if _is_number(cell)} | {0.0}
    return [str(value) for series in chart.series for value in series.values if value not in held]


def _is_number(cell: Cell) -> TypeGuard[int | float]:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _cell(cell: dict[str, Any]) -> str:
    """A cell's text; one whose number and text differ matches nothing."""
    text = str(cell["text"])
    return text if "value" not in cell or shown(cell["value"]) == text else f"{text} {cell['value']}"


def _label(report: str | None) -> str | None:
    return None if report is None else words.report_label(report)
