"""Phrases for the values that this edition holds: facilities, citizenships, offenses, policies, towns, offices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.query import Place
from bot.understand.forms import forms
from bot.understand.phrases import general_phrases
from bot.understand.words import Sense, phrase_key
from ingest.vocabulary.countries import canonical_country, country_names

if TYPE_CHECKING:
    from bot.understand.lexicon import Lexicon

# What a facility's name ends in when people leave the end out ("Rikers", "Santa Rita").
_GENERIC = forms("values", "generic")


def edition_phrases(lexicon: Lexicon) -> Iterator[tuple[str, Sense]]:
    """(phrase, sense) for every value of the edition."""
    for name in lexicon.offenses:
        yield phrase_key(name), Sense("value", "offense", name)
        yield plural(phrase_key(name)), Sense("value", "offense", name)
    for name in lexicon.citizenships:
        yield phrase_key(name), Sense("value", "citizenship", name)
        country = canonical_country(name)  # however the report spells it, every name of the country leads to its rows
        if country is not None and name != country.name:
            for other in country_names(country):
                yield phrase_key(other), Sense("value", "citizenship", name)
    yield from _facility_phrases(lexicon)
    for place in lexicon.policy_places:
        if place.city:
            yield phrase_key(place.city), Sense("place", "town", place)
    for policy in {entry.policy for entry in lexicon.policies if entry.policy}:
        key = phrase_key(policy)
        if 2 <= key.count(" ") + 1 <= 8 and not any(s.kind == "subject" for s in general_phrases().senses(key)):
            yield key, Sense("value", "policy", policy)
    for place in lexicon.refusal_places | lexicon.issued_places | lexicon.policy_places:
        if place.county:
            yield phrase_key(place.county), Sense("place", "listed", Place(state=place.state, county=place.county))
    for office in {entry.aor for entry in lexicon.policies if entry.aor}:
        for suffix in ("field office", "aor", "area of responsibility", "office", "ice field office", "ice office"):
            yield phrase_key(f"{office} {suffix}"), Sense("value", "aor", office)
            yield phrase_key(f"{suffix} of {office}"), Sense("value", "aor", office)


def plural(phrase: str) -> str:
    """The regular plural of a phrase's last word: "burglaries", "assaults"."""
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    return phrase if phrase.endswith("s") else phrase + "s"


def _facility_phrases(lexicon: Lexicon) -> Iterator[tuple[str, Sense]]:
    short: dict[str, set[str]] = {}
    for name in lexicon.facilities:
        key = phrase_key(name)
        yield key, Sense("value", "facility", name)
        for alias in _aliases(key):
            short.setdefault(alias, set()).add(name)
    general = general_phrases()
    for alias, names in short.items():
        if len(names) == 1 and not general.senses(alias):  # "Brooklyn" stays the borough
            yield alias, Sense("value", "facility", next(iter(names)))


def _aliases(key: str) -> Iterator[str]:
    """Shorter forms of a facility's name: without its generic end, and without the word County."""
    words = key.split()
    yield from _of_police(key)
    if "county" in words:
        yield " ".join(word for word in words if word != "county")
        rest = words[words.index("county") + 1 :]
        if len(rest) > 1 and any(word not in _GENERIC for word in rest):
            yield " ".join(rest)  # "the State Jail"
        own = [word for word in rest if word not in _GENERIC]
        if len(own) == 1 and len(own[0]) > 4:
            yield own[0]  # "Inverness"
    own = [word for word in words if word not in _GENERIC]
    if len(own) > 2 and len(own[1]) == 1:  # "William G. Truesdale": of a person's name the surname will do
        yield own[-1]
        yield from (f"{own[-1]} {end}" for end in ("center", "jail", "facility", "detention center"))
    while words and words[-1] in _GENERIC:
        words = words[:-1]
        named = any(word not in _GENERIC for word in words)  # "Central Detention Facility" is not every central jail
        if named and words[-1] != "county" and (len(words) > 1 or len(words[0]) > 4):
            yield " ".join(words)


def jails_called(name: str, lexicon: Lexicon) -> list[str]:
    """The facilities that a town's name is the whole own name of: "Vista" for Vista Detention Facility, and no county's
    ("Sacramento County Main Jail")."""
    found = []
    for facility in lexicon.facilities:
        words = phrase_key(facility).split()
        while words and words[-1] in (*_GENERIC, "city"):
            words = words[:-1]
        if words and " ".join(words) == name and "County" not in facility:
            found.append(facility)
    return found


def _of_police(key: str) -> Iterator[str]:
    """ "Chicago PD lockup", "CPD lockup", "CPD" for "Chicago Police Department Lockup"."""
    town, police, rest = key.partition(" police department")
    if police:
        letters = "".join(word[0] for word in town.split()) + "pd"
        yield from (f"{town} pd{rest}", f"{town} police{rest}", f"{letters}{rest}", letters)
