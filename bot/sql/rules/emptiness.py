"""What NULL does to conditions: a comparison with it never holds, and one in a NOT IN empties the result."""

from __future__ import annotations

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.rules import conjuncts
from bot.sql.verdict import Refusal

_MATCHES = {
    *("~~", "!~~", "~~*", "!~~*", "~~~", "starts_with", "ends_with", "prefix", "suffix", "^@", "contains"),
    *("regexp_matches", "regexp_full_match"),
}


def check(part: tree.Expr) -> None:
    """Raises Refusal with code `constant_condition`, `not_in_empty` or `ungrounded`."""
    match part:
        case tree.Compare() if "distinct" not in part.op:
            compared = [part.left, part.right]
        case tree.Op(kind="in" | "not_in" | "between"):
            compared = part.items
        case tree.Call() if part.name in _MATCHES:
            compared = part.args
        case tree.Op(kind="not", items=[tree.Subquery(kind="ANY") as asked]):
            _not_in(asked)
            return
        case tree.Subquery():
            _rows(part.query)
            return
        case _:
            return
    if any(_null(side) for side in compared):
        raise Refusal("constant_condition", say.NULL_COMPARED, say.NULL_COMPARED_HINT)


def asks_for(condition: tree.Expr, column: tree.Expr) -> bool:
    """Whether a condition is `column IS NOT NULL`."""
    asked = isinstance(condition, tree.Op) and condition.kind == "is_not_null"
    return asked and canon(condition.items[0]) == canon(column)  # type: ignore[attr-defined]


def _null(expr: tree.Expr) -> bool:
    """Whether an expression is NULL in every row."""
    match expr:
        case tree.Const():
            return expr.kind == "NULL_LITERAL"
        case tree.Cast():
            return _null(expr.child)
        case tree.Case():
            return all(_null(then) for _, then in expr.whens) and (expr.default is None or _null(expr.default))
        case tree.Call(name="nullif", args=[one, other]):
            return canon(one) == canon(other)
        case _:
            return False


def _not_in(asked: tree.Subquery) -> None:
    query = asked.query
    if not isinstance(query, tree.Select) or len(query.items) != 1:
        return
    item = query.items[0]
    field = item.field if isinstance(item, tree.Column) else None
    if field is None or not field.empty:
        return
    for condition in conjuncts(query.where):
        if asks_for(condition, item) or _compares(condition, item):
            return
    raise Refusal("not_in_empty", say.not_in_empty(field.name), say.NOT_IN_EMPTY_HINT.format(column=field.name))


def _compares(condition: tree.Expr, column: tree.Expr) -> bool:
    """Whether a condition compares the column with something: then it holds for no empty one."""
    match condition:
        case tree.Compare() if "distinct" not in condition.op:
            return canon(column) in (canon(condition.left), canon(condition.right))
        case tree.Op(kind="in" | "between"):
            return canon(column) == canon(condition.items[0])
        case tree.Call() if condition.name in _MATCHES:
            return canon(column) == canon(condition.args[0])
        case _:
            return False


def _rows(query: tree.Query) -> None:
    """A subquery has to read rows: `IN (SELECT r.state)` is the row itself."""
    if isinstance(query, tree.Select) and query.source is None:
        parts = (p for item in query.items for p in tree.walk(item))
        if not any(isinstance(p, tree.Subquery) for p in parts):
            raise Refusal("ungrounded", say.NO_FROM, say.NO_FROM_HINT)
