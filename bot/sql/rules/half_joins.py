"""Rule "half joins": a county is equated together with its state; two states have a county of one name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.rules import Statement, conjuncts
from bot.sql.rules.constants import meant
from bot.sql.verdict import Refusal

Place: TypeAlias = tuple[int, str]  # a source and one of its columns


def check(statement: Statement) -> None:
    """Raises Refusal with code `half_join`."""
    asked = [[*_conditions(query)] for query in statement.selects()]
    every = [condition for conditions in asked for condition in conditions]
    equal = {frozenset(pair) for c in every if (pair := _pair(c)) is not None}
    fixed = {place for c in every if (place := _fixed(c)) is not None}
    for conditions in asked:
        for condition in conditions:
            for one, other in _halves(condition):
                parent = one.field.within if one.field is not None else ""
                if not _joined(one, other, equal, fixed):
                    name = one.names[-1]
                    hint = say.HALF_JOIN_HINT.format(column=name, parent=parent)
                    raise Refusal("half_join", say.half_join(name, parent), hint)


def _conditions(query: tree.Select) -> Iterator[tree.Expr]:
    yield from conjuncts(query.where)
    waiting = [query.source]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tree.Join):
            waiting += [part.left, part.right]
            for on in part.conditions:
                yield from conjuncts(on)


def _base(expr: tree.Expr) -> tree.Column | None:
    """The view's column that a column is in the end."""
    inner = meant(expr)
    return inner if isinstance(inner, tree.Column) and inner.field is not None and inner.field.base else None


def _pair(condition: tree.Expr) -> tuple[Place, Place] | None:
    if not isinstance(condition, tree.Compare) or condition.op not in ("=", "is not distinct from"):
        return None
    one, other = _base(condition.left), _base(condition.right)
    if one is None or other is None:
        return None
    return _place(one), _place(other)


def _place(column: tree.Column) -> Place:
    field = column.field
    return (field.source.number, field.name) if field is not None and field.source is not None else (-1, "")


def _fixed(condition: tree.Expr) -> Place | None:
    """`state = 'Texas'`, `state IN ('Texas')`."""
    match condition:
        case (
            tree.Compare(op="=", left=subject, right=tree.Const())
            | tree.Compare(op="=", left=tree.Const(), right=subject)
            | tree.Op(kind="in", items=[subject, tree.Const()])
        ):
            column = _base(subject)
            return _place(column) if column is not None else None
        case _:
            return None


def _halves(condition: tree.Expr) -> Iterator[tuple[tree.Column, tree.Column]]:
    """Two columns of different sources that are equated and are not told apart alone."""
    if isinstance(condition, tree.Compare) and condition.op == "=":
        one, other = _base(condition.left), _base(condition.right)
        if one is None or other is None or _place(one)[0] == _place(other)[0]:
            return
        if one.field is not None and other.field is not None and one.field.within == other.field.within != "":
            yield one, other


def _joined(one: tree.Column, other: tree.Column, equal: set[frozenset[Place]], fixed: set[Place]) -> bool:
    """Whether the parents are equated too, or one of them is held to one value in this query or the source's own."""
    assert one.field is not None and other.field is not None  # noqa: S101, PT018 - _halves says so
    parent = one.field.within
    ours, theirs = (_place(one)[0], parent), (_place(other)[0], parent)
    if frozenset((ours, theirs)) in equal:
        return True
    chains = [{p for pair in equal if end in pair for p in pair} for end in (ours, theirs)]
    if chains[0] & chains[1]:
        return True
    return ours in fixed and theirs in fixed
