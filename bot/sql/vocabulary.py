"""Names that states, counties and countries go by, also those that no row holds: what a text could be taken for."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache


def _states(value: str) -> tuple[str, ...]:
    from ingest.vocabulary.states import canonical_state

    state = canonical_state(value)
    return (state.name,) if state is not None else ()


def _counties(value: str) -> tuple[str, ...]:
    from ingest.vocabulary.places import counties_named

    return tuple(dict.fromkeys(county.name for county in counties_named(value)))


def _countries(value: str) -> tuple[str, ...]:
    from ingest.vocabulary.countries import canonical_country

    country = canonical_country(value)
    return (country.name,) if country is not None else ()


_LOOK_UP: dict[str, Callable[[str], tuple[str, ...]]] = {
    "state": _states,
    "county": _counties,
    "citizenship": _countries,
}
NAMED = frozenset(_LOOK_UP)
"""The columns whose values have names that are known beside the data."""


@lru_cache(maxsize=4_096)
def meant(column: str, value: str) -> tuple[str, ...]:
    """The vocabulary's names for what is written, in the spelling of the data; none for a column it does not know."""
    look_up = _LOOK_UP.get(column)
    return look_up(value) if look_up is not None else ()


@lru_cache(maxsize=4_096)
def people(word: str) -> frozenset[str]:
    """The countries whose people a word names ("Mexicans"); none for a country's own name and for "American", which
    a continent's people are called as well."""
    from ingest.vocabulary.countries import countries_meant

    if _countries(word) or word.startswith("american"):
        return frozenset()
    return frozenset(country.name for country in countries_meant(word))


@lru_cache(maxsize=4_096)
def means_other(name: str) -> bool:
    """Whether a county's name is a state's, a country's, or an everyday word as well."""
    from bot.semantic import prompt_data

    return bool(_states(name) or _countries(name)) or name in prompt_data("words_ordinary.yaml")["ordinary"]


def lies_in(city: str, counties: Collection[str]) -> bool:
    """Whether a city of this name lies in one of the counties: Austin is in Travis County."""
    from ingest.vocabulary.cities import cities_named

    return any(set(found.counties) & set(counties) for found in cities_named(city))
