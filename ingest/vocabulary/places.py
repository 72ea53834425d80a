"""Counties and what is equal to one (parishes, boroughs, independent cities), with their census codes."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ingest.vocabulary.states import State, canonical_state
from ingest.vocabulary.tables import listing, read_csv, several
from ingest.vocabulary.text import fold, squash

FILE = "counties.csv"

# What may stand after a county's name, and which kinds of area it can then be.
_SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("city and borough", ("City and Borough",)),
    ("census area", ("Census Area",)),
    ("county", ("County",)),
    ("counties", ("County",)),
    ("cnty", ("County",)),
    ("cty", ("County",)),
    ("co", ("County",)),
    ("parishes", ("Parish",)),
    ("parish", ("Parish",)),
    ("borough", ("Borough", "City and Borough", "Municipality")),
    ("municipality", ("Municipality", "Municipio")),
    ("municipio", ("Municipio",)),
    ("city", ("city", "City and Borough")),
    ("district", ("District",)),
)
_PREFIXES = (("county of ", ("County",)), ("parish of ", ("Parish",)), ("city of ", ("city",)))
_SPELLED = {"ft": "fort", "mt": "mount"}


class County(NamedTuple):
    """A county or what the census counts as one. ``name`` goes without "County", "Parish" and the like.

    ``kind``: County, Parish, Borough, Census Area, City and Borough, Municipality, Municipio, District, "city" (an
    independent city: Baltimore, St. Louis, Carson City, those of Virginia), "district" (DC), "territory" (Guam).
    """

    fips: str
    state: str
    name: str
    kind: str
    other_names: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """As people write it: "Travis County", "Orleans Parish", "Baltimore (city)", "District of Columbia"."""
        if self.kind in ("district", "territory") or self.name.endswith(" City"):
            return self.name
        return f"{self.name} (city)" if self.kind == "city" else f"{self.name} {self.kind}"

    @property
    def report_name(self) -> str:
        """As the county column of the views has it: without "County", but a parish keeps its word."""
        return self.full_name if self.kind == "Parish" else self.name


@lru_cache(maxsize=1)
def counties() -> tuple[County, ...]:
    """All counties and equivalents (those of 2017), in the order of their codes."""
    return tuple(_county(*row) for row in read_csv(FILE))


@cache
def _county(fips: str, state: str, name: str, kind: str, others: str) -> County:
    return County(fips, state, name, kind, several(others))


@lru_cache(maxsize=1)
def _index() -> dict[str, list[list[str]]]:
    # Rows, not counties: a question needs a handful of the 3,233, and making them all takes longer than finding these.
    index: dict[str, list[list[str]]] = {}
    for row in read_csv(FILE):
        name = row[2]
        index.setdefault(name.lower() if name.isascii() and name.isalpha() else squash(name), []).append(row)
        for other in several(row[4]):
            index.setdefault(squash(other), []).append(row)
    return index


def _spelled_out(key: str) -> str:
    first, _, rest = key.partition(" ")
    return f"{_SPELLED[first]} {rest}" if rest and first in _SPELLED else key


def _look_up(key: str) -> tuple[County, ...]:
    return tuple(_county(*row) for row in _index().get(_spelled_out(key).replace(" ", ""), ()))


def _named(name: str) -> tuple[County, ...]:
    key = fold(name)
    for suffix, kinds in _SUFFIXES:
        if key.endswith(" " + suffix):
            found = _look_up(key[: -len(suffix) - 1])
            # "Carson City" and "Charles City" end in a word that is part of the name.
            return tuple(c for c in found if c.kind in kinds) or _look_up(key)
    for prefix, kinds in _PREFIXES:
        if key.startswith(prefix):
            return tuple(c for c in _look_up(key[len(prefix) :]) if c.kind in kinds)
    return _look_up(key)


def counties_named(name: str, state: str | State | None = None) -> tuple[County, ...]:
    """Every county of this name, in all states or in one; empty when there is none.

    Case, accents, quotes, spacing ("De Kalb"), "Saint" for "St.", "Ft." for "Fort" do not matter. A word such as
    County, Co., Parish, Borough or "city" after the name narrows it to that kind; "County of X" does too.
    """
    found = _named(name) or _named(_unlike_i(name))
    if state is None:
        return found
    known = canonical_state(state) if isinstance(state, str) else state
    return tuple(c for c in found if known is not None and c.state == known.name)


def _unlike_i(name: str) -> str:
    """A capital I inside a word is a small l misread ("WalIowa"); tried only when the name as printed is unknown."""
    return "".join("l" if c == "I" and i and name[i - 1].islower() else c for i, c in enumerate(name))


def canonical_county(name: str, state: str | State) -> County | None:
    """The county that a cell of a report means, given its state; None when there is none of that name.

    A bare name that is both a county and an independent city (Baltimore, St. Louis, Fairfax, Richmond) is the
    county, for the reports list by county; with "city" after it, the city.
    """
    found = counties_named(name, state)
    if len(found) > 1:
        found = tuple(c for c in found if c.kind != "city") or found
    return found[0] if len(found) == 1 else None


def not_in_capitals(name: str, state: str | State) -> str:
    """A name printed in capitals as the reports otherwise spell that county ("SANTA CLARA" is "Santa Clara"), so that
    its rows count with the others of the county; any other name as it is."""
    known = canonical_county(name, state) if name.isupper() else None
    if known is None:
        return name
    forms = (known.report_name, known.name, f"{known.name} City")  # St. Louis City is not St. Louis County
    return next((form for form in forms if squash(form) == squash(name)), name)


def describe() -> list[dict[str, str]]:
    """The data file by column name, for the docs."""
    return listing(FILE)
