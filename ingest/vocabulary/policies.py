"""Policy criteria made comparable: which kinds of requirement a text asks for.

The kinds stand in requirement_kinds.csv, their rules with examples in requirement_rules.csv: patterns looked for in
each bullet, quotes and dashes made plain. Text that no rule knows is told apart, to be listed instead of guessed at.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ingest.vocabulary.patterns import compiled
from ingest.vocabulary.tables import listing, read_csv, several
from ingest.vocabulary.text import straighten

FILE = "requirement_kinds.csv"
RULES_FILE = "requirement_rules.csv"

# Bullets are joined by " | " in the views; older lists part them by semicolons.
_BULLET = r"\s*(?:\||;|•)\s*(?:(?:and|or)\s+(?=[A-Z]))?"
# What only introduces a list of bullets, or says that there are more.
_LEAD_IN = r"unless (?:an |the )?individuals?:?$|unless$"


class _Rule(NamedTuple):
    match: re.Pattern[str]
    unless: re.Pattern[str] | None
    examples: tuple[str, ...]


class Requirement(NamedTuple):
    """A kind of requirement: its name, what it means, and the words people use for it."""

    kind: str
    means: str
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[_Rule, ...]]:
    rules: dict[str, tuple[_Rule, ...]] = {entry.kind: () for entry in requirement_kinds()}
    for kind, match, unless, shown in read_csv(RULES_FILE):
        rule = _Rule(compiled(match), compiled(unless) if unless else None, several(shown))
        rules[kind] = (*rules[kind], rule)
    return rules


@lru_cache(maxsize=1)
def requirement_kinds() -> tuple[Requirement, ...]:
    """Every kind, in the order of the data file."""
    return tuple(Requirement(kind, means, several(words)) for kind, means, words in read_csv(FILE))


def bullets(criteria: str) -> tuple[str, ...]:
    """The single statements of a criteria cell."""
    return tuple(part for part in re.split(_BULLET, criteria) if part.strip(" .:"))


def _kinds_of(bullet: str) -> set[str]:
    plain = straighten(bullet).strip(" .")
    return {
        kind
        for kind, rules in _rules().items()
        for rule in rules
        if rule.match.search(plain) and not (rule.unless and rule.unless.search(plain))
    }


@lru_cache(maxsize=2048)
def requirements(criteria: str) -> tuple[str, ...]:
    """The kinds of requirement in a criteria text, in the order of the data file; empty when none is known.

    "no_holds" is set only where no bullet states a condition. "notification_only" is also set where notification is
    accepted and no detainer is honored.
    """
    found = set().union(*(_kinds_of(bullet) for bullet in bullets(criteria)))
    if {"no_holds", "notification"} <= found:
        found.add("notification_only")
    return tuple(kind for kind in _rules() if kind in found)


def unknown_bullets(criteria: str) -> tuple[str, ...]:
    """The statements that no rule knows, for the list of what is still to be understood."""
    return tuple(
        bullet
        for bullet in bullets(criteria)
        if not _kinds_of(bullet) and not compiled(_LEAD_IN).search(straighten(bullet).strip(" ."))
    )


def examples() -> list[tuple[str, str]]:
    """(kind, example) for every rule: what the tests hold the rules to, and what the docs show."""
    return [(kind, example) for kind, rules in _rules().items() for rule in rules for example in rule.examples]


def describe() -> list[dict[str, str]]:
    """The kinds by column name, with the first rule's example, for the docs."""
    return [{**row, "example": _rules()[row["kind"]][0].examples[0]} for row in listing(FILE)]
