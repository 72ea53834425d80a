"""Filters as comparable keys: a state is a place, a week's dates are its report, all reports are no condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.query import Filter, Place, Query, Value
from bot.understand.lexicon import Lexicon

Key = tuple[str, str, bool]
"""Field, value as text (with its operator), negated."""


def every_filter(query: Query) -> Iterator[Filter]:
    """All filters of a plan: its own, a share's, its slices', its second part's."""
    yield from query.filters
    yield from query.measure.of
    for part in query.slices:
        yield from part.filters
    if query.also is not None:
        yield from every_filter(query.also)


def keys_of(filters: Iterable[Filter], lexicon: Lexicon) -> set[Key]:
    """The keys of several filters."""
    return {key for condition in filters for key in filter_keys(condition, lexicon)}


def filter_keys(condition: Filter, lexicon: Lexicon) -> set[Key]:
    """The keys of one filter; none where it leaves every report in."""
    week = _whole_report(condition, lexicon)
    if week is not None:
        return {("report", week, condition.negated)}
    if condition.field == "report" and not condition.negated and covers_all(condition.values, lexicon):
        return set()
    name = "place" if condition.field in ("state", "county") else condition.field
    op = "" if condition.op == "is" else f"{condition.op} "
    if condition.op == "between":
        return {(name, op + "..".join(value_text(v) for v in condition.values), condition.negated)}
    if not condition.values:
        return {(name, condition.op, condition.negated)}
    return {(name, op + value_text(value), condition.negated) for value in condition.values}


def covers_all(values: Iterable[Value], lexicon: Lexicon) -> bool:
    """Whether these are all the reports loaded, and several."""
    ids = {r.id for r in lexicon.reports}
    return len(ids) > 1 and ids == {str(v) for v in values}


def _whole_report(condition: Filter, lexicon: Lexicon) -> str | None:
    dated = condition.field in ("declined_on", "issued_on") and condition.op in ("between", "is")
    if not dated or len(condition.values) != 2:
        return None
    weeks = {(r.start, r.end): r.id for r in lexicon.reports}
    return weeks.get((condition.values[0], condition.values[1]))  # type: ignore[arg-type]


def value_text(value: Value) -> str:
    """A value as text. The District of Columbia is one county: as a state and as a county it is the same."""
    if isinstance(value, Place):
        parts = (
            value.state,
            None if value.county == value.state == "District of Columbia" else value.county,
            value.city,
        )
        return " / ".join(part for part in parts if part)
    return str(value)


def key_words(key: Key) -> str:
    """A key for a hint."""
    name, value, negated = key
    return f"{'not ' if negated else ''}{name} {value}"
