"""A grid as Slack shows tables: the native data table, the older table block, and aligned text."""

from __future__ import annotations

from bot.slack.blocks.cells import Grid, shown
from bot.slack.message import Block
from bot.slack.text import code, shortened

ROWS, COLUMNS, CHARACTERS, PAGE = 99, 20, 9_000, 10
TEXT_ROWS, TEXT_CHARACTERS, TEXT_CELL = 40, 2_800, 34


def fitting(grid: Grid) -> int:
    """How many rows fit into one table block beside its headings."""
    used = sum(map(len, grid.titles[:COLUMNS]))
    for count, row in enumerate(grid.values):
        used += sum(len(shown(cell)) for cell in row[:COLUMNS])
        if used > CHARACTERS or count == ROWS:
            return count
    return len(grid.values)


def data_table(grid: Grid, caption: str) -> Block:
    """Slack's own table, which people can sort, filter and page through."""
    rows = [[_text(title) for title in grid.titles[:COLUMNS]]]
    for row in grid.values[: fitting(grid)]:
        cells = zip(row, grid.numeric, strict=True)
        rows.append([_number(cell) if numeric else _text(shown(cell)) for cell, numeric in cells][:COLUMNS])
    return {
        "type": "data_table",
        "caption": shortened(caption, 150),
        "rows": rows,
        "page_size": PAGE,
        "row_header_column_index": 0,
    }


def table(grid: Grid) -> Block:
    """The older block, for where Slack refuses the data table."""
    rows = [[_text(title) for title in grid.titles[:COLUMNS]]]
    rows += [[_text(shown(cell)) for cell in row[:COLUMNS]] for row in grid.values[: fitting(grid)]]
    settings = [{"align": "right"} if numeric else {"is_wrapped": True} for numeric in grid.numeric[:COLUMNS]]
    return {"type": "table", "rows": rows, "column_settings": settings}


def text_table(grid: Grid) -> str:
    """Aligned text in a code block, for where Slack refuses tables."""
    cells = [[shortened(title, TEXT_CELL) for title in grid.titles]]
    cells += [[shortened(shown(cell), TEXT_CELL) for cell in row] for row in grid.values[:TEXT_ROWS]]
    widths = [max(len(row[at]) for row in cells) for at in range(len(grid.titles))]
    lines = [
        "  ".join(
            cell.rjust(width) if numeric else cell.ljust(width)
            for cell, width, numeric in zip(row, widths, grid.numeric, strict=True)
        ).rstrip()
        for row in cells
    ]
    while len("\n".join(lines)) > TEXT_CHARACTERS:
        lines.pop()
    return code("\n".join(lines))


def _text(text: str) -> Block:
    return {"type": "raw_text", "text": text}


def _number(value: object) -> Block:
    assert isinstance(value, int | float)  # noqa: S101 - the column was found numeric
    return {"type": "raw_number", "value": value, "text": shown(value)}
