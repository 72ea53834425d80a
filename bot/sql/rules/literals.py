"""Rule "literals": a text that no row and no vocabulary knows is told, with the nearest that exist.

It never refuses: `ask` decides what to do with a warning (ask back, or have the statement repaired), and never
makes a figure of an unresolved one.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import Protocol

from bot.messages import sql_figures as say
from bot.sql.lineage import DayCondition, Filter, Lineage
from bot.sql.verdict import Warning as Told

NEAREST = 3
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_EQUAL = ("=", "<>", "in", "not in")
_PATTERNS = ("like", "ilike", "glob", "matches", "contains", "starts with", "ends with")


class Values(Protocol):
    """What is known of the data and of the world outside it."""

    def known(self, view: str, column: str) -> Collection[str] | None:
        """The values that rows hold; None when the column is no closed list."""
        ...

    def exists(self, column: str, value: str) -> bool:
        """Whether a value exists in this spelling although no row may hold it: a real county, a country."""
        ...

    def meant(self, column: str, value: str) -> tuple[str, ...]:
        """Values that another spelling means: `TX` means Texas."""
        ...

    def matches(self, view: str, column: str, op: str, pattern: str, exact: bool) -> bool:
        """Whether any row matches a pattern; `exact`: capital and small letters are told apart."""
        ...

    def reports(self) -> Collection[str]:
        """Ids of the loaded reports."""
        ...

    def days(self, view: str, column: str) -> tuple[date, date] | None:
        """First and last day that a date column holds; None when it holds none."""
        ...

    def holds(self, condition: DayCondition) -> bool | None:
        """Whether any day (or report) that is loaded fits; None when that cannot be told."""
        ...


def warnings(lineage: Lineage, values: Values) -> tuple[Told, ...]:
    """What the asker should know about the texts and dates of an accepted statement."""
    found: dict[str, Told] = {}
    about: set[tuple[str, str]] = set()  # columns of which something is told already
    for one in lineage.filters:
        for value in one.values:
            told = _one(one, value, values)
            if told is not None:
                found.setdefault(told.message, told)
                about.add((one.view, one.column))
    for condition in lineage.days:
        if (condition.view, condition.column) not in about and values.holds(condition) is False:
            about.add((condition.view, condition.column))
            told = _no_day(condition, values)
            found.setdefault(told.message, told)
    return tuple(found.values())


def _no_day(condition: DayCondition, values: Values) -> Told:
    if condition.column == "report_id":
        return Told("report_not_loaded", say.no_report_fits(condition.sql, values.reports()))
    days = values.days(condition.view, condition.column)
    return Told("date_not_loaded", say.no_day_fits(condition.sql, condition.column, days))


def _one(one: Filter, value: str, values: Values) -> Told | None:
    op = one.op.removeprefix("not ")
    if op in _PATTERNS:
        # of lower(x) LIKE '...' only x is known here: its letters are compared without regard to case
        if not values.matches(one.view, one.column, op, value, one.bare and op != "ilike"):
            return Told("no_match", say.no_match(one.column, value))
        return None
    if one.op not in _EQUAL:
        return _outside(one, value, values)
    if not one.bare and one.column != "report_id" and _NUMBER.fullmatch(value):
        return None  # the length or place of a text
    if one.column == "report_id" and one.bare:
        loaded = values.reports()
        if value in loaded:
            return None
        return Told("report_not_loaded", say.report_not_loaded(value, loaded), tuple(sorted(loaded)))
    known = values.known(one.view, one.column)
    return _outside(one, value, values) if known is None else _unknown(one, value, known, values)


def _unknown(one: Filter, value: str, known: Collection[str], values: Values) -> Told | None:
    if value in known or values.exists(one.column, value):
        return None
    if not one.bare and any(value.casefold() in k.casefold() for k in known):
        return None
    near = values.meant(one.column, value) or nearest(value, known)
    return Told("unknown_value", say.unknown_value(one.column, value, near), near)


def _outside(one: Filter, value: str, values: Values) -> Told | None:
    """A day before or after everything loaded: its rows are not zero, they are not there."""
    try:
        asked = date.fromisoformat(value)
    except ValueError:
        return None
    days = values.days(one.view, one.column)
    if one.column == "report_id" and one.bare:
        weeks = sorted(values.reports())
        days = (date.fromisoformat(weeks[0]), date.fromisoformat(weeks[-1])) if weeks else None
    if days is None:
        return None
    first, last = days
    after, before = asked > last, asked < first
    misses = {"=": after or before, "in": after or before, ">": after, ">=": after, "<": before, "<=": before}
    misses["between"] = (after and value == one.values[0]) or (before and value == one.values[-1])
    if not misses.get(one.op, False):
        return None
    return Told("date_not_loaded", say.date_not_loaded(one.column, asked, first, last))


def nearest(value: str, known: Collection[str]) -> tuple[str, ...]:
    """The known values most like this one, best first."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        value, list(known), scorer=fuzz.WRatio, processor=str.casefold, limit=NEAREST, score_cutoff=60
    )
    return tuple(text for text, _, _ in found)
