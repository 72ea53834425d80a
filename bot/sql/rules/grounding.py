"""Rule "grounding": every figure of the result comes from the rows. See `value.py` for what may come out."""

from __future__ import annotations

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.arithmetic import invented
from bot.sql.rules import Statement
from bot.sql.value import LABEL
from bot.sql.verdict import Refusal


def check(statement: Statement) -> None:
    """Raises Refusal with code `ungrounded`."""
    for query in statement.selects():
        if id(query) in statement.exists:
            continue
        if not any(_reads(statement, item) for item in query.items):
            raise Refusal("ungrounded", say.NO_ROWS, say.NO_ROWS_HINT)
    for output in statement.query.outputs:
        for expr in output.exprs:
            _output(statement, expr)


def _reads(statement: Statement, item: tree.Expr) -> bool:
    """Whether an entry of the list reads rows; an entry that is refused for itself counts as reading."""
    try:
        return statement.grounds.of(item).reads
    except Refusal:
        return True


def _output(statement: Statement, expr: tree.Expr) -> None:
    value = statement.grounds.of(expr)
    if value.null:
        return
    if value.invented or (not value.reads and value.literals != frozenset({LABEL})):
        raise invented(value.shown)
    if value.product:
        raise Refusal("ungrounded", say.PRODUCT, say.PRODUCT_HINT)
    if value.hundredfold or value.reciprocal:
        raise Refusal("ungrounded", say.PERCENT, say.PERCENT_HINT)
