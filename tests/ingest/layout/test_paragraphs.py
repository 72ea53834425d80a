"""Lines of prose to paragraphs."""

from __future__ import annotations

import re

from ingest.layout.paragraphs import Paragraph, paragraphs, split_title
from tests.ingest.layout.page import line, prose

LONG = "The table below lists the detainers that were declined in this"


def test_lines_at_the_usual_step_are_one_paragraph() -> None:
    found = paragraphs([*prose(LONG, "period, one to a row."), *prose(LONG, "week again.", top=40)])
    assert [p.text for p in found] == [f"{LONG} period, one to a row.", f"{LONG} week again."]


def test_a_sentence_that_ends_early_ends_its_paragraph() -> None:
    assert [p.text for p in paragraphs(prose("It ends here.", LONG))] == ["It ends here.", LONG]


def test_a_start_word_opens_a_paragraph() -> None:
    found = paragraphs(prose(LONG, "Section II: Declined"), re.compile("Section"))
    assert [p.text for p in found] == [LONG, "Section II: Declined"]


def test_another_size_or_weight_opens_a_paragraph() -> None:
    title = line(("Summary", 50), top=0, bold=True)
    assert len(paragraphs([title, *prose(LONG, top=12)])) == 2
    assert len(paragraphs([*prose(LONG, size=12), *prose(LONG, top=14)])) == 2


def test_a_paragraph_goes_on_over_the_page() -> None:
    (found,) = paragraphs([*prose(LONG), *prose("period.", number=2)])
    assert (found.source.page, found.source.page_to) == (1, 2)
    assert found.text == f"{LONG} period."


def test_a_title_is_parted_from_the_text_that_follows_as_closely() -> None:
    whole = [Paragraph(prose("Section II: Declined detainers", "of the week", "The table lists them."))]
    parted = split_title(whole, "Section II: Declined Detainers of the Week")
    assert [p.text for p in parted] == ["Section II: Declined detainers of the week", "The table lists them."]
    assert split_title(whole, "Section II: Something else") == whole
    assert split_title(whole, "") == whole
