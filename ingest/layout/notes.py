"""Prose under a table: notes that belong to no row."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.layout.anchors import is_anchor
from ingest.layout.columns import Span
from ingest.layout.headers import TableSpec
from ingest.layout.lines import Line, phrases
from ingest.pdf import Rule

_INTO = 2.0  # points by which text must reach into two columns to cross from one into the other
_BESIDE = 3.0  # points: how far a rule may stand from the edge of two columns that it parts
_JOINED = 3.0  # points: how far a rule may begin below the end of the one that it carries on


def split_notes(body: Sequence[Line], columns: Sequence[Span], down: Sequence[Rule]) -> tuple[list[Line], list[Line]]:
    """Part the lines below a header into rows and notes.

    In a ruled table the notes stand under its lowest vertical rule (a box around them has rules of its own); in an
    unruled one, and on a page after its last row, they begin at a line that runs across columns.
    """
    beside = [rule for rule in down if body and rule.end > body[0].top and rule.start < body[-1].bottom]
    inner = [rule for rule in beside if any(abs(rule.at - span.left) < _BESIDE for span in columns[1:])]
    for rules in (inner, beside):  # the part of a row that a page break cut may be drawn a little to the side
        if _runs_along(rules, body):
            end = _end(rules, body, columns)
            rows, notes = [line for line in body if line.top < end + 1], [line for line in body if line.top >= end + 1]
            if rules is inner and any(_has_anchor(line, columns) for line in notes):
                continue
            if notes or any(_has_anchor(line, columns) for line in rows):
                return rows, notes
    last = max((index for index, line in enumerate(body) if _has_anchor(line, columns)), default=-1)
    for index in range(last + 1, len(body)):
        if _crosses(body[index], columns):
            return list(body[:index]), list(body[index:])
    return list(body), []


def looks_like_row(line: Line, spec: TableSpec) -> bool:
    """Whether a line outside a table holds cells, one of them a date, month or count as the table's rows have."""
    cells = [" ".join(word.text for word in phrase) for phrase in phrases(line.words)]
    kinds = {column.kind for column in spec.columns if column.anchor}
    return len(cells) > 1 and any(is_anchor(kind, cell) for kind in kinds for cell in cells)


def _end(beside: Sequence[Rule], body: Sequence[Line], columns: Sequence[Span]) -> float:
    """Where the rules beside a table end: before a gap in them, if no date, month or count stands below it."""
    end = float("-inf")
    for rule in sorted(beside, key=lambda rule: rule.start):
        below = [line for line in body if line.top >= end + 1]
        if rule.start > end + _JOINED and len(below) < len(body) and not any(_has_anchor(x, columns) for x in below):
            break
        end = max(end, rule.end)
    return end


def _runs_along(beside: Sequence[Rule], body: Sequence[Line]) -> bool:
    """Whether the vertical rules go down beside the rows, and not beside the header alone."""
    return any(rule.start <= body[0].top + 2 and rule.end >= body[0].bottom - 2 for rule in beside)


def _has_anchor(line: Line, columns: Sequence[Span]) -> bool:
    return any(
        is_anchor(span.column.kind, " ".join(w.text for w in line.words if span.holds(w)))
        for span in columns
        if span.column.anchor
    )


def _crosses(line: Line, columns: Sequence[Span]) -> bool:
    for phrase in phrases(line.words):
        x0, x1 = phrase[0].x0, phrase[-1].x1
        if any(x0 < span.left - _INTO and x1 > span.left + _INTO for span in columns[1:]):
            return True
    return False
