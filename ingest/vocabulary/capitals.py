"""Names printed in capitals, as the reports otherwise spell them: their rows count with the others of that name.

Only whole names in capitals are changed; the cell as printed is kept beside. A word that no list knows keeps its
capitals where it may be an abbreviation: short, without a vowel, or alone in brackets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from ingest.vocabulary.cities import cities
from ingest.vocabulary.countries import canonical_country, countries
from ingest.vocabulary.facilities import abbreviations, facilities
from ingest.vocabulary.offense_words import printable_names
from ingest.vocabulary.places import counties
from ingest.vocabulary.states import states
from ingest.vocabulary.text import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_SMALL = frozenset({"and", "at", "de", "del", "for", "in", "of", "on", "or", "the", "to", "with"})
_SHORT = 3  # letters: an unknown word as short as this may be an abbreviation
_VOWEL = re.compile(r"[aeiou]|.{3}y|y.{3}", re.IGNORECASE)


def country_spelled(text: str) -> str:
    """A country's name in capitals as ICE prints it ("GUATEMALA" is "Guatemala"); anything else as it is."""
    country = canonical_country(text) if text.isupper() else None
    forms = (country.name, *country.other_names) if country else ()
    form = next((form for form in forms if fold(form) == fold(text)), None)
    return text if form is None else _in_the_case_of(form, text)


def _in_the_case_of(form: str, text: str) -> str:
    """The letters of a text in the case of another that differs from it by accents or quotes at most."""
    if len(form) != len(text):
        return form
    pairs = zip(form, text, strict=True)
    return "".join(a if a.lower() == b.lower() else b if a.isupper() else b.lower() for a, b in pairs)


def offense_spelled(text: str) -> str:
    """An offense in capitals as the published lists spell it, else word by word; anything else as it is."""
    if not text.isupper():
        return text
    known = _offenses().get(fold(text), "")
    return _in_the_case_of(known, text) if len(known) == len(text) else _spelled(text)


def facility_spelled(text: str) -> str:
    """A jail's name in capitals, word by word ("DEKALB COUNTY JAIL" is "DeKalb County Jail"); anything else, an
    abbreviation alone ("NORCOR") among it, as it is."""
    return _spelled(text) if text.isupper() and " " in text.strip() else text


def _spelled(text: str) -> str:
    return _WORD.sub(lambda match: _word(match, text), text)


def _word(match: re.Match[str], text: str) -> str:
    word, start = match[0], match.start()
    lower = word.lower().replace("’", "'")
    if (lower in _SMALL and start) or _ORDINAL.match(lower):
        return word.lower()
    known = _words().get(lower)
    if known is not None:
        return known.replace("'", "’") if "’" in word else known
    bracketed = text[start - 1 : start] == "(" and text[match.end() : match.end() + 1] == ")"
    if bracketed or len(word) <= _SHORT or not _VOWEL.search(word) or not word.isalpha():
        return word
    return word.capitalize()


@lru_cache(maxsize=1)
def _offenses() -> dict[str, str]:
    return {fold(name): name for name in printable_names()}


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Words of the lists of names, each as it is spelled most often; in capitals only where it never is otherwise."""
    forms: dict[str, Counter[str]] = {}
    for name in _names():
        for word in _WORD.findall(name):
            forms.setdefault(word.lower(), Counter())[word] += 1
    return {
        lower: max(seen, key=lambda word: (not word.isupper() or len(word) == 1, not word.islower(), seen[word]))
        for lower, seen in forms.items()
    }


def _names() -> Iterable[str]:
    for facility in facilities():
        yield from (facility.name, *facility.other_names)
    yield from (words.title() for words in abbreviations().values())
    yield from (county.full_name for county in counties())
    yield from (city.name for city in cities())
    yield from (country.name for country in countries())
    yield from (state.name for state in states())
    yield from printable_names()
