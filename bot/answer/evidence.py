"""The page behind an answer as a picture, with the rows marked.

Where the rows stand comes from checked SQL over the views; the page itself from the document stored in the database.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.answer.edition import Edition
from bot.answer.execute import Execute
from bot.answer.naming import report_name
from bot.messages import evidence as say
from bot.query import Filter, Place, Query
from bot.sql.compile import Role, compile_marks, compile_query

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

Box = tuple[float, float, float, float]
Fetch = Callable[[str], bytes | None]
"""The bytes of a document, by its id."""

SCALE = 2.0
"""Pixels a point: 144 dots an inch, enough to read a table of ten-point text."""
_PDFIUM = threading.Lock()
_FACT_SECTION = {"issued_nationwide": "I", "issued_listed": "I", "declined_stated": "II"}


class NoEvidence(Exception):  # noqa: N818 - an outcome, said as one
    """There is no page to show; the text says why."""


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page that holds rows behind an answer: boxes in points from its top left corner.

    subject: what is marked. report_id: the report that the rows are of; a correction stands in a notice about it.
    """

    subject: str
    report_id: str
    document_id: str
    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page. `index` counts the pages that can be shown, from 1."""

    png: bytes
    caption: str
    alt: str
    report_id: str
    page: int
    index: int
    of: int


def marked_pages(query: Query, execute: Execute, edition: Edition) -> list[MarkedPage]:
    """The pages behind the answer to this Query, in order. Raises NoEvidence, NotRun."""
    statement = compile_marks(leading(query, execute))
    if statement is None:
        return _fact_pages(query, execute, edition)
    found: dict[tuple[str, str, int], list[Box]] = {}
    for report_id, page, x0, top, x1, bottom, document_id in execute(statement).rows:
        if page and document_id and x0 is not None:
            found.setdefault((report_id, document_id, page), []).append((x0, top, x1, bottom))
    if not found:
        raise NoEvidence(say.NO_ROWS)
    return [MarkedPage(query.subject, r, d, p, tuple(boxes)) for (r, d, p), boxes in found.items()]


def leading(query: Query, execute: Execute) -> Query:
    """For "which has the most": the plan narrowed to the rows of whoever has it; otherwise the plan as it is."""
    if query.limit != 1 or len(query.group_by) != 1 or query.group_by[0].bucket not in (None, "day"):
        return query
    plan = compile_query(query)
    rows = execute(plan.sql).rows
    cells = {c.name: rows[0][i] for i, c in enumerate(plan.columns) if c.role is Role.KEY} if rows else {}
    if not cells or query.group_by[0].group:
        return query
    field = query.group_by[0].field
    value = next(iter(cells.values()))
    if field in ("place", "county", "state"):
        field, value = "place", Place(state=cells["state"], county=cells.get("county"), city=cells.get("place"))
    narrowed = (*query.filters, Filter(field=field, values=(value,)))
    return query.model_copy(update={"filters": narrowed, "group_by": (), "limit": None, "order": None})


def draw(pages: Sequence[MarkedPage], edition: Edition, fetch: Fetch, *, index: int = 1) -> Picture:
    """One of the pages as PNG. Raises NoEvidence when there is no such page or its document is gone."""
    if not 1 <= index <= len(pages):
        raise NoEvidence(say.no_such_page(index, len(pages)))
    shown = pages[index - 1]
    content = fetch(shown.document_id)
    if content is None:
        raise NoEvidence(say.NO_DOCUMENT)
    total = sum(len(p.boxes) for p in pages)
    week = report_name(edition, shown.report_id)
    where = say.notice(week) if shown.subject == "corrections" else say.report(week)
    about = (shown.subject, where, shown.page, len(shown.boxes), total)
    caption = say.caption(*about) if total else say.fact_caption(where, shown.page)
    report = edition.report(shown.report_id)
    png = _drawn(content, shown, caption, sample=bool(report and report.sample))
    return Picture(png, caption, say.alt(*about), shown.report_id, shown.page, index, len(pages))


def _fact_pages(query: Query, execute: Execute, edition: Edition) -> list[MarkedPage]:
    """For what a report states as a whole: the first page of the section that states it, nothing marked."""
    asked = (query.measure.field, *query.measure.fields)
    section = next((_FACT_SECTION[f] for f in asked if f in _FACT_SECTION), None)
    rows = execute("SELECT report_id, source_document FROM reports ORDER BY report_id").rows
    documents = {str(row[0]): row[1] for row in rows}
    wanted = {str(v) for f in query.filters if f.field == "report" for v in f.values} or set(documents)
    pages = []
    for report_id, document_id in documents.items():
        if report_id in wanted and document_id:
            span = edition.section_pages.get((report_id, section)) if section else None
            pages.append(MarkedPage(query.subject, report_id, document_id, span[0] if span else 1, ()))
    if not pages:
        raise NoEvidence(say.NO_FACT_PAGE)
    return pages


def _drawn(content: bytes, shown: MarkedPage, caption: str, *, sample: bool) -> bytes:
    from PIL import Image, ImageDraw

    picture = _page(content, shown.page)
    marks = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(marks)
    for box in shown.boxes:
        _mark(pen, box)
    picture = Image.alpha_composite(picture, marks).convert("RGB")
    return _framed(picture, caption, say.SAMPLE if sample else "", _font(13 * SCALE))


def _page(content: bytes, number: int) -> Image.Image:
    """A page as it was printed. One at a time: two threads inside PDFium end the whole process."""
    import pypdfium2

    with _PDFIUM, pypdfium2.PdfDocument(content, password="") as document:
        page = document[number - 1]
        picture: Image.Image = page.render(scale=SCALE).to_pil().convert("RGBA")
        page.close()
        return picture


def _mark(pen: ImageDraw.ImageDraw, box: Box) -> None:
    """A light wash and a dark bar at the left: seen with and without colour."""
    x0, top, x1, bottom = (value * SCALE for value in box)
    margin = 1.5 * SCALE
    pen.rectangle(
        (x0 - margin, top - margin, x1 + margin, bottom + margin), fill=(255, 214, 0, 70), outline=(120, 80, 0, 255)
    )
    pen.rectangle((x0 - 5 * SCALE, top - margin, x0 - 2 * SCALE, bottom + margin), fill=(120, 40, 0, 255))


def _framed(picture: Image.Image, caption: str, label: str, font: Any) -> bytes:
    """The page under a band with the caption; the sample label stands in it, apart from the page."""
    from PIL import Image, ImageDraw

    lines = [caption, *([label] if label else [])]
    height = int(font.size * 1.6)
    framed = Image.new("RGB", (picture.width, picture.height + height * len(lines)), "white")
    framed.paste(picture, (0, height * len(lines)))
    pen = ImageDraw.Draw(framed)
    for number, line in enumerate(lines):
        top = number * height
        dark = number == 0
        pen.rectangle((0, top, framed.width, top + height), fill="#222222" if dark else "#ffe9a8")
        fitted = _fitted(pen, line, font, framed.width - 20)
        pen.text((10, top + height * 0.15), line, fill="white" if dark else "black", font=fitted)
    out = io.BytesIO()
    framed.save(out, format="PNG", optimize=False)
    return out.getvalue()


def _fitted(pen: ImageDraw.ImageDraw, line: str, font: Any, width: int) -> Any:
    """The font, smaller where the line would not fit."""
    while font.size > 10 and pen.textlength(line, font=font) > width:
        font = _font(font.size - 1)
    return font


def _font(size: float) -> Any:
    """DejaVu Sans, which matplotlib ships (found without importing it); Pillow's own lacks dashes."""
    from importlib.util import find_spec

    from PIL import ImageFont

    found = find_spec("matplotlib")
    for folder in (found.submodule_search_locations or ()) if found else ():
        path = Path(folder, "mpl-data", "fonts", "ttf", "DejaVuSans.ttf")
        if path.is_file():
            return ImageFont.truetype(str(path), size)
    return ImageFont.load_default(size=size)
