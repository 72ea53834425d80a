"""What the name of a column in a result promises, by role: what is counted, of which values, from which end.

The words stand in `prompts/names.yaml`. A name is read once: most names promise nothing that a rule has to look up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from bot.semantic import prompt_data

_TEXTS = ("offense_texts", "narrow_columns")  # said of conditions and columns, not of names
_WORD = re.compile(r"[a-z]+")
_NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})


@lru_cache(maxsize=4_096)
def promised(name: str) -> Mapping[str, frozenset[str]]:
    """The roles that the words of a name (or label) speak of, each with what they promise."""
    known, longest = _phrases()
    said, found, at = _WORD.findall(name.lower()), dict[str, set[str]](), 0
    while at < len(said):
        taken = 1
        for length in range(min(longest, len(said) - at), 0, -1):
            meanings = known.get(" ".join(said[at : at + length]))
            if meanings:
                for role, value in meanings:
                    found.setdefault(role, set()).add(value)
                taken = length
                break
        at += taken
    return MappingProxyType({role: frozenset(values) for role, values in found.items()}) if found else _NOTHING


@lru_cache(maxsize=1)
def fillers() -> frozenset[str]:
    """The words of a name that leave open what is counted: `n`, `total`."""
    return frozenset(prompt_data("names.yaml")["filler"])


@lru_cache(maxsize=4_096)
def unexplained(name: str) -> bool:
    """Whether a name has a word that speaks of no role: a value, perhaps."""
    return any(not promised(word) for word in _WORD.findall(name.lower()))


def texts_of(role: str) -> Mapping[str, list[str]]:
    """The pieces of written texts by which a condition asks for each value of a role."""
    return dict(prompt_data("names.yaml")[f"{role}_texts"])


def narrow_columns() -> Mapping[str, str]:
    """By view the column that holds figures of the largest places alone."""
    return dict(prompt_data("names.yaml")["narrow_columns"])


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[str, list[tuple[str, str]]], int]:
    found: dict[str, list[tuple[str, str]]] = {}
    for role, meanings in prompt_data("names.yaml").items():
        if role in _TEXTS:
            continue
        by_value = meanings if isinstance(meanings, dict) else {word: [word] for word in meanings}
        for value, phrases in by_value.items():
            for phrase in phrases:
                found.setdefault(phrase, []).append((role, value))
    return found, max(phrase.count(" ") + 1 for phrase in found)
