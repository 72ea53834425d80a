"""Whether several readings of a question meet the same rows, so that asking would be a nuisance."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from bot.query import Filter, Place, Query
from bot.understand.lexicon import Lexicon, Refusal

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "before": operator.lt,
    "under": operator.lt,
    "after": operator.gt,
    "over": operator.gt,
    "since": operator.ge,
    "at_least": operator.ge,
    "until": operator.le,
    "at_most": operator.le,
}


def same_rows(queries: Sequence[Query], lexicon: Lexicon) -> bool:
    """True when all plans are about refusals, ask for the same thing, and their rows are the same and not none."""
    if any(q.subject != "refusals" for q in queries):
        return False
    signs = {_signature(q, lexicon) for q in queries}
    return len(signs) == 1 and all(rows for rows in next(iter(signs))[1])


def _signature(query: Query, lexicon: Lexicon) -> tuple[Query, tuple[frozenset[int], ...]]:
    """The plan without its conditions, and the rows of the whole, of the part and of each slice."""
    measure = query.measure.model_copy(update={"of": ()})
    shape = query.model_copy(update={"filters": (), "slices": (), "measure": measure})
    sides = [query.filters, *[(*query.filters, *s.filters) for s in query.slices]]
    if query.measure.of:
        sides.append((*query.filters, *query.measure.of))
    return shape, tuple(_matching(side, lexicon) for side in sides)


def _matching(filters: Sequence[Filter], lexicon: Lexicon) -> frozenset[int]:
    return frozenset(n for n, row in enumerate(lexicon.refusals) if passes(row, filters))


def passes(row: Refusal, filters: Sequence[Filter]) -> bool:
    """Whether a row of Section II meets every filter."""
    return all(_meets(row, f) for f in filters)


def _meets(row: Refusal, item: Filter) -> bool:
    value = _value(row, item.field)
    if item.op == "missing":
        return (value is None) != item.negated
    if item.field == "place":
        return any(_inside(row, p) for p in item.values if isinstance(p, Place)) != item.negated
    if value is None:
        return False
    return _holds(value, item) != item.negated


def _value(row: Refusal, field: str) -> Any:
    if field == "days":
        both = row.declined_on and row.issued_on
        return (row.declined_on - row.issued_on).days if both and row.declined_on and row.issued_on else None
    return getattr(row, field, None)


def _inside(row: Refusal, place: Place) -> bool:
    return row.state == place.state and place.county in (None, row.county)


def _holds(value: Any, item: Filter) -> bool:
    first = item.values[0]
    if item.op == "contains":
        return any(str(v).lower() in str(value).lower() for v in item.values)
    if item.op == "between":
        low, high = item.values
        return bool(_COMPARE["since"](value, low) and _COMPARE["until"](value, high))
    if isinstance(value, date) != isinstance(first, date) and item.op != "is":
        return False
    if item.op == "is":
        return value in item.values
    compare: Callable[[Any, Any], bool] = _COMPARE[item.op]
    return bool(compare(value, first))
