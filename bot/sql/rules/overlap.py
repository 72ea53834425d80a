"""Whether the parts of a UNION ALL may hold the same row of a view twice."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from bot.sql import tree
from bot.sql.rules import conjuncts

Bounds: TypeAlias = tuple[str | None, str | None, frozenset[str] | None]  # least, most, one of
Values: TypeAlias = dict[tuple[str, str], Bounds]


def overlapping(source: tree.Source, query: tree.Select) -> str | None:
    """The view whose rows two parts of this UNION ALL may share, unless the query groups by what tells them apart."""
    union = source.query
    if not isinstance(union, tree.SetOp) or union.op != "UNION" or not union.all:
        return None
    branches = list(_branches(union))
    for one, other in itertools.combinations(range(len(branches)), 2):
        shared = sorted(views(branches[one]) & views(branches[other]))
        if shared and not disjoint(branches[one], branches[other]) and not labelled_apart(source, query, one, other):
            return shared[0]
    return None


def _branches(query: tree.Query) -> Iterator[tree.Query]:
    if isinstance(query, tree.SetOp) and query.op == "UNION" and query.all:
        for branch in query.branches:
            yield from _branches(branch)
    else:
        yield query


def views(query: tree.Query) -> set[str]:
    """The views that a query's rows come from."""
    if isinstance(query, tree.SetOp):
        return set().union(*(views(b) for b in query.branches))
    assert isinstance(query, tree.Select)  # noqa: S101 - the only other kind
    found = {s.view for s in query.sources if s.view is not None}
    return found.union(*(views(s.query) for s in query.sources if s.query is not None))


def labelled_apart(source: tree.Source, query: tree.Select, one: int, other: int) -> bool:
    """Whether the query groups by, or asks for, a label that differs between the two parts."""
    for group in query.groups:
        field = group.field if isinstance(group, tree.Column) else None
        if field is None or field.source is not source or len(field.exprs) <= max(one, other):
            continue
        a, b = field.exprs[one], field.exprs[other]
        if isinstance(a, tree.Const) and isinstance(b, tree.Const) and a.text != b.text:
            return True
    return False


def disjoint(one: tree.Query, other: tree.Query) -> bool:
    """Whether both ask the same column of a view for values that exclude each other."""
    ours, theirs = asked(one), asked(other)
    return any(exclude(ours[column], theirs[column]) for column in ours.keys() & theirs.keys())


def exclude(a: Bounds, b: Bounds) -> bool:
    """Whether no value satisfies both."""
    for (low, high, values), (low2, high2, values2) in ((a, b), (b, a)):
        if values is not None and values2 is not None and not values & values2:
            return True
        if high is not None and low2 is not None and high < low2:
            return True
        if values is not None and low2 is not None and all(v < low2 for v in values):
            return True
        if values is not None and high2 is not None and all(v > high2 for v in values):
            return True
        del low
    return False


def asked(query: tree.Query) -> Values:
    """Per column of a view what a query's conditions leave of it: (least, most, one of)."""
    found: Values = {}
    if not isinstance(query, tree.Select):
        return found
    for source in query.sources:
        if source.query is not None and len(query.sources) == 1:
            found |= asked(source.query)
    return narrowed(found, [query.where] if query.where is not None else [])


def narrowed(found: Values, clauses: Sequence[tree.Expr]) -> Values:
    """What further conditions leave."""
    for clause in clauses:
        for condition in conjuncts(clause):
            for column, low, high, values in _one(condition):
                old = found.get(column, (None, None, None))
                found[column] = (low or old[0], high or old[1], values if values is not None else old[2])
    return found


def _one(
    condition: tree.Expr,
) -> Iterator[tuple[tuple[str, str], str | None, str | None, frozenset[str] | None]]:
    match condition:
        case tree.Compare(op="=" | "<" | ">" | "<=" | ">="):
            base, text = _base(condition.left), _text(condition.right)
            if base is None or text is None:
                return
            # `< x` and `<= x` both leave at most x; a shared bound counts as overlap unless one side is strict
            strict = "\x01" if condition.op == ">" else ""
            if condition.op == "=":
                yield base, None, None, frozenset([text])
            elif condition.op in ("<", "<="):
                yield base, None, text if condition.op == "<=" else text[:-1] + chr(ord(text[-1]) - 1) + "\uffff", None
            else:
                yield base, text + strict, None, None
        case tree.Op(kind="in"):
            base, texts = _base(condition.items[0]), [_text(i) for i in condition.items[1:]]
            if base is not None and all(t is not None for t in texts):
                yield base, None, None, frozenset(t for t in texts if t is not None)
        case tree.Op(kind="between"):
            base, low, high = _base(condition.items[0]), _text(condition.items[1]), _text(condition.items[2])
            if base is not None and low is not None and high is not None:
                yield base, low, high, None


def _base(expr: tree.Expr) -> tuple[str, str] | None:
    """The view's column that an expression is, through aliases and plain subqueries."""
    if not isinstance(expr, tree.Column) or expr.field is None:
        return None
    if expr.field.base is not None:
        return expr.field.base
    return _base(expr.field.exprs[0]) if len(expr.field.exprs) == 1 else None


def _text(expr: tree.Expr) -> str | None:
    while isinstance(expr, tree.Cast):
        expr = expr.child
    # only texts and ISO dates: their order is that of their characters
    return expr.text if isinstance(expr, tree.Const) and expr.kind == "STRING" and expr.text else None
