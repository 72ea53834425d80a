"""Prose under a table."""

from __future__ import annotations

from ingest.layout.columns import Span
from ingest.layout.headers import table_specs
from ingest.layout.notes import looks_like_row, split_notes
from ingest.pdf import Rule
from tests.ingest.layout.page import line

SPEC = table_specs()["issued"]
COLUMNS = [Span(SPEC.required[0], float("-inf"), 250), Span(SPEC.required[1], 250, float("inf"))]
ROWS = [line(("Travis, Texas", 50), ("142", 300), top=0), line(("Cook, Illinois", 50), ("13", 300), top=20)]
NOTE = line(("The outcome of these detainers was not yet known when this was printed", 50), top=44)


def test_in_a_ruled_table_notes_stand_under_the_rules() -> None:
    down = [Rule(48, -5, 35), Rule(250, -5, 35)]
    assert split_notes([*ROWS, NOTE], COLUMNS, down) == (ROWS, [NOTE])


def test_in_an_unruled_one_they_cross_the_columns_after_the_last_row() -> None:
    assert split_notes([*ROWS, NOTE], COLUMNS, []) == (ROWS, [NOTE])
    assert split_notes(ROWS, COLUMNS, []) == (ROWS, [])


def test_a_line_that_looks_like_a_row() -> None:
    assert looks_like_row(line(("King, Washington", 50), ("7", 300)), SPEC)
    assert not looks_like_row(NOTE, SPEC)


def test_a_box_under_a_ruled_table_is_no_part_of_it() -> None:
    box = [Rule(46, 40, 60), Rule(500, 40, 60)]
    table = [Rule(at, -5, 35) for at in (46, 250, 500)]
    assert split_notes([*ROWS, NOTE], COLUMNS, [*table, *box]) == (ROWS, [NOTE])
    touching = [Rule(46, -5, 60), Rule(250, -5, 35), Rule(500, -5, 60)]
    assert split_notes([*ROWS, NOTE], COLUMNS, touching) == (ROWS, [NOTE])


def test_rules_with_a_gap_beside_rows_are_one_table() -> None:
    parted = [Rule(250, -5, 12), Rule(250, 18, 35)]
    assert split_notes([*ROWS, NOTE], COLUMNS, parted) == (ROWS, [NOTE])


def test_a_row_drawn_a_little_to_the_side_is_one() -> None:
    down = [Rule(250, -5, 15), Rule(244, 15, 35)]
    assert split_notes([*ROWS, NOTE], COLUMNS, down) == (ROWS, [NOTE])


def test_a_page_that_holds_a_box_alone_has_no_rows() -> None:
    assert split_notes([NOTE], COLUMNS, [Rule(46, 40, 60), Rule(500, 40, 60)]) == ([], [NOTE])
    tail = line(("of a wrapped cell", 50), top=0)
    assert split_notes([tail], COLUMNS, [Rule(250, -5, 15)]) == ([tail], [])
