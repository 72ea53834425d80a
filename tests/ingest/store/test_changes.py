"""The difference between two editions."""

from __future__ import annotations

from ingest.store.changes import changes

A = ("Texas", "Travis", "Travis County Jail", "Mexico")
B = ("Texas", "Travis", "Travis County Jail", "Honduras")
C = ("Ohio", "Allen", "Allen County Jail", "Peru")


def numbered(*cells: tuple[str, ...]) -> list[tuple[int, tuple[str, ...]]]:
    return list(enumerate(cells, start=1))


def test_moved_rows_are_no_change() -> None:
    assert changes(numbered(A, B, C), numbered(C, A, B)) == []


def test_equal_rows_count_as_often_as_they_stand() -> None:
    assert changes(numbered(A, A, C), numbered(A, C)) == [("removed", 2, A, None)]
    assert changes(numbered(A, C), numbered(A, A, C)) == [("added", 2, None, A)]


def test_a_changed_cell() -> None:
    assert changes(numbered(A, C), numbered(B, C)) == [("changed", 1, A, B)]


def test_a_row_with_little_in_common_is_another_row() -> None:
    assert changes(numbered(A), numbered(C)) == [("added", 1, None, C), ("removed", 1, A, None)]
