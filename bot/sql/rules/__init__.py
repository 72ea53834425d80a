"""The rules, one a module, in the order in which they are asked. A rule raises Refusal or says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.sql import tree
from bot.sql.grounds import Grounds
from bot.sql.schema import ModelLike

if TYPE_CHECKING:
    from bot.sql.rules.outputs import Output


@dataclass(slots=True)
class Statement:
    """A statement on its way through the rules: what each rule found out for the next ones."""

    sql: str
    model: ModelLike
    query: tree.Query
    queries: list[tree.Query]
    sources: list[tree.Source]
    grounds: Grounds
    exists: set[int] = field(default_factory=set)  # ids of queries inside EXISTS: what they select is not looked at
    shown: list[Output] | None = None  # see `outputs.py`

    def selects(self) -> Iterator[tree.Select]:
        """Every SELECT of the statement, however deep."""
        return (q for q in self.queries if isinstance(q, tree.Select))


def clauses(query: tree.Query) -> list[tuple[str, tree.Expr]]:
    """Every clause of one query (not of the queries inside it), with its name. Remembered: ask once names are
    resolved."""
    if query.clauses is None:
        query.clauses = list(_clauses(query))
    return query.clauses


def clauses_within(query: tree.Query) -> Iterator[tuple[str, tree.Expr]]:
    """The clauses of a query, of its branches and of the queries that it reads from, however deep."""
    yield from clauses(query)
    inner: list[tree.Query] = []
    if isinstance(query, tree.SetOp):
        inner = query.branches
    elif isinstance(query, tree.Select):
        inner = [source.query for source in query.sources if source.query is not None]
    for each in inner:
        yield from clauses_within(each)


def parts(query: tree.Query) -> list[tuple[str, tree.Expr]]:
    """Every expression in every clause of one query, with the clause's name. A dozen rules look at all of them, so
    they are listed once."""
    if query.parts is None:
        query.parts = [(name, part) for name, clause in clauses(query) for part in tree.walk(clause)]
    return query.parts


def _clauses(query: tree.Query) -> Iterator[tuple[str, tree.Expr]]:
    if isinstance(query, tree.Select):
        yield from (("SELECT", item) for item in query.items)
        yield from joins(query.source)
        for name, clause in (("WHERE", query.where), ("HAVING", query.having), ("QUALIFY", query.qualify)):
            if clause is not None:
                yield name, clause
        yield from (("GROUP BY", group) for group in query.groups)
    yield from (("DISTINCT ON", target) for target in query.distinct_on)
    yield from (("ORDER BY", key.expr) for key in query.order)


def joins(part: tree.From | None) -> Iterator[tuple[str, tree.Expr]]:
    """The conditions of all joins in a FROM."""
    if isinstance(part, tree.Join):
        yield from joins(part.left)
        yield from joins(part.right)
        yield from (("ON", condition) for condition in part.conditions)


def conjuncts(condition: tree.Expr | None) -> Iterator[tree.Expr]:
    """The conditions that all have to hold: the parts of an AND, however nested."""
    if isinstance(condition, tree.Logic) and condition.op == "and":
        for item in condition.items:
            yield from conjuncts(item)
    elif condition is not None:
        yield condition
