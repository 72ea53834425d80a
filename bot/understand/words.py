"""The words people use: `prompts/words/*.yaml` and a newsroom's own file of the same shape, as phrases with senses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from bot.understand.tokens import tokens_of

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BRACES = re.compile(r"\{([^{}]*)\}")


class Sense(NamedTuple):
    """One thing a phrase can mean. `kind` and `key` are the word files' two levels, or 'value' and a field's name."""

    kind: str
    key: str
    value: Any = None
    label: str = ""


class WordsError(ValueError):
    """A words file is not of the shape described in `prompts/words/`: the message says where."""


def expand(pattern: str) -> Iterator[str]:
    """The phrases a pattern stands for: "{turn,turns} {down,away}" is four; an empty alternative drops the word."""
    parts = _BRACES.split(pattern)
    if len(parts) == 1:
        yield pattern
        return
    options = [[part] if i % 2 == 0 else [p.strip() for p in part.split(",")] for i, part in enumerate(parts)]
    for choice in product(*options):
        yield " ".join("".join(choice).split())


def phrase_key(phrase: str) -> str:
    """A phrase as the matcher looks it up: the tokens' normal forms, one space between."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        lower = phrase.lower()
        if "saint" not in lower and "nt" not in lower:  # "Saint" is "st", "cant" is two words
            return lower
    return " ".join(token.norm for token in tokens_of(phrase))


def senses_in(tree: Any, origin: str) -> Iterator[tuple[str, Sense]]:
    """(phrase, sense) for every phrase of a parsed words file."""
    if not isinstance(tree, Mapping):
        raise WordsError(f"{origin}: expected kinds at the top, each with its words")
    for kind, keys in tree.items():
        if not isinstance(keys, Mapping):
            raise WordsError(f"{origin}: {kind}: expected names, each with a list of phrases")
        for key, patterns in keys.items():
            if not isinstance(patterns, list) or not all(isinstance(p, str) for p in patterns):
                raise WordsError(f"{origin}: {kind}: {key}: expected a list of phrases")
            sense = Sense(str(kind), str(key))
            for pattern in patterns:
                for phrase in expand(pattern):
                    yield phrase, sense


@cache
def word_senses() -> tuple[tuple[str, Sense], ...]:
    """All phrases shipped in `prompts/words`, as matcher keys."""
    found: list[tuple[str, Sense]] = []
    for entry in sorted(files("prompts").joinpath("words").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".yaml"):
            tree = yaml.load(entry.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
            for phrase, sense in senses_in(tree, entry.name):
                found.append((phrase_key(phrase), sense))
    return tuple(found)


def own_senses(path: Path) -> tuple[tuple[str, Sense], ...]:
    """The newsroom's own words. Raises WordsError for a file that cannot be used, saying where."""
    try:
        tree = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as error:
        raise WordsError(f"{path}: {error}") from error
    return tuple((phrase_key(phrase), sense) for phrase, sense in senses_in(tree or {}, str(path)))
