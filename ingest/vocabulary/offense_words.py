"""The words people use for offenses: short names, plurals, groups; and what each can mean among the offenses loaded.

A word never means an offense that is not loaded, and never silently something near: where a word fits several
offenses that differ, every reading is given.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ingest.vocabulary.offenses import classify, members
from ingest.vocabulary.tables import listing, read_csv, several
from ingest.vocabulary.text import fold
from ingest.vocabulary.wordrule import WordRule

FILE = "offense_words.csv"
NAMES_FILE = "offense_names.csv"

EXACT, FAMILY, AMBIGUOUS, NEAR, JUDGEMENT, NONE = "exact", "family", "ambiguous", "near", "judgement", "none"
# In the data file: a reading that takes in more than the phrase says (armed robbery: all of Robbery).
_BROADER = "broader"
_OTHERWISE = "otherwise"  # as broader, where no other entry of the word finds anything printed
_GENERIC = frozenset(
    (
        "a", "all", "an", "any", "case", "cases", "charge", "charges", "conviction", "convictions", "crime", "crimes",
        "for", "kind", "kinds", "of", "offence", "offences", "offense", "offenses", "related", "the",
    )
)  # fmt: skip


class Reading(NamedTuple):
    """One thing a phrase can mean: a label to show, the offenses (as printed) it takes in, those that may or may not
    belong (a group only), and what a reader should know."""

    label: str
    offenses: tuple[str, ...]
    unclear: tuple[str, ...] = ()
    note: str = ""


class OffenseMatch(NamedTuple):
    """What a phrase denotes among the offenses known.

    ``kind``:
      exact      the printed name, or its plural
      family     what it takes in is in the reading
      ambiguous  readings with different offenses
      near       the only reading takes in more than the phrase says ("rape": Sexual Assault); never without saying so
      judgement  a word the reports do not use ("violent"); the reading offers a published group
      none       a known word, but no loaded offense fits
    ``wider``: for an exact name that other loaded names contain ("Assault" in "Aggravated Assault – Family") or
    whose words take in more ("drug possession": "Cocaine – Possession"), all of them.
    """

    kind: str
    readings: tuple[Reading, ...]
    wider: tuple[str, ...] = ()

    @property
    def offenses(self) -> tuple[str, ...]:
        """The offenses of the only reading; empty when there are several or none."""
        return self.readings[0].offenses if len(self.readings) == 1 else ()


class _Entry(NamedTuple):
    kind: str
    label: str
    rule: str
    without: WordRule | None
    note: str


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[_Entry, ...]]:
    entries: dict[str, tuple[_Entry, ...]] = {}
    for words, kind, label, rule, without, note in read_csv(FILE):
        entry = _Entry(kind, label, rule, WordRule(without) if without else None, note)
        for word in several(words):
            key = fold(word)
            entries[key] = (*entries.get(key, ()), entry)
    return entries


def offense_phrases() -> tuple[str, ...]:
    """Every phrase the data file knows, for the interpreter's phrases (printed names come from the database)."""
    return tuple(dict.fromkeys(word for row in read_csv(FILE) for word in several(row[0])))


@lru_cache(maxsize=1)
def printable_names() -> dict[str, str]:
    """Names a report may print, loaded or not, with their NCIC code ("" for those the published list lacks)."""
    return dict(read_csv(NAMES_FILE))


@lru_cache(maxsize=1)
def _printable_keys() -> frozenset[str]:
    return frozenset(" ".join(singular(word) for word in fold(name).split()) for name in printable_names())


def singular(word: str) -> str:
    """The singular of an English noun in its regular forms: "burglaries", "assaults", "batteries"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word


def _same_name(key: str, offense: str) -> bool:
    name = fold(offense)
    return key == name or [singular(w) for w in key.split()] == [singular(w) for w in name.split()]


@lru_cache(maxsize=4096)
def match_offense(phrase: str, known: tuple[str, ...]) -> OffenseMatch | None:
    """What ``phrase`` means among the printed offense names ``known``; None when it is no word for an offense.

    A printed name (or its plural) comes first, then the words of offense_words.csv, then any printed names that hold
    every word of the phrase, then the names a report could print (`printable_names`), which no loaded row has.
    """
    key = fold(phrase)
    if not key:
        return None
    named = tuple(offense for offense in known if _same_name(key, offense))
    if named:
        family = [e for e in _entries().get(key, ()) if e.kind == FAMILY]
        more = {*_holding(key, known), *(o for entry in family for o in _taken_in(entry, known)[0])}
        wider = tuple(o for o in known if o in more)
        return OffenseMatch(EXACT, (Reading(named[0], named),), wider if len(wider) > len(named) else ())
    entries = _entries().get(key)
    if entries:
        return _from_entries(entries, known)
    holding = _holding(key, known)
    if holding:
        label = holding[0] if len(holding) == 1 else f"offenses with “{phrase.strip()}” in the name"
        return OffenseMatch(EXACT if len(holding) == 1 else FAMILY, (Reading(label, holding),))
    if " ".join(singular(word) for word in key.split()) in _printable_keys():
        return OffenseMatch(NONE, ())
    return None


def _from_entries(entries: tuple[_Entry, ...], known: tuple[str, ...]) -> OffenseMatch:
    readings: dict[tuple[str, ...], Reading] = {}
    kinds: list[str] = []
    for entry in entries:
        if entry.kind == _OTHERWISE and readings:
            continue
        found, unclear = _taken_in(entry, known)
        if (found or unclear) and found not in readings:
            plain = len(found) == 1 and entry.kind != _BROADER and not entry.rule.startswith("group:")
            readings[found] = Reading(found[0] if plain else entry.label, found, unclear, entry.note)
            kinds.append(entry.kind)
    if not readings:
        return OffenseMatch(NONE, ())
    single = {_BROADER: NEAR, _OTHERWISE: NEAR, AMBIGUOUS: FAMILY}.get(kinds[0], kinds[0])
    return OffenseMatch(AMBIGUOUS if len(readings) > 1 else single, tuple(readings.values()))


def _taken_in(entry: _Entry, known: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if entry.rule.startswith("group:"):
        codes = [part.strip().removeprefix("group:") for part in entry.rule.split(";")]
        if codes[0].isdigit():
            return tuple(o for o in known if (c := classify(o)) is not None and c.ncic in codes), ()
        return members(codes[0], known)
    rule = WordRule(entry.rule)
    found = tuple(
        o
        for o in known
        if rule.matches_words(_words(o)) and not (entry.without and entry.without.matches_words(_words(o)))
    )
    return found, ()


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    # "Non-Family" is the opposite of "Family", not a kind of it.
    return tuple(fold(name).replace("non ", "non").split())


def _holding(key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    wanted = {singular(word) for word in _words(key) if word not in _GENERIC}
    if not wanted:
        return ()
    return tuple(o for o in known if wanted <= {singular(word) for word in _words(o)})


def names_a_class(name: str, known: tuple[str, ...]) -> bool:
    """Whether a printed name is also what people call a class with more in it: "Weapon Offense", beside concealed."""
    heads = [word for word in fold(name).split() if word not in _GENERIC]
    found = match_offense(heads[0], known) if len(heads) == 1 else None
    return found is not None and found.kind == FAMILY and {name} < set(found.offenses)


def describe() -> list[dict[str, str]]:
    """The data file by column name, for the docs."""
    return listing(FILE)
