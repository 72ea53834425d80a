"""The summary as plain text, for a terminal and for readers of screens."""

from __future__ import annotations

from textwrap import fill

from bot.messages import summary as say
from bot.summary.content import Listing, Summary
from bot.summary.forms.cells import numeric, shown, titles

WIDTH = 100


def render(summary: Summary) -> str:
    """Everything but pictures and statements."""
    parts = [summary.title, "=" * len(summary.title), fill(summary.headline, WIDTH)]
    for section in summary.sections:
        parts += ["", section.title, "-" * len(section.title)]
        parts += [fill(sentence, WIDTH) for sentence in section.sentences]
        parts += [table for listing in section.listings if (table := _table(listing))]
    parts += ["", say.CAVEATS, "-" * len(say.CAVEATS)]
    parts += [fill(f"* {say.caveat(c)}", WIDTH, subsequent_indent="  ") for c in summary.caveats]
    parts += ["", say.SOURCES + ": " + "; ".join(say.source(s) for s in summary.sources)]
    return "\n".join(parts) + "\n"


def _table(listing: Listing) -> str:
    rows = [titles(listing), *shown(listing)]
    if len(rows) == 1:
        return ""
    right = numeric(listing)
    widths = [min(44, max(len(row[i]) for row in rows)) for i in range(len(rows[0]))]
    lines = [
        "  ".join(
            _fit(cell, width, on_right) for cell, width, on_right in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in rows
    ]
    left_out = len(listing.rows) - len(rows) + 1
    return "\n".join(["", *(f"  {line}" for line in lines), *([f"  {say.left_out(left_out)}"] if left_out else [])])


def _fit(cell: str, width: int, on_right: bool) -> str:
    cell = cell if len(cell) <= width else cell[: width - 1] + "…"
    return cell.rjust(width) if on_right else cell.ljust(width)
