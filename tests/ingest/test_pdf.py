"""Pages as glyphs: what a reader of the page sees is data, all else is named and left out."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from ingest import pdf
from ingest.errors import Rejected

SEEN = "What everybody sees on the page."


def made(draw: Callable[[Canvas], None], seen: bool = True) -> bytes:
    """A page of 400 by 300 points with a visible line and what `draw` adds."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300))
    if seen:
        canvas.drawString(20, 250, SEEN)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def page_of(data: bytes) -> pdf.Page:
    (page,) = pdf.read(data).pages
    return page


def text(page: pdf.Page) -> str:
    return "".join(glyph.text for glyph in page.glyphs)


def _invisible(canvas: Canvas) -> None:
    line = canvas.beginText(20, 200)
    line.setTextRenderMode(3)
    line.textOut("hidden")
    canvas.drawText(line)


def _white(canvas: Canvas) -> None:
    canvas.setFillColor(colors.white)
    canvas.drawString(20, 200, "hidden")


def _grey_on_grey(canvas: Canvas) -> None:
    canvas.setFillGray(0.5)
    canvas.rect(10, 190, 200, 30, stroke=0, fill=1)
    canvas.drawString(20, 200, "hidden")


def _covered(canvas: Canvas) -> None:
    canvas.drawString(20, 200, "hidden")
    canvas.setFillColor(colors.black)
    canvas.rect(10, 190, 200, 30, stroke=0, fill=1)


def _outside(canvas: Canvas) -> None:
    canvas.drawString(20, 320, "hidden")


def _transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    canvas.drawString(20, 200, "hidden")


HIDING = [_invisible, _white, _grey_on_grey, _covered, _outside, _transparent]


@pytest.mark.parametrize("draw", HIDING)
def test_what_cannot_be_seen_is_no_data_and_is_named(draw: Callable[[Canvas], None]) -> None:
    page = page_of(made(draw))
    assert text(page) == SEEN
    (aside,) = page.aside
    assert (aside.kind, aside.text) == ("hidden", "hidden")


def test_text_on_a_dark_ground_is_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colors.black)
        canvas.rect(10, 190, 200, 30, stroke=0, fill=1)
        canvas.setFillColor(colors.white)
        canvas.drawString(20, 200, "light on dark")

    page = page_of(made(draw))
    assert "light on dark" in text(page)
    assert page.aside == []


def test_a_layer_that_is_switched_off_is_hidden() -> None:
    with pikepdf.open(io.BytesIO(made(lambda canvas: canvas.drawString(20, 200, "hidden")))) as file:
        layer = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("notes")))
        file.Root.OCProperties = pikepdf.Dictionary(
            OCGs=pikepdf.Array([layer]), D=pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
        )
        page = file.pages[0]
        page.Resources.Properties = pikepdf.Dictionary(L0=layer)
        steps = list(pikepdf.parse_content_stream(page))
        at = max(i for i, step in enumerate(steps) if str(step.operator) == "BT")
        marked = [pikepdf.ContentStreamInstruction([pikepdf.Name.OC, pikepdf.Name.L0], pikepdf.Operator("BDC"))]
        end = next(i for i in range(at, len(steps)) if str(steps[i].operator) == "ET")
        close = [pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC"))]
        page.Contents = file.make_stream(
            pikepdf.unparse_content_stream([*steps[:at], *marked, *steps[at : end + 1], *close, *steps[end + 1 :]])
        )
        out = io.BytesIO()
        file.save(out)
    page_read = page_of(out.getvalue())
    assert text(page_read) == SEEN
    assert [aside.text for aside in page_read.aside] == ["hidden"]


def test_a_stamp_across_the_page_is_named_and_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(200, 150)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT")

    page = page_of(made(draw))
    assert text(page) == SEEN
    assert [(aside.kind, aside.text) for aside in page.aside] == [("turned", "DRAFT")]


def test_a_large_light_word_is_a_stamp_where_text_runs_through_it_and_a_title_elsewhere() -> None:
    def draw(at: int, gray: float) -> pdf.Page:
        def paint(canvas: Canvas) -> None:
            canvas.setFillGray(gray)
            canvas.setFont("Helvetica-Bold", 60)
            canvas.drawString(10, at, "DRAFT")

        return page_of(made(paint))

    across = draw(220, 0.85)
    assert text(across) == SEEN
    assert [(aside.kind, aside.text) for aside in across.aside] == [("stamp", "DRAFT")]
    assert "DRAFT" in text(draw(60, 0.85))
    assert "DRAFT" not in text(draw(60, 1.0))
    assert draw(220, 0.0).aside == []


def test_a_page_that_lies_on_its_side_is_refused() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        for n in range(5):
            canvas.drawString(20, -60 - 20 * n, "all of the text is turned on its side")

    with pytest.raises(Rejected) as caught:
        pdf.read(made(draw, seen=False))
    assert caught.value.code == "turned"


def test_glyphs_are_let_go_page_by_page() -> None:
    handed: list[int] = []
    read = pdf.read(made(lambda _: None), lambda page: handed.append(len(page.glyphs)))
    assert handed == [len(SEEN)]
    assert read.pages[0].glyphs == []
    assert read.pages[0].visible == len(SEEN.replace(" ", ""))


def test_rules_and_boxes() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(20, 100, 220, 100)
        canvas.rect(20, 20, 100, 50, stroke=1, fill=0)

    page = page_of(made(draw))
    assert {(round(rule.at), round(rule.start), round(rule.end)) for rule in page.across} == {
        (200, 20, 220), (230, 20, 120), (280, 20, 120),
    }  # fmt: skip
    assert {round(rule.at) for rule in page.down} == {20, 120}
