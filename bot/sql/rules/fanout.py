"""Rule "fan-out": no sum, average or count over rows that a join repeats. See `space.py` for how it is known."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import sql as say
from bot.sql import tree
from bot.sql.functions import Function, aggregates
from bot.sql.rules import Statement, clauses
from bot.sql.rules.overlap import overlapping
from bot.sql.space import Leaf, Node, Space, Spaces, group_keys, grouped, looked_through, strict
from bot.sql.verdict import Refusal

_SUMS = {"sum", "avg", "mean"}
_COUNTS = {"count", "count_star", "count_if", "countif"}


class FanOut:
    """Checks every aggregate of a statement."""

    def __init__(self, statement: Statement, spaces: Spaces, functions: dict[str, Function]) -> None:
        self._statement = statement
        self._spaces = spaces
        self._functions = functions

    def check(self) -> None:
        """Raises Refusal with code `fan_out`, `empty_row` or `distinct_sum`."""
        for query in self._statement.selects():
            for name, clause in clauses(query):
                if name in ("WHERE", "ON"):
                    continue
                for part in tree.walk(clause):
                    if isinstance(part, tree.Call) and part.name in aggregates():
                        self._aggregate(part, query)
                    elif isinstance(part, tree.Window) and part.name in aggregates():
                        self._window(part, query)

    # -- aggregates

    def _aggregate(self, call: tree.Call, query: tree.Select) -> None:
        if call.distinct and call.name in _SUMS:
            raise Refusal("distinct_sum", say.DISTINCT_SUM.format(function=call.name), say.DISTINCT_SUM_HINT)
        if call.distinct or not self._functions[call.name].adds:
            return
        space = self._spaces.of(query)
        fixed = [] if query.group_sets > 1 else [n for g in group_keys(query) if (n := self._spaces.node(g))]
        self._adds(call, call.args, call.filter, query, space, fixed)

    def _window(self, window: tree.Window, query: tree.Select) -> None:
        if window.distinct and window.name in _SUMS:
            raise Refusal("distinct_sum", say.DISTINCT_SUM.format(function=window.name), say.DISTINCT_SUM_HINT)
        if window.distinct or not self._functions[window.name].adds:
            return
        if grouped(query):
            for arg in window.args[:1]:
                self._not_spread(window.name, arg, query)
            return
        space = self._spaces.of(query)
        fixed = [n for p in window.partitions if (n := self._spaces.node(p))]
        self._adds(window, window.args, window.filter, query, space, fixed)

    def _adds(
        self,
        call: tree.Call | tree.Window,
        args: list[tree.Expr],
        condition: tree.Expr | None,
        query: tree.Select,
        space: Space,
        fixed: list[Node],
    ) -> None:
        self._unions(call, query, space)
        shown = "count(*)" if call.name == "count_star" else call.name
        values = [leaf for arg in args for leaf in self._value_leaves(arg)]
        names = {leaf for leaf, _ in values if leaf in space.leaves}
        for arg in args:
            self._subqueries(shown, arg, space, fixed)
        if not names:
            # an always-there value counts the rows themselves; WHEN and FILTER may leave out the empty ones
            asked = [w for a in args for w in _counting_conditions(a, call.name)]
            asked += [condition] if condition is not None else []
            self._row_count(shown, space, fixed, asked, query)
            return
        if call.name in _COUNTS and not all(strict(arg) for arg in args):
            self._row_count(shown, space, fixed, [condition] if condition is not None else [], query)
        for name in sorted(names):
            leaf, by = space.leaves[name], space.repeated_by(name, fixed)
            if by is not None:
                raise Refusal("fan_out", say.repeated(shown, leaf.label, by.label), say.repeated_hint(leaf.label))
        if call.name not in _COUNTS:
            for column, _ in (c for arg in args for c in self._value_columns(arg)):
                self._column_not_spread(shown, column)

    def _row_count(
        self, shown: str, space: Space, fixed: list[Node], asked: list[tree.Expr], query: tree.Select
    ) -> None:
        """count(*) counts rows of the one leaf that no join repeats, and it has to be there in every row."""
        if not space.leaves:
            if query.source is None:
                raise Refusal("ungrounded", say.NO_ROWS, say.NO_ROWS_HINT)
            return
        there = set[str]().union(*(self._spaces.needed(c) for c in asked))
        single = [name for name in space.leaves if space.repeated_by(name, fixed) is None]
        present = [name for name in single if not space.leaves[name].absent]
        if any(not space.leaves[name].nullable or name in there for name in present):
            return
        if present:
            raise Refusal("empty_row", say.EMPTY_ROW.format(function=shown), say.EMPTY_ROW_HINT)
        first = next(leaf for leaf in space.leaves.values() if not leaf.absent)
        by = space.repeated_by(first.name, fixed)
        raise Refusal(
            "fan_out",
            say.repeated(shown, first.label, by.label if by else "itself"),
            say.repeated_hint(first.label),
        )

    # -- values

    def _value_columns(self, expr: tree.Expr) -> Iterator[tuple[tree.Column, str]]:
        """The columns whose values are added up: not those that only decide (CASE conditions, comparisons)."""
        for part in _value_parts(expr):
            yield from self._deep(part, "")

    def _deep(self, column: tree.Column, path: str) -> Iterator[tuple[tree.Column, str]]:
        field = column.field
        if field is None or column.outer:
            return
        if field.source is None:
            for inner in field.exprs:
                for part in _value_parts(inner):
                    yield from self._deep(part, path)
        elif field.source.query is not None and looked_through(field.source.query):
            for part in _value_parts(field.exprs[0]):
                yield from self._deep(part, f"{path}{field.source.number}:")
        else:
            yield column, path

    def _value_leaves(self, expr: tree.Expr) -> Iterator[tuple[str, str]]:
        for column, path in self._value_columns(expr):
            assert column.field is not None and column.field.source is not None  # noqa: S101 - _deep yields such
            yield f"{path}{column.field.source.number}", column.field.name

    def _subqueries(self, shown: str, arg: tree.Expr, space: Space, fixed: list[Node]) -> None:
        """A subquery's figure is added up once a row: the columns it is asked with must tell the rows apart."""
        for part in tree.walk(arg):
            if not isinstance(part, tree.Subquery) or part.kind != "SCALAR":
                continue
            nodes = [n for c in _outer_columns(part.query) if (n := self._spaces.node(_inward(c)))]
            have, _ = space.determined((), [*nodes, *fixed])
            missing = next((leaf for name, leaf in space.leaves.items() if name not in have), None)
            if missing is not None:
                raise Refusal(
                    "fan_out", say.repeated(shown, "the subquery", missing.label), say.repeated_hint("the subquery")
                )

    # -- figures that stand in several rows of a grouped query

    def _column_not_spread(self, shown: str, column: tree.Column) -> None:
        source = column.field.source if column.field is not None else None
        if column.field is None or source is None or source.query is None:
            return
        for expr in column.field.exprs:
            owner = self._owner(source.query, expr)
            if owner is not None:
                self._not_spread(shown, expr, owner)
                if owner.distinct and not owner.distinct_on:
                    self._collapsed(shown, expr, owner, owner.items)
                    self._one_row_each(shown, expr, owner, owner.items)
        if isinstance(source.query, tree.SetOp) and not source.query.all:
            raise Refusal("distinct_sum", say.DISTINCT_SUM.format(function=shown), say.DISTINCT_SUM_HINT)

    def _owner(self, query: tree.Query, expr: tree.Expr) -> tree.Select | None:
        if isinstance(query, tree.SetOp):
            return next((o for b in query.branches if (o := self._owner(b, expr)) is not None), None)
        assert isinstance(query, tree.Select)  # noqa: S101 - the only other kind
        return query if any(item is expr for item in query.items) else None

    def _not_spread(self, shown: str, expr: tree.Expr, query: tree.Select) -> None:
        """A figure of a grouped query may be added up when it stands in one group only."""
        space = self._spaces.of(query)
        for part in tree.walk(expr):
            if isinstance(part, tree.Window) and part.name in aggregates() and self._functions[part.name].adds:
                raise Refusal("fan_out", say.repeated(shown, "the running total", "OVER"), say.repeated_hint("it"))
        if not grouped(query):
            return
        if query.group_sets > 1:
            raise Refusal("fan_out", say.repeated(shown, "the subtotals", "GROUPING SETS"), say.repeated_hint("them"))
        self._determine(shown, self._spread_leaves(expr, space, query), group_keys(query), space)

    def _one_row_each(self, shown: str, expr: tree.Expr, query: tree.Select, kept: list[tree.Expr]) -> None:
        """With DISTINCT, a value may still stand in several rows that differ in another column."""
        space = self._spaces.of(query)
        self._determine(shown, {leaf for leaf, _ in self._value_leaves(expr)} & set(space.leaves), kept, space)

    def _determine(self, shown: str, leaves: set[str], keys: list[tree.Expr], space: Space) -> None:
        """Refuse unless each leaf's row fixes all keys: then its value stands in one group only."""
        for name in leaves:
            _, known = space.determined((name,))
            for key in keys:
                nodes = [self._spaces.node(c) for c, _ in self._spaces.columns(key)]
                if any(n is None or space.root(n) not in known for n in nodes):
                    label = space.leaves[name].label
                    raise Refusal("fan_out", say.repeated(shown, label, "GROUP BY"), say.repeated_hint(label))

    def _spread_leaves(self, expr: tree.Expr, space: Space, query: tree.Select) -> set[str]:
        """Leaves whose own values come out of a group: through min, max, any_value, or as a group column."""
        found: set[str] = set()
        match expr:
            case tree.Call() if expr.name in aggregates():
                if not self._functions[expr.name].adds:
                    found |= {leaf for leaf, _ in self._value_leaves(expr.args[0])}
            case tree.Column() if expr.field is not None and expr.field.source is None and expr.field.exprs:
                found |= self._spread_leaves(expr.field.exprs[0], space, query)
            case tree.Column():
                names = {leaf for leaf, _ in self._value_leaves(expr)}
                found |= names
                for name in names & set(space.leaves):
                    self._collapsed("sum", expr, query, group_keys(query))
            case tree.Compare() | tree.Logic() | tree.Subquery():
                pass
            case tree.Case():
                for part in [then for _, then in expr.whens] + ([expr.default] if expr.default else []):
                    found |= self._spread_leaves(part, space, query)
            case _:
                for part in tree.children(expr):
                    found |= self._spread_leaves(part, space, query)
        return found & set(space.leaves)

    def _collapsed(self, shown: str, expr: tree.Expr, query: tree.Select, keys: list[tree.Expr]) -> None:
        """Rows that agree in what is kept fall together, and with them their values."""
        space = self._spaces.of(query)
        nodes = [n for key in keys if (n := self._spaces.node(key))]
        have, _ = space.determined((), nodes)
        if not {leaf for leaf, _ in self._value_leaves(expr)} & set(space.leaves) <= have:
            raise Refusal("distinct_sum", say.DISTINCT_SUM.format(function=shown), say.DISTINCT_SUM_HINT)

    def _unions(self, call: tree.Call | tree.Window, query: tree.Select, space: Space) -> None:
        for leaf in space.leaves.values():
            if isinstance(leaf.source.query, tree.SetOp):
                view = overlapping(leaf.source, query)
                if view is not None:
                    raise Refusal("fan_out", say.UNION_TWICE.format(view=view), say.UNION_HINT)


