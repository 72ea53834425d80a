"""The pages with marked places: which ones, and that the marks stand where the places are."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from bot.doctor.page import Pictures
from bot.doctor.pictures import SCALE, Mark, drawn, marks
from ingest.doctor import Diagnosis, Spot, content


def test_every_place_has_a_name_and_its_page_is_drawn(found: Diagnosis, pictures: Pictures) -> None:
    (document,) = found.reports
    names = [m.name for m in marks(document)]
    assert names == [*(f"Q{n}" for n in range(1, len(document.quarantine) + 1)), "U1"]
    drawn_names = [m.name for p in pictures[document.document_id] for m in p.marks]
    assert sorted(drawn_names) == sorted(names)
    assert [p.page for p in pictures[document.document_id]] == sorted({m.spot.page for m in marks(document)})


def test_a_mark_stands_on_its_place(found: Diagnosis, faulty_db: Path) -> None:
    (document,) = found.reports
    data = content(faulty_db, document.document_id)
    (mark,) = [m for m in marks(document) if m.name == "Q1"]
    corner = Mark("Q1", Spot("II", mark.spot.page, "", (0.0, 0.0, 0.0, 0.0)))
    plain = _pixels(drawn(data, [corner])[0].png)
    marked = _pixels(drawn(data, [mark])[0].png)
    x, y = (mark.spot.box[0] + 2) * SCALE, (mark.spot.box[1] + mark.spot.box[3]) / 2 * SCALE
    assert _yellow(marked, x, y)
    assert not _yellow(plain, x, y)


def test_a_spreadsheet_has_no_pages(found: Diagnosis) -> None:
    (sheet,) = found.others
    assert marks(sheet)
    assert drawn(b"not read", marks(sheet)) == []


def _pixels(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def _yellow(picture: Image.Image, x: float, y: float) -> bool:
    """Whether the wash covers the place: more red and green than blue on the white around the letters."""
    around = [picture.getpixel((int(x) + dx, int(y) + dy)) for dx in range(-6, 7) for dy in range(-6, 7)]
    colours = [c for c in around if isinstance(c, tuple)]
    return sum(c[0] > 200 and c[0] - c[2] > 20 for c in colours) * 3 > len(colours)
