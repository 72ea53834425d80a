"""Where one row of a table ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout.anchors import is_anchor
from ingest.layout.columns import Span, column_of
from ingest.layout.lines import Line, Word, join

Band = list[Line]
"""The lines of one row (or of the part of a row that stands on this page)."""

_ALIGNED = 0.35  # of the font size: how far apart the edges of cells at one height may be
_OPEN = 0.6  # of the font size: lines of one cell do not stand as far apart
_CLEAR = 2.0  # points: how much wider than any gap inside a row a gap must be to part rows without other evidence


@dataclass(frozen=True, slots=True)
class Cut:
    """A band parted: the parts, the narrowest gap between parts and the widest gap inside one (points)."""

    parts: list[Band]
    between: float
    within: float


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
    """Anchors of one column, one wrapped over lines counted once; -1 if other text is left over."""
    cells = _cells(band, span)
    return len(cells) if all(whole for _, whole in cells) else -1


def _cells(band: Band, span: Span) -> list[tuple[str, bool]]:
    """The texts of a column of dates, months or counts, one wrapped over lines joined, and whether each is one."""
    texts = [text for line in band if (text := _text(line, span))]
    kind, at = span.column.kind, 0
    found: list[tuple[str, bool]] = []
    while at < len(texts):
        size = next((n for n in (3, 2, 1) if at + n <= len(texts) and is_anchor(kind, join(texts[at : at + n]))), 0)
        found.append((join(texts[at : at + max(1, size)]), size > 0))
        at += max(1, size)
    return found


def strangers(band: Band, columns: Sequence[Span]) -> list[tuple[str, str]]:
    """What stands in the columns of dates, months and counts and is none: the kind it should be, and the text."""
    return [
        (span.column.kind, text)
        for span in columns
        if span.column.anchor
        for text, whole in _cells(_ordered(band), span)
        if not whole
    ]


def _text(line: Line, span: Span) -> str:
    return " ".join(w.text for w in line.words if span.holds(w))


def row_gap(bands: Sequence[Band], columns: Sequence[Span]) -> float | None:
    """The narrowest gap between rows, learnt from the bands of a table that hold several; None if none does."""
    cuts = [_by_gap(_ordered(band), columns) for band in bands if anchors(band, columns) not in (0, 1)]
    return min((cut.between for cut in cuts if cut is not None), default=None)


def split(
    band: Band, columns: Sequence[Span], gap: float | None, may_continue: bool, unruled: bool = False
) -> list[Band] | None:
    """Part a band that no rule parts any more, by the white space between rows, else by its anchors.

    `gap` is the narrowest gap between rows elsewhere in the table; `may_continue`: the first lines may be the rest of a
    row that began on the page before; `unruled`: no rule parts rows anywhere. None when nothing gives rows
    with one anchor in each anchor column.
    """
    ordered = _ordered(band)
    count = anchors(band, columns)
    if count == 0 or (count == 1 and not may_continue):
        return None if count and unruled and _parted(ordered, columns) else [band]
    if count == 1:
        return _tail_and_row(ordered, columns, gap)
    cut = _by_gap(ordered, columns)
    parts = cut.parts if cut is not None else _cut_at_anchors(ordered, columns)
    if cut is None and _holds_gap(parts):
        return None
    begins = may_continue or anchors(parts[0], columns) == 1  # lines above the first date have to belong somewhere
    return parts if begins and _one_each(parts, columns) and _aligned(parts, columns) else None


def _holds_gap(parts: Sequence[Band]) -> bool:
    """Whether white space as wide as between rows runs through one of them, wider than its lines are apart elsewhere:
    a row that has no date would be taken for the rest of the one above it."""
    between = [after[0].top - max(line.bottom for line in before) for before, after in pairwise(parts)]
    within = [gap for part in parts for gap in _gaps(part)]
    return bool(within and between) and max(within) >= min(between) - 0.5 and max(within) - min(within) >= _CLEAR


def _parted(lines: Band, columns: Sequence[Span]) -> bool:
    """Whether white space as between rows runs through a band with one date: a second row may have none. Bullets of
    one cell may stand as far apart."""
    gaps = [
        gap
        for at, gap in enumerate(_gaps(lines), start=1)
        if any(column_of(word, columns).column.kind != "bullets" for line in lines[at:] for word in line.words)
    ]
    inside = [gap for gap in _gaps(lines) if gap >= 0]
    return any(gap > _OPEN * lines[0].size or gap - min(inside) >= _CLEAR for gap in gaps if gap >= 0)


def _aligned(parts: Sequence[Band], columns: Sequence[Span]) -> bool:
    """Whether the cells of each row stand at one height: all at its top, all in its middle or all at its bottom.

    Rows cut in the wrong place mix cells of two rows, and these stand at odds. A part without its date is the rest of a
    row that a page break cut off.
    """
    modes = {"top", "middle", "bottom"}
    for part in (part for part in parts if anchors(part, columns) == 1):
        modes &= _modes(part, columns)
    return bool(modes)


def _modes(part: Band, columns: Sequence[Span]) -> set[str]:
    """The ways in which the cells of a row are aligned."""
    blocks = []
    for span in columns:
        words = [word for line in part for word in line.words if span.holds(word)]
        if words:
            top, bottom = min(word.top for word in words), max(word.bottom for word in words)
            blocks.append({"top": top, "middle": (top + bottom) / 2, "bottom": bottom})
    slack = _ALIGNED * max(line.size for line in part)
    return {m for m in ("top", "middle", "bottom") if max(b[m] for b in blocks) - min(b[m] for b in blocks) <= slack}


def _tail_and_row(lines: Band, columns: Sequence[Span], gap: float | None) -> list[Band]:
    """A band with one anchor at the top of a page: one row, or the rest of the row before and one row."""
    if gap is not None:
        parts = _cut(lines, gap - 0.5)
        return parts if len(parts) > 1 and _one_each(parts, columns) else [lines]
    cut = _by_gap(lines, columns)
    clear = cut is not None and len(cut.parts) == 2 and cut.between - cut.within >= _CLEAR
    return cut.parts if cut is not None and clear else [lines]


def _ordered(band: Band) -> Band:
    return sorted(band, key=lambda line: line.top)


def _by_gap(lines: Band, columns: Sequence[Span]) -> Cut | None:
    """Parted at all gaps above a threshold: the one that tells gaps between rows from gaps inside rows most clearly."""
    gaps = _gaps(lines)
    best: Cut | None = None
    for gap in sorted({round(gap, 1) for gap in gaps if gap > 0}):
        parts = _cut(lines, gap - 0.05)
        if _one_each(parts, columns):
            within = max((g for g in gaps if g < gap - 0.05), default=0.0)
            cut = Cut(parts, gap, max(0.0, within))
            if best is None or cut.between - cut.within > best.between - best.within:
                best = cut
    return best


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
