"""The columns that a statement shows: their names, and what the figures in them are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.sql import tree
from bot.sql.functions import allowed
from bot.sql.promises import fillers, promised
from bot.sql.rules import Statement

_CONDITIONS = {"in", "not_in", "between", "is_null", "is_not_null", "not"}


@dataclass(frozen=True, slots=True)
class Output:
    """A column of the result: `expr` of `query`, shown as `name`; `words` are those of the name, in small letters."""

    name: str
    expr: tree.Expr
    query: tree.Select
    words: list[str]

    @property
    def promise(self) -> Mapping[str, frozenset[str]]:
        """What the name promises, by role."""
        return promised(self.name)

    @property
    def content(self) -> list[str]:
        """The words that say what is counted: not `n`, not `total`."""
        return [word for word in self.words if word not in fillers()]


def words(name: str) -> list[str]:
    """The words of a column's name: `top_state` is `top`, `state`."""
    return re.findall(r"[a-z]+", name.lower())


def outputs(statement: Statement) -> list[Output]:
    """The columns of the result; of a set operation those of each branch, under the first branch's names. Five rules
    ask for them: remembered."""
    if statement.shown is None:
        names = [output.name for output in statement.query.outputs]
        statement.shown = [
            Output(name, item, select, words(name))
            for select in selects_of(statement.query)
            for name, item in zip(names, select.items, strict=False)
            if not isinstance(item, tree.Star)
        ]
    return statement.shown


def selects_of(query: tree.Query) -> Iterator[tree.Select]:
    """The SELECTs that a query's rows come out of: itself, or the parts of a UNION, INTERSECT or EXCEPT."""
    if isinstance(query, tree.SetOp):
        for branch in query.branches:
            yield from selects_of(branch)
    elif isinstance(query, tree.Select):
        yield query


def shown(expr: tree.Expr) -> Iterator[tree.Field]:
    """The view columns whose values come out of an expression, through aliases and subqueries: not those that only
    decide, sort or part."""
    match expr:
        case tree.Column(field=tree.Field() as field):
            if field.base is not None:
                yield field
            for inner in field.exprs:
                yield from shown(inner)
        case tree.Const() | tree.Compare() | tree.Logic() | tree.Column():
            return
        case tree.Op() if expr.kind in _CONDITIONS:
            return
        case tree.Case():
            for result in [then for _, then in expr.whens] + ([expr.default] if expr.default is not None else []):
                yield from shown(result)
        case tree.Call(name="if"):
            for arg in expr.args[1:]:
                yield from shown(arg)
        case tree.Call() | tree.Window():
            function = allowed().get(expr.name)
            for position, arg in enumerate(expr.args):
                if function is None or function.may_come_out(position):
                    yield from shown(arg)
        case tree.Subquery():
            for output in expr.query.outputs:
                for inner in output.exprs:
                    yield from shown(inner)
        case _:
            for part in tree.children(expr):
                yield from shown(part)
