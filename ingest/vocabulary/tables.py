"""Reading the data files of the vocabulary: CSV with one header row, which is quick to load and easy to edit."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path

# A plain path, as the package never runs from a zip: importing importlib.resources takes longer than reading a file.
DATA = Path(__file__).parent / "data"

LIST_SEPARATOR = "|"


@cache
def _text(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def read_csv(name: str) -> list[list[str]]:
    """The rows of ``data/<name>`` without the header row. Every row has as many cells as the header."""
    rows = csv.reader(io.StringIO(_text(name)))
    header = next(rows)
    body = list(rows)
    for number, row in enumerate(body, start=2):
        if len(row) != len(header):
            raise ValueError(f"{name}, row {number}: {len(row)} cells, the header has {len(header)}")
    return body


def header(name: str) -> list[str]:
    """The column names of ``data/<name>``."""
    return next(csv.reader(io.StringIO(_text(name))))


def several(cell: str) -> tuple[str, ...]:
    """A cell that lists several values, parted by ``|``; an empty cell has none."""
    if not cell:
        return ()
    return tuple(part.strip() for part in cell.split(LIST_SEPARATOR) if part.strip())


def listing(name: str) -> list[dict[str, str]]:
    """Every row of a CSV file by column name, for the generated docs."""
    columns = header(name)
    return [dict(zip(columns, row, strict=True)) for row in read_csv(name)]
