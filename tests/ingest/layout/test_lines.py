"""Glyphs to words and lines, and lines put back together."""

from __future__ import annotations

import pytest

from ingest.layout.lines import SOFT_HYPHEN, bounding, join, lines, phrases
from ingest.pdf import Page
from tests.ingest.layout.page import glyphs, line, page


def test_glyphs_on_one_height_are_one_line_in_reading_order() -> None:
    found = lines(page(("second", 50, 40), ("Texas", 50, 20), ("Travis", 200, 20.5)))
    assert [each.text for each in found] == ["Texas Travis", "second"]
    assert [each.box for each in found][1] == (50, 40, 80, 50)


def test_words_are_parted_at_spaces_and_at_gaps() -> None:
    (found,) = lines(page(("Travis County", 50, 20), ("Mexico", 200, 20)))
    assert [word.text for word in found.words] == ["Travis", "County", "Mexico"]
    assert [[w.text for w in phrase] for phrase in phrases(found.words)] == [["Travis", "County"], ["Mexico"]]


def test_ligatures_and_hard_spaces_are_spelled_out() -> None:
    (found,) = lines(page(("O\ufb03ce\u00a0of", 50, 20)))
    assert found.text == "Office of"


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (["County", "Jail"], "County Jail"),
        (["I-", "247N"], "I-247N"),
        ([f"Deten{SOFT_HYPHEN}", "tion"], "Detention"),
        ([f"De{SOFT_HYPHEN}ten", "tion"], "Deten tion"),
        (["Assault –", "Family"], "Assault – Family"),
        (["SEC.101(", "a)(43"], "SEC.101(a)(43"),
        (["Jail (main", ")"], "Jail (main)"),
        (["charge/", "conviction"], "charge/conviction"),
        (["Correctional Facility /", "RJC"], "Correctional Facility / RJC"),
        (["", "  ", "x"], "x"),
        ([], ""),
    ],
)
def test_lines_are_joined(texts: list[str], whole: str) -> None:
    assert join(texts) == whole


def test_the_box_around_boxes() -> None:
    assert bounding([(1, 5, 3, 6), (2, 4, 9, 5)]) == (1, 4, 9, 6)
    assert not line(("a", 0), ("b", 90)).bold


def test_the_raised_mark_of_a_footnote_is_no_part_of_the_word_before_it() -> None:
    sheet = Page(1, 612.0, 792.0)
    sheet.glyphs = [*glyphs("Jail", 50, 100), *glyphs("1", 70, 101, size=7), *glyphs("No2", 120, 100)]
    (line,) = lines(sheet)
    assert [word.text for word in line.words] == ["Jail", "1", "No2"]
    lowered = Page(1, 612.0, 792.0)
    lowered.glyphs = [*glyphs("H", 50, 100), *glyphs("2", 55, 103, size=8), *glyphs("O", 59, 100)]
    assert [word.text for word in lines(lowered)[0].words] == ["H2O"]


def test_marks_raised_above_their_line_are_in_it_and_numbers_elsewhere_are_not() -> None:
    sheet = Page(1, 612.0, 792.0)
    sheet.glyphs = [*glyphs("1", 50, 96, size=7), *glyphs("Includes two", 55, 100), *glyphs("2", 115, 96, size=7)]
    (line,) = lines(sheet)
    assert [word.text for word in line.words][1:] == ["two", "2"]
    apart = Page(1, 612.0, 792.0)
    apart.glyphs = [*glyphs("1", 50, 94, size=7), *glyphs("Includes two", 80, 100)]
    assert [each.text for each in lines(apart)] == ["1", "Includes two"]
    above = Page(1, 612.0, 792.0)
    above.glyphs = [*glyphs("12", 50, 88), *glyphs("Includes two", 52, 100)]
    assert [each.text for each in lines(above)] == ["12", "Includes two"]
