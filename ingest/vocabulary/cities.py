"""Cities and other places by which people ask for a county, and the counties they lie in.

The reports list by county. A city is mostly only a part of one, so a reader has to be told ("Austin lies in
Travis County; the reports list by county"); `City.relation` says which case it is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ingest.vocabulary.places import County, canonical_county, counties_named
from ingest.vocabulary.states import State, canonical_state
from ingest.vocabulary.tables import listing, read_csv, several
from ingest.vocabulary.text import fold

FILE = "cities.csv"


class City(NamedTuple):
    """A city, borough or region.

    ``counties``: names without "County", the one with most of the city first.
    ``relation``:
      same          the city is the county (San Francisco, Brooklyn = Kings, Baltimore city)
      consolidated  one government, nearly the same bounds (Jacksonville and Duval)
      part_of       the city is only a part of its county, or lies in parts of several
      whole_of      the place is several whole counties (New York City, Long Island)
    """

    name: str
    state: str
    counties: tuple[str, ...]
    relation: str
    other_names: tuple[str, ...]
    note: str


@lru_cache(maxsize=1)
def cities() -> tuple[City, ...]:
    """All of them, the largest first."""
    return tuple(
        City(name, state, several(counties), relation, several(others), note)
        for name, state, counties, relation, others, note in read_csv(FILE)
    )


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[City, ...]]:
    index: dict[str, tuple[City, ...]] = {}
    for city in cities():
        for key in {fold(name) for name in city_names(city)}:
            index[key] = (*index.get(key, ()), city)
    return index


def cities_named(name: str, state: str | State | None = None) -> tuple[City, ...]:
    """Every place of this name or short name ("Philly", "NYC"), in all states or in one; the largest first.

    "City of X" and "X city" are X. A name may be a county's too: see `also_county`.
    """
    key = fold(name)
    found = _index().get(key) or _index().get(key.removeprefix("city of ")) or _index().get(key.removesuffix(" city"))
    if found is None or state is None:
        return found or ()
    known = canonical_state(state) if isinstance(state, str) else state
    return tuple(city for city in found if known is not None and city.state == known.name)


def city_counties(city: City) -> tuple[County, ...]:
    """The counties of a place, the one with most of it first."""
    found = (canonical_county(name, city.state) for name in city.counties)
    return tuple(county for county in found if county is not None)


def also_county(city: City) -> tuple[County, ...]:
    """The counties of all states that bear the city's name but do not hold it: "Travis" is none, "Arlington" is."""
    own = {county.fips for county in city_counties(city)}
    return tuple(county for county in counties_named(city.name) if county.fips not in own)


def city_names(city: City) -> tuple[str, ...]:
    """Every way to write it, for the interpreter's phrases."""
    return (city.name, *city.other_names)


def describe() -> list[dict[str, str]]:
    """The data file by column name, for the docs."""
    return listing(FILE)
