"""Figures of a subquery that stand in several of its rows: a report's total beside each of its counties.

Adding those up counts them more than once, though no join repeats the subquery's rows.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.functions import Function, aggregates
from bot.sql.rules.measured import inward, outer_columns, subqueries, totals_inside, value_leaves
from bot.sql.space import Space, group_keys, grouped
from bot.sql.spaces import Spaces
from bot.sql.verdict import Refusal

_LISTS = {"list", "array_agg", "string_agg", "group_concat", "listagg"}


class Spread:
    """Refuses sums of figures that are spread over several rows, or of values that fell together."""

    def __init__(self, spaces: Spaces, functions: Mapping[str, Function]) -> None:
        self._spaces = spaces
        self._functions = functions

    def column(self, shown: str, column: tree.Column) -> None:
        source = column.field.source if column.field is not None else None
        if column.field is None or source is None or source.query is None:
            return
        for expr in column.field.exprs:
            owner = self._owner(source.query, expr)
            if owner is not None:
                if shown not in _LISTS or owner.group_sets > 1:  # a list of what was grouped by shows each once
                    self.figure(shown, expr, owner)
                if owner.distinct_on and shown in ("sum", "avg", "mean"):
                    raise Refusal("distinct_sum", say.DISTINCT_ON_SUM, say.DISTINCT_ON_SUM_HINT)
                if owner.distinct and not owner.distinct_on and shown not in _LISTS:
                    self._kept(shown, owner)
                    self._collapsed(shown, expr, owner, owner.items)
                    self._one_row_each(shown, expr, owner, owner.items)
        if isinstance(source.query, tree.SetOp) and not source.query.all:
            raise Refusal("distinct_sum", say.DISTINCT_SUM.format(function=shown), say.DISTINCT_SUM_HINT)

    def _kept(self, shown: str, owner: tree.Select) -> None:
        """DISTINCT over groups of which what they are grouped by is not kept: groups of equal figures fall together."""
        keys = group_keys(owner) if grouped(owner) else []
        if keys and not self._spaces.covering(owner, keys):
            raise Refusal("distinct_sum", say.DISTINCT_SUM.format(function=shown), say.DISTINCT_SUM_HINT)

    def _owner(self, query: tree.Query, expr: tree.Expr) -> tree.Select | None:
        if isinstance(query, tree.SetOp):
            return next((o for b in query.branches if (o := self._owner(b, expr)) is not None), None)
        assert isinstance(query, tree.Select)  # noqa: S101 - the only other kind
        return query if any(item is expr for item in query.items) else None

    def running(self, shown: str, total: tree.Window) -> None:
        """A total over a window holds other rows' values as well: adding totals up counts those again."""
        if total.name in aggregates() and self._functions[total.name].adds:
            raise Refusal("fan_out", say.repeated(shown, "the total", "OVER"), say.repeated_hint("the rows"))

    def figure(self, shown: str, expr: tree.Expr, query: tree.Select) -> None:
        """A figure of a grouped query may be added up when it stands in one group only."""
        space = self._spaces.of(query)
        for total in totals_inside(expr):
            self.running(shown, total)
        if not grouped(query):
            return
        self._asked_once_a_group(shown, expr, query, space)
        if query.group_sets > 1:
            raise Refusal("fan_out", say.repeated(shown, "the subtotals", "GROUPING SETS"), say.repeated_hint("them"))
        self._determine(shown, self._spread_leaves(expr, space, query), group_keys(query), space)

    def _asked_once_a_group(self, shown: str, expr: tree.Expr, query: tree.Select, space: Space) -> None:
        """A subquery's figure stands in every group that asks it alike."""
        for part, path in subqueries(expr):
            asked = [n for c in outer_columns(part.query) if (n := self._spaces.node(inward(c), path))]
            _, known = space.determined((), asked)
            for key in group_keys(query):
                node = self._spaces.node(key)
                if node is None or space.root(node) not in known:
                    label = "the subquery"
                    raise Refusal("fan_out", say.repeated(shown, label, "GROUP BY"), say.repeated_hint(label))

    def _one_row_each(self, shown: str, expr: tree.Expr, query: tree.Select, kept: list[tree.Expr]) -> None:
        """With DISTINCT, a value may still stand in several rows that differ in another column."""
        space = self._spaces.of(query)
        self._determine(shown, {leaf for leaf, _ in value_leaves(expr)} & set(space.leaves), kept, space)

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
                    found |= {leaf for leaf, _ in value_leaves(expr.args[0])}
            case tree.Column() if expr.field is not None and expr.field.source is None and expr.field.exprs:
                found |= self._spread_leaves(expr.field.exprs[0], space, query)
            case tree.Column():
                found |= {leaf for leaf, _ in value_leaves(expr)}
                if found & set(space.leaves):
                    self._collapsed("sum", expr, query, group_keys(query))
            case tree.Compare() | tree.Logic() | tree.Subquery():
                pass
            case tree.Window():  # a place in a ranking, a neighbour's value: how it is partitioned does not come out
                for arg in expr.args:
                    found |= self._spread_leaves(arg, space, query)
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
        if not {leaf for leaf, _ in value_leaves(expr)} & set(space.leaves) <= have:
            raise Refusal("distinct_sum", say.DISTINCT_SUM.format(function=shown), say.DISTINCT_SUM_HINT)
