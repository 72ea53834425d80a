"""Tables over pages: the header by its words, columns by rules or white space, rows by rules, spacing or anchors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest import messages
from ingest.errors import Rejected
from ingest.layout import bands
from ingest.layout.columns import Span, column_of, rule_positions, spans
from ingest.layout.header_search import Header, explain_missing, find_header
from ingest.layout.headers import TableSpec
from ingest.layout.lines import Line, Word, bounding, join
from ingest.pdf import Rule
from ingest.records import Box, Source


@dataclass(slots=True)
class Sheet:
    """The part of a page that belongs to one section: its lines, and the page's ruling lines."""

    page: int
    lines: list[Line]
    across: Sequence[Rule]
    down: Sequence[Rule]


@dataclass(slots=True)
class Row:
    """A row: the lines of each cell by column name, and where it stands (a box for each page)."""

    cells: dict[str, list[str]]
    boxes: dict[int, Box]

    def text(self, column: str) -> str:
        """A cell as one line of text."""
        return join(self.cells.get(column, []))

    @property
    def source(self) -> Source:
        pages = sorted(self.boxes)
        return Source(pages[0], self.boxes[pages[0]], pages[-1])

    def raw(self) -> dict[str, str]:
        """The cells as printed, line breaks kept."""
        return {name: "\n".join(lines) for name, lines in self.cells.items()}


@dataclass(slots=True)
class Table:
    """All rows of a table, the prose around it, and its header lines."""

    rows: list[Row] = field(default_factory=list)
    before: list[Line] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)
    headers: list[Line] = field(default_factory=list)


def read_table(spec: TableSpec, sheets: Sequence[Sheet]) -> Table:
    """Read the one table of a section.

    Raises `Rejected` (unknown_header, missing_column, table_missing, columns_unclear, rows_unclear).
    """
    table = Table()
    columns: list[Span] = []
    for sheet in sheets:
        down = rule_positions(sheet.down)
        header = find_header(sheet.lines, spec, down)
        body, lead = _body(sheet, header, table)
        if header is None and not columns:
            table.before += lead
            continue
        if header is not None:
            columns = spans(header, body, _inside(sheet.down, header, body))
        if body:
            _read_rows(table, sheet, body, columns, spec)
    if not columns:
        lines = [line for sheet in sheets for line in sheet.lines]
        raise explain_missing(lines, spec, [])
    return table


def _body(sheet: Sheet, header: Header | None, table: Table) -> tuple[list[Line], list[Line]]:
    """Lines below the header (all lines where there is none), and all lines where the table has not begun."""
    if header is None:
        return sheet.lines, sheet.lines
    table.headers += sheet.lines[header.start : header.end]
    (table.after if table.rows else table.before).extend(sheet.lines[: header.start])
    return sheet.lines[header.end :], []


def _inside(down: Sequence[Rule], header: Header, body: Sequence[Line]) -> list[float]:
    """Vertical rules that run beside the header or the body."""
    top = header.cells[0].box[1]
    bottom = body[-1].bottom if body else header.bottom
    return rule_positions([rule for rule in down if rule.start < bottom and rule.end > top])


def _read_rows(table: Table, sheet: Sheet, body: list[Line], columns: list[Span], spec: TableSpec) -> None:
    body = _without_notes(table, sheet, body)
    if not body:
        return
    ruled = rule_positions(_row_rules(sheet.across, body, columns))
    for band in bands.cut_at_rules(body, ruled):
        parts = bands.split(band, columns)
        if parts is None:
            raise Rejected("rows_unclear", messages.rows_unclear(spec.section, sheet.page))
        for part in parts:
            _add(table, sheet.page, part, columns)


def _without_notes(table: Table, sheet: Sheet, body: list[Line]) -> list[Line]:
    """Lines under the closing rule of a ruled table are prose, not rows."""
    if not sheet.down:
        return body
    end = max(rule.end for rule in sheet.down) + 1
    table.after += [line for line in body if line.top >= end]
    return [line for line in body if line.top < end]


def _row_rules(across: Sequence[Rule], body: Sequence[Line], columns: Sequence[Span]) -> list[Rule]:
    """Horizontal rules that part rows: those that pass through the first anchor column."""
    x0 = min(line.x0 for line in body)
    x1 = max(line.x1 for line in body)
    span = next(s for s in columns if s.column.kind in ("date", "month", "count"))
    middle = (max(span.left, x0) + min(span.right, x1)) / 2
    return [rule for rule in across if rule.start <= middle <= rule.end]


def _add(table: Table, page: int, band: bands.Band, columns: Sequence[Span]) -> None:
    cells: dict[str, list[str]] = {}
    for line in band:
        row: dict[str, list[Word]] = {}
        for word in line.words:
            row.setdefault(column_of(word, columns).column.name, []).append(word)
        for name, words in row.items():
            cells.setdefault(name, []).append(" ".join(word.text for word in words))
    box = bounding(line.box for line in band)
    if bands.anchors(band, columns) == 0 and table.rows and page not in table.rows[-1].boxes:
        last = table.rows[-1]
        last.boxes[page] = box
        for name, lines in cells.items():
            last.cells.setdefault(name, []).extend(lines)
    else:
        table.rows.append(Row(cells, {page: box}))
