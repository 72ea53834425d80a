"""Rule "joining": every join equates a column of each side, and columns that mean the same."""

from __future__ import annotations

from typing import TypeAlias

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.functions import aggregates
from bot.sql.rules import Statement, conjuncts
from bot.sql.verdict import Refusal

Pair: TypeAlias = frozenset[tuple[str, str]]


def check(statement: Statement) -> None:
    """Raises Refusal with code `join` or `cross_join`."""
    declared = {frozenset(((j.left, column), (j.right, column))) for j in statement.model.joins for column in j.on}
    for query in statement.selects():
        where = [c for c in conjuncts(query.where) if isinstance(c, tree.Compare) and c.op == "="]
        _join(query.source, where, declared)


def _join(part: tree.From | None, where: list[tree.Compare], declared: set[Pair]) -> list[tree.Source]:
    """The sources of a part of FROM, after checking its joins."""
    if isinstance(part, tree.Table | tree.Derived):
        return [part.source] if part.source is not None else []
    if not isinstance(part, tree.Join):
        return []
    left, right = _join(part.left, where, declared), _join(part.right, where, declared)
    if part.kind == "CROSS":
        equated = any(_equates(c, left, right) for c in where)
        if not equated and not any(len(side) == 1 and one_row(side[0].query) for side in (left, right)):
            raise Refusal("cross_join", say.CROSS_JOIN, say.CROSS_JOIN_HINT)
    else:
        conditions = [c for on in part.conditions for c in conjuncts(on)]
        equalities = [c for c in conditions if isinstance(c, tree.Compare) and c.op == "=" and _equates(c, left, right)]
        if not equalities or all(_only_places(c, declared) for c in equalities):
            raise Refusal("join", say.JOIN_WITHOUT_EQUALITY, say.JOIN_HINT)
        for condition in conditions:
            _places(condition)
    return left + right


def _equates(condition: tree.Compare, left: list[tree.Source], right: list[tree.Source]) -> bool:
    ours, theirs = _used(condition.left), _used(condition.right)
    if not ours or not theirs:
        return False
    lefts, rights = {s.number for s in left}, {s.number for s in right}
    return (ours <= lefts and theirs <= rights) or (ours <= rights and theirs <= lefts)


def _places(condition: tree.Expr) -> None:
    """Row 7 of one view has nothing to do with row 7 of another."""
    if not isinstance(condition, tree.Compare) or condition.op != "=":
        return
    ours, theirs = _place(condition.left), _place(condition.right)
    if ours is not None and theirs is not None and ours[0] != theirs[0] and ours[1] == theirs[1] == "row_no":
        raise Refusal("join", say.serial_join(ours[1]), say.SERIAL_JOIN_HINT)


def _only_places(condition: tree.Compare, declared: set[Pair]) -> bool:
    """Page 3 of one view has nothing to do with page 3 of another."""
    ours, theirs = _place(condition.left), _place(condition.right)
    if ours is None or theirs is None or ours[0] == theirs[0]:
        return False
    return frozenset((ours, theirs)) not in declared  # an id may be a number, too


def _place(expr: tree.Expr) -> tuple[str, str] | None:
    """The view's column that an expression is, where it says the place of a row."""
    field = expr.field if isinstance(expr, tree.Column) else None
    while field is not None and field.base is None and len(field.exprs) == 1:
        inner = field.exprs[0]
        field = inner.field if isinstance(inner, tree.Column) else None
    return field.base if field is not None and field.serial else None


def _used(expr: tree.Expr) -> set[int]:
    """Numbers of the sources whose columns an expression reads; aliases are followed."""
    found: set[int] = set()
    for part in tree.walk(expr):
        if isinstance(part, tree.Column) and part.field is not None:
            if part.field.source is not None:
                found.add(part.field.source.number)
            else:
                found |= {n for e in part.field.exprs for n in _used(e)}
    return found


def one_row(query: tree.Query | None) -> bool:
    """Whether a query always gives one row: totals without GROUP BY."""
    if not isinstance(query, tree.Select) or query.groups or query.group_all or query.group_sets:
        return False
    parts = [p for item in query.items for p in tree.walk(item)]
    return any(isinstance(p, tree.Call) and p.name in aggregates() for p in parts)
