"""Tables over pages: the header by its words, columns by rules or white space, rows by rules, spacing or anchors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.layout.bands import row_gap
from ingest.layout.columns import Span, rule_positions, spans
from ingest.layout.fill import filled, put_together, repeat
from ingest.layout.header_search import Header, explain_missing, find_header
from ingest.layout.headers import TableSpec
from ingest.layout.lines import Line, bounding, join
from ingest.layout.notes import looks_like_row, split_notes
from ingest.layout.rows import Body, PageRow, Spanning, page_rows
from ingest.layout.side_by_side import halves
from ingest.layout.totals import Stated, Total, stated_total, take_totals, total_of
from ingest.pdf import Rule
from ingest.records import Box, Source
from ingest.vocabulary.activity import split_activity


@dataclass(slots=True)
class Sheet:
    """The part of a page that belongs to one section: its lines, and the ruling lines beside them."""

    page: int
    lines: list[Line]
    across: Sequence[Rule]
    down: Sequence[Rule]


@dataclass(slots=True)
class Row:
    """A row: the lines of each cell by column name, where it stands (a box for each page), and which cells are
    filled in from the row above because the report prints them once for a group. `words`: its own words by page.
    `stated`: what a line states that is no row; `heads`: it names the state of the rows below it."""

    cells: dict[str, list[str]]
    boxes: dict[int, Box]
    filled: frozenset[str] = frozenset()
    words: dict[int, int] = field(default_factory=dict)
    stated: Total | None = None
    heads: bool = False

    def text(self, column: str) -> str:
        """A cell as one line of text."""
        return join(self.cells.get(column, []))

    @property
    def source(self) -> Source:
        pages = sorted(self.boxes)
        return Source(pages[0], self.boxes[pages[0]], pages[-1])

    def total(self) -> Total | None:
        """What the row states for a part of the table, if that is all it does."""
        return self.stated or total_of(self.printed())

    def printed(self) -> list[str]:
        """What its own cells say, each text once: a place put together of county and state repeats "Total"."""
        return list(dict.fromkeys(self.text(name) for name in self.cells if name not in self.filled))

    def raw(self) -> dict[str, str]:
        """The cells as printed, line breaks kept."""
        return {name: "\n".join(lines) for name, lines in self.cells.items()}


@dataclass(slots=True)
class Table:
    """All rows of a table, the prose around it, its header lines, the cells that span several rows, how many lines of
    that prose look like rows, and the rows that state a total of the table or of a part of it."""

    rows: list[Row] = field(default_factory=list)
    before: list[Line] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)
    headers: list[Line] = field(default_factory=list)
    spanning: list[Spanning] = field(default_factory=list)
    rows_left: int = 0
    totals: list[Row] = field(default_factory=list)


def read_table(spec: TableSpec, sheets: Sequence[Sheet]) -> Table:
    """Read the one table of a section.

    Raises `Rejected` (unknown_header, missing_column, table_missing, columns_unclear, rows_unclear).
    """
    table = Table()
    columns: list[Span] = []
    bodies: list[Body] = []
    parts = [_without_totals(part, spec, table.totals) for part in _parts(sheets, spec)]
    for index, (sheet, header, body) in enumerate(parts):
        if header is None and not columns:
            table.before += body
            continue
        if header is not None:
            table.headers += sheet.lines[header.start : header.end]
            columns = spans(header, _all_under(parts, index), _beside(sheet.down, header, body))
        kept, notes = split_notes(body, columns, sheet.down)
        table.after += notes
        if kept:
            continues = bool(bodies) and bodies[-1].lines[0].page < sheet.page  # no row goes on under a new header
            bodies.append(Body(kept, columns, sheet.across, continues))
    if not columns:
        lines = [line for sheet in sheets for line in sheet.lines]
        raise explain_missing(lines, spec, [])
    bands_of = [(band, body.columns) for body in bodies for band in body.bands()]
    gap = min((g for band, spans_of in bands_of if (g := row_gap([band], spans_of)) is not None), default=None)
    parted = any(each.parted() for each in bodies)
    rows: list[PageRow] = []
    for each in bodies:
        page_parts, spanning = page_rows(each, gap, spec.section, parted)
        rows += page_parts
        table.spanning += spanning
    table.rows_left = sum(1 for line in (*table.before, *table.after) if looks_like_row(line, spec))
    whole = _whole(rows)
    table.totals += [row for row in whole[:-1] if row.total()]
    others = [row for row in whole if row not in table.totals]
    put_together(others, spec)
    repeat(others, [column.name for column in spec.columns if column.kind == "text"])
    table.rows = filled(others, [column.name for column in spec.columns if column.group], table.totals)
    return table


def _without_totals(
    part: tuple[Sheet, Header | None, list[Line]], spec: TableSpec, totals: list[Row]
) -> tuple[Sheet, Header | None, list[Line]]:
    """Lines that state the total of a state or county go to `totals`; policies have none."""
    sheet, header, body = part
    if spec.name == "policies":
        return part
    rest, taken = take_totals(body, sheet.across, bands=spec.name == "refusals")
    totals += [_stating(stated) for stated in taken]
    return sheet, header, rest


def _stating(found: Stated) -> Row:
    page = found.lines[0].page
    words = sum(len(line.words) for line in found.lines)
    box = bounding(line.box for line in found.lines)
    return Row({"total": [x.text for x in found.lines]}, {page: box}, frozenset(), {page: words}, *found[1:])


def _all_under(parts: Sequence[tuple[Sheet, Header | None, list[Line]]], index: int) -> list[Line]:
    """The lines that stand under a header, on its page and on following ones that do not repeat it."""
    lines = list(parts[index][2])
    for _, header, body in parts[index + 1 :]:
        if header is not None:
            break
        lines += body
    return lines


def _parts(sheets: Sequence[Sheet], spec: TableSpec) -> list[tuple[Sheet, Header | None, list[Line]]]:
    """Each page's segments in order; a header that is repeated has the labels of the first."""
    found: list[tuple[Sheet, Header | None, list[Line]]] = []
    labels: tuple[str, ...] | None = None
    for sheet in sheets:
        for header, body in _segments(sheet, spec, labels):
            found.append((sheet, header, body))
            labels = labels or (header.labels if header else None)
    return found


