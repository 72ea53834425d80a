"""Names that states, counties and countries go by, also those that no row holds: what a text could be taken for."""

from __future__ import annotations

from collections.abc import Callable
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
