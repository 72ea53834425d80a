"""A pdfminer device that keeps only what tables need: glyphs, ruling lines, and what hides what.

It stands behind `pdfplumber.open()` in place of the stock layout device and is several times faster, since it makes no
object per character. Positions are those that pdfminer's own `LTChar` has. Text that a reader of the page would not see
(render mode 3, no opacity, the colour of its ground, clipped away, in a hidden layer, or painted over) is kept apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect, mult_matrix

from ingest.pdf_colour import luminance
from ingest.pdf_dingbats import dingbat, is_dingbats

Rect = tuple[float, float, float, float]

_WINANSI_UNUSED = (127, 129, 141, 143, 144, 157)
_INVISIBLE_MODES = (3, 7)
_SAME_SHADE = 0.06  # text this near to the shade of its ground cannot be read
_LARGE = 30.0  # points: text as large as this and as light is a stamp across the page, where other text runs through it
_PALE = 0.5
_SMALL = 3.0  # points: thinner shapes are rules and hide nothing
_DOT = (1.2, 8.0)  # points: the least and the greatest width of a bullet that is drawn
_BUCKET = 8.0  # points: glyphs are looked up by their height on the page


class Mark(NamedTuple):
    """A glyph in page coordinates (origin at the lower left)."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool


class PageDevice(PDFTextDevice):
    """Collects one page. `marks` and `shapes` (box, whether stroked) are in paint order.

    `hidden` holds the indexes of marks that cannot be seen, `pale` those of large light text; `dots` are small round
    shapes, which may be bullets.
    """

    ctm: tuple[float, float, float, float, float, float]

    def __init__(self, rsrcmgr: Any) -> None:
        super().__init__(rsrcmgr)
        self.marks: list[Mark] = []
        self.hidden: set[int] = set()
        self.shapes: list[tuple[Rect, bool]] = []
        self.images: list[Rect] = []
        self.dots: list[Rect] = []
        self.turned: set[int] = set()
        self.pale: set[int] = set()
        self.alpha = 1.0
        self.clip: Rect | None = None
        self.layer_hidden = False
        self._fills: list[tuple[Rect, float]] = []
        self._buckets: dict[int, list[int]] = defaultdict(list)
        self._fonts: dict[int, tuple[dict[int, tuple[str, float]], float, bool]] = {}
        self._figures: list[tuple[Rect, Any]] = []

    # -- text ---------------------------------------------------------------------------------------------------

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Place the glyphs of a string; upright text the fast way, all other text as pdfminer does."""
        first = len(self.marks)
        a, b, c, d, e, f = mult_matrix(textstate.matrix, self.ctm)
        font = textstate.font
        if b == 0 == c and a > 0 and d > 0 and not font.is_vertical():
            self._upright(textstate, seq, (a, d, e, f))
        else:
            super().render_string(textstate, seq, ncs, graphicstate)
        if first < len(self.marks):
            self._judge(first, textstate, graphicstate)

    def _upright(self, textstate: Any, seq: Any, scale: tuple[float, float, float, float]) -> None:
        a, d, e, f = scale
        font, fontsize = textstate.font, textstate.fontsize
        known, descent, bold = self._font(font)
        scaling = textstate.scaling * 0.01
        charspace = textstate.charspace * scaling
        wordspace = 0 if font.is_multibyte() else textstate.wordspace * scaling
        dxscale = 0.001 * fontsize * scaling
        x, y = textstate.linematrix
        low = f + d * (y + descent * fontsize + textstate.rise)
        size = d * fontsize
        y0, y1 = (low, low + size) if size >= 0 else (low + size, low)
        height, marks, bucket = abs(size), self.marks, self._buckets[int((y0 + y1) / 2 // _BUCKET)]
        spaced = False
        for item in seq:
            if isinstance(item, bytes):
                for cid in font.decode(item):
                    if spaced:
                        x += charspace
                    text, width = known[cid] if cid in known else self._learn(font, known, cid)
                    advance = width * fontsize * scaling
                    left = e + a * x
                    right = left + a * advance
                    bucket.append(len(marks))
                    if left <= right:
                        marks.append(Mark(text, left, y0, right, y1, height, bold))
                    else:
                        marks.append(Mark(text, right, y0, left, y1, height, bold))
                    x += advance
                    if cid == 32 and wordspace:
                        x += wordspace
                    spaced = True
            elif isinstance(item, int | float):
                x -= item * dxscale
                spaced = True
        textstate.linematrix = (x, y)

    def _font(self, font: PDFFont) -> tuple[dict[int, tuple[str, float]], float, bool]:
        key = id(font)
        if key not in self._fonts:
            name = str(getattr(font, "fontname", ""))
            self._fonts[key] = ({}, font.get_descent(), "bold" in name.lower() or "black" in name.lower())
        return self._fonts[key]

    @staticmethod
    def _learn(font: PDFFont, known: dict[int, tuple[str, float]], cid: int) -> tuple[str, float]:
        try:
            own = dingbat(cid) if is_dingbats(str(getattr(font, "fontname", ""))) else None
            text = own or str(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            # ISO 32000-1, annex D.2: codes that WinAnsi does not use are bullets
            text = "•" if cid in _WINANSI_UNUSED and not font.is_multibyte() else "\ufffd"
        known[cid] = (text, font.char_width(cid))
        return known[cid]

    def render_char(
        self,
        matrix: Any,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """Place one glyph of turned or vertical text."""
        known, descent, bold = self._font(font)
        text, width = known[cid] if cid in known else self._learn(font, known, cid)
        advance = float(width * fontsize * scaling)
        if font.is_vertical():
            box = (-fontsize / 2, rise + advance, fontsize / 2, rise)
        else:
            box = (0, descent * fontsize + rise, advance, descent * fontsize + rise + fontsize)
        self.turned.add(len(self.marks))
        x0, y0, x1, y1 = apply_matrix_rect(matrix, box)
        self._buckets[int((y0 + y1) / 2 // _BUCKET)].append(len(self.marks))
        self.marks.append(Mark(text, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), abs(y1 - y0), bold))
        return advance

    # -- what can be seen ---------------------------------------------------------------------------------------

    def _judge(self, first: int, textstate: Any, graphicstate: Any) -> None:
        """Mark the glyphs from `first` on that a reader of the page would not see."""
        unseen = self.layer_hidden or textstate.render in _INVISIBLE_MODES or self.alpha < 0.05
        shade = luminance(graphicstate.ncolor)
        if not unseen and shade is not None and (self._fills or shade > 1 - _SAME_SHADE):
            unseen = textstate.render == 0 and abs(shade - self._ground(self.marks[first])) < _SAME_SHADE
        if self.marks[first].size >= _LARGE and (self.alpha < _PALE or (shade is not None and shade > _PALE)):
            self.pale.update(range(first, len(self.marks)))
        if unseen:
            self.hidden.update(range(first, len(self.marks)))
        elif self.clip is not None:
            left, low, right, high = self.clip
            for index in range(first, len(self.marks)):
                mark = self.marks[index]
                x, y = (mark.x0 + mark.x1) / 2, (mark.y0 + mark.y1) / 2
                if not (left <= x <= right and low <= y <= high):
                    self.hidden.add(index)

    def _ground(self, mark: Mark) -> float:
        """The shade under a glyph: the last shape filled there, else white paper."""
        x, y = (mark.x0 + mark.x1) / 2, (mark.y0 + mark.y1) / 2
        for (x0, y0, x1, y1), shade in reversed(self._fills):
            if x0 <= x <= x1 and y0 <= y <= y1:
                return shade
        return 1.0

    def _cover(self, box: Rect) -> None:
        """Everything painted so far under an opaque shape is hidden."""
        x0, y0, x1, y1 = box
        for bucket in range(int(y0 // _BUCKET) - 1, int(y1 // _BUCKET) + 2):
            for index in self._buckets.get(bucket, ()):
                mark = self.marks[index]
                if x0 <= (mark.x0 + mark.x1) / 2 <= x1 and y0 <= (mark.y0 + mark.y1) / 2 <= y1:
                    self.hidden.add(index)

    # -- shapes and images --------------------------------------------------------------------------------------

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        """Keep the box of each subpath; a filled box hides what lies under it."""
        for part in _subpaths(path):
            points = [apply_matrix_pt(self.ctm, segment[-2:]) for segment in part if len(segment) > 2]
            if len(points) < 2:
                continue
            if any(segment[0] in "cvy" for segment in part):
                self._dot(points)
                continue
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = (min(xs), min(ys), max(xs), max(ys))
            self.shapes.append((box, stroke))
            shade = luminance(graphicstate.ncolor)
            opaque = fill and self.alpha > 0.5 and shade is not None and not self.layer_hidden
            if opaque and shade is not None and box[2] - box[0] > _SMALL and box[3] - box[1] > _SMALL:
                self._cover(box)
                self._fills.append((box, shade))

    def _dot(self, points: Sequence[tuple[float, float]]) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        width, height = max(xs) - min(xs), max(ys) - min(ys)
        seen = self.alpha > 0.05 and not self.layer_hidden
        if seen and _DOT[0] <= width <= _DOT[1] and abs(width - height) < 0.3 * width:
            self.dots.append((min(xs), min(ys), max(xs), max(ys)))

    def begin_figure(self, name: str, bbox: Rect, matrix: Any) -> None:
        """Remember where a figure (a form or an image) stands."""
        self._figures.append((bbox, mult_matrix(matrix, self.ctm)))

    def end_figure(self, name: str) -> None:
        """Leave the figure."""
        self._figures.pop()

    def render_image(self, name: str, stream: Any) -> None:
        """An image hides the text painted before it, unless it is see-through."""
        box: Rect | None = None
        if self._figures:
            box = apply_matrix_rect(self._figures[-1][1], self._figures[-1][0])
            self.images.append(box)
        see_through = any(key in stream.attrs for key in ("SMask", "Mask", "ImageMask"))
        if box is not None and not see_through and self.alpha > 0.5 and not self.layer_hidden:
            self._cover(box)


def _subpaths(path: Sequence[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = []
    for segment in path:
        if segment[0] == "m" or not parts:
            parts.append([])
        parts[-1].append(segment)
    return parts
