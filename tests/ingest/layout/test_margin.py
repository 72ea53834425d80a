"""Numbers of lines in the margin."""

from __future__ import annotations

from ingest.layout import margin
from ingest.layout.lines import Line
from tests.ingest.layout.page import line


def page(number: int, first: int = 1, count: int = 10, step: int = 1, x: float = 20, beside: bool = True) -> list[Line]:
    """Lines of text, a number beside each (on its baseline, or a little off)."""
    found: list[Line] = []
    for n in range(count):
        top, label = 100.0 + 14 * n, (str(first + step * n), x)
        text = line((f"text of line {chr(97 + n)}", 60), top=top, number=number)
        if beside:
            words = [*line(label, top=top, number=number).words, *text.words]
            found.append(Line(number, words))
        else:
            found += [line(label, top=top - 4, number=number), text]
    return found


def texts(pages: list[list[Line]]) -> list[str]:
    return [each.text for lines in pages for each in lines]


def test_they_go_and_are_handed_back() -> None:
    for beside in (True, False):
        pages, numbers = margin.split(
            [page(1, beside=beside), page(2, beside=beside), page(3, first=21, beside=beside)]
        )
        assert len(numbers) == 30
        assert len(texts(pages)) == 30
        assert all(text.startswith("text of line") for text in texts(pages))


def test_each_fifth_line_may_have_one() -> None:
    assert len(margin.split([page(1, first=5, step=5), page(2, first=55, step=5)])[1]) == 20


def test_a_column_that_numbers_rows_stays() -> None:
    cover = [line(("Weekly Report", 60), top=100)]
    for pages in ([cover, page(2), page(3)], [page(1), cover, [], []]):
        assert margin.split(pages) == (pages, [])


def test_numbers_that_do_not_count_or_stand_in_the_text_stay() -> None:
    for odd in (page(1, step=2), page(1, count=5), page(1, x=70), page(1, step=0)):
        assert margin.split([odd]) == ([odd], [])
    uneven = page(1)
    uneven[4] = line(("5", 20), ("text", 60), top=160)
    assert margin.split([uneven]) == ([uneven], [])
