"""A table's own total is no row where the rows bear it out; else it is one, and will be set aside."""

from __future__ import annotations

import pytest

from ingest.documents.total_rows import totals_agree, without_bands, without_total
from ingest.layout.tables import Row, Table


def table(*rows: dict[str, str]) -> Table:
    made = [
        ({name: [text] for name, text in row.items()}, {1: (0.0, 9.0 * at, 1.0, 1.0)}) for at, row in enumerate(rows)
    ]
    return Table([Row(cells, boxes) for cells, boxes in made])


COUNTS = ({"place": "Travis, Texas", "issued": "142"}, {"place": "Cook, Illinois", "issued": "1,013"})


@pytest.mark.parametrize(("total", "left"), [("1,155", 2), ("1155", 2), ("1,156", 3), ("2", 3)])
def test_counts_are_added(total: str, left: int) -> None:
    made = without_total(table(*COUNTS, {"place": "Total", "issued": total}))
    assert len(made.rows) == left
    assert bool(made.totals) == (left == 2)


@pytest.mark.parametrize(("total", "left"), [("2", 2), ("3", 3)])
def test_rows_without_counts_are_counted(total: str, left: int) -> None:
    rows = ({"state": "Texas", "activity": "Assault"}, {"state": "Ohio", "activity": "Fraud"})
    assert len(without_total(table(*rows, {"state": "Total", "activity": total})).rows) == left


def test_a_table_of_nothing_but_a_total() -> None:
    assert len(without_total(table({"place": "Total", "issued": "5"})).rows) == 1


TEXAS, OHIO = {"state": "Texas", "county": "Travis"}, {"state": "Ohio", "county": "Franklin"}


@pytest.mark.parametrize(
    ("totals", "check"),
    [
        ({"Texas total": 2, "Ohio total": 1}, (3, 3, True)),
        ({"Travis County total": 2}, (2, 2, True)),
        ({"Texas total": 3}, (3, 2, False)),
        ({"Utah total": 1}, (1, 0, False)),
        ({"TOTAL DECLINED": 3}, (3, 3, True)),
    ],
)
def test_totals_of_parts_are_held_against_their_rows(totals: dict[str, int], check: tuple[int, int, bool]) -> None:
    made = table(TEXAS, TEXAS, OHIO)
    lines = [{"total": [f"{name}: {number}"]} for name, number in totals.items()]
    made.totals = [Row(cells, {2: (0.0, 9.0 * at, 1.0, 1.0)}) for at, cells in enumerate(lines)]
    assert [(c.stated, c.read, c.ok) for c in totals_agree(made)] == [check]


def test_without_totals_there_is_no_check() -> None:
    assert totals_agree(table(TEXAS)) == ()


def test_rows_that_name_the_state_of_those_below_are_no_rows() -> None:
    texas, ohio = {"state": "Texas"}, {"state": "Ohio"}
    assert len(without_bands(table(texas, TEXAS, TEXAS, ohio, OHIO)).rows) == 3
    assert len(without_bands(table(texas, TEXAS, TEXAS, OHIO)).rows) == 4  # a row that lost its cells
    assert len(without_bands(table(texas, TEXAS, texas, TEXAS)).rows) == 4
    assert len(without_bands(table(texas, TEXAS, ohio)).rows) == 3
