"""Conditions as they are tried: which value each compares with which written ones, and its truth under given values."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.rules.written import Written, written_value

Holds: TypeAlias = "Callable[[Sequence[object]], bool | None]"


def comparison(expr: tree.Expr) -> tuple[tree.Expr | None, list[Written]]:
    """What is compared, and with which written values; (None, []) when it is not that kind of condition."""
    match expr:
        case tree.Compare() if _truth(expr) is None:
            for subject, other in ((expr.left, expr.right), (expr.right, expr.left)):
                literal = written_value(other)
                if literal is not None and written_value(subject) is None:
                    return subject, [literal]
        case tree.Op(kind="in" | "not_in" | "between"):
            literals = [written_value(item) for item in expr.items[1:]]
            if all(literal is not None for literal in literals) and written_value(expr.items[0]) is None:
                return expr.items[0], [literal for literal in literals if literal is not None]
        case tree.Op(kind="is_null" | "is_not_null"):
            return _inside(expr.items[0]), []
    return None, []


def paired(expr: tree.Expr) -> tree.Expr:
    """Two values compared with one another, as their order compared with 0: `a < b` and `b < a` ask for the same."""
    if not isinstance(expr, tree.Compare) or expr.op not in _TURNED or _truth(expr) is not None:
        return expr
    if (days := _days_between(expr)) is not None:
        return days
    if written_value(expr.left) is not None or written_value(expr.right) is not None:
        return expr
    if any(isinstance(p, tree.Subquery) and p.kind != "SCALAR" for p in tree.children(expr)):
        return expr
    turned = canon(expr.left) > canon(expr.right)
    sides = [expr.right, expr.left] if turned else [expr.left, expr.right]
    return tree.Compare(_TURNED[expr.op] if turned else expr.op, tree.Call("order of", sides), _ZERO)


def _days_between(expr: tree.Compare) -> tree.Compare | None:
    """`a - b > 5` as the order of two dates compared with 5: no row with a < b satisfies it."""
    for difference, number, op in ((expr.left, expr.right, expr.op), (expr.right, expr.left, _TURNED[expr.op])):
        match difference:
            case tree.Call(name="-", args=[one, other]):
                pass
            case tree.Call(name="date_diff" | "datediff", args=[tree.Const(text="day"), other, one]):
                pass
            case _:
                continue
        if not all(isinstance(a, tree.Column) and a.field is not None and a.field.type == "DATE" for a in (one, other)):
            continue
        if not isinstance(number, tree.Const) or number.kind != "INTEGER":
            continue
        if canon(one) <= canon(other):
            return tree.Compare(op, tree.Call("order of", [one, other]), number)
        least = tree.Const("INTEGER", str(-int(number.text)))
        return tree.Compare(_TURNED[op], tree.Call("order of", [other, one]), least)
    return None


_TURNED = {"=": "=", "<>": "<>", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_ZERO = tree.Const("INTEGER", "0")


def _inside(expr: tree.Expr) -> tree.Expr:
    """What decides whether an expression is empty: `county || 'x'` is empty when county is."""
    while True:
        if isinstance(expr, tree.Cast):
            expr = expr.child
            continue
        strict = isinstance(expr, tree.Call) and expr.name in ("||", "lower", "upper", "trim", "length", "+", "-", "*")
        rest = [a for a in expr.args if not isinstance(a, tree.Const)] if isinstance(expr, tree.Call) else []
        if not strict or len(rest) != 1:
            return expr
        expr = rest[0]


def _truth(expr: tree.Expr) -> tuple[tree.Expr, bool] | None:
    """`withdrawn = true` and `withdrawn IS NOT FALSE` ask for the truth of a condition: which one, and which truth."""
    if not isinstance(expr, tree.Compare) or expr.op not in ("=", "<>", "is distinct from", "is not distinct from"):
        return None
    for subject, other in ((expr.left, expr.right), (expr.right, expr.left)):
        if isinstance(other, tree.Const) and other.kind == "BOOLEAN":
            return subject, (other.text.lower() == "true") == (expr.op in ("=", "is not distinct from"))
    return None


_OPPOSITES = {"!~~": "~~", "!~~*": "~~*", "not_like_escape": "like_escape", "not_ilike_escape": "ilike_escape"}


def opaque_name(expr: tree.Expr) -> tuple[str, bool]:
    """A name for a condition that is only known as true or false, and whether this is its opposite."""
    if isinstance(expr, tree.Call) and expr.name in _OPPOSITES:
        return canon(tree.Call(_OPPOSITES[expr.name], expr.args)), True
    asked = _truth(expr)
    if asked is not None:
        return canon(asked[0]), not asked[1]
    if isinstance(expr, tree.Compare):
        flipped = {"<>": "=", ">=": "<", ">": "<=", "is distinct from": "is not distinct from"}.get(expr.op)
        if flipped is not None:
            return canon(tree.Compare(flipped, expr.left, expr.right)), True
    if isinstance(expr, tree.Subquery) and expr.kind == "NOT_EXISTS":
        return canon(tree.Subquery("EXISTS", expr.query)), True
    return canon(expr), False


def compiled(expr: tree.Expr, places: Mapping[str, int]) -> Holds:
    """The truth of a condition in SQL's three-valued logic, as a function of the values tried: `places` says which
    of them stands for which subject. Compiled once, since a condition is tried thousands of times."""
    if isinstance(expr, tree.Logic):
        return _logic(expr.op == "or", [compiled(item, places) for item in expr.items])
    if isinstance(expr, tree.Op) and expr.kind == "not":
        return _negated(compiled(expr.items[0], places))
    expr = paired(expr)
    subject, written = comparison(expr)
    if subject is None:
        name, opposite = opaque_name(expr)
        return _told(places[name], opposite)
    return _compared(expr, subject, places[canon(subject)], written)


def _logic(decisive: bool, parts: list[Holds]) -> Holds:
    def holds(given: Sequence[object]) -> bool | None:
        unknown = False
        for part in parts:
            result = part(given)
            if result is decisive:
                return decisive
            unknown = unknown or result is None
        return None if unknown else not decisive

    return holds


def _negated(inner: Holds) -> Holds:
    def holds(given: Sequence[object]) -> bool | None:
        result = inner(given)
        return None if result is None else not result

    return holds


def _told(place: int, opposite: bool) -> Holds:
    return lambda given: bool(given[place]) != opposite


_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    **{"=": operator.eq, "<>": operator.ne, "<": operator.lt, "<=": operator.le},
    **{">": operator.gt, ">=": operator.ge},
}


def _compared(expr: tree.Expr, subject: tree.Expr, place: int, written: list[Written]) -> Holds:
    if isinstance(expr, tree.Op):
        return _listed(expr.kind, place, written)
    assert isinstance(expr, tree.Compare)  # noqa: S101 - the only other kind
    one = written[0]
    if "distinct" in expr.op:
        same = expr.op == "is not distinct from"
        return lambda given: (given[place] == one) == same
    order = _ORDERS[expr.op]
    if expr.left is subject:
        return lambda given: None if given[place] is None else order(given[place], one)
    return lambda given: None if given[place] is None else order(one, given[place])


def _listed(kind: str, place: int, written: list[Written]) -> Holds:
    if kind in ("is_null", "is_not_null"):
        return lambda given: (given[place] is None) == (kind == "is_null")
    if kind == "between":
        first, last = written
        return lambda given: None if given[place] is None else first <= given[place] <= last  # type: ignore[operator]
    values, wanted = frozenset(written), kind == "in"
    return lambda given: None if given[place] is None else (given[place] in values) == wanted
