"""Countries of citizenship: the names ICE prints, ISO codes, the words for their people, and groups with a source."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ingest.vocabulary.tables import listing, read_csv, several
from ingest.vocabulary.text import fold

FILE = "countries.csv"
REGIONS_FILE = "regions.csv"


class Country(NamedTuple):
    """A country (or a word that stands in the citizenship column).

    ``name``: as ICE prints it ("China, Peoples Republic of", "Ussr", "Korea").
    ``status``: current, former, unspecified (Korea, neither North nor South), none (Stateless, Unknown).
    ``demonyms``: singular, plural and adjective.
    ``also_is``: what else the bare name is: "state" (Georgia), "person" (Jordan), "city", "county".
    ``may_be``: for a former or unspecified name, the countries it can stand for; for a country, such a name
    that may hold its people.
    """

    name: str
    iso2: str
    iso3: str
    status: str
    m49_region: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    also_is: tuple[str, ...]
    may_be: tuple[str, ...]
    note: str


class Region(NamedTuple):
    """A named group of countries. ``members`` are canonical country names; empty when no cited source defines the
    group. ``unlike``: members that many people would leave out, so that a question has to be read back."""

    name: str
    words: tuple[str, ...]
    members: tuple[str, ...]
    unlike: tuple[str, ...]
    source: str
    note: str


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All of them, by name."""
    return tuple(
        Country(name, iso2, iso3, status, region, several(others), several(people), several(also), several(may), note)
        for name, iso2, iso3, status, region, others, people, also, may, note in read_csv(FILE)
    )


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Country]:
    index: dict[str, Country] = {}
    for country in countries():
        index[fold(country.name)] = country
    for country in countries():
        for name in country.other_names:
            index.setdefault(fold(name), country)
    return index


@lru_cache(maxsize=1)
def _by_people() -> dict[str, tuple[Country, ...]]:
    index: dict[str, tuple[Country, ...]] = {}
    for country in countries():
        for word in country.demonyms:
            key = fold(word)
            if country not in index.get(key, ()):
                index[key] = (*index.get(key, ()), country)
    return index


def canonical_country(text: str) -> Country | None:
    """The country that a cell of the citizenship column means, by any spelling of its name; None when unknown.

    Words for people ("Mexican") are no country names here; see `countries_meant`.
    """
    key = fold(text)
    found = _by_name().get(key)
    if found is None:  # "the Bahamas", "Bahamas, The"
        found = _by_name().get(key.removeprefix("the ").removesuffix(" the"))
    return found


def countries_meant(phrase: str) -> tuple[Country, ...]:
    """What a word in a question can mean: a country by name, or by its people ("Salvadorans", "Filipina").

    Several when the word is shared: "Dominican" (Dominica, Dominican Republic), "Congolese", "Korean".
    """
    named = canonical_country(phrase)
    if named is not None:
        return (named,)
    key = fold(phrase)
    people = _by_people().get(key)
    if people is None and key.startswith("the "):
        people = _by_people().get(key[4:])
    if people is None:
        return ()
    # "Korean" may be the plain "Korea" of the reports or either half: all of them are readings.
    wider = [c for one in people if one.status == "unspecified" for c in map(canonical_country, one.may_be) if c]
    return (*people, *wider)


def country_names(country: Country) -> tuple[str, ...]:
    """Every way to write a country or its people, for the interpreter's phrases."""
    return (country.name, *country.other_names, *country.demonyms)


@lru_cache(maxsize=1)
def regions() -> tuple[Region, ...]:
    """The groups of regions.csv, with their members worked out from countries.csv."""
    return tuple(
        Region(
            name,
            (name, *several(words)),
            several(members) or _within(several(subregions)),
            several(unlike),
            source,
            note,
        )
        for name, words, subregions, members, unlike, source, note in read_csv(REGIONS_FILE)
    )


def _within(subregions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(country.name for country in countries() if country.m49_region in subregions)


def describe() -> list[dict[str, str]]:
    """The data file by column name, for the docs."""
    return listing(FILE)
