"""The words people use: `prompts/words/*.yaml` and a newsroom's own file of the same shape, as phrases with senses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from bot.semantic import PROMPTS, read_yaml
from bot.understand.patterns import Pattern, parse
from bot.understand.tokens import NEGATED, SHORT, tokens_of
from ingest.vocabulary.text import SAME

WORDS = PROMPTS / "words"
_CHANGED = {*SAME, *NEGATED, *SHORT}
"""Plain words that are not their own normal form: "Saint" is "st", "cant" is two words."""


class Sense(NamedTuple):
    """One thing a phrase can mean. `kind` and `key` are the word files' two levels, or 'value' and a field's name."""

    kind: str
    key: str
    value: Any = None
    label: str = ""


class WordsError(ValueError):
    """A words file is not of the shape described in `prompts/words/`: the message says where."""


def phrase_key(phrase: str) -> str:
    """A phrase as the matcher looks it up: the tokens' normal forms, one space between."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        words = phrase.lower().split()
        if _CHANGED.isdisjoint(words):
            return " ".join(words)
    return " ".join(token.norm for token in tokens_of(phrase))


def senses_in(tree: Any, origin: str) -> Iterator[tuple[Pattern, Sense]]:
    """(pattern, sense) for every line of a parsed words file. Raises WordsError, saying where."""
    if not isinstance(tree, Mapping):
        raise WordsError(f"{origin}: expected kinds at the top, each with its words")
    for kind, keys in tree.items():
        if not isinstance(keys, Mapping):
            raise WordsError(f"{origin}: {kind}: expected names, each with a list of phrases")
        for key, patterns in keys.items():
            if not isinstance(patterns, list) or not all(isinstance(p, str) for p in patterns):
                raise WordsError(f"{origin}: {kind}: {key}: expected a list of phrases")
            sense = Sense(str(kind), str(key))
            for line in patterns:
                try:
                    yield parse(line, phrase_key), sense
                except ValueError as error:
                    raise WordsError(
                        f"{origin}: {kind}: {key}: {line!r}: words and braces need blanks between"
                    ) from error


@cache
def word_senses() -> tuple[tuple[Pattern, Sense], ...]:
    """All patterns shipped in `prompts/words`."""
    found: list[tuple[Pattern, Sense]] = []
    for entry in sorted(WORDS.glob("*.yaml")):
        found += senses_in(read_yaml(entry), entry.name)
    return tuple(found)


def own_senses(path: Path) -> tuple[tuple[Pattern, Sense], ...]:
    """The newsroom's own words. Raises WordsError for a file that cannot be used, saying where."""
    try:
        tree = read_yaml(path)
    except (OSError, ValueError) as error:
        raise WordsError(f"{path}: {error}") from error
    return tuple(senses_in(tree or {}, str(path)))
