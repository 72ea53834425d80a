from __future__ import annotations

from collections import Counter

import pytest

from ingest.vocabulary.places import (
    canonical_county,
    counties,
    counties_named,
    describe,
    not_in_capitals,
)
from ingest.vocabulary.states import canonical_state
from tests.ingest.vocabulary import gold


def test_codes_and_states_are_sound() -> None:
    assert len(counties()) == len({county.fips for county in counties()}) == len(describe())
    for county in counties():
        state = canonical_state(county.state)
        assert state is not None
        assert county.fips.startswith(state.fips)
        assert len(county.fips) == 5


def test_the_number_of_counties_by_kind() -> None:
    kinds = Counter(county.kind for county in counties())
    assert kinds["County"] == 3007
    assert kinds["Parish"] == 64
    # Baltimore, St. Louis, Carson City and the 38 independent cities of Virginia
    assert kinds["city"] == 41


def test_every_full_name_leads_back_to_its_county() -> None:
    for county in counties():
        found = counties_named(county.full_name, county.state)
        assert county in found, county
        assert canonical_county(county.full_name, county.state) is not None


def test_every_county_is_found_by_its_report_name() -> None:
    for county in counties():
        found = canonical_county(county.report_name, county.state)
        assert found is not None
        if found != county:  # a city beside a county of the same name is found by "city"
            assert county.kind == "city"
            assert canonical_county(f"{county.name} city", county.state) == county


def test_every_county_of_the_samples_is_known() -> None:
    for row in gold.rows("counties"):
        county = canonical_county(row["county"], row["state"])
        assert county is not None, row
        if row["county"] != "WalIowa":  # printed with a capital I for an l
            accented = county.report_name.replace("ñ", "n").replace("'", "’")
            assert accented == row["county"]


@pytest.mark.parametrize(
    ("written", "state", "fips"),
    [
        ("Travis Co.", "TX", "48453"),
        ("travis county", "Texas", "48453"),
        ("County of Santa Clara", "California", "06085"),
        ("Saint Lucie", "Fla.", "12111"),
        ("Ft. Bend", "TX", "48157"),
        ("De Kalb", "Georgia", "13089"),
        ("Dona Ana", "New Mexico", "35013"),
        ("Orleans Parish", "Louisiana", "22071"),
        ("Parish of Orleans", "Louisiana", "22071"),
        ("Baltimore", "Maryland", "24005"),
        ("Baltimore city", "Maryland", "24510"),
        ("City of Baltimore", "Maryland", "24510"),
        ("Baltimore County", "Maryland", "24005"),
        ("St. Louis city", "Missouri", "29510"),
        ("Richmond", "North Carolina", "37153"),
        ("James City County", "Virginia", "51095"),
        ("Carson City", "Nevada", "32510"),
        ("District of Columbia", "DC", "11001"),
        ("Dade", "Florida", "12086"),
        ("WalIowa", "Oregon", "41063"),
        ("McIntosh", "Georgia", "13191"),
        ("Prince George", "Virginia", "51149"),
        ("Prince George’s", "Maryland", "24033"),
    ],
)
def test_spellings(written: str, state: str, fips: str) -> None:
    county = canonical_county(written, state)
    assert county is not None
    assert county.fips == fips


def test_a_name_in_several_states() -> None:
    assert {"Iowa", "New York", "Pennsylvania"} <= {c.state for c in counties_named("Franklin")}
    assert [c.state for c in counties_named("Travis")] == ["Texas"]


def test_a_suffix_narrows_the_kind() -> None:
    assert {c.kind for c in counties_named("Richmond", "Virginia")} == {"County", "city"}
    assert {c.kind for c in counties_named("Richmond County", "Virginia")} == {"County"}
    assert counties_named("Travis Parish") == ()


@pytest.mark.parametrize(("written", "state"), [("Gotham", "New York"), ("Travis", "Ohio"), ("", "Texas")])
def test_what_is_no_county(written: str, state: str) -> None:
    assert canonical_county(written, state) is None


def test_an_unknown_state_has_no_counties() -> None:
    assert counties_named("Travis", "Atlantis") == ()


@pytest.mark.parametrize(
    ("fips", "full", "report"),
    [
        ("48453", "Travis County", "Travis"),
        ("22071", "Orleans Parish", "Orleans Parish"),
        ("24510", "Baltimore (city)", "Baltimore"),
        ("32510", "Carson City", "Carson City"),
        ("11001", "District of Columbia", "District of Columbia"),
        ("02020", "Anchorage Municipality", "Anchorage"),
    ],
)
def test_names_to_show(fips: str, full: str, report: str) -> None:
    (county,) = (c for c in counties() if c.fips == fips)
    assert (county.full_name, county.report_name) == (full, report)


@pytest.mark.parametrize(
    ("printed", "state", "spelled"),
    [
        ("SANTA CLARA", "California", "Santa Clara"),
        ("DEKALB", "Georgia", "DeKalb"),
        ("DE WITT", "Texas", "DeWitt"),
        ("ST. LOUIS CITY", "Missouri", "St. Louis City"),
        ("ST. LOUIS", "Missouri", "St. Louis"),
        ("ORLEANS", "Louisiana", "Orleans"),
        ("NOWHERE", "Texas", "NOWHERE"),
        ("Travis", "Texas", "Travis"),
    ],
)
def test_capitals_are_spelled_as_the_county_is(printed: str, state: str, spelled: str) -> None:
    assert not_in_capitals(printed, state) == spelled
