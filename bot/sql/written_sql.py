"""A checked condition as SQL again, with the column's own name: to be tried on the days that are loaded, and shown.

Only what looks at one column and at written values can be tried alone; everything else gives None.
"""

from __future__ import annotations

from bot.sql import tree
from bot.sql.functions import aggregates

_PICKS = {"min", "max", "any_value", "first", "last"}  # of a group's days: one of them
_UNITS = {"to_days": "DAY", "to_weeks": "WEEK", "to_months": "MONTH", "to_years": "YEAR", "to_quarters": "QUARTER"}
_LISTED = {"in": "IN", "not_in": "NOT IN"}


def column_of(condition: tree.Expr) -> tuple[int, str, str] | None:
    """The one view column that a condition looks at: (source number, view, column)."""
    found: set[tuple[int, str, str]] = set()
    if not _columns(condition, found) or len(found) != 1:
        return None
    return next(iter(found))


def _columns(expr: tree.Expr, found: set[tuple[int, str, str]]) -> bool:
    for part in tree.walk(expr):
        if isinstance(part, tree.Subquery | tree.Window):
            return False
        if isinstance(part, tree.Column) and part.field is not None:
            field = part.field
            if field.base is not None and field.source is not None:
                found.add((field.source.number, *field.base))
            elif len(field.exprs) == 1:
                if not _columns(field.exprs[0], found):
                    return False
            elif field.exprs:
                return False
    return True


def written(expr: tree.Expr) -> str | None:
    """The expression as SQL over the view's column; None for what is not on the list."""
    match expr:
        case tree.Const():
            return _const(expr)
        case tree.Column():
            return _column(expr)
        case tree.Cast(child=tree.Const(kind="STRING") as child, type="DATE"):
            return f"DATE {_const(child)}"
        case tree.Cast():
            return _around(expr.child, f" AS {expr.type})", "CAST(")
        case tree.Compare():
            return _between_two(expr.left, expr.op.upper(), expr.right)
        case tree.Logic():
            pieces = [written(item) for item in expr.items]
            return None if None in pieces else "(" + f" {expr.op.upper()} ".join(p for p in pieces if p) + ")"
        case tree.Op(kind="not"):
            return _around(expr.items[0], ")", "NOT (")
        case tree.Op(kind="between"):
            pieces = [written(item) for item in expr.items]
            return None if None in pieces else f"{pieces[0]} BETWEEN {pieces[1]} AND {pieces[2]}"
        case tree.Op(kind="in" | "not_in"):
            pieces = [written(item) for item in expr.items]
            return (
                None
                if None in pieces
                else f"{pieces[0]} {_LISTED[expr.kind]} ({', '.join(p for p in pieces[1:] if p)})"
            )
        case tree.Op(kind="coalesce"):
            pieces = [written(item) for item in expr.items]
            return None if None in pieces else f"coalesce({', '.join(p for p in pieces if p)})"
        case tree.Op(kind="is_null" | "is_not_null"):
            return _around(expr.items[0], " IS NULL" if expr.kind == "is_null" else " IS NOT NULL", "")
        case tree.Call():
            return _call(expr)
        case _:
            return None


def _around(inner: tree.Expr, after: str, before: str) -> str | None:
    text = written(inner)
    return None if text is None else f"{before}{text}{after}"


def _between_two(left: tree.Expr, sign: str, right: tree.Expr) -> str | None:
    a, b = written(left), written(right)
    return None if a is None or b is None else f"{a} {sign} {b}"


def _const(const: tree.Const) -> str | None:
    if const.kind == "STRING":
        return "'" + const.text.replace("'", "''") + "'"
    return const.text if const.kind in ("INTEGER", "NUMERIC", "BOOLEAN") else None


def _column(column: tree.Column) -> str | None:
    field = column.field
    if field is None:
        return "current_date" if column.names[-1].lower() == "current_date" else None
    if field.base is not None:
        return field.name
    if len(field.exprs) == 1:
        return written(field.exprs[0])
    return "current_date" if not field.exprs and field.source is None else None


def _plain(expr: tree.Expr) -> str | None:
    """The written number of an interval, which the engine's parser wraps in casts."""
    while isinstance(expr, tree.Cast) or (isinstance(expr, tree.Call) and expr.name == "trunc"):
        expr = expr.child if isinstance(expr, tree.Cast) else expr.args[0]
    return expr.text if isinstance(expr, tree.Const) and expr.kind == "INTEGER" else None


def _call(call: tree.Call) -> str | None:
    if call.filter is not None or call.distinct or call.order:
        return None
    if call.name in aggregates():
        return written(call.args[0]) if call.name in _PICKS and len(call.args) == 1 else None
    if call.name in _UNITS and len(call.args) == 1 and (length := _plain(call.args[0])) is not None:
        return f"INTERVAL {length} {_UNITS[call.name]}"
    args = [written(arg) for arg in call.args]
    if None in args:
        return None
    if call.operator and len(args) == 2:
        return f"({args[0]} {call.name} {args[1]})"
    if call.operator and len(args) == 1:
        return f"({call.name}{args[0]})"
    return f"{call.name}({', '.join(a for a in args if a)})"
