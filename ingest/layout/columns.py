"""Where the columns of a table begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest import messages
from ingest.errors import Rejected
from ingest.layout.anchors import is_anchor
from ingest.layout.header_search import Header, HeaderCell
from ingest.layout.headers import Column
from ingest.layout.lines import Line, Word, phrases
from ingest.pdf import Rule

_EDGE = 1.0  # points: how far the edges of left-aligned cells may lie apart


@dataclass(frozen=True, slots=True)
class Span:
    """A column on the page: everything between `left` and `right` belongs to it."""

    column: Column
    left: float
    right: float

    def holds(self, word: Word) -> bool:
        """Whether a word stands in this column (by its middle)."""
        return self.left <= (word.x0 + word.x1) / 2 < self.right


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
        edges.append(edge(left, right, body, down))
    edges.append(float("inf"))
    return [Span(cell.column, edges[i], edges[i + 1]) for i, cell in enumerate(cells) if cell.column is not None]


def edge(left: HeaderCell, right: HeaderCell, body: Sequence[Line], down: Sequence[float]) -> float:
    """Where one column ends and the next begins. Raises `Rejected` (columns_unclear)."""
    ruled = [x for x in down if left.box[2] - 1 <= x <= right.box[0] + 1]
    if ruled:
        if any(ruled[0] < (w.x0 + w.x1) / 2 < ruled[-1] for line in body for w in line.words):
            raise Rejected("columns_unclear", messages.columns_unclear(left.label, right.label))
        return ruled[-1]
    rivers = _rivers(left, right, body)
    kept = len(body)
    while not rivers and kept > _after_last_anchor(body):  # a note under the table runs across columns
        kept -= 1
        rivers = _rivers(left, right, body[:kept])
    if not rivers:
        raise Rejected("columns_unclear", messages.columns_unclear(left.label, right.label))
    if len(rivers) > 1 and _left_aligned(right, rivers[-1], body):
        start, end = rivers[-1]  # what stands left of the common edge belongs to the column before
    else:
        start, end = max(rivers, key=lambda river: river[1] - river[0])
    return (start + end) / 2


def _left_aligned(cell: HeaderCell, river: tuple[float, float], body: Sequence[Line]) -> bool:
    """Whether the cells right of a river begin where their header does. Justified text leaves rivers inside cells."""
    if abs(river[1] - cell.box[0]) > _EDGE:
        return False
    starts = [phrase[0].x0 for line in body for phrase in phrases(line.words)]
    near = [x for x in starts if river[1] - _EDGE <= x < cell.box[2]]
    return len(near) > 2 and sum(1 for x in near if x - river[1] <= _EDGE) * 4 >= len(near) * 3


def _after_last_anchor(body: Sequence[Line]) -> int:
    """The index of the line after the last one with a date, month or count."""
    return max((i for i, line in enumerate(body) if any(map(_anchored, phrases(line.words)))), default=-1) + 1


def _anchored(phrase: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in phrase)
    return any(is_anchor(kind, text) for kind in ("date", "month", "count"))


def _rivers(left: HeaderCell, right: HeaderCell, body: Sequence[Line]) -> list[tuple[float, float]]:
    """Stretches between two header cells that no text of the header or the body crosses."""
    x0, x1 = left.box[0], right.box[2]
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
    return next(span for span in columns if span.holds(word))
