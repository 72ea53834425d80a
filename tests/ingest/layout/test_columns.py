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


def test_justified_text_leaves_a_wide_river_in_its_own_cell() -> None:
    """ "District     of" in a column set flush on both sides: the last word is not the next column's."""
    body = [line(("Travis, Texas", 50), ("142", 300), top=20 * row) for row in range(1, 5)]
    body.append(line(("District", 50), ("of", 250), ("7", 300), top=120))
    place, count = spans(header(), body, [])
    assert [word.text for word in body[-1].words if place.holds(word)] == ["District", "of"]
    assert [word.text for word in body[-1].words if count.holds(word)] == ["7"]


def test_a_centred_column_keeps_what_begins_left_of_its_header() -> None:
    body = [line(("Travis, Texas", 50), ("1,142", 330), top=20 * row) for row in range(1, 5)]
    body.append(line(("Clark, Nevada", 50), ("one", 270), ("and two", 330), top=120))
    _, count = spans(header(), body, [])
    assert next(word.text for word in body[-1].words if count.holds(word)) == "one"
