"""Spans of a figure that rows are grouped by: decades (`year // 10 * 10`), tens (`floor(issued / 10) * 10`).

The number that is written there only says how wide a group is; anywhere but in GROUP BY it would bend a figure.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.functions import aggregates
from bot.sql.space import group_keys


def buckets(queries: Iterable[tree.Query]) -> frozenset[int]:
    """Ids of the expressions that are such spans."""
    found: set[int] = set()
    for query in queries:
        if isinstance(query, tree.Select) and (query.groups or query.group_all):
            for key in group_keys(query):
                inner = _entry(key)
                if isinstance(inner, tree.Call | tree.Cast) and _span(inner):
                    found.add(id(inner))
    return frozenset(found)


def _entry(key: tree.Expr) -> tree.Expr:
    """The entry of the list that GROUP BY names by its alias."""
    if isinstance(key, tree.Column) and key.field is not None and key.field.source is None and key.field.exprs:
        return key.field.exprs[0]
    return key


def _span(expr: tree.Expr) -> bool:
    match expr:
        case tree.Cast(child=child):
            return _span(child)
        case tree.Call(name="*", args=[inner, tree.Const() as width]):
            return _cut(inner) == _width(width) is not None
        case tree.Call(name="-", args=[value, tree.Call(name="%" | "mod", args=[same, tree.Const() as width])]):
            return canon(value) == canon(same) and _value(value) and _width(width) is not None
        case tree.Call(name="//", args=[tree.Call(name="-" | "date_diff" | "datediff") as days, tree.Const() as width]):
            return _value(days) and _width(width) is not None
        case _:
            return False


def _cut(expr: tree.Expr) -> float | None:
    """The width by which a value is cut: `x // 10`, `floor(x / 10)`."""
    match expr:
        case tree.Cast(child=child):
            return _cut(child)
        case tree.Call(name="//", args=[value, tree.Const() as width]) if _value(value):
            return _width(width)
        case tree.Call(name="floor", args=[tree.Call(name="/", args=[value, tree.Const() as width])]) if _value(value):
            return _width(width)
        case _:
            return None


def _width(const: tree.Const) -> float | None:
    number = const.text.replace(".", "", 1)
    return float(const.text) if number.isdigit() and float(const.text) > 0 else None


def _value(expr: tree.Expr) -> bool:
    """A row's own figure: it reads a column, and is no total."""
    parts = [*tree.walk(expr)]
    totals = any(isinstance(p, tree.Call | tree.Window) and p.name in aggregates() for p in parts)
    return not totals and any(isinstance(p, tree.Column) for p in parts)
