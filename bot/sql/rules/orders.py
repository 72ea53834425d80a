"""Rule "orders": what is looked at along an order of rows needs an order that says something.

A running total over states from A to Z, the count of the state before, the first twenty counties by name: which rows
meet is chance. Moving frames of fixed length need days or reports in their order.
"""

from __future__ import annotations

import re

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.functions import aggregates, allowed
from bot.sql.rules import Statement, clauses, parts
from bot.sql.rules.constants import meant
from bot.sql.space import group_keys, grouped
from bot.sql.spaces import Spaces
from bot.sql.verdict import Refusal

_ENDS = {"min", "max", "arg_min", "arg_max", "min_by", "max_by"}
_NAMES_OF_DAYS = {"monthname", "dayname"}
_SORTED = re.compile(r"[^%]*(?:%[YG][^%]*)?(?:%[mjVUW][^%]*)?(?:%d[^%]*)?")
_NEIGHBOURS = {"lag", "lead", "first_value", "last_value", "nth_value"}


def check(statement: Statement, spaces: Spaces) -> None:
    """Raises Refusal with code `sampled` or `no_quantity`."""
    keys = {key[0] for view in statement.model.views.values() if len(key := tuple(view.key)) == 1}
    for query in statement.selects():
        for _, part in parts(query):
            if isinstance(part, tree.Window) and part.order:
                _window(part, query, keys, spaces)
        _inside(query, keys)
        _written_days(query)
        for name, clause in clauses(query):
            if name in ("WHERE", "QUALIFY"):
                _kept(clause, keys)


def _window(window: tree.Window, query: tree.Select, keys: set[str], spaces: Spaces) -> None:
    first = meant(window.order[0].expr)
    adds = window.name in aggregates() and allowed()[window.name].adds
    neighbour = window.name in _NEIGHBOURS and not _same(window)
    if not adds and not neighbour:
        return
    if _by_name(first, keys):
        raise Refusal("sampled", say.BY_NAME.format(function=_shown(window)), say.BY_NAME_HINT)
    if adds and any(isinstance(edge, tree.Const) for edge in window.frame) and _figure(first):
        raise Refusal("sampled", say.BY_NAME.format(function=_shown(window)), say.BY_NAME_HINT)
    if _other_groups(window, query):
        raise Refusal("sampled", say.OTHER_GROUPS.format(function=window.name), say.OTHER_GROUPS_HINT)
    if _starts_anew(window, query, spaces):
        raise Refusal("no_quantity", say.STARTS_ANEW.format(function=_shown(window)), say.STARTS_ANEW_HINT)


def _written_days(query: tree.Query) -> None:
    """`strftime(x, '%m/%d/%Y') >= '02/01/2017'`, `max(monthname(x))`: letters are compared, not days."""
    asked: list[tree.Expr] = [key.expr for key in query.order[:1]] if query.limit is not None else []
    for _, part in parts(query):
        if isinstance(part, tree.Compare) and part.op in ("<", "<=", ">", ">="):
            asked += [part.left, part.right]
        elif isinstance(part, tree.Op) and part.kind == "between":
            asked.append(part.items[0])
        elif isinstance(part, tree.Call | tree.Window) and part.name in _ENDS and part.args:
            asked.append(part.args[-1])
    for expr in asked:
        day = meant(expr)
        if isinstance(day, tree.Call) and (day.name in _NAMES_OF_DAYS or _unsorted(day)):
            raise Refusal("sampled", say.DAYS_AS_TEXT, say.DAYS_AS_TEXT_HINT)


def _unsorted(call: tree.Call) -> bool:
    """Whether a text made of a day does not sort as the days do: the year first, then the month, then the day."""
    pattern = call.args[1] if call.name == "strftime" and len(call.args) == 2 else None
    return isinstance(pattern, tree.Const) and not _SORTED.fullmatch(pattern.text)


def _inside(query: tree.Select, keys: set[str]) -> None:
    """The first ten counties by name, then the largest of them, or a total."""
    for source in query.sources:
        inner = source.query
        if inner is None or inner.limit is None or not inner.order or not (grouped(query) or query.order):
            continue
        if _by_name(meant(inner.order[0].expr), keys):
            raise Refusal("sampled", say.BY_NAME.format(function="LIMIT"), say.BY_NAME_HINT)


def _other_groups(window: tree.Window, query: tree.Select) -> bool:
    """`lag(count(*)) OVER (ORDER BY report_id)` for each report and state: the row before is another state's."""
    if window.name not in ("lag", "lead") or not grouped(query):
        return False
    keys, first = {canon(key) for key in group_keys(query)}, canon(window.order[0].expr)
    return first in keys and bool(keys - {first} - {canon(part) for part in window.partitions})


def _kept(clause: tree.Expr, keys: set[str]) -> None:
    """`QUALIFY row_number() OVER (ORDER BY county) <= 20` keeps the first of the alphabet."""
    for part in tree.walk(clause):
        if not isinstance(part, tree.Compare):
            continue
        for side in (part.left, part.right):
            window = meant(side)
            if isinstance(window, tree.Window) and _ranks_all(window) and _by_name(meant(window.order[0].expr), keys):
                raise Refusal("sampled", say.BY_NAME.format(function=_shown(window)), say.BY_NAME_HINT)


def _shown(window: tree.Window) -> str:
    return "count" if window.name == "count_star" else window.name


def _ranks_all(window: tree.Window) -> bool:
    return allowed()[window.name].gives == "number" and bool(window.order) and not window.partitions


def _by_name(expr: tree.Expr, keys: set[str]) -> bool:
    """Whether an order is that of the alphabet: a text that is neither a report nor another row's own name."""
    if not isinstance(expr, tree.Column) or expr.field is None or expr.field.base is None:
        return False
    return expr.field.type == "VARCHAR" and expr.field.name not in keys


def _figure(expr: tree.Expr) -> bool:
    """Whether an order is that of a figure: a count, a number that a column holds."""
    if isinstance(expr, tree.Column) and expr.field is not None and expr.field.base is not None:
        return expr.field.type not in ("VARCHAR", "DATE", "BOOLEAN") and not expr.field.serial
    return isinstance(expr, tree.Call) and expr.name in aggregates() and allowed()[expr.name].adds


def _same(window: tree.Window) -> bool:
    """`first_value(county) OVER (ORDER BY county)`: the value that the order is by."""
    one, other = meant(window.args[0]), meant(window.order[0].expr)
    if not isinstance(one, tree.Column) or not isinstance(other, tree.Column):
        return False
    return one.field is not None and other.field is not None and one.field.name == other.field.name


def _starts_anew(window: tree.Window, query: tree.Select, spaces: Spaces) -> bool:
    """Whether rows are in the order of numbers that begin again in every report."""
    node = spaces.node(window.order[0].expr)
    if node is None or grouped(query):
        return False
    space = spaces.of(query)
    leaf = space.leaves.get(node[0])
    if leaf is None or not any(f.serial and f.name == node[1] for f in leaf.source.fields):
        return False
    if not any(node[1] in key for key in leaf.keys):
        return False
    fixed = [n for part in window.partitions if (n := spaces.node(part))]
    return leaf.name not in space.determined((), [node, *fixed])[0]
