"""Opens a PDF and gives its pages as glyphs and ruling lines, with positions.

Coordinates are PDF points from the top left corner of the visible page (its crop box), so a box can be drawn
on a picture of the page as it is. Text outside the visible page is not data and is left out.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from ingest import messages, second_reader
from ingest.errors import Rejected

if TYPE_CHECKING:
    from pdfminer.pdfpage import PDFPage as PdfminerPage
    from pdfplumber.page import Page as PlumberPage

MAX_BYTES = 64 * 1024 * 1024
MAX_PAGES = 2_000
_TAIL = 4096  # bytes in which the end mark stands, trailing rubbish of mail programs included
_SCAN = 0.4  # share of the page: with a picture this large and hardly a word on it, the page is a scan
_FEW = 120  # characters: a page number, a running header, a label
_THIN = 3.0  # points: a filled rectangle thinner than this is a ruling line


class Glyph(NamedTuple):
    """One printed character (or ligature), spaces included."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool


class Rule(NamedTuple):
    """A straight ruling line: at `at` across the axis, from `start` to `end` along it.

    `drawn`: not merely the edge of a shading.
    """

    at: float
    start: float
    end: float
    drawn: bool = True


class Aside(NamedTuple):
    """Text of a page that is not taken as data: 'hidden', 'turned' or a 'stamp', and the box around it."""

    kind: str
    text: str
    box: tuple[float, float, float, float]


@dataclass(slots=True)
class Page:
    """A page: glyphs in the order of the content stream, ruling lines by direction.

    `glyphs` are those that a reader of the page sees upright; `aside` holds the others: what cannot be seen, and text
    that is turned (a stamp, a watermark). `characters` counts all of them, for the comparison with the second reader.
    `picture`: the share of the page that its largest image takes. `turned`: most of its text does not stand upright.
    `visible`: glyphs other than spaces.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    picture: float = 0.0
    turned: bool = False
    visible: int = 0
    aside: list[Aside] = field(default_factory=list)
    characters: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Pdf:
    """A whole document, and the title in its metadata."""

    pages: list[Page] = field(default_factory=list)
    title: str = ""


def read(data: bytes, on_page: Callable[[Page], None] | None = None) -> Pdf:
    """Read all pages of a PDF file.

    `on_page` is handed each page as it is read; its glyphs are let go afterwards, since those of all pages at once take
    several times the memory of the lines made of them.

    Raises `Rejected` with one of the codes empty, not_pdf, truncated, too_large, encrypted, damaged, readers_differ,
    no_pages, no_text.
    """
    check_bytes(data)
    pdf = Pdf()
    for page in _pages(data, pdf):
        pdf.pages.append(page)
        if on_page is not None:
            on_page(page)
            page.glyphs = []
    if not pdf.pages and second_reader.page_count(data) == 0:
        raise Rejected("no_pages", messages.NO_PAGES)
    second_reader.agree(data, pdf.pages)
    turned = next((page.number for page in pdf.pages if page.turned), None)
    if turned is not None:
        raise Rejected("turned", messages.turned_page(turned))
    if not any(page.visible for page in pdf.pages):
        raise Rejected("no_text", messages.NO_TEXT)
    for page in pdf.pages:
        if page.picture > _SCAN and page.visible < _FEW:
            raise Rejected("no_text", messages.picture_page(page.number))
    return pdf


def check_bytes(data: bytes) -> None:
    """Refuse what is no PDF by its first bytes, or is too large to be a report."""
    if not data.strip():
        raise Rejected("empty", messages.EMPTY)
    if b"%PDF-" not in data[:1024]:
        raise Rejected("not_pdf", messages.NOT_PDF)
    if b"%%EOF" not in data[-_TAIL:]:
        raise Rejected("truncated", messages.TRUNCATED)
    if len(data) > MAX_BYTES:
        raise Rejected("too_large", messages.too_large(len(data), MAX_BYTES))


def _pages(data: bytes, pdf: Pdf) -> Iterator[Page]:
    """The pages one by one; the document's title is set on the way."""
    import pdfplumber
    from pdfplumber.utils.exceptions import PdfminerException

    from ingest.pdf_interpreter import hidden_layers

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MAX_PAGES:
                raise Rejected("too_large", messages.too_many_pages(len(document.pages), MAX_PAGES))
            pdf.title = _title(document.metadata)
            layers = hidden_layers(document.doc.catalog)
            for page in document.pages:
                made = _page(page, layers)
                page.close()
                yield made
    except Rejected:
        raise
    except PdfminerException as error:
        raise _damaged(error.args[0] if error.args else error) from error
    except Exception as error:  # pdfminer raises bare TypeError, KeyError ... on malformed files
        raise _damaged(error) from error


