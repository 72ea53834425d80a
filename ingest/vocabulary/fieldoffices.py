"""ICE's field offices of 2017, whose areas of responsibility (AOR) Section III names beside each jurisdiction."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ingest.vocabulary.tables import listing, read_csv, several
from ingest.vocabulary.text import fold

FILE = "field_offices.csv"
# What may follow the name: "the Buffalo AOR", "Denver field office".
_WORDS = (" area of responsibility", " field office", " office", " aor", " area")


class FieldOffice(NamedTuple):
    """A field office as Section III prints it ("Saint Paul"), its other names, and the states (or parts) it covers."""

    name: str
    other_names: tuple[str, ...]
    states: tuple[str, ...]


@lru_cache(maxsize=1)
def field_offices() -> tuple[FieldOffice, ...]:
    """All of them, by name."""
    return tuple(FieldOffice(name, several(others), several(states)) for name, others, states in read_csv(FILE))


@lru_cache(maxsize=1)
def _index() -> dict[str, FieldOffice]:
    return {fold(name): office for office in field_offices() for name in (office.name, *office.other_names)}


def field_office_named(text: str) -> FieldOffice | None:
    """The office a cell or a phrase names, with or without "AOR" or "field office"; None when it is none we know."""
    key = fold(text).removeprefix("the ")
    for words in _WORDS:
        key = key.removesuffix(words)
    return _index().get(key)


def describe() -> list[dict[str, str]]:
    """The data file by column name, for the docs."""
    return listing(FILE)
