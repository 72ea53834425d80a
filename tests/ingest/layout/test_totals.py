"""Rows that state a total."""

from __future__ import annotations

import pytest

from ingest.layout.totals import band_of, stated_total, take_totals, total_of
from ingest.pdf import Rule
from tests.ingest.layout.page import line


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        (["Total", "47"], 47),
        (["", "Grand Total:", "", "1,234"], 1234),
        (["Total", ""], None),
        (["Total", "47", "Mexico"], None),
        (["Total, Texas", "47"], None),
        (["Texas", "47"], None),
        ([], None),
    ],
)
def test_only_total_and_a_number(cells: list[str], total: int | None) -> None:
    assert stated_total(cells) == total


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        (["Texas total: 34"], ("Texas", 34)),
        (["34", "", "District of Columbia Total"], ("District of Columbia", 34)),
        (["Subtotal, Travis County", "1,234"], ("Travis County", 1234)),
        (["Total for Texas (34)"], ("Texas", 34)),
        (["Total declined in Texas", "4"], ("Texas", 4)),
        (["TOTAL DECLINED: 20"], ("", 20)),
        (["Sub-total", "5"], ("", 5)),
        (["Texas", "34"], None),
        (["Texas total"], None),
        (["Texas total", "34", "Mexico 2/1/2017"], None),
        (["Totally Fair County Jail", "34"], None),
    ],
)
def test_a_total_of_a_part(cells: list[str], total: tuple[str, int] | None) -> None:
    assert total_of(cells) == total


def test_lines_that_state_the_total_of_a_place_are_taken_where_they_stand_alone() -> None:
    row, total = line(("Travis", 50), ("Jail", 200), top=0), line(("Texas total: 34", 50), top=20)
    cell = line(("Travis total 34", 50), top=32)
    assert take_totals([row, total], []) == ([row], [([total], ("Texas", 34), False)])
    assert take_totals([row, total, cell], [Rule(15, 0, 600)]) == ([row, total, cell], [])
    wrapped = line(("Jail Annex total 34", 200), top=20)  # no place of that name: the rest of a cell
    assert take_totals([row, wrapped], []) == ([row, wrapped], [])


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("Texas (5)", ("Texas", 5)),
        ("District of Columbia (2)", ("District of Columbia", 2)),
        ("TEXAS: 1,142", ("Texas", 1142)),
        ("Texas – 5 declined detainers", ("Texas", 5)),
        ("New York (12 refusals)", ("New York", 12)),
        ("Texas (n=5)", ("Texas", 5)),
        ("Texas", None),
        ("Texas 5", None),
        ("Springfield (5)", None),
        ("Texas (continued)", None),
        ("Texas (5) Travis", None),
        ("Mexico: 5", None),
    ],
)
def test_a_line_that_names_a_state_and_the_number_of_its_rows(text: str, band: tuple[str, int] | None) -> None:
    assert band_of(text) == band


def test_such_a_line_is_taken_where_it_stands_alone_also_wrapped_and_only_where_asked() -> None:
    row, wide = line(("Texas", 50), ("Travis", 200), top=40), line(("Texas (1)", 50), top=20)
    first, second = line(("District of", 50), top=10), line(("Columbia (2)", 50), top=22)
    assert take_totals([wide, row], [], bands=True) == ([row], [([wide], ("Texas", 1), True)])
    assert take_totals([wide, row], []) == ([wide, row], [])
    rules = [Rule(35, 0, 600)]
    taken = [([first, second], ("District of Columbia", 2), True)]
    assert take_totals([first, second, row], rules, bands=True) == ([row], taken)
    beside = line(("Jail", 300), top=20)
    assert take_totals([beside, wide, row], rules, bands=True) == ([beside, wide, row], [])