def _damaged(error: object) -> Rejected:
    name = type(error).__name__
    if name in {"PDFPasswordIncorrect", "PDFEncryptionError"}:
        return Rejected("encrypted", messages.ENCRYPTED)
    return Rejected("damaged", messages.damaged(name))


def _title(metadata: dict[str, Any]) -> str:
    title = metadata.get("Title", "")
    return title if isinstance(title, str) else ""


def _page(plumber: PlumberPage, layers: frozenset[int]) -> Page:
    from ingest.pdf_bullets import bullets
    from ingest.pdf_device import PageDevice
    from ingest.pdf_interpreter import Interpreter
    from ingest.pdf_stamp import stamped

    page_obj = plumber.page_obj
    device = PageDevice(plumber.pdf.rsrcmgr)
    Interpreter(plumber.pdf.rsrcmgr, device, layers).process_page(page_obj)
    width, height = (float(edge) for edge in _size(page_obj))
    left, above, right, below = _cut_off(page_obj)
    page = Page(plumber.page_number, width - left - right, height - above - below)
    low = height - above
    area = max(1.0, width * height)
    page.picture = max(((x1 - x0) * (y1 - y0) / area for x0, y0, x1, y1 in device.images), default=0.0)
    page.turned = len(device.turned) * 2 > len(device.marks)
    page.characters = Counter(mark.text for mark in device.marks)
    aside: dict[str, list[Glyph]] = {"hidden": [], "turned": [], "stamp": []}
    stamp = stamped(device.marks, device.pale)
    for index, mark in enumerate(device.marks):
        x0, x1, top, bottom = mark.x0 - left, mark.x1 - left, low - mark.y1, low - mark.y0
        on_page = x1 > 0 and x0 < page.width and bottom > 0 and top < page.height
        glyph = Glyph(mark.text, x0, top, x1, bottom, mark.size, mark.bold)
        if not on_page or index in device.hidden:
            aside["hidden"].append(glyph)
        elif index in device.turned:
            aside["turned"].append(glyph)
        elif index in stamp:
            aside["stamp"].append(glyph)
        else:
            page.glyphs.append(glyph)
    page.glyphs += bullets([(x0 - left, low - y1, x1 - left, low - y0) for x0, y0, x1, y1 in device.dots], page.glyphs)
    page.visible = sum(1 for glyph in page.glyphs if glyph.text.strip())
    page.aside = [_aside(kind, glyphs) for kind, glyphs in aside.items() if any(g.text.strip() for g in glyphs)]
    for (x0, y0, x1, y1), stroked in device.shapes:
        _add_rules(page, (x0 - left, low - y1, x1 - left, low - y0), stroked)
    return page


def _aside(kind: str, glyphs: list[Glyph]) -> Aside:
    box = (
        min(g.x0 for g in glyphs),
        min(g.top for g in glyphs),
        max(g.x1 for g in glyphs),
        max(g.bottom for g in glyphs),
    )
    return Aside(kind, " ".join("".join(g.text for g in glyphs).split()), box)


def _size(page_obj: PdfminerPage) -> tuple[float, float]:
    """Width and height of the media box as displayed."""
    x0, y0, x1, y1 = page_obj.mediabox
    width, height = abs(x1 - x0), abs(y1 - y0)
    return (height, width) if page_obj.rotate % 180 == 90 else (width, height)


def _cut_off(page_obj: PdfminerPage) -> tuple[float, float, float, float]:
    """How much the crop box cuts off the media box: left, top, right, bottom, as displayed."""
    mx0, my0, mx1, my1 = page_obj.mediabox
    cx0, cy0, cx1, cy1 = page_obj.cropbox
    cut = [max(0.0, cx0 - mx0), max(0.0, my1 - cy1), max(0.0, mx1 - cx1), max(0.0, cy0 - my0)]
    turns = (page_obj.rotate % 360) // 90
    left, above, right, below = cut[-turns:] + cut[:-turns] if turns else cut
    return float(left), float(above), float(right), float(below)


def _add_rules(page: Page, box: tuple[float, float, float, float], stroked: bool) -> None:
    """A thin shape is one ruling line; a box gives its four sides, shading its upper and lower edge."""
    x0, top, x1, bottom = box
    if bottom - top < _THIN:
        page.across.append(Rule((top + bottom) / 2, x0, x1))
    elif x1 - x0 < _THIN:
        page.down.append(Rule((x0 + x1) / 2, top, bottom))
    else:
        page.across += [Rule(top, x0, x1, stroked), Rule(bottom, x0, x1, stroked)]
        if stroked:
            page.down += [Rule(x0, top, bottom), Rule(x1, top, bottom)]
