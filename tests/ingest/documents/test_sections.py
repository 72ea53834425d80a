"""Section titles, and which lines belong to which section."""

from __future__ import annotations

import pytest

from ingest.documents.sections import heading, sections, whole_title
from ingest.errors import Rejected
from ingest.layout.lines import Line
from ingest.layout.paragraphs import Paragraph
from ingest.pdf import Page, Rule
from tests.ingest.layout.page import line

TITLES = [f"Section {numeral}: A title" for numeral in ("I", "II", "III", "IV")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Section II: Jurisdictions", "II"),
        ("SECTION III — TABLE", "III"),
        ("Section 4. Report Scope", "IV"),
        ("Section I – Highest Volume", "I"),
        ("Section II", None),
        ("Section 9(b): orders", None),
        ("as Section II: says", None),
    ],
)
def test_titles(text: str, name: str | None) -> None:
    assert heading(text) == name


def document(*per_page: list[str]) -> tuple[list[Page], list[list[Line]]]:
    pages = [Page(n, 612, 792) for n in range(1, len(per_page) + 1)]
    lines = [
        [line((text, 50), top=40 + 20 * i, number=n) for i, text in enumerate(texts)]
        for n, texts in enumerate(per_page, start=1)
    ]
    return pages, lines


def test_sections_stand_in_the_order_of_the_cover_s_list() -> None:
    order = [TITLES[2], TITLES[0], TITLES[1], TITLES[3]]
    found = sections(*document(["cover", *order], *([title, "a"] for title in order)))
    assert {name: part.sheets[0].page for name, part in found.items()} == {
        "cover": 1,
        "III": 2,
        "I": 3,
        "II": 4,
        "IV": 5,
    }
    with pytest.raises(Rejected):
        sections(*document(["cover", *TITLES], *([title, "a"] for title in order)))


def test_a_bold_label_may_stand_on_a_line_of_its_own() -> None:
    pages, lines = document(TITLES[:3], TITLES[:3], ["Section IV:", "About", "Text"])
    with pytest.raises(Rejected):
        sections(pages, lines)
    lines[2][:2] = [
        line((text, 50), top=top, number=3, bold=True) for text, top in (("Section IV:", 40), ("About", 60))
    ]
    found = sections(pages, lines)
    assert [each.text for each in found["IV"].sheets[0].lines] == ["Section IV:", "About", "Text"]
    parts = whole_title([Paragraph([each]) for each in found["IV"].sheets[0].lines])
    assert [each.text for each in parts] == ["Section IV: About", "Text"]


def test_the_last_title_of_each_kind_begins_its_section() -> None:
    pages, lines = document(["cover", *TITLES], [TITLES[0], "a"], [TITLES[1], "b", TITLES[2], "c"], [TITLES[3], "d"])
    pages[2].across = [Rule(50, 0, 600), Rule(110, 0, 600)]
    found = sections(pages, lines)
    assert [each.text for each in found["cover"].sheets[0].lines] == ["cover", *TITLES]
    assert [each.text for each in found["II"].sheets[0].lines] == [TITLES[1], "b"]
    assert [rule.at for rule in found["II"].sheets[0].across] == [50]
    assert [rule.at for rule in found["III"].sheets[0].across] == [110]


@pytest.mark.parametrize(
    ("titles", "code"),
    [
        (TITLES[:2] + TITLES[3:], "section_missing"),
        ([TITLES[1], TITLES[0], *TITLES[2:]], "section_missing"),
        ([*TITLES, TITLES[1], TITLES[1]], "several_reports"),
    ],
)
def test_titles_missing_out_of_order_or_too_many(titles: list[str], code: str) -> None:
    with pytest.raises(Rejected) as caught:
        sections(*document(titles))
    assert caught.value.code == code
