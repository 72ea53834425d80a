"""What stands behind a column of the result: the query that works it out, and the conditions that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from bot.sql import tree
from bot.sql.rules import clauses_within
from bot.sql.rules.outputs import Output

_COMPARED = {"=", "<>", "is distinct from", "is not distinct from"}


def owner(output: Output) -> tree.Query:
    """The query that works a column out, however often it was handed on."""
    expr: tree.Expr = output.expr
    query: tree.Query = output.query
    while isinstance(expr, tree.Column) and expr.field is not None and expr.field.base is None:
        if len(expr.field.exprs) != 1:
            break
        query = expr.field.owner if expr.field.source is not None and expr.field.owner is not None else query
        expr = expr.field.exprs[0]
    return query


def own_conditions(expr: tree.Expr) -> Iterator[tree.Expr]:
    """The conditions inside a figure."""
    for part in tree.walk(expr):
        if isinstance(part, tree.Call | tree.Window) and part.filter is not None:
            yield part.filter
        if isinstance(part, tree.Call) and part.name in ("count_if", "countif", "if"):
            yield part.args[0]
        if isinstance(part, tree.Case):
            yield from (when for when, _ in part.whens)


def written_texts(output: Output) -> Iterator[tuple[str, str]]:
    """(column, text) of every comparison that a figure may rest on: its own, its query's, and those further in."""
    yield from texts_inside(output.expr)
    yield from _of_query(output.query)


def _of_query(query: tree.Query) -> Iterator[tuple[str, str]]:
    for name, clause in clauses_within(query):
        if name not in ("SELECT", "QUALIFY"):  # windows are worked out before QUALIFY
            yield from texts_inside(clause)


def texts_inside(expr: tree.Expr) -> Iterator[tuple[str, str]]:
    """The comparisons with written texts inside an expression, through aliases and subqueries."""
    for part in tree.walk(expr):
        yield from texts_compared(part)
        if isinstance(part, tree.Column) and part.field is not None:
            for inner in part.field.exprs:
                yield from texts_inside(inner)
        elif isinstance(part, tree.Subquery):
            yield from _of_query(part.query)
            for output in part.query.outputs:
                for inner in output.exprs:
                    yield from texts_inside(inner)


def matched_columns(part: tree.Expr) -> set[str]:
    """The columns of which a pattern is asked: LIKE and its like."""
    if isinstance(part, tree.Call) and part.name in _MATCHES:
        return {column for column, _ in texts_compared(part)}
    return set()


def texts_compared(part: tree.Expr) -> Iterator[tuple[str, str]]:
    match part:
        case tree.Compare(left=left, right=right) if part.op in _COMPARED:
            sides = [left, right]
        case tree.Op(kind="in" | "not_in", items=sides):
            pass
        case tree.Call(args=sides) if part.name in _MATCHES:
            pass
        case _:
            return
    columns = {p.names[-1].lower() for side in sides for p in tree.walk(side) if isinstance(p, tree.Column)}
    for side in sides:
        for p in tree.walk(side):
            if isinstance(p, tree.Const) and p.kind == "STRING":
                yield from ((column, p.text) for column in columns)


_LIKES = {"~~", "!~~", "~~*", "!~~*", "~~~", "^@", "like_escape", "not_like_escape", "ilike_escape", "not_ilike_escape"}
_MATCHES = _LIKES | {"starts_with", "prefix", "ends_with", "suffix", "contains", "regexp_matches", "regexp_full_match"}
_MATCHES |= {"list_contains", "list_has"}
