"""Rows of Section II: cells made values, and the rules that set a row aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ingest.documents.refusal_rows import read_refusals
from ingest.layout.tables import Row
from ingest.records import Source, Unread

PERIOD = (date(2017, 1, 28), date(2017, 2, 3))
WHOLE = {
    "state": "Texas",
    "county": "Travis County",
    "facility": "Travis County Jail",
    "citizenship": "Mexico",
    "issued_on": "10/16/2010",
    "declined_on": "2/1/2017",
    "activity": "Assault (Conviction)",
}


def row(**cells: str) -> Row:
    return Row({name: text.split("\n") for name, text in {**WHOLE, **cells}.items()}, {1: (0, 0, 1, 1)})


def test_a_row() -> None:
    ((refusal,), aside) = read_refusals([row()], PERIOD)
    assert aside == []
    assert (refusal.county, refusal.issued_on, refusal.declined_on) == ("Travis", date(2010, 10, 16), date(2017, 2, 1))
    assert (refusal.offense, refusal.disposition, refusal.activity) == ("Assault", "conviction", "Assault (Conviction)")


def test_a_group_that_goes_on_after_a_page_break() -> None:
    ((refusal,), _) = read_refusals([row(state="Texas (cont.)", county="Travis (continued)")], PERIOD)
    assert (refusal.state, refusal.county) == ("Texas", "Travis")
    assert refusal.raw["state"] == "Texas (cont.)"


def test_a_blank_citizenship_or_facility_is_blank() -> None:
    ((refusal,), _) = read_refusals([row(citizenship="", facility="")], PERIOD)
    assert (refusal.citizenship, refusal.facility) == ("", "")


def test_a_dash_alone_is_no_citizenship_and_capitals_are_no_other_county() -> None:
    ((refusal,), _) = read_refusals([row(citizenship="–", county="WILLIAMSON")], PERIOD)
    assert (refusal.citizenship, refusal.county) == ("", "Williamson")
    assert (refusal.raw["citizenship"], refusal.raw["county"]) == ("–", "WILLIAMSON")


@pytest.mark.parametrize("text", ["N/A", "n/a", "Not provided", "-"])
def test_what_says_that_nothing_is_known_is_no_value(text: str) -> None:
    ((refusal,), _) = read_refusals([row(citizenship=text, facility=text)], PERIOD)
    assert (refusal.citizenship, refusal.facility) == ("", "")
    assert refusal.raw["citizenship"] == text
    kept, (aside,) = read_refusals([row(county=text)], PERIOD)
    assert kept == []
    assert "county" in aside.reason


@pytest.mark.parametrize(
    ("activity", "said", "whole"),
    [
        ("Assault", "Charge", ("Assault", "charge", "Assault (Charge)")),
        ("Assault", "Convicted", ("Assault", "conviction", "Assault (Convicted)")),
        ("Assault (Charge)", "Charged", ("Assault", "charge", "Assault (Charge)")),
        ("Assault", "Pending*", ("Assault", "charge", "Assault (Pending)")),
    ],
)
def test_a_column_of_its_own_says_charge_or_conviction(activity: str, said: str, whole: tuple[str, str, str]) -> None:
    ((refusal,), _) = read_refusals([row(activity=activity, disposition=said)], PERIOD)
    assert (refusal.offense, refusal.disposition, refusal.activity) == whole


@pytest.mark.parametrize(
    ("activity", "said"), [("Assault (Charge)", "Conviction"), ("Assault", "Other"), ("Assault", "")]
)
def test_a_column_that_contradicts_the_activity_or_says_neither_sets_the_row_aside(activity: str, said: str) -> None:
    kept, aside = read_refusals([row(activity=activity, disposition=said)], PERIOD)
    assert (kept, len(aside)) == ([], 1)


@pytest.mark.parametrize("mark", ["*", " †", "**"])
def test_the_mark_of_a_footnote_is_no_part_of_a_name(mark: str) -> None:
    ((refusal,), _) = read_refusals([row(county=f"Travis{mark}", citizenship=f"Mexico{mark}")], PERIOD)
    assert (refusal.county, refusal.citizenship) == ("Travis", "Mexico")
    assert refusal.raw["county"] == f"Travis{mark}"
    ((refusal,), _) = read_refusals([row(declined_on=f"2/1/2017{mark}")], PERIOD)
    assert (refusal.declined_on, refusal.raw["declined_on"]) == (date(2017, 2, 1), f"2/1/2017{mark}")


def test_a_blank_cell_beside_turned_text_sets_the_row_aside() -> None:
    spot = Unread("turned", "Metropolitan Jail", Source.on(1, (0.0, 0.5, 1.0, 0.8)))
    kept, (aside,) = read_refusals([row(facility="")], PERIOD, [spot])
    assert kept == []
    assert "Metropolitan Jail" in aside.reason
    assert read_refusals([row(facility="")], PERIOD, [replace(spot, source=Source.on(2, spot.source.box))])[1] == []
    assert read_refusals([row()], PERIOD, [spot])[1] == []


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"state": "Texxas"}, "not a state"),
        ({"county": ""}, "empty cell"),
        ({"issued_on": "2/30/2017"}, "not a date"),
        ({"declined_on": "someday"}, "not a date"),
        ({"activity": "Assault"}, "Charge"),
        ({"issued_on": "2/2/2017"}, "after"),
        ({"declined_on": "2/9/2017"}, "week"),
    ],
)
def test_a_row_that_breaks_a_rule_keeps_its_number_and_cells(cells: dict[str, str], why: str) -> None:
    (before, after), (aside,) = read_refusals([row(), row(**cells), row()], PERIOD)
    assert (before.row_no, after.row_no) == (1, 3)
    assert why.lower() in aside.reason.lower()
    assert aside.cells == {**WHOLE, **cells}
