"""Where columns begin and end."""

from __future__ import annotations

import pytest

from ingest.errors import Rejected
from ingest.layout.columns import rule_positions, spans
from ingest.layout.header_search import Header, find_header
from ingest.layout.headers import table_specs
from ingest.pdf import Rule
from tests.ingest.layout.page import line

ISSUED = table_specs()["issued"]
HEADER_LINE = line(("County, State", 50), ("Issued Detainers", 300), top=0)


def header() -> Header:
    found = find_header([HEADER_LINE], ISSUED, [])
    assert found is not None
    return found


def test_rules_of_one_line_count_once() -> None:
    assert rule_positions([Rule(10, 0, 5), Rule(11, 5, 9), Rule(40, 0, 9)]) == [10, 40]


def test_the_white_space_parts_columns() -> None:
    body = [line(("Travis, Texas", 50), ("142", 320), top=20)]
    place, count = spans(header(), body, [])
    assert all(place.holds(word) for word in body[0].words[:2])
    assert count.holds(body[0].words[2])


def test_a_rule_parts_them_where_one_is_drawn() -> None:
    place, count = spans(header(), [line(("Travis, Texas", 50), ("142", 320), top=20)], [250.0])
    assert (place.right, count.left) == (250.0, 250.0)


def test_text_across_the_gap_is_no_table() -> None:
    body = [line(("Travis County and all of the places in the state of Texas together", 50), ("7", 500), top=20)]
    with pytest.raises(Rejected) as caught:
        spans(header(), body, [])
    assert caught.value.code == "columns_unclear"
