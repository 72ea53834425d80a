"""Jails: the counties they stand in, and the short forms in which their names are printed and typed.

A facility's row in a report states its own county, and that stays as printed. What stands here serves to find a jail by
its other names, and to tell where one stands.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ingest.vocabulary.places import County, canonical_county, counties_named
from ingest.vocabulary.states import State, canonical_state
from ingest.vocabulary.tables import listing, read_csv, several
from ingest.vocabulary.text import fold

FILE = "facilities.csv"
ABBREVIATIONS_FILE = "facility_abbreviations.csv"


class Facility(NamedTuple):
    """A jail or prison and where it stands. ``note``: the town, who runs it, or what to beware of."""

    name: str
    county: str
    state: str
    other_names: tuple[str, ...]
    note: str


@lru_cache(maxsize=1)
def facilities() -> tuple[Facility, ...]:
    """The facilities whose place or other names are worth knowing; most are told by their county's name alone."""
    return tuple(
        Facility(name, county, state, several(others), note) for name, county, state, others, note in read_csv(FILE)
    )


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, str]:
    """Short forms in the names of jails, each with what it stands for; small letters."""
    return dict(read_csv(ABBREVIATIONS_FILE))


@lru_cache(maxsize=4096)
def facility_key(name: str) -> str:
    """The name in comparable form with its short forms spelled out: "SANTA RITA CO DET CTR" and "Santa Rita County
    Detention Center" have the same key. For comparing only, never shown."""
    expanded = (abbreviations().get(word, word) for word in fold(name).replace("police dept", "pd").split())
    return " ".join(expanded)


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[Facility, ...]]:
    index: dict[str, tuple[Facility, ...]] = {}
    for facility in facilities():
        for key in {facility_key(name) for name in (facility.name, *facility.other_names)}:
            index[key] = (*index.get(key, ()), facility)
    return index


def facility_named(name: str, state: str | State | None = None) -> Facility | None:
    """The facility of the data file that a name means, by any of its names and short forms.

    A name made of a county's ("Pierce County Jail") means one only with its state, where counties of several
    states bear it.
    """
    found = _index().get(facility_key(name), ())
    if state is not None:
        known = canonical_state(state) if isinstance(state, str) else state
        found = tuple(f for f in found if known is not None and f.state == known.name)
    elif len(_counties_in(name)) > 1:
        return None
    return found[0] if len(found) == 1 else None


def _counties_in(name: str, state: str | State | None = None) -> tuple[County, ...]:
    words = facility_key(name).split()
    for marker in ("county", "parish", "city"):
        if marker in words:
            return counties_named(" ".join(words[: words.index(marker) + 1]), state)
    return ()


def facility_county(name: str, state: str | State | None = None) -> County | None:
    """The county a facility stands in: from the data file, else from the county in its name ("Weld County Jail")
    when only one county (of the state, if given) bears it. None when it cannot be told."""
    known = facility_named(name, state)
    if known is not None:
        return canonical_county(known.county, known.state)
    found = _counties_in(name, state)
    return found[0] if len(found) == 1 else None


def describe() -> list[dict[str, str]]:
    """The data file by column name, for the docs."""
    return listing(FILE)
