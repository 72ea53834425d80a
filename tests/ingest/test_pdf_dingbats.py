"""ZapfDingbats as both readers see it."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest import pdf
from ingest.layout.lines import lines
from ingest.pdf_dingbats import dingbat, is_dingbats


@pytest.mark.parametrize("sign", ["●", "■", "❑", "➤", "✓", "◆", "❖", "→", "①", "✔"])
def test_a_bullet_of_the_font_is_read_as_the_second_reader_does(sign: str) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300))
    canvas.setFont("ZapfDingbats", 10)
    canvas.drawString(88, 200, sign)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(100, 200, "Will not honor")
    canvas.save()
    found: list[str] = []
    pdf.read(out.getvalue(), lambda page: found.extend(line.text for line in lines(page)))
    assert found == [f"{sign} Will not honor"]
    assert sign in pypdfium2.PdfDocument(out.getvalue())[0].get_textpage().get_text_range()


def test_every_code_of_the_font_has_a_character_of_its_own() -> None:
    found = [dingbat(code) for code in (*range(0x20, 0x7F), *range(0xA1, 0xF0), *range(0xF1, 0xFF))]
    assert None not in found
    assert len(set(found)) == len(found)
    assert (dingbat(0x80), dingbat(0xF0)) == (None, None)


def test_the_font_goes_by_its_name_also_as_a_subset() -> None:
    assert is_dingbats("ZapfDingbats")
    assert is_dingbats("ABCDEF+ZapfDingbats")
    assert not is_dingbats("ABCDEF+Dingbats")
