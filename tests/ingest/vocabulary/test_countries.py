from __future__ import annotations

import pytest

from ingest.vocabulary.countries import (
    canonical_country,
    countries,
    countries_meant,
    country_names,
    describe,
    regions,
)
from ingest.vocabulary.text import fold
from tests.ingest.vocabulary import gold

# Words that the people of two countries share; everything else names one country.
SHARED = {"dominican", "dominicans", "congolese", "korean", "koreans"}


def test_every_citizenship_of_the_samples_is_its_own_name() -> None:
    for row in gold.rows("citizenships"):
        country = canonical_country(row["citizenship"])
        assert country is not None
        assert country.name == row["citizenship"]


def test_every_name_leads_back_to_its_country() -> None:
    for country in countries():
        for name in (country.name, *country.other_names):
            assert canonical_country(name) is country, name
        assert canonical_country(f"the {country.name.upper()}") is country


def test_every_word_for_people_means_one_country() -> None:
    for country in countries():
        for word in country.demonyms:
            meant = countries_meant(word)
            assert country in meant
            assert len(meant) == 1 or fold(word) in SHARED, word


def test_names_and_words_for_people_do_not_cross() -> None:
    names = {fold(name): c for c in countries() for name in (c.name, *c.other_names)}
    for country in countries():
        for word in country.demonyms:
            assert names.get(fold(word), country) is country, word


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Mexicans", "Mexico"),
        ("Salvadoran", "El Salvador"),
        ("Salvadorean", "El Salvador"),
        ("Hondurans", "Honduras"),
        ("guatemalan", "Guatemala"),
        ("Filipina", "Philippines"),
        ("the Philippines", "Philippines"),
        ("China", "China, Peoples Republic of"),
        ("Chinese", "China, Peoples Republic of"),
        ("Soviet Union", "Ussr"),
        ("USSR", "Ussr"),
        ("Bahamas, The", "Bahamas"),
        ("Micronesia", "Micronesia, Federated States of"),
        ("Trinidad", "Trinidad and Tobago"),
        ("Viet Nam", "Vietnam"),
        ("Myanmar", "Burma"),
        ("Cote d’Ivoire", "Ivory Coast"),
        ("St. Vincent and the Grenadines", "St. Vincent-Grenadines"),
        ("Nigerian", "Nigeria"),
        ("Nigerien", "Niger"),
        ("Republic of Korea", "South Korea"),
        ("Swiss", "Switzerland"),
        ("Britons", "United Kingdom"),
    ],
)
def test_what_people_type(written: str, name: str) -> None:
    assert [country.name for country in countries_meant(written)] == [name]


def test_shared_words_give_every_reading() -> None:
    assert {c.name for c in countries_meant("Dominicans")} == {"Dominica", "Dominican Republic"}
    assert {c.name for c in countries_meant("Congolese")} == {"Congo", "Dem Rep of the Congo"}
    assert {c.name for c in countries_meant("Korean")} == {"Korea", "South Korea", "North Korea"}


def test_a_name_that_may_hold_other_countries_says_so() -> None:
    (ussr,) = countries_meant("Ussr")
    assert ussr.status == "former"
    assert {"Russia", "Ukraine", "Tajikistan"} <= set(ussr.may_be)
    for country in countries():
        for name in country.may_be:
            assert canonical_country(name) is not None, (country.name, name)


def test_words_for_people_are_no_citizenship_cells() -> None:
    assert canonical_country("Mexican") is None
    assert canonical_country("Travis") is None
    assert countries_meant("") == ()


def test_codes() -> None:
    codes = [c.iso3 for c in countries() if c.status == "current"]
    assert all(codes)
    assert len(codes) == len(set(codes))


def test_georgia_is_marked_as_a_state_too() -> None:
    (georgia,) = countries_meant("Georgia")
    assert georgia.also_is == ("state",)


def test_regions_have_members_by_their_source() -> None:
    (central,) = [region for region in regions() if region.name == "Central America"]
    assert {"Guatemala", "Honduras", "El Salvador", "Nicaragua"} <= set(central.members)
    assert central.unlike == ("Mexico",)
    assert "M49" in central.source


def test_a_region_without_a_source_has_no_members() -> None:
    (region,) = [region for region in regions() if region.name == "Middle East"]
    assert region.members == ()


def test_regions_name_known_countries_and_are_all_named() -> None:
    names = {country.name for country in countries()}
    for region in regions():
        assert set(region.members) <= names
        assert set(region.unlike) <= set(region.members)
        assert region.source
        for word in region.words:
            assert [other for other in regions() if word in other.words] == [region]
            assert countries_meant(word) == (), word


def test_every_current_country_lies_in_a_continent() -> None:
    continents = {"Africa", "Americas", "Asia", "Europe", "Oceania"}
    held = [set(r.members) for r in regions() if r.name in continents]
    for country in countries():
        if country.status == "current":
            assert sum(country.name in members for members in held) == 1, country.name


def test_names_for_the_phrases() -> None:
    mexico = canonical_country("Mexico")
    assert mexico is not None
    assert {"Mexico", "Mexican", "Mexicans"} <= set(country_names(mexico))
    assert len(describe()) == len(countries())
