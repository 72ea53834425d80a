"""The summary's tables as CSV files, whole."""

from __future__ import annotations

import csv
from io import StringIO

from bot.answer.answer import Cell
from bot.summary.content import Listing, Summary

# A cell of a document that begins like a formula would be run by a spreadsheet; a quote before it keeps it a text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(listing: Listing) -> str:
    """One table, columns named as in the views, dates ISO, UTF-8."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(listing.columns)
    writer.writerows([[_safe(cell) for cell in row] for row in listing.rows])
    return text.getvalue()


def files(summary: Summary) -> dict[str, str]:
    """File name and content of every table that has rows."""
    return {f"{summary.report_id}-{t.key}.csv": render(t) for t in summary.listings if t.rows}


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
