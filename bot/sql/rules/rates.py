"""Whether two figures that are set against one another are of the same places and reports."""

from __future__ import annotations

from bot.sql import tree
from bot.sql.rules.overlap import Bounds, asked, exclude, views


def of_others(call: tree.Call, query: tree.Select) -> bool:
    """Refusals of Texas over detainers issued in California, or of all states over those issued in Texas."""
    counted, whole = (_behind(arg, query) for arg in call.args)
    if counted is None or whole is None:
        return False
    ours, theirs = _asked(counted), _asked(whole)
    return any(column not in ours or exclude(ours[column], bounds) for column, bounds in theirs.items())


def unlike_rows(call: tree.Call, query: tree.Select) -> bool:
    """One week's refusals over another week's of Texas alone; all refusals listed less those that one report states.

    A part of a whole may ask for more than the whole does; two parts, and figures of two views, ask for the same.
    """
    one, other = (_behind(arg, query) for arg in call.args)
    if one is None or other is None or one is other:
        return False
    ours, theirs = _asked(one), _asked(other)
    lone = ours.keys() ^ theirs.keys()
    if views(one) != views(other):
        return bool(lone) if call.name == "-" else bool(theirs.keys() - ours.keys())
    apart = [column for column in ours.keys() & theirs.keys() if exclude(ours[column], theirs[column])]
    return bool(apart and lone)


def _asked(query: tree.Select) -> dict[str, Bounds]:
    """What a query asks of its columns, by their names."""
    return {column: bounds for (_, column), bounds in asked(query).items()}


def _behind(expr: tree.Expr, query: tree.Select) -> tree.Select | None:
    """The query behind a figure; None when it is not one query's."""
    match expr:
        case tree.Cast():
            return _behind(expr.child, query)
        case (
            tree.Call(name="*", args=[tree.Const(), inner]) | tree.Call(name="*" | "nullif", args=[inner, tree.Const()])
        ):
            return _behind(inner, query)
        case tree.Subquery(kind="SCALAR", query=tree.Select() as inner_query):
            return inner_query
        case tree.Column(field=tree.Field(owner=tree.Select() as owner, source=tree.Source())):
            return owner
        case tree.Call(name="sum" | "max" | "min" | "any_value", args=[tree.Column() as inner]) if expr.filter is None:
            if inner.field is not None and inner.field.base is None:
                return _behind(inner, query)
            return query
        case tree.Call(name="count_star") if expr.filter is None:
            return query
        case _:
            return None
