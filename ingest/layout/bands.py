"""Where one row of a table ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.layout.anchors import is_anchor
from ingest.layout.columns import Span
from ingest.layout.lines import Line, Word, join

Band = list[Line]
"""The lines of one row (or of the part of a row that stands on this page)."""


def cut_at_rules(lines: Sequence[Line], ruled: Sequence[float]) -> list[Band]:
    """Lines between the same two horizontal rules."""
    found: dict[int, Band] = {}
    for line in lines:
        for slot, part in _by_slot(line, ruled).items():
            found.setdefault(slot, []).append(part)
    return [found[slot] for slot in sorted(found)]


def _by_slot(line: Line, ruled: Sequence[float]) -> dict[int, Line]:
    slots: dict[int, list[Word]] = {}
    for word in line.words:
        slot = sum(1 for y in ruled if y <= (word.top + word.bottom) / 2)
        slots.setdefault(slot, []).append(word)
    return {slot: Line(line.page, words) for slot, words in slots.items()}


def anchors(band: Band, columns: Sequence[Span]) -> int:
    """How many rows a band holds, by the dates, months or counts in it; -1 if the columns disagree."""
    counts = {_count(band, span) for span in columns if span.column.anchor}
    return counts.pop() if len(counts) == 1 else -1


def _count(band: Band, span: Span) -> int:
    texts = [text for line in band if (text := _text(line, span))]
    single = sum(1 for text in texts if is_anchor(span.column.kind, text))
    if single == 0 and texts:
        return 1 if is_anchor(span.column.kind, join(texts)) else -1
    return single


def _text(line: Line, span: Span) -> str:
    return " ".join(w.text for w in line.words if span.holds(w))


def split(band: Band, columns: Sequence[Span]) -> list[Band] | None:
    """Part a band that holds several rows, by the white space between rows, else by its anchors.

    None when neither gives rows with one anchor in each anchor column.
    """
    if anchors(band, columns) in (0, 1):
        return [band]
    ordered = sorted(band, key=lambda line: line.top)
    for gap in sorted({round(gap, 1) for gap in _gaps(ordered)}, reverse=True):
        parts = _cut(ordered, gap - 0.05)
        if _one_each(parts, columns):
            return parts
    parts = _cut_at_anchors(ordered, columns)
    return parts if _one_each(parts, columns) else None


def _gaps(lines: Sequence[Line]) -> list[float]:
    """White space before each line but the first, measured from the lowest text above it."""
    found = []
    low = lines[0].bottom
    for line in lines[1:]:
        found.append(line.top - low)
        low = max(low, line.bottom)
    return found


def _cut(lines: Sequence[Line], gap: float) -> list[Band]:
    parts: list[Band] = [[lines[0]]]
    for line, space in zip(lines[1:], _gaps(lines), strict=True):
        if space >= gap:
            parts.append([])
        parts[-1].append(line)
    return parts


def _one_each(parts: Sequence[Band], columns: Sequence[Span]) -> bool:
    """One row a part; only the first may be the rest of a row that began on the page before."""
    counts = [anchors(part, columns) for part in parts]
    return bool(counts) and counts[0] in (0, 1) and all(count == 1 for count in counts[1:])


def _cut_at_anchors(lines: Sequence[Line], columns: Sequence[Span]) -> list[Band]:
    """A row starts at each line that holds an anchor (cells aligned at the top)."""
    parts: list[Band] = [[]]
    for line in lines:
        if parts[-1] and anchors([line], columns) == 1:
            parts.append([])
        parts[-1].append(line)
    return parts
