"""Where the columns of a table begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest import messages
from ingest.errors import Rejected
from ingest.layout.header_search import Header, HeaderCell
from ingest.layout.headers import Column
from ingest.layout.lines import Line, Word, phrases
from ingest.pdf import Rule


@dataclass(frozen=True, slots=True)
class Span:
    """A column on the page: everything between `left` and `right` belongs to it."""

    column: Column
    left: float
    right: float


def rule_positions(rules: Sequence[Rule], near: float = 2.5) -> list[float]:
    """Positions of ruling lines, those of one line (drawn per cell, or doubled) counted once."""
    found: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not found or at - found[-1] > near:
            found.append(at)
    return found


def spans(header: Header, body: Sequence[Line], down: Sequence[float]) -> list[Span]:
    """Column bounds: at the rule between two header cells, else in the white space that runs down the body."""
    cells = header.cells
    edges = [float("-inf")]
    for left, right in pairwise(cells):
        edges.append(_edge(left, right, body, down))
    edges.append(float("inf"))
    return [Span(cell.column, edges[i], edges[i + 1]) for i, cell in enumerate(cells) if cell.column is not None]


def _edge(left: HeaderCell, right: HeaderCell, body: Sequence[Line], down: Sequence[float]) -> float:
    ruled = [x for x in down if left.box[2] - 1 <= x <= right.box[0] + 1]
    if ruled:
        return ruled[-1]
    rivers = _rivers(left.box[0], right.box[2], left, right, body)
    if not rivers:
        raise Rejected("columns_unclear", messages.columns_unclear(left.label, right.label))
    start, end = max(rivers, key=lambda river: river[1] - river[0])
    return (start + end) / 2


def _rivers(
    x0: float, x1: float, left: HeaderCell, right: HeaderCell, body: Sequence[Line]
) -> list[tuple[float, float]]:
    """Stretches between x0 and x1 that no text of the header or the body crosses."""
    taken = [(left.box[0], left.box[2]), (right.box[0], right.box[2])]
    for line in body:
        taken += [(phrase[0].x0, phrase[-1].x1) for phrase in phrases(line.words)]
    free = []
    at = x0
    for start, end in sorted(taken):
        if start > at and at < x1:
            free.append((at, min(start, x1)))
        at = max(at, end)
    return free


def column_of(word: Word, columns: Sequence[Span]) -> Span:
    """The column that a word stands in (by its middle)."""
    middle = (word.x0 + word.x1) / 2
    return next(span for span in columns if span.left <= middle < span.right)