def _value_parts(expr: tree.Expr) -> Iterator[tree.Column]:
    match expr:
        case tree.Column():
            yield expr
        case tree.Compare() | tree.Logic() | tree.Subquery() | tree.Const():
            return
        case tree.Op(kind="in" | "not_in" | "between" | "is_null" | "is_not_null" | "not"):
            return
        case tree.Case():
            for _, then in expr.whens:
                yield from _value_parts(then)
            if expr.default is not None:
                yield from _value_parts(expr.default)
        case tree.Call(name="if"):
            for arg in expr.args[1:]:
                yield from _value_parts(arg)
        case _:
            for part in tree.children(expr):
                yield from _value_parts(part)


def _counting_conditions(arg: tree.Expr, name: str) -> Iterator[tree.Expr]:
    """The condition under which a row counts: CASE WHEN condition THEN 1 (ELSE 0), or the condition itself."""
    if name in ("avg", "mean"):
        return  # an average divides by the empty rows as well
    while isinstance(arg, tree.Cast):
        arg = arg.child
    if isinstance(arg, tree.Case) and len(arg.whens) == 1:
        default = arg.default
        if default is None or (isinstance(default, tree.Const) and default.text in ("0", "") and name != "count"):
            yield arg.whens[0][0]
    elif isinstance(arg, tree.Compare | tree.Op | tree.Logic) and name in ("sum", "count_if", "countif"):
        yield arg


def _outer_columns(query: tree.Query) -> Iterator[tree.Column]:
    for _, clause in clauses(query):
        for part in tree.walk(clause):
            if isinstance(part, tree.Column) and part.outer:
                yield part
            elif isinstance(part, tree.Subquery):
                yield from _outer_columns(part.query)
    if isinstance(query, tree.Select):
        for source in query.sources:
            if source.query is not None:
                yield from _outer_columns(source.query)


def _inward(column: tree.Column) -> tree.Column:
    """The same column as seen from the query it belongs to."""
    return tree.Column(column.names, column.field)


__all__ = ["FanOut", "Leaf"]
