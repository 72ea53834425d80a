"""Phrases and their senses, with the longest match at a token; and the part of them that no edition changes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bot.kept import kept
from bot.semantic import PROMPTS
from bot.understand.forms import FILE, forms
from bot.understand.patterns import Pattern
from bot.understand.tokens import Token
from bot.understand.words import WORDS, Sense, phrase_key, word_senses
from ingest.vocabulary.cities import cities, city_names
from ingest.vocabulary.countries import countries, country_names, regions
from ingest.vocabulary.offense_words import offense_phrases
from ingest.vocabulary.places import County, counties
from ingest.vocabulary.states import State, states
from ingest.vocabulary.tables import DATA

_DISPOSITION_ENDS = frozenset(forms("phrases", "disposition_ends"))


class PhraseTable:
    """Phrase (normal form) -> senses. A table may rest on another, which it never changes."""

    def __init__(self, base: PhraseTable | None = None) -> None:
        self._base = base
        self._senses: dict[str, list[Sense]] = {}
        self._patterns: dict[str, list[tuple[Pattern, Sense]]] = {}
        """By the first word of a phrase."""
        self._longest: dict[str, int] = {}

    def add(self, phrase: str, sense: Sense) -> None:
        """Let a phrase, given as a matcher key, mean `sense` too."""
        if not phrase:
            return
        senses = self._senses.get(phrase)
        if senses is not None:
            if sense not in senses:
                senses.append(sense)
            return
        self._senses[phrase] = [sense]
        first, _, rest = phrase.partition(" ")
        words = rest.count(" ") + 2 if rest else 1
        if words > self._longest.get(first, 0):
            self._longest[first] = words

    def add_pattern(self, pattern: Pattern, sense: Sense) -> None:
        """Let every phrase of a pattern mean `sense` too."""
        if pattern.phrase is not None:
            self.add(pattern.phrase, sense)
            return
        for first in pattern.firsts:
            self._patterns.setdefault(first, []).append((pattern, sense))
            if pattern.longest > self._longest.get(first, 0):
                self._longest[first] = pattern.longest

    def senses(self, phrase: str) -> tuple[Sense, ...]:
        """What a phrase means here and in the tables below, this table's senses first."""
        found = list(self._senses.get(phrase, ()))
        words = tuple(phrase.split(" "))
        last = words[-1]
        for pattern, sense in self._patterns.get(words[0], ()):
            if last in pattern.lasts and sense not in found and pattern.matches(words):
                found.append(sense)
        below = self._base.senses(phrase) if self._base else ()
        return (*found, *below)

    def longest(self, first: str) -> int:
        """The number of words of the longest phrase that begins with a word."""
        mine = self._longest.get(first, 0)
        return max(mine, self._base.longest(first)) if self._base else mine

    def words(self) -> set[str]:
        """Every single word that stands in some phrase: what a typo can be a slip of."""
        return set(self.kinds())

    def kinds(self) -> dict[str, set[str]]:
        """Every single word that stands in some phrase, with the kinds of sense that its phrases have."""
        found: dict[str, set[str]] = self._base.kinds() if self._base else {}
        for phrase, senses in self._senses.items():
            for word in phrase.split(" "):
                found.setdefault(word, set()).update(sense.kind for sense in senses)
        for pattern, sense in {id(p): (p, s) for held in self._patterns.values() for p, s in held}.values():
            for word in pattern.words():
                found.setdefault(word, set()).add(sense.kind)
        return found

    def at(self, tokens: Sequence[Token], first: int) -> tuple[int, tuple[Sense, ...]] | None:
        """The longest phrase that begins with token `first`: its number of tokens and senses.

        The last word may carry a possessive 's. A phrase never runs over the end of a sentence or a comma.
        """
        head = tokens[first]
        most = max(self.longest(head.norm), self.longest(head.base))
        reach = 1
        while reach < most and first + reach < len(tokens) and _joined(tokens[first + reach]):
            reach += 1
        for count in range(reach, 0, -1):
            span = tokens[first : first + count]
            before = "".join([token.norm + " " for token in span[:-1]])
            for last in dict.fromkeys((span[-1].norm, span[-1].base)):
                senses = self.senses(before + last)
                if senses:
                    return count, senses
        return None


def _joined(token: Token) -> bool:
    return token.gap in ("", "-", "'", "/", ".", "--")


@cache
def general_phrases() -> PhraseTable:
    """Words of `prompts/words`, states, counties, countries, regions and the words for offenses."""
    here = Path(__file__).parent
    readers = [*here.glob("*.py"), *DATA.parent.glob("*.py")]
    return kept("phrases", [*WORDS.glob("*.yaml"), PROMPTS / FILE, *DATA.glob("*.csv"), *readers], read_in)


def read_in() -> PhraseTable:
    """The same, made out of the files."""
    table = PhraseTable()
    for pattern, sense in word_senses():
        table.add_pattern(pattern, sense)
    _add_states(table)
    for county in counties():
        _add_county(table, county)
    for city in cities():
        for name in city_names(city):
            table.add(phrase_key(name), Sense("place", "city", city))
    for country in countries():
        for name in country_names(country):
            table.add(phrase_key(name), Sense("value", "citizenship", country.name))
    for region in regions():
        for word in region.words:
            table.add(phrase_key(word), Sense("value", "region", region.name))
    for phrase in offense_phrases():
        key = phrase_key(phrase)
        if key.rpartition(" ")[2] not in _DISPOSITION_ENDS:  # "drug convictions" is drugs and convictions
            table.add(key, Sense("value", "offense", phrase))
    return table


def _add_states(table: PhraseTable) -> None:
    for state in states():
        for name in (state.name, *state.other_names):
            table.add(phrase_key(name), Sense("place", "state", state.name))
        if state.adjective:
            table.add(phrase_key(state.adjective), Sense("place", ADJECTIVE, state.name))
        for short in (state.abbreviation, *state.other_abbreviations):
            table.add(phrase_key(short), _short_state(state, short))


ADJECTIVE = "state_as_adjective"
"""Key of "Californian": the state, of what the reports list there ("Californian jails"), never of people."""


def _short_state(state: State, short: str) -> Sense:
    """An abbreviation that is a word in lower case needs capitals, or a place before it."""
    kind = "state_in_capitals" if state.word_alike and len(short) <= 3 else "state"
    return Sense("place", kind, state.name)


def _add_county(table: PhraseTable, county: County) -> None:
    for name in (county.name, *county.other_names):
        table.add(phrase_key(name), Sense("place", "county", county))
