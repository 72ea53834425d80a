"""Rule "picked": one text or day that stands for many does not take their column's name.

`SELECT state, max(county) AS county, count(*)` shows one county beside the count of the whole state.
"""

from __future__ import annotations

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.functions import aggregates, allowed
from bot.sql.rules import Statement
from bot.sql.space import group_keys
from bot.sql.spaces import Spaces
from bot.sql.verdict import Refusal

_PICKS = {"any_value", "min", "max", "first", "last", "mode"}


def check(statement: Statement, spaces: Spaces) -> None:
    """Raises Refusal with code `misnamed`."""
    for query in statement.selects():
        if id(query) in statement.exists or query.group_sets > 1:
            continue
        adds = any(_adds(p) for item in query.items for p in tree.walk(item))
        for item in query.items:
            if adds and _stands_for_many(item, query, spaces):
                raise Refusal("misnamed", say.picked(item.alias), say.PICKED_HINT)
            if statement.grounds.of(item).shifted and item.alias.lower() in _columns(query):
                raise Refusal("misnamed", say.moved(item.alias), say.MISNAMED_HINT)


def _adds(part: tree.Expr) -> bool:
    return isinstance(part, tree.Call) and part.name in aggregates() and allowed()[part.name].adds


def _stands_for_many(item: tree.Expr, query: tree.Select, spaces: Spaces) -> bool:
    if not isinstance(item, tree.Call) or item.name not in _PICKS or not item.alias or len(item.args) != 1:
        return False
    inner = item.args[0]
    field = inner.field if isinstance(inner, tree.Column) else None
    if field is None or field.name.lower() != item.alias.lower() or (field.base and field.type != "VARCHAR"):
        return False
    node = spaces.node(inner)
    if node is None or field.base is None:
        return False
    space = spaces.of(query)
    keys = [n for key in group_keys(query) if (n := spaces.node(key))]
    return space.root(node) not in space.determined((), keys)[1]


def _columns(query: tree.Select) -> set[str]:
    return {f.name.lower() for source in query.sources for f in source.fields if f.type == "DATE" or not f.base}
