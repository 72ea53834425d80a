"""Evidence: the page behind an answer, its rows marked, counted and captioned."""

from __future__ import annotations

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from bot.answer.evidence import SCALE, NoEvidence, marked_pages
from bot.ask import Desk
from bot.query import Measure, Query
from tests.bot.answer.plans import SHARE_CONVICTED, TRAVIS, WILLIAMSON, asked, by, only, place, week
from tests.bot.sql.reckon import rows_of

MARK = (120, 40, 0)


def bars(png: bytes) -> int:
    """How many marks stand at the left edge of rows."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    best = 0
    for x in range(0, picture.width // 3):
        column = [picture.getpixel((x, y)) == MARK for y in range(picture.height)]
        best = max(best, sum(now and not before for before, now in zip([False, *column], column, strict=False)))
    return best


@pytest.mark.no_cover
def test_the_rows_on_the_page_are_marked_and_counted(desk: Desk) -> None:
    virginia = [r for r in rows_of("refusals") if r["state"] == "Virginia" and r["report_id"] == "2017-02-04"]
    first = min(r["page"] for r in virginia)
    here = sum(r["page"] == first for r in virginia)
    picture = desk.picture(asked(place("Virginia"), week(2)))
    assert picture.page == first
    assert picture.caption.startswith(f"{here} of {len(virginia)} rows on this page · report of Feb 4 – Feb 10, 2017")
    assert bars(picture.png) == here
    assert picture.of == len({r["page"] for r in virginia})


def test_another_page_can_be_chosen(desk: Desk) -> None:
    second = desk.picture(asked(place("Virginia"), week(2)), index=2)
    assert (second.index, second.page) == (2, 6)
    with pytest.raises(NoEvidence, match="choose 1 to 2"):
        desk.picture(asked(place("Virginia"), week(2)), index=3)


def test_a_share_marks_its_numerator(desk: Desk) -> None:
    loaded = desk.loaded()
    pages = marked_pages(asked(place("Virginia"), measure=SHARE_CONVICTED), loaded.execute, loaded.edition)
    convicted = [r for r in rows_of("refusals") if r["state"] == "Virginia" and r["disposition"] == "conviction"]
    assert sum(len(p.boxes) for p in pages) == len(convicted)


@pytest.mark.no_cover
def test_a_correction_is_marked_in_the_notice(desk: Desk) -> None:
    picture = desk.picture(Query(subject="corrections", measure=Measure(kind="text"), filters=(WILLIAMSON,)))
    assert "correction to the report of Jan 28 – Feb 3, 2017, page 1" in picture.caption
    assert bars(picture.png) == 1


def test_a_stated_total_shows_its_page_without_marks(desk: Desk) -> None:
    fact = Query(subject="reports", measure=Measure(kind="value", fields=("issued_nationwide",)), filters=(week(2),))
    picture = desk.picture(fact)
    assert picture.page == 2
    assert bars(picture.png) == 0
    assert "states the figure" in picture.alt


def test_no_row_no_page(desk: Desk) -> None:
    with pytest.raises(NoEvidence):
        desk.picture(asked(only("citizenship", "Canada")))


def test_the_sample_label_stands_above_the_page(desk: Desk) -> None:
    picture = Image.open(io.BytesIO(desk.picture(asked(TRAVIS, week(2))).png)).convert("RGB")
    line = int(13 * SCALE * 1.6)
    assert picture.getpixel((2, line + 3)) == (255, 233, 168)


def test_who_has_the_most_is_shown_by_its_own_rows(desk: Desk) -> None:
    picture = desk.picture(asked(week(2), group_by=by("facility"), order="most", limit=1))
    leader = desk.ask_query(asked(week(2), group_by=by("facility"), order="most", limit=1)).rows[0]
    assert f"of {leader[1]} rows" in picture.caption
    county = desk.picture(asked(week(1), group_by=by("county"), order="most", limit=1))
    assert "of 142 rows" in county.caption


def test_two_pages_are_never_drawn_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFium takes one thread at a time; two that press "Show the page" at once ended the bot."""
    both_inside = threading.Barrier(2)
    met: list[int] = []

    def page_of(document: Any, number: int) -> Any:
        with suppress(threading.BrokenBarrierError):  # nobody else came: so it should be
            met.append(both_inside.wait(0.5))
        return page(document, number)

    page = pypdfium2.PdfDocument.__getitem__
    monkeypatch.setattr(pypdfium2.PdfDocument, "__getitem__", page_of)
    with ThreadPoolExecutor(2) as threads:
        drawn = list(threads.map(lambda _: desk.picture(asked(TRAVIS, week(1))), range(2)))
    assert met == []
    assert drawn[0].png == drawn[1].png
