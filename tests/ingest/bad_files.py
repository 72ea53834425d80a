"""Files that are not taken, each with the code it has to be refused with."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import pikepdf
from PIL import Image
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.conftest import FIRST, SECOND, THIRD


def _canvas(draw: Callable[[Canvas], None]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def scan() -> bytes:
    """A page that is a picture."""

    def draw(canvas: Canvas) -> None:
        picture = io.BytesIO()
        Image.new("L", (600, 800), 200).save(picture, "PNG")
        picture.seek(0)
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(picture), 0, 0, *letter)
        canvas.showPage()

    return _canvas(draw)


def letter_to_editor() -> bytes:
    """Another kind of document."""
    return _canvas(lambda canvas: canvas.drawString(72, 700, "Dear editor, this is about detainers."))


def with_password() -> bytes:
    """A report that asks for a password."""
    out = io.BytesIO()
    with pikepdf.open(SECOND) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return out.getvalue()


def two_reports() -> bytes:
    """Two issues bound into one file: their rows must not be mixed."""
    out = io.BytesIO()
    with pikepdf.open(SECOND) as pdf, pikepdf.open(THIRD) as other:
        pdf.pages.extend(other.pages)
        pdf.save(out)
    return out.getvalue()


def without_pages() -> bytes:
    """A PDF with no page at all."""
    out = io.BytesIO()
    pikepdf.new().save(out)
    return out.getvalue()


def without(words: bytes, by: bytes) -> bytes:
    """The second report with some words of its page content written otherwise."""
    return reworded({words: by})


def reworded(changes: Mapping[bytes, bytes]) -> bytes:
    """The second report with several words of its page content written otherwise."""
    out = io.BytesIO()
    with pikepdf.open(SECOND) as pdf:
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            for words, by in changes.items():
                content = content.replace(words, by)
            page.Contents = pdf.make_stream(content)
        pdf.save(out)
    return out.getvalue()


def without_section(numeral: str) -> bytes:
    """The second report without the pages and titles of a section."""
    return without(f"Section {numeral}:".encode(), f"Chapter {numeral}:".encode())


REJECTED: list[tuple[str, Callable[[], bytes], str]] = [
    ("empty", lambda: b"", "empty"),
    ("blank", lambda: b" \n\n", "empty"),
    ("text", lambda: b"Weekly Declined Detainer Outcome Report", "not_pdf"),
    ("picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "not_pdf"),
    ("cut in half", lambda: FIRST.read_bytes()[: FIRST.stat().st_size // 2], "truncated"),
    ("two reports", two_reports, "several_reports"),
    ("last bytes missing", lambda: FIRST.read_bytes()[:-40], "truncated"),
    ("head only", lambda: b"%PDF-1.7\n%%EOF\n", "damaged"),
    ("password", with_password, "encrypted"),
    ("no pages", without_pages, "no_pages"),
    ("scan", scan, "no_text"),
    ("other document", letter_to_editor, "unknown_document"),
    ("other web page", lambda: b"<!DOCTYPE html><html><body><p>News</p></body></html>", "unknown_document"),
    (
        "web page without links",
        lambda: b"<html><body>Declined Detainer Outcome Report</body></html>",
        "unknown_document",
    ),
    ("unknown header", lambda: without(b"(Citizenship)", b"(Birthday)"), "unknown_header"),
    ("missing column", lambda: without(b"(Citizenship)", b"( )"), "missing_column"),
    ("no Section III", lambda: without_section("III"), "section_missing"),
    ("no period", lambda: without(b"Feb", b"Foo"), "no_period"),
]
