"""Conditions inside a total that the groups have decided already.

`count(*) FILTER (WHERE state = 'Texas') / count(*)` grouped by state is a share of 1 for Texas and of 0 elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.rules import clauses
from bot.sql.space import group_keys, grouped
from bot.sql.verdict import Refusal

_TOTALS = {"sum", "avg", "mean", "count"}
_PICKS = {"min", "max", "any_value", "first", "last", "mode"}


def check(query: tree.Select) -> None:
    """Raises Refusal with code `constant_condition` or `self_comparison`."""
    if not grouped(query) or query.group_sets > 1:
        return
    keys = {canon(k) for k in group_keys(query)}
    if not keys:
        return
    for name, clause in clauses(query):
        for part in tree.walk(clause):
            if any(_only(condition, keys) for condition in _shares(part)):
                raise Refusal("constant_condition", say.grouped_already("a total"), say.GROUPED_HINT)
            if name == "HAVING" and isinstance(part, tree.Compare) and _one_value(part, keys):
                raise Refusal("self_comparison", say.self_comparison(name), say.CONSTANT_HINT)


def counting(part: tree.Expr) -> tree.Expr | None:
    """The condition of `sum(CASE WHEN condition THEN 1 ELSE 0 END)`, `avg(condition::INT)` and the like."""
    if not isinstance(part, tree.Call | tree.Window) or part.name not in _TOTALS or len(part.args) != 1:
        return None
    inner = part.args[0]
    while isinstance(inner, tree.Cast):
        inner = inner.child
    if isinstance(inner, tree.Case) and len(inner.whens) == 1:
        condition, then = inner.whens[0]
        return condition if isinstance(then, tree.Const) and isinstance(inner.default, tree.Const | None) else None
    return inner if isinstance(inner, tree.Compare | tree.Logic) and part.name != "count" else None


def _shares(part: tree.Expr) -> Iterator[tree.Expr]:
    """The conditions of what is divided, or of an average of 0 and 1: a count alone may well be 0 in a group."""
    if isinstance(part, tree.Call) and part.name in ("/", "divide"):
        found = (_condition(inner) for inner in tree.walk(part.args[0]))
        yield from (condition for condition in found if condition is not None)
    elif isinstance(part, tree.Call) and part.name in ("avg", "mean"):
        condition = counting(part)
        if condition is not None:
            yield condition


def _condition(part: tree.Expr) -> tree.Expr | None:
    if isinstance(part, tree.Call) and part.filter is not None:
        return part.filter
    if isinstance(part, tree.Call) and part.name in ("count_if", "countif"):
        return part.args[0]
    return counting(part) if isinstance(part, tree.Call) else None


def _only(condition: tree.Expr, keys: set[str]) -> bool:
    """Whether a condition looks at nothing but what the rows are grouped by."""
    if any(isinstance(p, tree.Subquery) for p in tree.walk(condition)):
        return False
    columns = [p for p in tree.walk(condition) if isinstance(p, tree.Column) and p.field is not None]
    return bool(columns) and all(canon(c) in keys for c in columns)


def _one_value(compare: tree.Compare, keys: set[str]) -> bool:
    """`min(state) = max(state)` where each group has one state."""
    sides = [s for s in (compare.left, compare.right) if isinstance(s, tree.Call) and s.name in _PICKS and s.args]
    return len(sides) == 2 and canon(sides[0].args[0]) == canon(sides[1].args[0]) in keys
