"""Page furniture by evidence, and what only looks like it."""

from __future__ import annotations

import pytest

from ingest.errors import Rejected
from ingest.layout import furniture
from ingest.layout.lines import Line
from tests.ingest.layout.page import line

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def pages(count: int, footer: str = "", jail: int = 0) -> list[list[Line]]:
    """Pages of rows that differ, a footer each; `jail`: on so many pages from the second on, the last row wraps."""
    found = []
    for index in range(count):
        own = [f"{LETTERS[(5 * index + n) % 26]} of its own" for n in range(6)]
        rows = [line((text, 50), top=100 + 20 * n, number=index + 1) for n, text in enumerate(own)]
        if 0 < index <= jail:
            rows.append(line(("Complex", 200), top=212, number=index + 1))
        if footer:
            rows.append(line((footer.format(n=index + 1), 50), top=760, number=index + 1))
        found.append(rows)
    return found


def texts(lines: list[Line]) -> set[str]:
    return {each.text for each in lines}


FOOTERS = ["{n}", "Page {n}", "Page {n} of 5", "- {n} -", "Page {n} of 5 ICE", "For public release", "ICE | {n} | ERO"]


@pytest.mark.parametrize("footer", FOOTERS)
def test_running_lines_and_page_numbers_are_furniture(footer: str) -> None:
    content, aside = furniture.split(pages(5, footer))
    assert len(aside) == 5
    assert all(len(page) == 6 for page in content)


def test_two_pages_are_enough_for_a_line_that_stands_apart() -> None:
    _, aside = furniture.split(pages(2, "For public release"))
    assert texts(aside) == {"For public release"}
    close = pages(2)
    for number, page in enumerate(close, start=1):
        page.append(line(("Complex", 200), top=212, number=number))
    assert furniture.split(close)[1] == []


def test_the_last_line_of_a_jails_rows_is_not() -> None:
    content, aside = furniture.split(pages(9, "Page {n}", jail=7))
    assert texts(aside) == {f"Page {n}" for n in range(1, 10)}
    assert sum(1 for page in content for each in page if each.text == "Complex") == 7


def test_the_label_of_a_reconstruction_and_a_section_that_goes_on() -> None:
    found = pages(2)
    found[1].insert(0, line(("Section II (continued)", 50), top=40, number=2))
    found[1].append(line(("Reconstruction for testing: synthetic", 50), top=770, number=2))
    _, aside = furniture.split(found)
    assert texts(aside) == {"Section II (continued)", "Reconstruction for testing: synthetic"}


def test_headers_that_are_kept_are_content() -> None:
    found = [[line(("State County", 50), top=40, number=n + 1), *rest] for n, rest in enumerate(pages(4))]
    assert texts(furniture.split(found)[1]) == {"State County"}
    assert furniture.split(found, {(n, 0) for n in range(4)})[1] == []


def test_pages_out_of_order_are_refused() -> None:
    found = pages(5, "Page {n}")
    found[1][-1], found[3][-1] = (
        line(("Page 4", 50), top=760, number=2),
        line(("Page 2", 50), top=760, number=4),
    )
    with pytest.raises(Rejected) as caught:
        furniture.split(found)
    assert caught.value.code == "pages_out_of_order"
