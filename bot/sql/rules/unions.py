"""Rule "unions": a column of a UNION holds one thing. `SELECT state, count(*) FROM refusals ... UNION ALL SELECT state,
sum(issued) FROM issued ...` shows refusals and detainers issued in one column, with nothing that tells them apart."""

from __future__ import annotations

import itertools

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.rules import Statement
from bot.sql.rules.constants import meant
from bot.sql.rules.outputs import selects_of
from bot.sql.units import Units
from bot.sql.verdict import Refusal


def check(statement: Statement, units: Units) -> None:
    """Raises Refusal with code `unlike_figures`."""
    root = statement.query
    if not isinstance(root, tree.SetOp) or root.op != "UNION" or root.by_name:
        return
    selects = [*selects_of(root)]
    for one, other in itertools.combinations(selects, 2):
        pairs = [*zip(one.items, other.items, strict=False)]
        if any(_label(a, b) or _label(b, a) for a, b in pairs):
            continue
        for a, b in pairs:
            unit, second = units.of(a, one), units.of(b, other)
            if unit is not None and second is not None and unit != second:
                raise Refusal("unlike_figures", say.unlike(unit, second), say.UNION_LABEL_HINT)
            ours, theirs = _column(a), _column(b)
            if ours and theirs and ours != theirs:
                raise Refusal("unlike_figures", say.unlike(ours, theirs), say.UNION_LABEL_HINT)


def _label(one: tree.Expr, other: tree.Expr) -> bool:
    """Whether a text is written in one part where the other part has something else."""
    if not isinstance(one, tree.Const) or one.kind != "STRING":
        return False
    return not isinstance(other, tree.Const) or one.text != other.text


def _column(expr: tree.Expr) -> str:
    """The view column that an entry plainly is."""
    inner = meant(expr)
    plain = isinstance(inner, tree.Column) and inner.field is not None and inner.field.base is not None
    return inner.field.name if plain and isinstance(inner, tree.Column) and inner.field is not None else ""
