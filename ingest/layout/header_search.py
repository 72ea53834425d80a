"""Finds the header of a table among the lines of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest import messages
from ingest.errors import Rejected
from ingest.layout.headers import Column, TableSpec, tokens
from ingest.layout.lines import Line, Word, bounding, join, phrases, word_box
from ingest.records import Box

_LONGEST = 80  # characters: no header is as long
_TALLEST = 12  # lines that a wrapped header may take, its cells on different heights


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A header cell: the column it names (None if unknown), its words as printed and its box."""

    column: Column | None
    label: str
    box: Box


@dataclass(frozen=True, slots=True)
class Header:
    """A table header: the lines it takes (start, end) and its cells from left to right."""

    start: int
    end: int
    cells: tuple[HeaderCell, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels from left to right."""
        return tuple(cell.label for cell in self.cells)

    @property
    def bottom(self) -> float:
        return max(cell.box[3] for cell in self.cells)


def find_header(
    lines: Sequence[Line],
    spec: TableSpec,
    down: Sequence[float],
    first: int = 0,
    labels: tuple[str, ...] | None = None,
) -> Header | None:
    """The first header from line `first` on that names all columns of a table and no other; None if there is none.

    Where several heights would do, `labels` (the header's on a page before) decide, else the tallest is taken.

    `down` are the positions of vertical ruling lines, which part header cells that stand close together.
    """
    like = [_like_header(line, spec) for line in lines]
    tallest: Header | None = None
    for start in range(first, len(lines)):
        hits = [
            header
            for end in range(start + 1, min(start + _TALLEST, len(lines)) + 1)
            if all(like[start:end])
            for header in _readings(lines, start, end, spec, down)
            if _complete(header, spec)
        ]
        hits = [_with_numbers(header, lines) for header in hits]
        same = next((header for header in hits if header.labels == labels), None)
        if same is not None:
            return same
        tallest = tallest or (hits[-1] if hits else None)
        if tallest is not None and labels is None:
            break
    return tallest


def _with_numbers(header: Header, lines: Sequence[Line]) -> Header:
    """The header with the line below it, should that number its columns ("(1) (2) (3)") or end a bracket."""
    marks = [word.text.strip("()[]").lower() for word in lines[header.end].words] if header.end < len(lines) else []
    count = range(len(header.cells))
    numbers = [str(n + 1) for n in count], [chr(ord("a") + n) for n in count]
    return replace(header, end=header.end + 1) if marks and (marks in numbers or not any(marks)) else header


def _like_header(line: Line, spec: TableSpec) -> bool:
    """Whether a line holds only words that headers of this table hold (a quick look before the close one)."""
    words = [word for printed in line.words for word in tokens(printed.text)]
    return bool(words) and all(word in spec.words for word in words)


def _readings(lines: Sequence[Line], start: int, end: int, spec: TableSpec, down: Sequence[float]) -> list[Header]:
    found = []
    for groups in (_by_rules(lines[start:end], down), _by_gaps(lines[start:end])):
        if groups:
            labels = [join(" ".join(word.text for word in row) for row in rows) for rows in groups]
            boxes = [bounding(word_box(word) for row in rows for word in row) for rows in groups]
            cells = tuple(map(HeaderCell, spec.named(labels), labels, boxes))
            found.append(Header(start, end, cells))
    return found


def _complete(header: Header, spec: TableSpec) -> bool:
    names = [cell.column.name for cell in header.cells if cell.column]
    if len(names) < len(header.cells):
        return False
    half = len(names) // 2
    doubled = spec.name == "issued" and names[:half] == names[half:] and spec.complete(names[:half])
    return spec.complete(names) or doubled


def _by_rules(lines: Sequence[Line], down: Sequence[float]) -> list[list[list[Word]]]:
    """Header words by the vertical rules they stand between; empty if a word crosses a rule."""
    groups: dict[int, list[list[Word]]] = {}
    for line in lines:
        row: dict[int, list[Word]] = {}
        for word in line.words:
            slot = sum(1 for x in down if x <= (word.x0 + word.x1) / 2)
            row.setdefault(slot, []).append(word)
        for slot, words in row.items():
            groups.setdefault(slot, []).append(words)
    return [groups[slot] for slot in sorted(groups)]


def _by_gaps(lines: Sequence[Line]) -> list[list[list[Word]]]:
    """Header words by the white space between them; wrapped lines join the cell they stand under."""
    groups: list[tuple[float, float, list[list[Word]]]] = []
    for line in lines:
        for phrase in phrases(line.words):
            x0, x1 = phrase[0].x0, phrase[-1].x1
            over = [group for group in groups if x0 < group[1] and x1 > group[0]]
            merged = [row for group in over for row in group[2]] + [phrase]
            bounds = (min([x0, *(g[0] for g in over)]), max([x1, *(g[1] for g in over)]))
            groups = [group for group in groups if group not in over]
            groups.append((bounds[0], bounds[1], merged))
    return [group[2] for group in sorted(groups, key=lambda g: g[0])]


def explain_missing(lines: Sequence[Line], spec: TableSpec, down: Sequence[float]) -> Rejected:
    """Why no header was found: an unknown header, a missing column, or nothing like a header."""
    best: Header | None = None
    score = 0
    for start in range(len(lines)):
        for end in range(start + 1, min(start + _TALLEST, len(lines)) + 1):
            for header in _readings(lines, start, end, spec, down):
                if any(len(cell.label) > _LONGEST for cell in header.cells):
                    continue  # prose above the table
                known = len({cell.column.name for cell in header.cells if cell.column})
                value = 3 * known - sum(1 for cell in header.cells if cell.column is None)
                if value > score:
                    best, score = header, value
    if best is None:
        wanted = [column.name for column in spec.required]
        return Rejected("table_missing", messages.table_missing(spec.section, wanted, lines[0].text if lines else ""))
    return _explain(best, lines[best.start].page, spec)


def _explain(header: Header, page: int, spec: TableSpec) -> Rejected:
    unknown = [cell.label for cell in header.cells if cell.column is None]
    if unknown:
        nearest = spec.nearest(unknown[0])
        names = [column.name.replace("_", " ") for column in spec.required]
        return Rejected("unknown_header", messages.unknown_header(spec.section, page, unknown[0], nearest, names))
    seen = {cell.column.name for cell in header.cells if cell.column}
    missing = [column.name for column in spec.required if column.name not in seen]
    labels = [cell.label for cell in header.cells]
    if not missing and len(labels) == len(seen):
        return Rejected("header_cut", messages.header_cut(spec.section, page))
    if not missing:
        return Rejected("doubled_column", messages.doubled_column(spec.section, page, labels))
    return Rejected("missing_column", messages.missing_column(spec.section, page, missing, labels))
