"""What a column of the result delivers, worked out when a promise asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from bot.sql import tree
from bot.sql.functions import aggregates
from bot.sql.rules import Statement, clauses, clauses_within
from bot.sql.rules.constants import meant
from bot.sql.rules.names.behind import matched_columns, texts_inside, written_texts
from bot.sql.rules.outputs import Output
from bot.sql.rules.value_names import STEM
from bot.sql.schema import ColumnLike, ModelLike, unit, unit_names
from bot.sql.space import group_keys
from bot.sql.units import Units

ISSUED = "detainers issued"
LISTED = {"issued": ISSUED}
"""What the rows of a view are a list of."""
_IRREGULAR = {"person": "people"}
_CONDITIONED = {"count_if", "countif", "if"}


class Read:
    """The columns of the views that a statement reads, wherever it does."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement

    @cached_property
    def views(self) -> set[str]:
        """Those views."""
        return {source.view for source in self.statement.sources if source.view is not None}

    @cached_property
    def columns(self) -> dict[str, ColumnLike]:
        """The columns by name; of two views with a column of one name, one's."""
        model = self.statement.model
        return {name: column for view in self.views for name, column in model.views[view].columns.items()}

    @cached_property
    def closed(self) -> dict[str, tuple[str, ...]]:
        """The closed lists, with their values of which a name can tell."""
        return {name: tuple(v for v in c.values if len(v) >= STEM) for name, c in self.columns.items() if c.values}

    @cached_property
    def flags(self) -> set[str]:
        """The columns that are true or false."""
        return {name for name, column in self.columns.items() if column.type.upper() == "BOOLEAN"}

    @cached_property
    def plurals(self) -> dict[str, str]:
        """Columns by the word for several of their values: `counties`."""
        return {plural(name): name for name in self.columns}

    @cached_property
    def units(self) -> set[str]:
        """What their numbers count."""
        return {unit(column) for column in self.columns.values()} - {""}


class Evidence:
    """What is behind one output."""

    def __init__(self, output: Output, read: Read, units: Units) -> None:
        self.output = output
        self.read = read
        self.statement = read.statement
        self._units = units

    @cached_property
    def unit(self) -> str | None:
        """What the figure counts; None when that is not known, or when it is no figure."""
        return self._units.of(self.output.expr, self.output.query)

    def unit_of(self, part: tree.Expr) -> str | None:
        """What a part of the figure counts."""
        return self._units.of(part, self.output.query)

    @cached_property
    def rows(self) -> bool:
        """Whether the figure counts rows of a view."""
        return self.unit in self.statement.model.views

    @cached_property
    def aggregated(self) -> bool:
        """Whether a total is in it."""
        return any(
            isinstance(p, tree.Call | tree.Window) and p.name in aggregates()
            for p in tree.walk(meant(self.output.expr))
        )

    @cached_property
    def limited(self) -> bool:
        """Whether the query keeps some of its rows by their place in an order."""
        query = self.output.query
        return query.limit is not None or query.qualify is not None or any(s.query is not None for s in query.sources)

    @cached_property
    def ratio(self) -> bool:
        """Whether it is a quotient or a share."""
        value = self.statement.grounds.of(self.output.expr)
        return value.ratio or value.percent

    @cached_property
    def texts(self) -> dict[str, set[str]]:
        """By column the texts that the figure's conditions are written with."""
        return _by_column(written_texts(self.output))

    @cached_property
    def own_texts(self) -> dict[str, set[str]]:
        """The same of the conditions inside the figure alone."""
        return _by_column(texts_inside(self.output.expr))

    @cached_property
    def matched(self) -> set[str]:
        """Columns of which a pattern is asked."""
        return {column for part in self.atoms for column in matched_columns(part)}

    @cached_property
    def views(self) -> set[str]:
        """Every view whose rows may be behind it."""
        return {*_views(self.output.query), *_views_inside(self.output.expr)}

    @cached_property
    def columns(self) -> set[str]:
        """The columns of those views."""
        return {column for view in self.views for column in self.statement.model.views[view].columns}

    @cached_property
    def keys(self) -> set[str]:
        """The columns that the rows are put in groups by, here or further in."""
        return {*_keys(self.output.query)}

    @cached_property
    def atoms(self) -> list[tree.Expr]:
        """Every expression of the conditions that the figure may rest on: its own, its query's, those further in."""
        return [part for condition in _conditions(self.output) for part in tree.walk(condition)]

    def asks(self, column: str) -> bool:
        """Whether anything is asked of a column of this name, or the rows are put in groups by it."""
        return column in self.texts or column in self.keys or any(is_column(part, column) for part in self.atoms)

    @cached_property
    def one_sided(self) -> bool:
        """Whether nothing is taken off, negated or left out: what is written is what is asked for."""
        taken = any(isinstance(p, tree.Call) and p.name == "-" for p in tree.walk(meant(self.output.expr)))
        return not taken and not any(map(denies, self.atoms))


