"""A SELECT as a small typed tree, read from the engine's own parse.

Rules walk this tree and nothing else, so what they judge is what DuckDB will run. `resolve.py` fills in
what a name stands for (`Column.field`, `Select.sources`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class Expr:
    """Any expression; `alias` is the name given with AS, `at` its place in the statement (characters)."""

    alias: str = field(default="", kw_only=True)
    at: int = field(default=0, kw_only=True)


@dataclass(slots=True, eq=False)
class Const(Expr):
    """A literal; kind is INTEGER, NUMERIC, STRING, BOOLEAN or NULL_LITERAL."""

    kind: str
    text: str


@dataclass(slots=True, eq=False)
class Column(Expr):
    """A name; `field` is what it stands for, `outer` whether it belongs to an enclosing query."""

    names: tuple[str, ...]
    field: Field | None = None
    outer: bool = False


@dataclass(slots=True, eq=False)
class Star(Expr):
    """`*` or `alias.*`, perhaps without some columns."""

    relation: str
    exclude: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Call(Expr):
    """A function or an operator spelled as one (`+`, `||`, `~~`), aggregates included."""

    name: str
    args: list[Expr]
    distinct: bool = False
    filter: Expr | None = None
    order: list[Order] = field(default_factory=list)
    operator: bool = False


@dataclass(slots=True, eq=False)
class Window(Expr):
    """A function over a window."""

    name: str
    args: list[Expr]
    partitions: list[Expr]
    order: list[Order]
    frame: list[Expr]
    filter: Expr | None = None
    distinct: bool = False


@dataclass(slots=True, eq=False)
class Case(Expr):
    """CASE; a simple CASE arrives with its comparisons spelled out."""

    whens: list[tuple[Expr, Expr]]
    default: Expr | None


@dataclass(slots=True, eq=False)
class Cast(Expr):
    """A cast to a scalar type, by upper-case name."""

    child: Expr
    type: str


@dataclass(slots=True, eq=False)
class Compare(Expr):
    """`=`, `<>`, `<`, `<=`, `>`, `>=`, IS [NOT] DISTINCT FROM."""

    op: str
    left: Expr
    right: Expr


@dataclass(slots=True, eq=False)
class Logic(Expr):
    """AND or OR over two or more conditions."""

    op: str
    items: list[Expr]


@dataclass(slots=True, eq=False)
class Op(Expr):
    """Other operators: not, is_null, is_not_null, in, not_in, between, coalesce, extract, slice, array, grouping."""

    kind: str
    items: list[Expr]


@dataclass(slots=True, eq=False)
class Subquery(Expr):
    """A query as an expression: kind is SCALAR, EXISTS, NOT_EXISTS or ANY (with `child` compared by `op`)."""

    kind: str
    query: Query
    child: Expr | None = None
    op: str = ""


@dataclass(slots=True, eq=False)
class Order:
    """One sort key."""

    expr: Expr
    descending: bool = False


@dataclass(slots=True, eq=False)
class Query:
    """What a SELECT and a set operation share."""

    ctes: list[Cte] = field(default_factory=list, kw_only=True)
    order: list[Order] = field(default_factory=list, kw_only=True)
    limit: Expr | None = field(default=None, kw_only=True)
    offset: Expr | None = field(default=None, kw_only=True)
    distinct: bool = field(default=False, kw_only=True)
    distinct_on: list[Expr] = field(default_factory=list, kw_only=True)
    outputs: list[Field] = field(default_factory=list, kw_only=True)
    # filled once names are resolved: every clause, and every expression in it, with the clause's name
    clauses: list[tuple[str, Expr]] | None = field(default=None, kw_only=True)
    parts: list[tuple[str, Expr]] | None = field(default=None, kw_only=True)


@dataclass(slots=True, eq=False)
class Select(Query):
    """One SELECT; `sources` are the leaves of its FROM, left to right."""

    items: list[Expr]
    source: From | None
    where: Expr | None = None
    groups: list[Expr] = field(default_factory=list)
    group_sets: int = 0
    group_all: bool = False
    having: Expr | None = None
    qualify: Expr | None = None
    sources: list[Source] = field(default_factory=list)
    grouped: bool = False


@dataclass(slots=True, eq=False)
class SetOp(Query):
    """UNION, EXCEPT or INTERSECT; `all` keeps duplicates, `by_name` matches columns by name."""

    op: str
    all: bool
    by_name: bool
    branches: list[Query]


@dataclass(slots=True, eq=False)
class Cte:
    """One WITH entry."""

    name: str
    query: Query
    columns: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class From:
    """A part of FROM."""


@dataclass(slots=True, eq=False)
class Table(From):
    """A view or a CTE by name; `path` is the name as written, catalog and schema first."""

    path: tuple[str, ...]
    alias: str
    columns: tuple[str, ...] = ()
    at: int = 0
    source: Source | None = None


@dataclass(slots=True, eq=False)
class Derived(From):
    """A subquery in FROM."""

    query: Query
    alias: str
    columns: tuple[str, ...] = ()
    source: Source | None = None


@dataclass(slots=True, eq=False)
class Join(From):
    """Two parts joined; kind is INNER, LEFT, RIGHT, OUTER, SEMI, ANTI or CROSS. `conditions` holds ON, or the
    equalities that USING stands for."""

    kind: str
    left: From
    right: From
    on: Expr | None
    using: tuple[str, ...]
    conditions: list[Expr] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Source:
    """A leaf of FROM after names are resolved: a view, or a query (subquery or CTE)."""

    number: int
    name: str
    view: str | None
    query: Query | None
    fields: list[Field] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Field:
    """A column that a source or a query offers. A view's field has no expressions; a query's has one, a set
    operation's one a branch."""

    name: str
    type: str
    source: Source | None = None
    exprs: list[Expr] = field(default_factory=list)
    owner: Query | None = None
    serial: bool = False  # says where something stands: no quantity
    empty: bool = False  # some rows lack it
    unit: str = ""  # what its numbers count
    within: str = ""  # the column without which its values are not told apart

    @property
    def base(self) -> tuple[str, str] | None:
        """(view, column) when this is a view's own column."""
        if self.source is not None and self.source.view is not None:
            return self.source.view, self.name
        return None


