from __future__ import annotations

import pytest

from ingest.vocabulary.facilities import (
    describe,
    facilities,
    facility_county,
    facility_key,
    facility_named,
)
from ingest.vocabulary.places import canonical_county
from tests.ingest.vocabulary import gold


def test_every_facility_stands_in_a_known_county() -> None:
    assert len(describe()) == len(facilities())
    for facility in facilities():
        assert canonical_county(facility.county, facility.state) is not None, facility


def test_every_name_leads_back_to_its_facility() -> None:
    for facility in facilities():
        for name in (facility.name, *facility.other_names):
            assert facility_named(name, facility.state) is facility, name


def test_the_facilities_of_the_samples_stand_where_they_are_listed() -> None:
    for row in gold.rows("facilities"):
        found = facility_county(row["facility"], row["state"])
        if row["facility"] == "Rikers Island":  # lies in the Bronx, listed under Queens
            assert found == canonical_county("Bronx", "New York")
        else:
            assert found == canonical_county(row["county"], row["state"]), row


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("TRAVIS CO JAIL", "Travis County Jail"),
        ("Hennepin Cnty Adult Det. Ctr.", "Hennepin County Adult Detention Center"),
        ("WACO POLICE DEPT.", "Waco PD"),
        ("KERN CO SO", "Kern County Sheriff"),
        ("Ft. Bend County Jail", "Fort Bend County Jail"),
        ("Curran-Fromhold Corr. Fac.", "Curran Fromhold Correctional Facility"),
    ],
)
def test_short_forms_have_the_same_key(short: str, long: str) -> None:
    assert facility_key(short) == facility_key(long)


def test_different_jails_have_different_keys() -> None:
    assert facility_key("Travis County Jail") != facility_key("Travis County State Jail")


@pytest.mark.parametrize(
    ("written", "name"),
    [("Rikers", "Rikers Island"), ("santa rita", "Santa Rita Jail"), ("CFCF", "Curran-Fromhold Correctional Facility")],
)
def test_what_people_type(written: str, name: str) -> None:
    found = facility_named(written)
    assert found is not None
    assert found.name == name


def test_a_countys_jail_needs_its_state_where_several_have_one() -> None:
    assert facility_county("Pierce County Jail") is None
    found = facility_county("Pierce County Jail", "Georgia")
    assert found is not None
    assert found.state == "Georgia"
    assert facility_county("Snohomish County Jail") == canonical_county("Snohomish", "Washington")
    assert facility_county("Metro Jail") is None
