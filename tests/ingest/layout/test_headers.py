"""Header words to columns."""

from __future__ import annotations

import pytest

from ingest.layout.headers import table_specs

REFUSALS = table_specs()["refusals"]


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("State", "state"),
        ("County/Parish", "county"),
        ("LEA", "facility"),
        ("Law Enforcement Agency (LEA)", "facility"),
        ("Country of Citizenship", "citizenship"),
        ("Detainer Issued Date", "issued_on"),
        ("Date Declined", "declined_on"),
        ("Declined On", "declined_on"),
        ("Date ICE Issued the Detainer on", "issued_on"),
        ("U.S. State", "state"),
        ("No.", "number"),
        ("Subject’s Citizenship", "citizenship"),
        ("Criminal Activity (Charge/Conviction)", "activity"),
        ("Detainer Issued Date (MM/DD/YYYY)", "issued_on"),
        ("(f) Date Declined", "declined_on"),
    ],
)
def test_other_wordings(label: str, column: str) -> None:
    (found,) = REFUSALS.named([label])
    assert found is not None
    assert found.name == column


@pytest.mark.parametrize("label", ["Birthday", "No. of days", "Date", "", "State of Citizenship", "Detainer"])
def test_what_names_no_column_or_two(label: str) -> None:
    assert REFUSALS.named([label]) == [None]


def test_a_table_may_lack_the_column_that_numbers_its_rows_and_no_other() -> None:
    names = [column.name for column in REFUSALS.required]
    assert REFUSALS.complete(names)
    assert REFUSALS.complete(["number", *names])
    assert not REFUSALS.complete(names[1:])
    assert not REFUSALS.complete([*names, names[0]])


def test_a_header_that_could_name_two_names_the_one_that_no_other_does() -> None:
    def names(*labels: str) -> list[str]:
        return [column.name if column else "" for column in REFUSALS.named(labels)]

    assert names("Charge/Conviction") == ["activity"]
    assert names("Offense", "Charge/Conviction") == ["activity", "disposition"]
    assert names("Charge/Conviction", "Offense") == ["disposition", "activity"]
    assert names("Case #", "Detainer ID", "City", "Field Office") == ["number", "number", "city", "aor"]


def test_county_and_state_stand_in_for_the_place_where_both_are_there_and_it_is_not() -> None:
    issued = table_specs()["issued"]
    assert issued.complete(["county", "state", "issued"])
    assert issued.complete(["number", "state", "county", "issued", "share"])
    assert not issued.complete(["county", "issued"])
    assert not issued.complete(["county", "state", "place", "issued"])
    assert not issued.complete(["county", "state"])


def test_the_nearest_known_word_is_named() -> None:
    assert REFUSALS.nearest("Citizenshp") == "citizenship"
    assert REFUSALS.nearest("Zebra") == ""


def test_every_word_of_the_data_file_is_a_word() -> None:
    """YAML takes a bare `on` or `no` for a truth value."""
    assert not {"True", "False"} & {word for spec in table_specs().values() for word in spec.words}


def test_every_table_has_an_anchor() -> None:
    assert all(any(column.anchor for column in spec.columns) for spec in table_specs().values())
