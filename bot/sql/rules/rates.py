"""Whether a rate divides figures of one place or report by those of another."""

from __future__ import annotations

from bot.sql import tree
from bot.sql.rules.overlap import Bounds, asked, exclude


def of_others(call: tree.Call, query: tree.Select) -> bool:
    """Refusals of Texas over detainers issued in California, or of all states over those issued in Texas."""
    counted, whole = (_asked(arg, query) for arg in call.args)
    if counted is None or whole is None:
        return False
    return any(column not in counted or exclude(counted[column], bounds) for column, bounds in whole.items())


def _asked(expr: tree.Expr, query: tree.Select) -> dict[str, Bounds] | None:
    """What the query behind a figure asks of its columns, by their names; None when it is not one query's."""
    match expr:
        case tree.Cast():
            return _asked(expr.child, query)
        case (
            tree.Call(name="*", args=[tree.Const(), inner]) | tree.Call(name="*" | "nullif", args=[inner, tree.Const()])
        ):
            return _asked(inner, query)
        case tree.Subquery(kind="SCALAR", query=tree.Select() as inner_query):
            return {column: bounds for (_, column), bounds in asked(inner_query).items()}
        case tree.Column(field=tree.Field(owner=tree.Select() as owner, source=tree.Source())):
            return {column: bounds for (_, column), bounds in asked(owner).items()}
        case tree.Call(name="sum" | "max" | "min" | "any_value", args=[tree.Column() as inner]) if expr.filter is None:
            if inner.field is not None and inner.field.base is None:
                return _asked(inner, query)
            return {column: bounds for (_, column), bounds in asked(query).items()}
        case tree.Call(name="count_star") if expr.filter is None:
            return {column: bounds for (_, column), bounds in asked(query).items()}
        case _:
            return None
