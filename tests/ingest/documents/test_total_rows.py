"""A table's own total is no row where the rows bear it out; else it is one, and will be set aside."""

from __future__ import annotations

import pytest

from ingest.documents.total_rows import without_total
from ingest.layout.tables import Row, Table


def table(*rows: dict[str, str]) -> Table:
    return Table([Row({name: [text] for name, text in row.items()}, {1: (0, 0, 1, 1)}) for row in rows])


COUNTS = ({"place": "Travis, Texas", "issued": "142"}, {"place": "Cook, Illinois", "issued": "1,013"})


@pytest.mark.parametrize(("total", "left"), [("1,155", 2), ("1155", 2), ("1,156", 3), ("2", 3)])
def test_counts_are_added(total: str, left: int) -> None:
    made = without_total(table(*COUNTS, {"place": "Total", "issued": total}))
    assert len(made.rows) == left
    assert (made.total is None) == (left == 3)


@pytest.mark.parametrize(("total", "left"), [("2", 2), ("3", 3)])
def test_rows_without_counts_are_counted(total: str, left: int) -> None:
    rows = ({"state": "Texas", "activity": "Assault"}, {"state": "Ohio", "activity": "Fraud"})
    assert len(without_total(table(*rows, {"state": "Total", "activity": total})).rows) == left


def test_a_table_of_nothing_but_a_total() -> None:
    assert len(without_total(table({"place": "Total", "issued": "5"})).rows) == 1
