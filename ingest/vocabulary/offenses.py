"""What kind of offense a printed name is, by published schemes: the FBI's NCIC series and UCR classes.

The rules stand in offense_classes.csv with their sources. A name that no rule knows stays unknown; a name that does not
say enough ("Assault": aggravated or simple?) has no group but says which it may be.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ingest.vocabulary.activity import split_activities, split_activity
from ingest.vocabulary.tables import listing, read_csv, several
from ingest.vocabulary.text import fold
from ingest.vocabulary.wordrule import WordRule

__all__ = [
    "Classification",
    "Group",
    "classify",
    "describe",
    "group_of",
    "groups",
    "members",
    "split_activities",
    "split_activity",
]

FILE = "offense_classes.csv"
SERIES_FILE = "offense_series.csv"
GROUPS_FILE = "offense_groups.csv"


class Classification(NamedTuple):
    """Where an offense stands in the schemes.

    ``ncic``: series, two digits, or "". ``series``: its name. ``ucr``: class, or "" when the name does not decide.
    ``group``: violent, property, drug, traffic, immigration, other; None when unclear: ``may_be`` lists the groups.
    """

    ncic: str
    series: str
    ucr: str
    group: str | None
    may_be: tuple[str, ...]
    note: str


class Group(NamedTuple):
    """A group of offenses a question can ask for by name, with the source of its definition."""

    name: str
    label: str
    means: str
    source: str


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[WordRule, Classification], ...]:
    series = dict(read_csv(SERIES_FILE))
    return tuple(
        (WordRule(words), Classification(ncic, series.get(ncic, ""), ucr, group or None, several(may_be), note))
        for words, ncic, ucr, group, may_be, note in read_csv(FILE)
    )


@lru_cache(maxsize=4096)
def classify(offense: str) -> Classification | None:
    """The classes of a printed offense name; None when no rule knows it."""
    if "; " in offense:  # several offenses of one cell (see `split_activity`): classed only when all are alike
        found = {classify(part) for part in offense.split("; ")}
        return found.pop() if len(found) == 1 else None
    words = fold(offense).split()
    for rule, classification in _rules():
        if rule.matches_words(words):
            return classification
    return None


def group_of(offense: str) -> str | None:
    """violent, property, drug, traffic, immigration or other; None when unknown or when the name does not decide."""
    found = classify(offense)
    return found.group if found else None


@cache
def groups() -> dict[str, Group]:
    """The groups by name, each with what it means and the scheme it is taken from."""
    return {name: Group(name, label, means, source) for name, label, means, source in read_csv(GROUPS_FILE)}


def members(group: str, known: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of the offenses known, those in a group and those that may or may not be in it ("Assault" and violent crime)."""
    inside = tuple(name for name in known if group_of(name) == group)
    unclear = tuple(name for name in known if (found := classify(name)) is not None and group in found.may_be)
    return inside, unclear


def describe() -> list[dict[str, str]]:
    """The rules by column name, in the order in which they are tried, for the docs."""
    return listing(FILE)
