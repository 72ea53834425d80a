"""Forms of expressions that decide what their values are made of. See `grounds.py`."""

from __future__ import annotations

from bot.sql import tree
from bot.sql.value import Value

SPANS = {"date_diff", "datediff", "date_sub", "datesub"}  # between two dates: a quantity, unlike parts of one date


def reads_rows(expr: tree.Expr) -> bool:
    """Whether an expression reads a column or counts rows, a subquery's included."""
    for part in tree.walk(expr):
        if isinstance(part, tree.Column) and part.field is not None and (part.field.source or part.field.exprs):
            if part.field.base is not None or any(reads_rows(e) for e in part.field.exprs):
                return True
        elif isinstance(part, tree.Window | tree.Subquery) or (
            isinstance(part, tree.Call) and part.name == "count_star"
        ):
            return True
    return False


def both_ends(call: tree.Call, left: Value, right: Value) -> bool:
    """`period_end - period_start + 1`: days with both ends."""
    days = call.args[0]
    between = left.days and isinstance(days, tree.Call) and days.name in {"-", *SPANS}
    return call.name == "+" and between and right.number == 1 and not right.reads


def is_place(expr: tree.Expr) -> bool:
    """Whether an expression is a column that says where something stands."""
    return isinstance(expr, tree.Column) and expr.field is not None and expr.field.serial


def plain_number(expr: tree.Expr) -> bool:
    """A whole number, written out, that is not below zero."""
    while isinstance(expr, tree.Cast):
        expr = expr.child
    return isinstance(expr, tree.Const) and expr.kind in ("INTEGER", "NUMERIC") and not expr.text.startswith("-")


def counts_days(call: tree.Call) -> bool:
    unit = call.args[0] if call.args else None
    return call.name in SPANS and isinstance(unit, tree.Const) and unit.text.lower() in ("day", "days", "d")


def else_number(expr: tree.Expr) -> bool:
    """Whether rows that a condition leaves out get a number: `CASE WHEN ... THEN x ELSE 0 END`."""
    last = expr.default if isinstance(expr, tree.Case) else None
    if isinstance(expr, tree.Call) and expr.name == "if" and len(expr.args) == 3:
        last = expr.args[-1]
    return isinstance(last, tree.Const) and last.kind == "INTEGER"
