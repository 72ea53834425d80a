"""Names in capitals, as the reports otherwise spell them; other names as they are."""

from __future__ import annotations

import pytest

from ingest.vocabulary.capitals import country_spelled, facility_spelled, offense_spelled
from ingest.vocabulary.facilities import facilities
from ingest.vocabulary.offense_words import printable_names


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [
        ("TRAVIS COUNTY JAIL", "Travis County Jail"),
        ("DEKALB COUNTY JAIL", "DeKalb County Jail"),
        ("QUEEN ANNE’S COUNTY DETENTION CENTER", "Queen Anne’s County Detention Center"),
        ("LAC QUI PARLE COUNTY JAIL", "Lac qui Parle County Jail"),
        ("NORTHERN OREGON REGIONAL CORRECTIONS (NORCOR)", "Northern Oregon Regional Corrections (NORCOR)"),
        ("DC DEPARTMENT OF CORRECTIONS", "DC Department of Corrections"),
        ("CHICAGO PD 7TH DISTRICT", "Chicago PD 7th District"),
        ("NYPD CENTRAL BOOKING", "NYPD Central Booking"),
        ("RIKERS ISLAND (ANNA M. KROSS CENTER)", "Rikers Island (Anna M. Kross Center)"),
        ("NORCOR", "NORCOR"),
        ("Travis County Jail", "Travis County Jail"),
        ("RJC at Kent", "RJC at Kent"),
        ("", ""),
    ],
)
def test_facilities(printed: str, spelled: str) -> None:
    assert facility_spelled(printed) == spelled


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [
        ("GUATEMALA", "Guatemala"),
        ("CHINA, PEOPLES REPUBLIC OF", "China, Peoples Republic of"),
        ("CÔTE D’IVOIRE", "Côte d’Ivoire"),
        ("PERU", "Peru"),
        ("USSR", "Ussr"),
        ("Ussr", "Ussr"),
        ("ATLANTIS", "ATLANTIS"),
        ("", ""),
    ],
)
def test_countries(printed: str, spelled: str) -> None:
    assert country_spelled(printed) == spelled


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [
        ("DRIVING UNDER INFLUENCE LIQUOR", "Driving Under Influence Liquor"),
        ("DUI", "DUI"),
        ("SEX ASSAULT; LARCENY", "Sex Assault; Larceny"),
        ("Assault", "Assault"),
    ],
)
def test_offenses(printed: str, spelled: str) -> None:
    assert offense_spelled(printed) == spelled


def test_every_listed_offense_is_found_again() -> None:
    names = [name for name in printable_names() if not name.isupper()]
    assert [name for name in names if offense_spelled(name.upper()).casefold() != name.casefold()] == []


def test_listed_jails_lose_their_capitals() -> None:
    wrong = [f.name for f in facilities() if " " in f.name and facility_spelled(f.name.upper()) != f.name]
    assert len(wrong) * 20 <= len(facilities()), wrong
