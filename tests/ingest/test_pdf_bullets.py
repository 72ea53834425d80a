"""Bullets drawn as round shapes."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from ingest import pdf
from ingest.layout.lines import lines


def read(*circles: tuple[float, float, float], text: str = "Will not honor") -> str:
    """The line of a page with a text at (100, 200) and circles (x, y, radius) around."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300))
    canvas.drawString(100, 200, text)
    for x, y, radius in circles:
        canvas.circle(x, y, radius, stroke=0, fill=1)
    canvas.save()
    found: list[str] = []
    pdf.read(out.getvalue(), lambda page: found.extend(line.text for line in lines(page)))
    (line,) = found
    return line


def test_a_small_dot_before_a_text_is_its_bullet() -> None:
    assert read((92, 204, 1.5)).split() == ["•", "Will", "not", "honor"]


def test_other_round_shapes_are_none() -> None:
    far, big, below = (60, 204, 1.5), (92, 204, 9), (92, 150, 1.5)
    assert read(far, big, below) == "Will not honor"
    assert read((128, 204, 1.5)) == "Will not honor"  # in the midst of a text
