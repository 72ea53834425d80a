"""Where one row ends and the next begins."""

from __future__ import annotations

from ingest.layout import bands
from ingest.layout.columns import Span
from ingest.layout.headers import table_specs
from ingest.layout.lines import Line
from tests.ingest.layout.page import line

_COLUMNS = {column.name: column for column in table_specs()["policies"].columns}
COLUMNS = [
    Span(_COLUMNS["jurisdiction"], float("-inf"), 190),
    Span(_COLUMNS["enacted"], 190, 290),
    Span(_COLUMNS["policy"], 290, 400),
    Span(_COLUMNS["criteria"], 400, float("inf")),
]


def row(top: float, place: str, month: str, *criteria: str) -> list[Line]:
    """A row aligned at the top, its criteria over lines 12 points apart."""
    first = line((place, 50), (month, 200), ("Ordinance", 300), (criteria[0], 420), top=top)
    return [first, *[line((text, 420), top=top + 12 * n) for n, text in enumerate(criteria[1:], start=1)]]


def firsts(parts: list[bands.Band] | None) -> list[str]:
    assert parts is not None
    return [part[0].text for part in parts]


def test_rules_part_rows() -> None:
    lines = [*row(0, "Cook", "Jan 2014", "a"), *row(20, "Lake", "Feb 2014", "b")]
    assert [len(band) for band in bands.cut_at_rules(lines, [15.0])] == [1, 1]


def test_wider_gaps_part_rows() -> None:
    band = [*row(0, "Cook", "Jan 2014", "a", "b"), *row(32, "Lake", "Feb 2014", "c", "d")]
    parts = bands.split(band, COLUMNS, None, may_continue=False)
    assert firsts(parts) == ["Cook Jan 2014 Ordinance a", "Lake Feb 2014 Ordinance c"]


def test_without_gaps_the_dates_part_rows_aligned_at_the_top() -> None:
    band = [*row(0, "Cook", "Jan 2014", "a", "b"), *row(24, "Lake", "Feb 2014", "c")]
    assert len(bands.split(band, COLUMNS, None, may_continue=False) or []) == 2


def test_a_row_without_a_date_is_not_taken_for_the_rest_of_the_one_above() -> None:
    undated = line(("Polk", 50), ("Ordinance", 300), ("x", 420), top=32)
    band = [*row(0, "Cook", "Jan 2014", "a", "b"), undated, *row(52, "Lake", "Feb 2014", "c", "d")]
    assert bands.split(band, COLUMNS, None, may_continue=False) is None


def test_rows_whose_cells_stand_at_odds_are_refused() -> None:
    middle = [
        line(("first", 420), top=0),
        line(("Cook", 50), ("Jan 2014", 200), ("Ordinance", 300), ("second", 420), top=12),
        line(("third", 420), top=24),
        line(("fourth", 420), top=36),
        line(("Lake", 50), ("Feb 2014", 200), ("Ordinance", 300), ("fifth", 420), top=48),
        line(("sixth", 420), top=60),
    ]
    assert bands.split(middle, COLUMNS, None, may_continue=False) is None


def test_the_rest_of_a_row_at_the_top_of_a_page() -> None:
    band = [line(("the rest", 420), top=0), *row(30, "Lake", "Feb 2014", "c", "d")]
    parts = bands.split(band, COLUMNS, 6.0, may_continue=True)
    assert firsts(parts) == ["the rest", "Lake Feb 2014 Ordinance c"]
    assert bands.split(band, COLUMNS, 6.0, may_continue=False) == [band]


def test_anchors_are_counted() -> None:
    assert bands.anchors(row(0, "Cook", "Jan 2014", "a"), COLUMNS) == 1
    assert bands.anchors([line(("tail", 420), top=0)], COLUMNS) == 0
    assert bands.anchors([line(("not a month", 200), top=0)], COLUMNS) == -1


def test_one_date_and_a_row_without_any_are_not_taken_for_one_row() -> None:
    whole = row(0, "Cook", "Jan 2014", "a", "b")
    undated = [*whole, line(("Polk", 50), ("Ordinance", 300), ("x", 420), top=32)]
    assert bands.split(undated, COLUMNS, None, may_continue=False, unruled=True) is None
    assert bands.split(undated, COLUMNS, None, may_continue=False) == [undated]  # rules part the rows
    assert bands.split(whole, COLUMNS, None, may_continue=False, unruled=True) == [whole]
    spaced = [*whole, line(("a third bullet", 420), top=32)]
    assert bands.split(spaced, COLUMNS, None, may_continue=False, unruled=True) == [spaced]
