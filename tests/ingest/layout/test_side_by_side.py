"""Two tables side by side are two tables."""

from __future__ import annotations

import pytest

from ingest.errors import Rejected
from ingest.layout.header_search import find_header
from ingest.layout.headers import table_specs
from ingest.layout.side_by_side import halves
from tests.ingest.layout.page import line

HEADER = line(("County, State", 50), ("Issued", 170), ("County, State", 300), ("Issued", 420), top=0)
ROWS = [
    line(("Travis, Texas", 50), ("9", 170), ("Cook, Illinois", 300), ("4", 420), top=20),
    line(("Kern, California", 50), ("8", 170), top=40),
]
NOTE = line(("These are detainers issued and nobody knows yet what became of any one of them.", 50), top=70)


def test_each_has_its_own_rows_and_a_note_below_stays_whole() -> None:
    header = find_header([HEADER, *ROWS], table_specs()["issued"], [])
    assert header is not None
    (_, left), (other, right) = halves(header, [*ROWS, NOTE], [])
    assert [each.text for each in left] == ["Travis, Texas 9", "Kern, California 8", NOTE.text]
    assert [each.text for each in right] == ["Cook, Illinois 4"]
    assert other.start == other.end  # its line counts once


def test_a_table_alone_is_as_it_is() -> None:
    header = find_header([line(("County, State", 50), ("Issued", 300))], table_specs()["issued"], [])
    assert header is not None
    assert list(halves(header, ROWS, [])) == [(header, ROWS)]


def test_text_across_both_leaves_no_two_tables() -> None:
    header = find_header([HEADER, *ROWS], table_specs()["issued"], [])
    assert header is not None
    long = line(("Travis, Texas and all of the other places that were there 5", 50), ("9", 420), top=20)
    with pytest.raises(Rejected):
        list(halves(header, [long], []))
