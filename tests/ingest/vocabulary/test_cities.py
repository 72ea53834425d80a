from __future__ import annotations

import pytest

from ingest.vocabulary.cities import also_county, cities, cities_named, city_counties, city_names, describe
from ingest.vocabulary.places import canonical_county
from tests.ingest.vocabulary import gold


def test_every_city_lies_in_known_counties() -> None:
    for city in cities():
        found = city_counties(city)
        assert len(found) == len(city.counties), city
        assert {county.state for county in found} == {city.state}


def test_every_name_leads_back_to_its_city() -> None:
    assert len(describe()) == len(cities()) == len({(c.name, c.state) for c in cities()})
    for city in cities():
        for name in city_names(city):
            assert city in cities_named(name)
            assert cities_named(name, city.state) == (city,)


def test_every_place_of_the_samples_is_known_and_lies_where_they_say() -> None:
    for row in gold.rows("places"):
        (city,) = cities_named(row["place"], row["state"])
        if row["county"]:
            assert canonical_county(row["county"], row["state"]) in city_counties(city)


@pytest.mark.parametrize(
    ("written", "counties", "relation"),
    [
        ("Brooklyn", ("Kings",), "same"),
        ("Manhattan", ("New York",), "same"),
        ("Staten Island", ("Richmond",), "same"),
        ("the Bronx", ("Bronx",), "same"),
        ("Bronx", ("Bronx",), "same"),
        ("NYC", ("Bronx", "Kings", "New York", "Queens", "Richmond"), "whole_of"),
        ("Philly", ("Philadelphia",), "same"),
        ("Phila", ("Philadelphia",), "same"),
        ("SF", ("San Francisco",), "same"),
        ("Denver", ("Denver",), "same"),
        ("Austin", ("Travis", "Williamson", "Hays"), "part_of"),
        ("Seattle", ("King",), "part_of"),
        ("LA", ("Los Angeles",), "part_of"),
        ("City of Los Angeles", ("Los Angeles",), "part_of"),
        ("Seattle city", ("King",), "part_of"),
        ("Washington DC", ("District of Columbia",), "same"),
        ("New Orleans", ("Orleans",), "same"),
        ("Indianapolis", ("Marion",), "consolidated"),
    ],
)
def test_what_people_type(written: str, counties: tuple[str, ...], relation: str) -> None:
    (city,) = cities_named(written)
    assert (city.counties, city.relation) == (counties, relation)


def test_a_city_is_mostly_not_its_county() -> None:
    (austin,) = cities_named("Austin", "TX")
    (brooklyn,) = cities_named("Brooklyn")
    assert (austin.relation, len(austin.counties) > 1) == ("part_of", True)
    assert (brooklyn.relation in ("part_of", "consolidated"), len(brooklyn.counties)) == (False, 1)


def test_a_name_in_several_states() -> None:
    assert {city.state for city in cities_named("Portland")} == {"Oregon", "Maine"}
    assert [city.counties for city in cities_named("Portland", "Maine")] == [("Cumberland",)]
    assert cities_named("Portland", "Atlantis") == ()


def test_a_city_that_shares_its_name_with_counties_elsewhere() -> None:
    (austin,) = cities_named("Austin")
    assert [county.state for county in also_county(austin)] == ["Texas"]  # Austin County is not Austin's county
    (denver,) = cities_named("Denver")
    assert also_county(denver) == ()


def test_unknown_names_are_no_city() -> None:
    assert cities_named("Gotham") == ()
