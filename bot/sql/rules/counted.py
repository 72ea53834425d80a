"""Rule "counted": what is counted can be missing, and what is counted once is told apart.

`count(disposition = 'conviction')` counts every row, as does `count(CASE ... ELSE 0 END)`: neither is ever NULL.
`count(DISTINCT row_no)` over several reports lets row 1 of each fall together.
"""

from __future__ import annotations

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.rules import Statement, parts
from bot.sql.rules.constants import never_null
from bot.sql.space import group_keys
from bot.sql.spaces import Spaces
from bot.sql.verdict import Refusal


def check(statement: Statement, spaces: Spaces) -> None:
    """Raises Refusal with code `counts_all` or `distinct_sum`."""
    for query in statement.selects():
        for _, part in parts(query):
            if isinstance(part, tree.Call | tree.Window) and part.name == "count" and part.args:
                if part.distinct:
                    _told_apart(part, query, spaces)
                elif _always_there(part.args[0], query) or statement.grounds.of(part.args[0]).type == "boolean":
                    raise Refusal("counts_all", say.COUNTS_ALL, say.COUNTS_ALL_HINT)


def _always_there(expr: tree.Expr, query: tree.Select) -> bool:
    """A CASE, IF or COALESCE that is never NULL. A bare constant is an honest way to count rows, and a column of a
    joined subquery is NULL where the join finds nothing."""
    match expr:
        case tree.Cast():
            return _always_there(expr.child, query)
        case tree.Column(field=tree.Field(source=source, exprs=[inner])) if source is None or len(query.sources) == 1:
            return _always_there(inner, query)
        case tree.Case() | tree.Op(kind="coalesce"):
            return never_null(expr)
        case tree.Call(name="if"):
            return all(never_null(arg) for arg in expr.args[1:])
        case _:
            return False


def _told_apart(call: tree.Call | tree.Window, query: tree.Select, spaces: Spaces) -> None:
    node = spaces.node(call.args[0])
    space = spaces.of(query)
    leaf = space.leaves.get(node[0]) if node is not None else None
    if node is None or leaf is None:
        return
    serial = any(f.serial and f.name == node[1] for f in leaf.source.fields)
    if not serial or not any(node[1] in key for key in leaf.keys):
        return
    grouped_by = [] if query.group_sets > 1 else group_keys(query)
    partitions = call.partitions if isinstance(call, tree.Window) else grouped_by
    fixed = [n for key in partitions if (n := spaces.node(key))]
    if leaf.name not in space.determined((), [node, *fixed])[0]:
        hint = say.DISTINCT_SERIAL_HINT.format(column=node[1])
        raise Refusal("distinct_sum", say.DISTINCT_SERIAL.format(column=node[1]), hint)