def _segments(
    sheet: Sheet, spec: TableSpec, labels: tuple[str, ...] | None
) -> Iterator[tuple[Header | None, list[Line]]]:
    """The lines above the first header of a page (with None), and each header with the lines below it."""
    down = rule_positions(sheet.down)
    start = 0
    header: Header | None = None
    while True:
        following = find_header(sheet.lines, spec, down, start, labels)
        end = following.start if following else len(sheet.lines)
        if header is not None:
            yield from halves(header, sheet.lines[start:end], down)
        elif end > start:
            yield None, sheet.lines[start:end]
        if following is None:
            return
        header, start, labels = following, following.end, labels or following.labels


def _beside(down: Sequence[Rule], header: Header, body: Sequence[Line]) -> list[float]:
    """Vertical rules that run beside the header or the body."""
    top = header.cells[0].box[1]
    bottom = body[-1].bottom if body else header.bottom
    return rule_positions([rule for rule in down if rule.start < bottom and rule.end > top])


def _whole(parts: Sequence[PageRow]) -> list[Row]:
    """Rows put together over page breaks."""
    rows: list[Row] = []
    head: PageRow | None = None
    for index, part in enumerate(parts):
        if part.anchors == 0 and rows and _continues(rows[-1], part):
            _extend(rows[-1], part)
        elif part.anchors == 0 and _heads(part, parts[index + 1 :]):
            head = part  # cells in the middle of a tall row: its date stands on the next page
        else:
            rows.append(_row(part))
            if head is not None:
                rows[-1] = _row(head)
                _extend(rows[-1], part)
                head = None
    return rows


def _row(part: PageRow) -> Row:
    return Row(dict(part.cells), {part.page: part.box}, words={part.page: part.words})


def _continues(row: Row, part: PageRow) -> bool:
    """Whether a part without a date is the rest of a row: the first on the page after that row's, no total, and no row
    of its own whose dates are missing."""
    follows = part.first and part.page == max(row.boxes) + 1
    return follows and not _states_total(part) and not _is_whole(row, part)


def _is_whole(row: Row, part: PageRow) -> bool:
    """Whether both the row and what follows on the next page have a whole criminal activity, and the latter more."""
    texts = [row.text("activity"), join(part.cells.get("activity", []))]
    return len(part.cells) > 1 and all(split_activity(text)[1] is not None for text in texts)


def _heads(part: PageRow, after: Sequence[PageRow]) -> bool:
    return bool(after) and after[0].page == part.page + 1 and not _states_total(part)


def _states_total(part: PageRow) -> bool:
    texts = [join(lines) for lines in part.cells.values()]
    return stated_total(texts) is not None or total_of(texts) is not None


def _extend(row: Row, part: PageRow) -> None:
    row.boxes[part.page] = part.box
    row.words[part.page] = part.words
    for name, lines in part.cells.items():
        row.cells.setdefault(name, [])
        row.cells[name] = row.cells[name] + lines
