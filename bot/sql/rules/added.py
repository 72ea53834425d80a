"""Rule "added": counts that are added up count no row twice.

`count(*) FILTER (WHERE state = 'Ohio') + count(*) FILTER (WHERE disposition = 'charge')` counts Ohio's charges twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.rules import Statement, conjuncts, parts
from bot.sql.rules.combinations import always_same, same_subject
from bot.sql.rules.decided_groups import counting
from bot.sql.rules.overlap import disjoint
from bot.sql.units import Units
from bot.sql.verdict import Refusal


@dataclass(frozen=True, slots=True)
class Counted:
    """The rows behind a count: those of a query that satisfy further conditions."""

    query: tree.Select
    conditions: tuple[tree.Expr, ...]


def check(statement: Statement, units: Units) -> None:
    """Raises Refusal with code `fan_out`."""
    for query in statement.selects():
        for _, part in parts(query):
            if not isinstance(part, tree.Call) or part.name != "+" or len(part.args) != 2:
                continue
            unit = units.of(part.args[0], query)
            if unit is None or unit != units.of(part.args[1], query):
                continue
            one, other = (counted(arg, query) for arg in part.args)
            if one is not None and other is not None and overlap(one, other):
                raise Refusal("fan_out", say.ADDED_TWICE, say.ADDED_TWICE_HINT)


def counted(expr: tree.Expr, query: tree.Select) -> Counted | None:
    """The rows that a count counts; None when an expression is no count."""
    match expr:
        case tree.Cast():
            return counted(expr.child, query)
        case tree.Op(kind="coalesce", items=[inner, tree.Const()]):
            return counted(inner, query)
        case tree.Call(name="count_star"):
            return Counted(query, tuple([expr.filter] if expr.filter is not None else []))
        case tree.Call(name="count_if" | "countif"):
            return Counted(query, tuple(c for c in (expr.args[0], expr.filter) if c is not None))
        case tree.Call(name="sum" | "count") if (condition := counting(expr)) is not None:
            return Counted(query, tuple(c for c in (condition, expr.filter) if c is not None))
        case tree.Call(name="sum" | "max" | "min" | "any_value", args=[inner]) if expr.filter is None:
            found = counted(inner, query)
            return found if found is not None and found.query is not query else None
        case tree.Subquery(kind="SCALAR", query=tree.Select() as inner) if len(inner.items) == 1:
            return counted(inner.items[0], inner)
        case tree.Column(field=tree.Field(exprs=[inner]) as field) if field.base is None:
            owner = query if field.source is None else field.owner
            return counted(inner, owner) if isinstance(owner, tree.Select) else None
        case _:
            return None


def overlap(one: Counted, other: Counted) -> bool:
    """Whether a row may be among both."""
    if one.query is other.query:
        if not one.conditions or not other.conditions:
            return True
        together = [c for part in (*one.conditions, *other.conditions) for c in conjuncts(part)]
        first, second = one.conditions[0], other.conditions[0]
        return not (same_subject(first, second) and always_same(tree.Logic("and", together)))
    if {s.view for s in one.query.sources} != {s.view for s in other.query.sources}:
        return False
    return not disjoint(one.query, other.query)
