"""The places that a sentence of prose names, and where in it they stand."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ingest.vocabulary.places import canonical_county
from ingest.vocabulary.states import canonical_state, state_names, states

_KINDS = r"County|Parish|Borough|Municipality|Census Area"


class Named(NamedTuple):
    """A place in a text. ``county``: as the reports' rows have it; empty for a bare state or a place that is none."""

    start: int
    end: int
    county: str
    state: str


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = sorted((name for state in states() for name in state_names(state)), key=len, reverse=True)
    state = rf"(?P<state>{'|'.join(map(re.escape, names))})(?!\w)"
    full = "|".join(re.escape(s.name) for s in states())
    word = r"[A-Z][\w.’'-]*"
    name = rf"(?P<county>{word}(?: (?:{word}|of|the|and|du|de|la))*?)"
    return (
        re.compile(r"\b(?P<county>New York City)(?:, (?P<state>New York|NY|N\.Y\.))?"),
        re.compile(rf"\b{name} (?P<kind>{_KINDS})(?:,? | in )(?P<state>{'|'.join(map(re.escape, names))})(?!\w)"),
        re.compile(rf"\b{name} (?P<kind>City), {state}"),
        re.compile(rf"\b(?P<kind>City) of {name}, {state}"),
        re.compile(rf"\b{name}, {state}"),
        re.compile(rf"\b{name} (?P<kind>{_KINDS}|Counties|Parishes)\b"),
        re.compile(rf"\b(?P<state>{full})\b"),
    )


def named_places(sentence: str) -> list[Named]:
    """Every place of a sentence, left to right: "X County, State", "X Parish in State", "X City, State", "X, State",
    New York City, a bare state, and a county without its state (its `state` is then empty)."""
    found: list[Named] = []
    for pattern in _patterns():
        for match in pattern.finditer(sentence):
            place = _named(match)
            if place is not None and not any(place.start < p.end and p.start < place.end for p in found):
                found.append(place)
    return sorted(found)


def _named(match: re.Match[str]) -> Named | None:
    part = match.groupdict()
    name, kind, text = part.get("county") or "", part.get("kind") or "", part.get("state")
    if name == "New York City":
        return Named(match.start(), match.end(), name, "New York")
    state = canonical_state(text) if text else None
    if not name or state is None:
        return Named(match.start(), match.end(), "", state.name if state else "") if kind or not name else None
    suffix = f" {kind}" if kind in ("City", "Parish") else ""
    words = name.split(" ")
    for skipped in range(len(words)):  # "The Isle of Wight" begins with a word that is no part of the name
        county = " ".join(words[skipped:]) + suffix
        if county[0].isupper() and canonical_county(county, state):
            start = match.start("county") + len(" ".join([*words[:skipped], ""]))
            return Named(start if skipped else match.start(), match.end(), county, state.name)
    # A town is no place that a row could name; a county of no such name is one that cannot be followed.
    return Named(match.start(), match.end(), "", state.name) if kind else None