def _of_call(call: Call) -> list[Expr]:
    return [*call.args, *(o.expr for o in call.order), *_given(call.filter)]


def _of_window(window: Window) -> list[Expr]:
    order = (o.expr for o in window.order)
    return [*window.args, *window.partitions, *order, *window.frame, *_given(window.filter)]


def _given(part: Expr | None) -> list[Expr]:
    return [] if part is None else [part]


_PARTS: dict[type[Expr], Callable[[Any], list[Expr]]] = {
    Call: _of_call,
    Window: _of_window,
    Case: lambda case: [*(part for pair in case.whens for part in pair), *_given(case.default)],
    Cast: lambda cast: [cast.child],
    Compare: lambda compare: [compare.left, compare.right],
    Logic: lambda logic: logic.items,
    Op: lambda op: op.items,
    Subquery: lambda query: _given(query.child),
}
"""By class, what reads the parts of an expression of it; a class that is not here has none. Looked up: trying the
classes in turn took a fifth of judging a statement."""


def children(expr: Expr) -> list[Expr]:
    """The direct parts of an expression; queries inside are not entered."""
    parts = _PARTS.get(type(expr))
    return parts(expr) if parts else []


def walk(expr: Expr) -> Iterator[Expr]:
    """The expression and all its parts; queries inside are yielded but not entered."""
    waiting = [expr]
    while waiting:
        part = waiting.pop()
        yield part
        parts = _PARTS.get(type(part))
        if parts:
            waiting += reversed(parts(part))
