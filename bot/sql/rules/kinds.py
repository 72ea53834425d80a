"""Rule "kinds": a column of a closed list is equated with no other kind of column: `disposition = offense` holds for no
row. (`county = state` does: New York.)"""

from __future__ import annotations

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.rules import Statement, parts
from bot.sql.rules.constants import meant
from bot.sql.schema import ModelLike
from bot.sql.verdict import Refusal


def check(statement: Statement) -> None:
    """Raises Refusal with code `self_comparison`."""
    for query in statement.queries:
        for _, part in parts(query):
            if isinstance(part, tree.Compare) and part.op in ("=", "is not distinct from"):
                one, other = _column(part.left), _column(part.right)
                if one is not None and other is not None and _apart(one, other, statement.model):
                    raise Refusal("self_comparison", say.unlike_columns(one.name, other.name), say.CONSTANT_HINT)


def _apart(one: tree.Field, other: tree.Field, model: ModelLike) -> bool:
    if one.name == other.name or "BOOLEAN" in (one.type, other.type):
        return False
    values = [set(model.views[f.base[0]].columns[f.base[1]].values) for f in (one, other) if f.base is not None]
    return any(values) and not values[0] & values[1]


def _column(expr: tree.Expr) -> tree.Field | None:
    inner = meant(expr)
    while isinstance(inner, tree.Cast) or (isinstance(inner, tree.Call) and inner.name in _FOLDS and inner.args):
        inner = meant(inner.child if isinstance(inner, tree.Cast) else inner.args[0])
    return inner.field if isinstance(inner, tree.Column) and inner.field is not None and inner.field.base else None


_FOLDS = {"lower", "lcase", "upper", "ucase", "trim"}
