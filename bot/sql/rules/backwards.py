"""Rule "backwards": days are counted from the earlier day of a row to the later one, and a month or week of two days is
equated together with its year.

`issued_on - declined_on AS wait` is negative for every row, so that the longest wait is the shortest;
`month(issued_on) = month(declined_on)` holds for a detainer issued years before.
"""

from __future__ import annotations

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.rules import Statement, parts
from bot.sql.rules.constants import meant
from bot.sql.schema import ModelLike, after
from bot.sql.verdict import Refusal

_SPANS = {"date_diff", "datediff", "date_sub", "datesub"}
_TAKES = {"-", *_SPANS}
_IN_A_YEAR = {"week", "weekofyear", "month", "monthname", "quarter", "dayofyear"}
_YEARS = {"year", "isoyear", "yearweek", "date_trunc", "datetrunc", "strftime", *_SPANS}


def check(statement: Statement) -> None:
    """Raises Refusal with code `backwards` or `half_join`."""
    for query in statement.queries:
        for _, part in parts(query):
            if isinstance(part, tree.Call) and part.name in _TAKES and _from_the_later(part, statement.model):
                raise Refusal("backwards", say.BACKWARDS, say.BACKWARDS_HINT)
            if isinstance(part, tree.Compare) and part.op == "=" and _without_year(part, query):
                raise Refusal("half_join", say.WITHOUT_YEAR, say.WITHOUT_YEAR_HINT)


def _from_the_later(call: tree.Call, model: ModelLike) -> bool:
    if call.name == "-" and len(call.args) == 2:
        start, end = call.args[1], call.args[0]
    elif call.name in _SPANS and len(call.args) == 3:
        start, end = call.args[1], call.args[2]
    else:
        return False
    first, last = _day(start), _day(end)
    if first is None or last is None or first[0] != last[0]:
        return False
    return after(model.views[first[0]].columns[first[1]]) == last[1]


def _day(expr: tree.Expr) -> tuple[str, str] | None:
    inner = meant(expr)
    while isinstance(inner, tree.Cast):
        inner = meant(inner.child)
    field = inner.field if isinstance(inner, tree.Column) else None
    return field.base if field is not None and field.type == "DATE" else None


def _without_year(compare: tree.Compare, query: tree.Query) -> bool:
    one, other = (meant(side) for side in (compare.left, compare.right))
    if not isinstance(one, tree.Call) or not isinstance(other, tree.Call) or one.name != other.name:
        return False
    if one.name not in _IN_A_YEAR or _day(one.args[0]) in (None, _day(other.args[0])) or not _day(other.args[0]):
        return False
    return not any(isinstance(p, tree.Call) and p.name in _YEARS for _, p in parts(query))
