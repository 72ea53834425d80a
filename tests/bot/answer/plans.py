"""Plans that several tests ask about."""

from __future__ import annotations

from typing import Any

from bot.query import Dimension, Filter, Measure, Place, Query, Slice

WEEKS = ("2017-01-28", "2017-02-04", "2017-02-11")


def place(state: str, county: str | None = None, *, negated: bool = False) -> Filter:
    return Filter(field="place", values=(Place(state=state, county=county),), negated=negated)


def week(number: int) -> Filter:
    return Filter(field="report", values=(WEEKS[number - 1],))


def only(field: Any, *values: Any, op: Any = "is") -> Filter:
    return Filter(field=field, op=op, values=values)


def by(*fields: Any) -> tuple[Dimension, ...]:
    return tuple(Dimension(field=f) for f in fields)


def asked(*filters: Filter, **parts: Any) -> Query:
    return Query(filters=filters, **parts)


def sides(*parts: tuple[str, Filter]) -> tuple[Slice, ...]:
    return tuple(Slice(label=label, filters=(f,)) for label, f in parts)


TRAVIS = place("Texas", "Travis")
WILLIAMSON = place("Texas", "Williamson")
CONVICTED = only("disposition", "conviction")
CHARGED = only("disposition", "charge")
SHARE_CONVICTED = Measure(kind="share", of=(CONVICTED,))
