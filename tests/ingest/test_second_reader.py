"""The two readers have to see the same pages and the same characters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest import pdf, second_reader
from ingest.errors import Rejected
from tests.ingest.conftest import SECOND

DATA = SECOND.read_bytes()
PAGES = pdf.read(DATA).pages


def test_they_agree_on_a_sample() -> None:
    second_reader.agree(DATA, PAGES)
    assert second_reader.page_count(DATA) == len(PAGES)
    assert second_reader.page_count(b"%PDF-1.7 nothing") == 0


def changed(at: int, text: str, by: int) -> list[pdf.Page]:
    """The pages as if the first reader had seen a character more or less often on one of them."""
    page = PAGES[at]
    characters = page.characters.copy()
    characters[text] += by
    return [*PAGES[:at], replace(page, characters=characters), *PAGES[at + 1 :]]


@pytest.mark.parametrize("pages", [PAGES[:-1], [*PAGES, PAGES[0]], changed(3, "a", -1), changed(3, "5", 1)])
def test_a_page_or_a_character_more_or_less_is_refused(pages: list[pdf.Page]) -> None:
    with pytest.raises(Rejected) as caught:
        second_reader.agree(DATA, pages)
    assert caught.value.code == "readers_differ"


@pytest.mark.parametrize("text", [" ", "-", "\u00ad"])
def test_blanks_and_hyphens_differ_freely(text: str) -> None:
    second_reader.agree(DATA, changed(3, text, 5))


@pytest.mark.parametrize("ligature", ["\ufb01", "\uf001"])
def test_a_ligature_is_its_letters(ligature: str) -> None:
    page = PAGES[0]
    characters = page.characters.copy()
    characters["f"] -= 1
    characters["i"] -= 1
    characters[ligature] += 1
    second_reader.agree(DATA, [replace(page, characters=characters), *PAGES[1:]])


def test_a_page_that_the_second_reader_cannot_load_is_refused() -> None:
    data = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
    data += b"trailer<</Size 3/Root 1 0 R>>\n%%EOF"
    with pytest.raises(Rejected) as caught:
        second_reader.agree(data, PAGES[:1])
    assert caught.value.code == "readers_differ"
