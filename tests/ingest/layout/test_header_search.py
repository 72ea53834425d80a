"""Headers found among lines, and why none was found."""

from __future__ import annotations

import pytest

from ingest.layout.header_search import explain_missing, find_header
from ingest.layout.headers import table_specs
from ingest.layout.lines import Line
from tests.ingest.layout.page import line

POLICIES = table_specs()["policies"]
ROW = line(("Cook County", 50), ("Jan 2014", 200), ("Ordinance", 300), ("Will not honor", 420), top=60)


def wrapped(*labels: tuple[str, float]) -> list[Line]:
    """A header over two lines: words before and after a bar."""
    upper = [(text.split("|")[0], x) for text, x in labels]
    lower = [(text.split("|")[1], x) for text, x in labels if "|" in text]
    return [line(*upper, top=20), *([line(*lower, top=32)] if lower else [])]


def test_a_header_wrapped_over_lines_is_one() -> None:
    labels = [("Jurisdiction|(AOR)", 50.0), ("Date|Enacted", 200.0), ("Policy", 300.0)]
    labels.append(("Criteria for|Honoring Detainer", 420.0))
    lines = [line(("Some prose above the table", 50), top=0), *wrapped(*labels), ROW]
    found = find_header(lines, POLICIES, [])
    assert found is not None
    assert (found.start, found.end) == (1, 3)
    assert found.labels == ("Jurisdiction (AOR)", "Date Enacted", "Policy", "Criteria for Honoring Detainer")


@pytest.mark.parametrize(
    ("labels", "code"),
    [
        ([("Jurisdiction", 50), ("Date Enacted", 200), ("Policy", 300), ("Weather", 420)], "unknown_header"),
        ([("Jurisdiction", 50), ("Date Enacted", 200), ("Policy", 300)], "missing_column"),
        ([("Jurisdiction", 50), ("Enacted", 150), ("Policy", 250), ("Criteria", 350), ("Law", 450)], "doubled_column"),
        ([("Nothing like it", 50)], "table_missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_header_is_named(labels: list[tuple[str, float]], code: str) -> None:
    lines = [line(*labels, top=20), ROW]
    assert find_header(lines, POLICIES, []) is None
    assert explain_missing(lines, POLICIES, []).code == code


def test_prose_above_a_table_is_not_shown_as_its_header() -> None:
    text = "During this week ICE issued many detainers nationwide and these went to the jurisdictions that follow here"
    header = line(("Sheriff", 50), ("County, State", 200), ("Issued Detainers", 700), top=20)
    told = explain_missing([line((text, 50), top=0), header], table_specs()["issued"], [])
    assert told.code == "unknown_header"
    assert "“Sheriff”" in told.message


@pytest.mark.parametrize("below", ["(1) (2)", "(a) (b)", "1 2", ") )"])
def test_a_line_that_numbers_the_columns_belongs_to_the_header(below: str) -> None:
    first, second = below.split()
    lines = [
        line(("County, State", 50), ("Issued Detainers", 300), top=0),
        line((first, 50), (second, 300), top=20),
        line(("Clark, Nevada", 50), ("51", 300), top=40),
    ]
    found = find_header(lines, table_specs()["issued"], [])
    assert found is not None
    assert (found.start, found.end) == (0, 2)


@pytest.mark.parametrize("below", ["(1) (3)", "(2) (1)", "Clark 51", "- 7"])
def test_any_other_line_is_a_row(below: str) -> None:
    first, second = below.split()
    lines = [
        line(("County, State", 50), ("Issued Detainers", 300), top=0),
        line((first, 50), (second, 300), top=20),
    ]
    found = find_header(lines, table_specs()["issued"], [])
    assert found is not None
    assert found.end == 1
