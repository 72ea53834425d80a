"""Entries of Section III: criteria, places, and what cannot be read."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.documents.policy_rows import bullets, read_policies, split_place
from ingest.layout.tables import Row
from ingest.vocabulary.places import counties


def row(**cells: str) -> Row:
    whole = {
        "jurisdiction": "Cook County, Illinois (Chicago)",
        "enacted": "Jan. 2014",
        "policy": "Ordinance",
        "criteria": "x",
    }
    return Row({name: text.split("\n") for name, text in {**whole, **cells}.items()}, {1: (0, 0, 1, 1)})


@pytest.mark.parametrize(
    ("lines", "criteria"),
    [
        (["• Will not honor", "• Unless a judge", "says so"], ("Will not honor", "Unless a judge says so")),
        (["Will not honor ICE", "detainer"], ("Will not honor ICE detainer",)),
        (["(1) Will not", "honor", "(2) Notify"], ("(1) Will not honor", "(2) Notify")),
        (["1. Will not", "2. Notify"], ("1. Will not", "2. Notify")),
        (["Only with a warrant", "(2) if any"], ("Only with a warrant (2) if any",)),
        (["• I-", "247N"], ("I-247N",)),
        (["- Will not honor", "- Unless a judge", "says so"], ("Will not honor", "Unless a judge says so")),
        (["Will not honor", "- or so"], ("Will not honor - or so",)),
        (["a) Will not", "b) Notify"], ("a) Will not", "b) Notify")),
        (["(b) Will not", "(c) Notify"], ("(b) Will not (c) Notify",)),
        (["• Only for", "o murder", "o rape"], ("Only for", "murder", "rape")),
        (["Only for", "o murder"], ("Only for o murder",)),
        ([], ()),
    ],
)
def test_criteria(lines: list[str], criteria: tuple[str, ...]) -> None:
    assert bullets(lines) == criteria


@pytest.mark.parametrize("sign", "■●❖➤✓❑")
def test_signs_that_are_bullets(sign: str) -> None:
    assert bullets([f"{sign} Will not honor", f"{sign} Unless a judge"]) == ("Will not honor", "Unless a judge")


def test_the_field_office_may_have_a_column_of_its_own_and_marks_are_no_part_of_a_name() -> None:
    ((policy,), _) = read_policies([row(jurisdiction="Cook County, Illinois*", aor="Chicago", enacted="Jan. 2014 †")])
    assert (policy.jurisdiction, policy.county, policy.aor) == ("Cook County, Illinois", "Cook", "Chicago")
    assert policy.enacted == date(2014, 1, 1)
    assert policy.raw["jurisdiction"] == "Cook County, Illinois*"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Cook County, Illinois", ("", "Cook", "Illinois")),
        ("Iowa City, Johnson County, Iowa", ("Iowa City", "Johnson", "Iowa")),
        ("Orleans Parish, Louisiana", ("", "Orleans Parish", "Louisiana")),
        ("Amherst, MA", ("Amherst", "", "Massachusetts")),
        ("Vermont", ("", "", "Vermont")),
        ("Alexandria City, Virginia", ("", "Alexandria City", "Virginia")),
        ("City of Alexandria, VA", ("", "Alexandria City", "Virginia")),
        ("Charles City County, Virginia", ("", "Charles City", "Virginia")),
        ("Baltimore City, Maryland", ("", "Baltimore City", "Maryland")),
        ("St. Louis City, Missouri", ("", "St. Louis City", "Missouri")),
        ("Carson City, Nevada", ("", "Carson City", "Nevada")),
        ("City of Baltimore, Maryland", ("", "Baltimore City", "Maryland")),
        ("Baltimore, Maryland", ("Baltimore", "", "Maryland")),
        ("Iowa City, Iowa", ("Iowa City", "", "Iowa")),
        ("Kansas City, Missouri", ("Kansas City", "", "Missouri")),
        ("New York City, New York", ("New York City", "", "New York")),
        ("City of Chicago, Illinois", ("City of Chicago", "", "Illinois")),
        ("Springfield", None),
        ("Lake County, Indiana Oak Park, Nebraska", None),
        ("Cook County, Illinois (Chicago) Oak Park, Nebraska", None),
        ("Colorado Springs, El Paso County, Colorado", ("Colorado Springs", "El Paso", "Colorado")),
        ("Portland, Washington County, Oregon", ("Portland", "Washington", "Oregon")),
        ("A, B, C, Texas", None),
    ],
)
def test_places(name: str, place: tuple[str, str, str] | None) -> None:
    assert split_place(name) == place


def test_an_entry() -> None:
    ((entry,), aside) = read_policies([row(criteria="• Will not honor\n• Notify")])
    assert aside == []
    assert (entry.county, entry.state, entry.aor) == ("Cook", "Illinois", "Chicago")
    assert entry.enacted == date(2014, 1, 1)
    assert entry.criteria == ("Will not honor", "Notify")


def test_every_independent_city_named_as_one_is_a_county() -> None:
    named = [county for county in counties() if county.kind == "city"]
    assert len(named) > 40
    for county in named:
        plain = county.name.removesuffix(" City")
        assert split_place(f"{plain} City, {county.state}") == ("", f"{plain} City", county.state)


@pytest.mark.parametrize("printed", ["January 2014", "Jan-14", "01/2014", "1/2014", "2014-01", "Jan. ’14", "1/15/2014"])
def test_months_in_any_form(printed: str) -> None:
    ((entry,), _) = read_policies([row(enacted=printed)])
    assert (entry.enacted, entry.raw["enacted"]) == (date(2014, 1, 1), printed)


def test_of_a_year_alone_no_month_is_made_up_and_the_cell_is_kept() -> None:
    ((entry,), aside) = read_policies([row(enacted="2014")])
    assert (entry.enacted, entry.raw["enacted"], aside) == (None, "2014", [])


@pytest.mark.parametrize("cells", [{"jurisdiction": "Nowhere"}, {"enacted": "soon"}, {"criteria": ""}, {"policy": ""}])
def test_what_cannot_be_read_is_set_aside_with_its_cells(cells: dict[str, str]) -> None:
    kept, (aside,) = read_policies([row(**cells)])
    assert kept == []
    assert aside.reason
    assert set(aside.cells) == {"jurisdiction", "enacted", "policy", "criteria"}