def known(model: ModelLike) -> set[str]:
    """The units that a name may promise."""
    return {*unit_names(model).values(), *model.views} - LISTED.keys() - {"foia_detainers"}


def unit_named(said: str | None) -> str | None:
    """The unit by which names speak of it."""
    return LISTED.get(said, said) if said is not None else None


@lru_cache(maxsize=1_024)
def plural(column: str) -> str:
    """The word for several of a column's values: `counties`."""
    if column in _IRREGULAR:
        return _IRREGULAR[column]
    return f"{column[:-1]}ies" if column.endswith("y") else f"{column.removesuffix('_id')}s"


def denies(part: tree.Expr) -> bool:
    """NOT, `<>` and their like."""
    match part:
        case tree.Op():
            return part.kind in ("not", "not_in")
        case tree.Compare():
            return part.op in ("<>", "is distinct from")
        case tree.Call():
            return part.name.startswith(("!", "not_"))
        case tree.Subquery():
            return part.kind == "NOT_EXISTS"
        case _:
            return False


def _by_column(found: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    texts: dict[str, set[str]] = {}
    for column, text in found:
        texts.setdefault(column, set()).add(text)
    return texts


def is_column(part: tree.Expr, column: str) -> bool:
    """Whether an expression is a column of this name."""
    return isinstance(part, tree.Column) and part.field is not None and part.field.name == column


def _views(query: tree.Query) -> Iterator[str]:
    branches = query.branches if isinstance(query, tree.SetOp) else [query]
    for branch in branches:
        if isinstance(branch, tree.SetOp):
            yield from _views(branch)
        elif isinstance(branch, tree.Select):
            for source in branch.sources:
                if source.view is not None:
                    yield source.view
                elif source.query is not None:
                    yield from _views(source.query)
            for _, clause in clauses(branch):
                yield from _views_inside(clause)


def _views_inside(expr: tree.Expr) -> Iterator[str]:
    for part in tree.walk(expr):
        if isinstance(part, tree.Subquery):
            yield from _views(part.query)


def _keys(query: tree.Query) -> Iterator[str]:
    if isinstance(query, tree.SetOp):
        for branch in query.branches:
            yield from _keys(branch)
    elif isinstance(query, tree.Select):
        keys = [*group_keys(query), *(query.items if query.distinct else [])]
        for part in (p for key in keys for p in tree.walk(meant(key))):
            if isinstance(part, tree.Column) and part.field is not None:
                yield part.field.name
        for source in query.sources:
            if source.query is not None:
                yield from _keys(source.query)


def _conditions(output: Output) -> Iterator[tree.Expr]:
    yield from _inside(output.expr)
    yield from _of(output.query)


def _of(query: tree.Query) -> Iterator[tree.Expr]:
    for name, clause in clauses_within(query):
        if name in ("WHERE", "HAVING", "ON"):
            yield clause
            yield from _inside(clause)


def _inside(expr: tree.Expr) -> Iterator[tree.Expr]:
    """The conditions inside an expression, through aliases and subqueries."""
    for part in tree.walk(expr):
        match part:
            case tree.Call(name="if", args=[when, tree.Const(text="0" | ""), _]):
                yield tree.Op("not", [when])
            case tree.Case(whens=[(when, tree.Const(text="0" | ""))], default=tree.Expr()):
                yield tree.Op("not", [when])
            case tree.Case():
                yield from (when for when, _ in part.whens)
            case tree.Call() | tree.Window():
                yield from _steering(part)
            case tree.Column() if part.field is not None:
                for inner in part.field.exprs:
                    yield from _inside(inner)
            case tree.Subquery():
                yield from _of(part.query)
                for output in part.query.outputs:
                    for inner in output.exprs:
                        yield from _inside(inner)


def _steering(call: tree.Call | tree.Window) -> Iterator[tree.Expr]:
    """FILTER, and what a function counts the rows of."""
    if call.filter is not None:
        yield call.filter
    first = call.args[0] if call.args else None
    flag = isinstance(first, tree.Compare | tree.Logic) and call.name in aggregates()
    if first is not None and (call.name in _CONDITIONED or flag):
        yield first
