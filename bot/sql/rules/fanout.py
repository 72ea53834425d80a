"""Rule "fan-out": no sum, average or count over rows that a join repeats. See `space.py` for how it is known."""

from __future__ import annotations

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.functions import Function, aggregates
from bot.sql.means import averages
from bot.sql.rules import Statement, parts
from bot.sql.rules.measured import (
    counting_conditions,
    inward,
    only_dates,
    outer_columns,
    subqueries,
    totals_inside,
    value_columns,
    value_leaves,
)
from bot.sql.rules.overlap import overlapping
from bot.sql.rules.spread import Spread
from bot.sql.space import Node, Space, group_keys, grouped, strict
from bot.sql.spaces import Spaces
from bot.sql.verdict import Refusal

_SUMS = {"sum", "avg", "mean"}
_COUNTS = {"count", "count_star", "count_if", "countif"}


class FanOut:
    """Checks every aggregate of a statement."""

    def __init__(self, statement: Statement, spaces: Spaces, functions: dict[str, Function]) -> None:
        self._statement = statement
        self._spaces = spaces
        self._functions = functions
        self._spread = Spread(spaces, functions)

    def check(self) -> None:
        """Raises Refusal with code `fan_out`, `empty_row` or `distinct_sum`."""
        for query in self._statement.selects():
            for name, part in parts(query):
                if name in ("WHERE", "ON"):
                    continue
                if isinstance(part, tree.Call) and part.name in aggregates():
                    self._aggregate(part, query)
                elif isinstance(part, tree.Window) and part.name in aggregates():
                    self._window(part, query)

    # -- aggregates

    def _aggregate(self, call: tree.Call, query: tree.Select) -> None:
        if call.distinct and (call.name in _SUMS or averages(call.name, self._functions[call.name])):
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
                self._spread.figure(window.name, arg, query)
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
        values = [leaf for arg in args for leaf in value_leaves(arg)]
        names = {leaf for leaf, _ in values if leaf in space.leaves}
        for arg in args:
            self._subqueries(shown, arg, space, fixed)
        if not names:
            # an always-there value counts the rows themselves; WHEN and FILTER may leave out the empty ones
            asked = [w for a in args for w in counting_conditions(a, call.name)]
            asked += [condition] if condition is not None else []
            self._row_count(shown, space, fixed, asked, query)
            return
        if call.name in _COUNTS and not all(strict(arg) for arg in args):
            self._row_count(shown, space, fixed, [condition] if condition is not None else [], query)
        if call.name not in _COUNTS:
            for total in (w for arg in args for w in totals_inside(arg)):
                self._spread.running(shown, total)
        once = {name for name in names if space.repeated_by(name, fixed) is None}
        for name in sorted(names - once):
            if once and only_dates(args, name):
                continue  # days between a row's date and its report's: one figure a row
            leaf, by = space.leaves[name], space.repeated_by(name, fixed)
            other = by.label if by is not None else "itself"
            raise Refusal("fan_out", say.repeated(shown, leaf.label, other), say.repeated_hint(leaf.label))
        if call.name not in _COUNTS:
            for column, _ in (c for arg in args for c in value_columns(arg)):
                self._spread.column(shown, column)

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

    def _subqueries(self, shown: str, arg: tree.Expr, space: Space, fixed: list[Node]) -> None:
        """A subquery's figure is added up once a row: the columns it is asked with must tell the rows apart."""
        for part, path in subqueries(arg):
            nodes = [n for c in outer_columns(part.query) if (n := self._spaces.node(inward(c), path))]
            have, _ = space.determined((), [*nodes, *fixed])
            missing = next((leaf for name, leaf in space.leaves.items() if name not in have), None)
            if missing is not None:
                raise Refusal(
                    "fan_out", say.repeated(shown, "the subquery", missing.label), say.repeated_hint("the subquery")
                )

    def _unions(self, call: tree.Call | tree.Window, query: tree.Select, space: Space) -> None:
        for leaf in space.leaves.values():
            if isinstance(leaf.source.query, tree.SetOp):
                view = overlapping(leaf.source, query)
                if view is not None:
                    raise Refusal("fan_out", say.UNION_TWICE.format(view=view), say.UNION_HINT)
