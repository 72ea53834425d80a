"""An answer as plain text for a terminal."""

from __future__ import annotations

import textwrap
from datetime import date

from bot.answer.answer import Answer, Caveat, Cell
from bot.messages import answers as words
from bot.messages import cli as say

WIDTH = 100
MOST_ROWS = 25


def rendered(answer: Answer, *, sql: bool = False) -> str:
    """The sentence first, then how it was read, rows, caveats and sources; choices or suggestions where it asks."""
    parts = [_label(answer), _wrapped(answer.text)]
    if answer.status == "clarify":
        parts.append("\n".join(f"  {i}. {choice}" for i, choice in enumerate(answer.choices, 1)))
    if answer.status == "declined" and answer.suggestions:
        parts.append("\n".join([f"{say.TRY}:", *[f"  - {s}" for s in answer.suggestions]]))
    if answer.status == "answered":
        parts += [_reading(answer), _rows(answer), _caveats(answer.caveats), sources(answer)]
        if sql and answer.sql:
            parts.append(f"{say.SQL_TITLE}:\n{textwrap.indent(answer.sql, '  ')}")
    return "\n\n".join(p for p in parts if p)


def _label(answer: Answer) -> str:
    return say.SAMPLE if any(c.topic == "sample" for c in answer.caveats) else ""


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent))


def _reading(answer: Answer) -> str:
    return _wrapped(f"{say.READ_AS}: {answer.reading}") if answer.reading else ""


def _rows(answer: Answer) -> str:
    """An aligned table where there is more than one row."""
    if len(answer.rows) < 2:
        return ""
    shown = [[cell(c) for c in row] for row in answer.rows[:MOST_ROWS]]
    heads = [c.replace("_", " ") for c in answer.columns]
    widths = [min(40, max(len(r[i]) for r in [heads, *shown])) for i in range(len(heads))]
    numeric = [all(isinstance(row[i], int | float | None) for row in answer.rows) for i in range(len(heads))]
    lines = [_line(r, widths, numeric) for r in [heads, ["-" * w for w in widths], *shown]]
    if len(answer.rows) > MOST_ROWS:
        lines.append(say.MORE_ROWS.format(n=len(answer.rows) - MOST_ROWS))
    return "\n".join(lines)


def _line(cells: list[str], widths: list[int], numeric: list[bool]) -> str:
    made = []
    for text, width, right in zip(cells, widths, numeric, strict=True):
        cut = text if len(text) <= width else text[: width - 1] + "…"
        made.append(cut.rjust(width) if right else cut.ljust(width))
    return "  ".join(made).rstrip()


def cell(value: Cell) -> str:
    """A cell for a reader; a date stays ISO, so that columns line up."""
    if value is None:
        return words.NOT_STATED
    return value.isoformat() if isinstance(value, date) else words.number(value)


def _caveats(caveats: list[Caveat]) -> str:
    if not caveats:
        return ""
    lines = [f"{say.CAVEATS}:"]
    for caveat in caveats:
        where = f" {say.stated_in(caveat.report, caveat.section, caveat.page)}" if caveat.report else ""
        lines.append(_wrapped(f"{caveat.text}{where}", "  - "))
    return "\n".join(lines)


def sources(answer: Answer) -> str:
    """The reports and pages behind an answer; nothing for one that rests on none."""
    if not answer.sources:
        return ""
    lines = [f"{say.SEARCHED_TITLE if answer.none_found else say.SOURCES_TITLE}:"]
    lines += [f"  - {say.source(s.report, say.page_range(s.pages))}" for s in answer.sources]
    return "\n".join(lines)
