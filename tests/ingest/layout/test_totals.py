"""Rows that state a total."""

from __future__ import annotations

import pytest

from ingest.layout.totals import stated_total


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
