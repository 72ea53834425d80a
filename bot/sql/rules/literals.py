"""Rule "literals": a text that no row and no vocabulary knows is told, with the nearest that exist.

It never refuses: `ask` decides what to do with a warning (ask back, or have the statement repaired), and never
makes a figure of an unresolved one.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Protocol

from bot.messages import sql as say
from bot.sql.lineage import Filter, Lineage
from bot.sql.verdict import Warning as Told

NEAREST = 3


class Values(Protocol):
    """What is known of the data and of the world outside it."""

    def known(self, view: str, column: str) -> Collection[str] | None:
        """The values that rows hold; None when the column is no closed list."""
        ...

    def vocabulary(self, column: str) -> Collection[str]:
        """Values that exist although no row may hold them: real counties, countries, offenses."""
        ...

    def matches(self, view: str, column: str, op: str, pattern: str) -> bool:
        """Whether any row matches a pattern."""
        ...

    def reports(self) -> Collection[str]:
        """Ids of the loaded reports."""
        ...

    def days(self, view: str, column: str) -> tuple[date, date] | None:
        """First and last day that a date column holds; None when it holds none."""
        ...


def warnings(lineage: Lineage, values: Values) -> tuple[Told, ...]:
    """What the asker should know about the texts and dates of an accepted statement."""
    found: dict[str, Told] = {}
    for one in lineage.filters:
        for value in one.values:
            warning = _one(one, value, values)
            if warning is not None:
                found.setdefault(warning.message, warning)
    return tuple(found.values())


def _one(one: Filter, value: str, values: Values) -> Told | None:
    if one.op in ("like", "not like", "matches", "not matches"):
        if not values.matches(one.view, one.column, one.op.removeprefix("not "), value):
            return Told("no_match", say.no_match(one.column, value))
        return None
    if one.column == "report_id":
        loaded = values.reports()
        if value in loaded or one.op not in ("=", "in", "<>", "not in"):
            return None
        return Told("report_not_loaded", say.report_not_loaded(value, loaded), tuple(sorted(loaded)))
    if one.op in ("=", "in", "<>", "not in"):
        return _unknown(one, value, values)
    return _outside(one, value, values)


def _unknown(one: Filter, value: str, values: Values) -> Told | None:
    known = values.known(one.view, one.column)
    if known is None:
        return _outside(one, value, values)
    if value in known or value in values.vocabulary(one.column):
        return None
    near = nearest(value, known)
    return Told("unknown_value", say.unknown_value(one.column, value, near), near)


def _outside(one: Filter, value: str, values: Values) -> Told | None:
    """A day before or after everything loaded: its rows are not zero, they are not there."""
    try:
        asked = date.fromisoformat(value)
    except ValueError:
        return None
    days = values.days(one.view, one.column)
    if days is None:
        return None
    first, last = days
    misses = asked > last if one.op in ("=", "in", ">", ">=") else asked < first if one.op in ("<", "<=") else False
    if one.op in ("=", "in"):
        misses = not first <= asked <= last
    if not misses:
        return None
    return Told("date_not_loaded", say.date_not_loaded(one.column, asked, first, last))


def nearest(value: str, known: Collection[str]) -> tuple[str, ...]:
    """The known values most like this one."""
    from rapidfuzz import fuzz, process

    scored = process.extract(
        value, list(known), scorer=fuzz.WRatio, processor=str.casefold, limit=NEAREST, score_cutoff=60
    )
    return tuple(text for text, _, _ in scored)
