"""The figures of a Query worked out in plain Python over the gold tables: what compiled SQL is held against."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from statistics import mean, median
from typing import Any

from bot.query import Dimension, Filter, Having, Place, Query

GOLD = Path(__file__).parents[2] / "ingest" / "gold"
Row = dict[str, Any]
_DATES = ("issued_on", "declined_on", "posted_on", "period_start", "period_end")
_NUMBERS = ("row_no", "page", "issued", "issued_nationwide", "declined_stated", "pages", "page_from", "page_to")
_COLUMN = {"report": "report_id"}


@cache
def rows_of(subject: str) -> list[Row]:
    """The gold rows of a view, typed; refusals and issued know what was withdrawn."""
    with (GOLD / f"{subject}.csv").open(encoding="utf-8", newline="") as file:
        rows = [{k: _typed(k, v) for k, v in row.items()} for row in csv.DictReader(file)]
    section = {"refusals": "II", "issued": "I"}.get(subject)
    if section:
        back = {(c["report_id"], c["county"], c["state"]) for c in rows_of("corrections") if c["section"] == section}
        for row in rows:
            row["withdrawn"] = (row["report_id"], row["county"], row["state"]) in back
    if subject == "refusals":
        for row in rows:
            row["days"] = (row["declined_on"] - row["issued_on"]).days
    return rows


def _typed(column: str, text: str) -> Any:
    if text == "":
        return None
    if column == "enacted":
        return date.fromisoformat(f"{text}-01")
    if column in _DATES:
        return date.fromisoformat(text)
    return int(text) if column in _NUMBERS else text


def passing(subject: str, filters: Iterable[Filter]) -> list[Row]:
    """The rows that pass all filters."""
    found = rows_of(subject)
    for item in filters:
        found = [row for row in found if passes(row, item)]
    return found


def passes(row: Row, item: Filter) -> bool:
    """Whether a row passes a filter. A blank cell passes none but `missing`."""
    if item.field == "place":
        return any(_there(row, v) for v in item.values if isinstance(v, Place)) is not item.negated
    value = row[_COLUMN.get(item.field, item.field)]
    if item.op == "missing":
        return (value is None) is not item.negated
    if value is None:
        return False
    return _HOLDS[item.op](value, item.values) is not item.negated


_HOLDS: dict[str, Callable[[Any, tuple[Any, ...]], bool]] = {
    "is": lambda x, v: x in v,
    "contains": lambda x, v: any(str(t).lower() in x.lower() for t in v),
    "before": lambda x, v: bool(x < v[0]),
    "after": lambda x, v: bool(x > v[0]),
    "since": lambda x, v: bool(x >= v[0]),
    "until": lambda x, v: bool(x <= v[0]),
    "between": lambda x, v: bool(v[0] <= x <= v[1]),
    "over": lambda x, v: bool(x > v[0]),
    "at_least": lambda x, v: bool(x >= v[0]),
    "under": lambda x, v: bool(x < v[0]),
    "at_most": lambda x, v: bool(x <= v[0]),
}


def _there(row: Row, place: Place) -> bool:
    if place.city is not None:
        return bool(row.get("place") == place.city and row["state"] == place.state)
    return bool(row["state"] == place.state and (place.county is None or row["county"] == place.county))


def figure(query: Query, rows: list[Row]) -> Any:
    """The Query's measure over these rows."""
    measure = query.measure
    if measure.kind == "count":
        return len(rows)
    if measure.kind == "share":
        part = [r for r in rows if all(passes(r, f) for f in measure.of)]
        return 100 * len(part) / len(rows) if rows else None
    if measure.kind == "distinct":
        return len(values_of(str(measure.field), rows))
    values = [r[_COLUMN.get(str(measure.field), str(measure.field))] for r in rows]
    values = [v for v in values if v is not None]
    if measure.kind == "total":
        return sum(values) if values or query.subject != "issued" else None
    if not values:
        return None
    stats: dict[str, Callable[[list[Any]], Any]] = {"min": min, "max": max, "average": mean, "median": median}
    return stats[measure.stat or "min"](values)


def values_of(field: str, rows: list[Row]) -> set[Any]:
    """The different values of a field; a county counts with its state."""
    if field in ("place", "county"):
        return {(r["county"], r["state"]) for r in rows if r["county"] is not None}
    column = _COLUMN.get(field, field)
    return {r[column] for r in rows if r[column] is not None}


def groups(query: Query, rows: list[Row]) -> dict[tuple[Any, ...], list[Row]]:
    """The rows by the Query's dimensions, under the names that the result gives them."""
    found: dict[tuple[Any, ...], list[Row]] = {}
    if len(query.group_by) == 1 and query.group_by[0].field == "report":
        asked = [f for f in query.filters if f.field == "report"]
        found = {(r["report_id"],): [] for r in rows_of("reports") if all(passes(r, f) for f in asked)}
    for row in rows:
        name = tuple(part for d in query.group_by for part in _name(row, d))
        found.setdefault(name, []).append(row)
    return found


def _name(row: Row, dimension: Dimension) -> tuple[Any, ...]:
    if dimension.field in ("place", "county"):
        return (row["county"], row["state"])
    value = row[_COLUMN.get(dimension.field, dimension.field)]
    if dimension.bucket == "month":
        return (f"{value:%Y-%m}",)
    return (f"{value:%Y}",) if dimension.bucket == "year" else (value,)


def kept(having: Having | None, value: Any) -> bool:
    """Whether a group's figure passes."""
    if having is None:
        return True
    if value is None:
        return False
    holds: dict[str, bool] = {
        "at_least": value >= having.n,
        "at_most": value <= having.n,
        "over": value > having.n,
        "under": value < having.n,
        "is": value == having.n,
    }
    return holds[having.op]
