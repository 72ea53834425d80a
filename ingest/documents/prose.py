"""What a paragraph is: which caveat topics it states, or that it only describes the report (prose.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from ingest.vocabulary.text import straighten


@dataclass(frozen=True, slots=True)
class Rules:
    """Compiled phrases: by caveat topic, and for paragraphs that limit nothing."""

    topics: dict[str, tuple[re.Pattern[str], ...]]
    statements: tuple[re.Pattern[str], ...]


@cache
def rules() -> Rules:
    """The phrases of prose.yaml."""
    text = resources.files("ingest").joinpath("prose.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    topics = {topic: _compiled(phrases) for topic, phrases in loaded["topics"].items()}
    return Rules(topics, _compiled(loaded["statements"]))


def _compiled(phrases: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(phrase, re.IGNORECASE) for phrase in phrases)


def topics(text: str) -> list[str]:
    """The caveat topics that a paragraph states; empty if it limits nothing that we know."""
    plain = straighten(text)
    return [topic for topic, patterns in rules().topics.items() if any(pattern.search(plain) for pattern in patterns)]


def is_statement(text: str) -> bool:
    """Whether a paragraph is known to describe the report without limiting its figures."""
    plain = straighten(text)
    return any(pattern.search(plain) for pattern in rules().statements)
