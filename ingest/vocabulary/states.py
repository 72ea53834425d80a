"""States, the District of Columbia and the territories: their names, abbreviations and what else the name can be."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ingest.vocabulary.tables import listing, read_csv, several
from ingest.vocabulary.text import fold

FILE = "states.csv"


class State(NamedTuple):
    """A state, the District of Columbia ("district") or a territory.

    ``word_alike``: the two-letter abbreviation is an English word or a common short form in lower case ("in",
    "or", "la", "co"), so a reader should take it for the state only in capitals or after a place name.
    ``adjective``: "Californian", of jails and counties; empty where the word is also a people's ("Georgian").
    ``also_is``: what else the bare name is commonly used for: "country" (Georgia), "county", "city" (Washington).
    """

    name: str
    abbreviation: str
    fips: str
    kind: str
    other_abbreviations: tuple[str, ...]
    other_names: tuple[str, ...]
    word_alike: bool
    also_is: tuple[str, ...]
    adjective: str


@lru_cache(maxsize=1)
def states() -> tuple[State, ...]:
    """All of them, states first in the order of the alphabet (the District among them), then the territories."""
    return tuple(
        State(name, abbr, fips, kind, several(abbrs), several(names), word == "yes", several(also), adjective)
        for name, abbr, fips, kind, abbrs, names, word, also, adjective in read_csv(FILE)
    )


@lru_cache(maxsize=1)
def _index() -> dict[str, State]:
    index: dict[str, State] = {}
    for state in states():
        for name in (state.name, state.abbreviation, *state.other_abbreviations, *state.other_names):
            index.setdefault(fold(name), state)
        index.setdefault(fold(f"State of {state.name}"), state)
        # A capital I and a small l look alike in many typefaces; typed copies of the lists hold "lowa".
        if state.name.startswith("I"):
            index.setdefault(fold("l" + state.name[1:]), state)
    return index


def canonical_state(text: str) -> State | None:
    """The state that a cell of a report means, by name or any abbreviation; None when it is none we know."""
    return _index().get(fold(text))


def state_names(state: State) -> tuple[str, ...]:
    """Every way to write a state, for the interpreter's phrases; the full name first, the abbreviation second."""
    return (state.name, state.abbreviation, *state.other_abbreviations, *state.other_names)


def describe() -> list[dict[str, str]]:
    """The data file by column name, for the docs."""
    return listing(FILE)
