"""Rule "relabelled": a label does not call one value of a closed list by another's name.

`CASE WHEN disposition = 'charge' THEN 'convicted' ELSE 'charged' END` turns charges into convictions.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.rules import Statement, parts
from bot.sql.rules.constants import meant
from bot.sql.schema import ModelLike
from bot.sql.verdict import Refusal

STEM = 6  # letters that a label shares with the value it names: charged, charge; convicted, conviction


def check(statement: Statement) -> None:
    """Raises Refusal with code `misnamed`."""
    for query in statement.queries:
        for _, part in parts(query):
            for value, label, values in _labels(part, statement.model):
                others = [v for v in values if v != value]
                if _names(label, others) and not _names(label, [value]):
                    raise Refusal("misnamed", say.relabelled(label, value), say.RELABELLED_HINT)


def _names(label: str, values: list[str]) -> bool:
    words = label.lower().replace("-", " ").split()
    return any(word[:STEM] == value.lower()[:STEM] for word in words for value in values)


def _labels(part: tree.Expr, model: ModelLike) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(value, what it is called, all values) for the texts that stand for values of a closed list."""
    if isinstance(part, tree.Call) and part.name in ("replace", "regexp_replace") and len(part.args) > 2:
        values, old, new = _values(part.args[0], model), _text(part.args[1]), _text(part.args[2])
        if values and old is not None and new is not None:
            yield from ((v, v.replace(old, new), values) for v in values if old in v)
    if not isinstance(part, tree.Case):
        return
    left: tuple[str, ...] | None = None
    for when, then in part.whens:
        asked = _asked(when, model)
        if asked is None:
            return
        value, values = asked
        left = tuple(v for v in (left or values) if v != value)
        if (label := _text(then)) is not None:
            yield value, label, values
    if left is not None and len(left) == 1 and part.default is not None and (label := _text(part.default)) is not None:
        yield left[0], label, values


def _asked(when: tree.Expr, model: ModelLike) -> tuple[str, tuple[str, ...]] | None:
    if not isinstance(when, tree.Compare) or when.op != "=":
        return None
    for column, other in ((when.left, when.right), (when.right, when.left)):
        values, value = _values(column, model), _text(other)
        if values and value is not None:
            return value, values
    return None


def _values(expr: tree.Expr, model: ModelLike) -> tuple[str, ...]:
    inner = meant(expr)
    base = inner.field.base if isinstance(inner, tree.Column) and inner.field is not None else None
    return tuple(model.views[base[0]].columns[base[1]].values) if base is not None else ()


def _text(expr: tree.Expr) -> str | None:
    return expr.text if isinstance(expr, tree.Const) and expr.kind == "STRING" else None
