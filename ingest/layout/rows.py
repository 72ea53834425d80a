"""The rows of a table on one page, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import messages
from ingest.errors import Rejected
from ingest.layout import bands
from ingest.layout.columns import Span, column_of, rule_positions
from ingest.layout.lines import Line, Word, bounding, phrases, word_box
from ingest.pdf import Rule
from ingest.records import Box

_SMALL = 0.85  # of the size of a cell's text: a number or sign as small as this is the mark of a footnote
_MARK = re.compile(r"^(?:\d{1,2}|[a-d]|[*†‡§]{1,3})$")
Cells = dict[str, list[str]]


@dataclass(slots=True)
class PageRow:
    """A row, or the part of one that stands on this page. `anchors`: 1 for a row, 0 for a part without its date.

    `words`: how many words it has of its own, those of cells that span several rows left out.
    """

    page: int
    cells: Cells
    box: Box
    anchors: int
    first: bool
    words: int = 0


@dataclass(slots=True)
class Spanning:
    """A cell that spans several rows: its text, given to each of them, and where it stands once."""

    page: int
    box: Box
    text: str
    words: int


@dataclass(frozen=True, slots=True)
class Body:
    """The lines below a header on one page, the columns they stand in, and the page's horizontal rules.

    `continues`: rows of the table stand on a page before.
    """

    lines: list[Line]
    columns: list[Span]
    across: Sequence[Rule]
    continues: bool

    def ruled(self) -> list[float]:
        """Heights of the rules between rows."""
        return _row_rules(_drawn(self.across, self.lines), self.lines, self.columns)

    def parted(self) -> bool:
        """Whether rules run between its lines."""
        return any(self.lines[0].bottom <= y <= self.lines[-1].top for y in self.ruled())

    def bands(self) -> list[bands.Band]:
        """Lines between the same two rules."""
        return bands.cut_at_rules(self.lines, self.ruled())


def page_rows(
    body: Body, gap: float | None, section: str, parted: bool = False
) -> tuple[list[PageRow], list[Spanning]]:
    """Cut the lines below a header into rows; `gap` is the narrowest gap between rows elsewhere in the table, `parted`
    whether rules part the table's rows: where they do, lines that none parts are one row.

    Cells that span several of the rows come along, each once.

    Raises `Rejected` (rows_unclear, columns_unclear).
    """
    page = body.lines[0].page
    ruled = body.ruled()
    groups, rest = _spanned(body.lines, body.columns, _drawn(body.across, body.lines), ruled)
    free = not parted and not any(rest and rest[0].bottom <= y <= rest[-1].top for y in ruled)
    found: list[PageRow] = []
    for band in bands.cut_at_rules(rest, ruled):
        parts = bands.split(band, body.columns, gap, may_continue=free and body.continues and not found, unruled=free)
        if parts is None:
            odd = bands.strangers(band, body.columns)
            if not (odd and parted):
                raise Rejected("rows_unclear", messages.rows_unclear(section, page, odd))
            parts = [band]  # one row between two rules; what stands for its date sets it aside
        for part in parts:
            cells = _cells(part, body.columns)
            box = bounding(line.box for line in part)
            for group in groups:
                group.give(cells, box)
            words = sum(len(line.words) for line in part)
            found.append(PageRow(page, cells, box, min(1, bands.anchors(part, body.columns)), not found, words))
    return found, [group.spanning(page) for group in groups if group.given]


def _drawn(across: Sequence[Rule], body: Sequence[Line]) -> Sequence[Rule]:
    """The drawn lines, where there are any between the rows; else the edges of shadings too."""
    drawn = [rule for rule in across if rule.drawn]
    inside = [rule for rule in drawn if body[0].bottom < rule.at < body[-1].top]
    return drawn if inside or len(body) == 1 else across


def _row_rules(across: Sequence[Rule], body: Sequence[Line], columns: Sequence[Span]) -> list[float]:
    """Heights of horizontal rules that part rows: those that pass through the first anchor column."""
    span = next(s for s in columns if s.column.anchor)
    return rule_positions([rule for rule in across if _passes(rule, span, body)])


def _passes(rule: Rule, span: Span, body: Sequence[Line]) -> bool:
    words = [word for line in body for word in line.words if span.holds(word)]
    if not words:
        return False
    middle = (min(word.x0 for word in words) + max(word.x1 for word in words)) / 2
    return rule.start <= middle <= rule.end


@dataclass(slots=True)
class _Group:
    """A cell that spans rows: its text belongs to each row between `top` and `bottom`."""

    column: str
    top: float
    bottom: float
    words: list[list[Word]]
    given: bool = False

    def give(self, cells: Cells, box: Box) -> None:
        """Set the cell of a row that lies inside."""
        if self.top <= (box[1] + box[3]) / 2 <= self.bottom:
            cells[self.column] = [" ".join(word.text for word in line) for line in self.words]
            self.given = True

    def spanning(self, page: int) -> Spanning:
        """The cell as it stands on the page."""
        words = [word for line in self.words for word in line]
        return Spanning(page, bounding(map(word_box, words)), " ".join(w.text for w in words), len(words))


def _spanned(
    body: Sequence[Line], columns: Sequence[Span], across: Sequence[Rule], ruled: Sequence[float]
) -> tuple[list[_Group], list[Line]]:
    """Cells that span several ruled rows, and the lines without their words."""
    groups: list[_Group] = []
    taken: set[Word] = set()
    for span in columns:
        if not span.column.group:
            continue
        own = rule_positions([rule for rule in across if _passes(rule, span, body)])
        for top, bottom in zip([float("-inf"), *own], [*own, float("inf")], strict=True):
            if not any(top + 2 < y < bottom - 2 for y in ruled) or not own:
                continue
            lines = [
                [w for w in line.words if span.holds(w) and top < (w.top + w.bottom) / 2 < bottom] for line in body
            ]
            inside = [line for line in lines if line]
            if inside:
                groups.append(_Group(span.column.name, top, bottom, inside))
                taken.update(word for line in inside for word in line)
    rest = [Line(line.page, words) for line in body if (words := [w for w in line.words if w not in taken])]
    return groups, rest


def _cells(band: Sequence[Line], columns: Sequence[Span]) -> Cells:
    cells: Cells = {}
    sizes = _sizes(band, columns)
    for line in band:
        row: dict[str, list[Word]] = {}
        for phrase in phrases(line.words):
            names = [column_of(word, columns).column.name for word in phrase]
            if len(set(names)) > 1:
                raise Rejected("columns_unclear", messages.text_crosses(line.page, " ".join(w.text for w in phrase)))
            row.setdefault(names[0], []).extend(phrase)
        for name, words in row.items():
            text = " ".join(word.text for word in words if not _is_mark(word, sizes[name]))
            if text:
                cells.setdefault(name, []).append(text)
    return cells


def _sizes(band: Sequence[Line], columns: Sequence[Span]) -> dict[str, float]:
    """The largest font size in each column of a row."""
    found: dict[str, float] = {}
    for word in (word for line in band for word in line.words):
        name = column_of(word, columns).column.name
        found[name] = max(found.get(name, 0.0), word.size)
    return found


def _is_mark(word: Word, size: float) -> bool:
    """Whether a word is the small raised mark of a footnote: in the midst of a cell it would become part of a name."""
    return word.size < _SMALL * size and _MARK.match(word.text) is not None
