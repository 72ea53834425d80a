"""Pages with the places that were set aside or not read marked on them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.doctor import DocumentHealth, Spot

SCALE = 1.6
"""Pixels a point: a table of eight-point text can be read, a page stays under 200 kB."""
MOST = 20
"""Pages of one document that are drawn; a document with more of them is better looked at itself."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place by the name that its line in the list bears: Q1 for a row set aside, U1 for text not read."""

    name: str
    spot: Spot

    @property
    def aside(self) -> bool:
        """Whether it is a row set aside."""
        return self.name.startswith("Q")


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page, from 1, drawn with its marks."""

    page: int
    png: bytes
    marks: tuple[Mark, ...]


def marks(document: DocumentHealth) -> list[Mark]:
    """Every place of a document, named."""
    aside = [Mark(f"Q{n}", spot) for n, spot in enumerate(document.quarantine, start=1)]
    return aside + [Mark(f"U{n}", spot) for n, spot in enumerate(document.unread, start=1)]


def drawn(content: bytes, found: Sequence[Mark]) -> list[PagePicture]:
    """The pages that bear marks, at most `MOST` of them, in order. `content` is the document's PDF."""
    import pypdfium2

    pages = sorted({mark.spot.page for mark in found if mark.spot.page > 0})[:MOST]
    if not pages:
        return []
    pdf = pypdfium2.PdfDocument(content, password="")
    try:
        return [_drawn(pdf[page - 1], page, [m for m in found if m.spot.page == page]) for page in pages]
    finally:
        pdf.close()


def _drawn(page: object, number: int, found: Sequence[Mark]) -> PagePicture:
    from PIL import Image, ImageDraw, ImageFont

    picture = page.render(scale=SCALE).to_pil().convert("RGBA")  # type: ignore[attr-defined]
    wash = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(wash)
    font = ImageFont.load_default(size=9 * SCALE)
    for mark in found:
        x0, top, x1, bottom = (edge * SCALE for edge in mark.spot.box)
        fill, edge = _COLOURS[mark.name[0]]
        pen.rectangle((x0 - 3, top - 2, x1 + 3, bottom + 2), fill=(*fill, 60), outline=(*edge, 255), width=2)
        wide = pen.textlength(mark.name, font=font) + 8
        left = max(0.0, x0 - 3 - wide)  # over the place itself where it begins at the edge of the page
        pen.rectangle((left, top - 2, left + wide, top + 10 * SCALE), fill=(*edge, 255))
        pen.text((left + 4, top - 2), mark.name, fill="white", font=font)
    out = io.BytesIO()
    flat = Image.alpha_composite(picture, wash).convert("RGB").quantize(colors=64)
    flat.save(out, format="PNG", optimize=True)
    return PagePicture(number, out.getvalue(), tuple(found))


# Told apart by their names as well, for whoever does not see the colours.
_COLOURS = {"Q": ((255, 200, 0), (150, 30, 0)), "U": ((120, 180, 255), (0, 50, 140))}
