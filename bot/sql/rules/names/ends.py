"""What is called the top, the least, the oldest, the longest comes from that end of an order.

`first(county ORDER BY county) AS top_county`, `arg_max(state, county) AS top_state`, a rank along rising counts called
`rank_by_most`, `max(enacted) AS oldest_policy`, `sum(issued) AS highest` each name the wrong row.
"""

from __future__ import annotations

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.functions import aggregates, allowed
from bot.sql.rules import conjuncts
from bot.sql.rules.constants import meant
from bot.sql.rules.names.evidence import ISSUED, Evidence
from bot.sql.rules.outputs import Output
from bot.sql.space import group_keys
from bot.sql.verdict import Refusal

_LISTS = {"list", "array_agg", "string_agg", "group_concat", "listagg"}
_SORTS = {"list_sort", "array_sort", "list_reverse_sort", "array_reverse_sort"}
_ANY = {"any_value", "arbitrary"}
_ENDS = {"first": False, "last": True, "first_value": False, "last_value": True}  # whether the order is turned round
_ARGS = {"arg_max": True, "max_by": True, "arg_min": False, "min_by": False}  # whether the most is taken
_NAMES = {"min": "low", "max": "high"}
_RANKS = {"rank", "dense_rank", "row_number"}
_FIRST = {"=", "<", "<="}
_LOW, _HIGH = {"min", "arg_min", "min_by"}, {"max", "arg_max", "max_by"}
_UNTRUE = {"oldest": _HIGH, "newest": _LOW, "longest": _LOW, "shortest": _HIGH}
_SPANS = {"date_diff", "datediff", "date_sub", "datesub", "-", "age"}
_ROUNDS = {"round", "abs", "floor", "ceil"}


def extreme(evidence: Evidence) -> None:
    """The end of an order by figures that a name says, or none."""
    output = evidence.output
    promise = output.promise
    said = promise.keys() & {"high", "low"}
    if len(said) != 1 or _own_name(output):
        return
    (side,) = said
    end = _end(meant(output.expr)) or _kept(output)
    if end is not None and end != side:
        raise Refusal("misnamed", say.extreme(output.name, min(promise[side])), say.EXTREME_HINT)


def oldest(evidence: Evidence, said: frozenset[str]) -> None:
    """The oldest."""
    _dated(evidence, "oldest")


def newest(evidence: Evidence, said: frozenset[str]) -> None:
    """The newest."""
    _dated(evidence, "newest")


def longest(evidence: Evidence, said: frozenset[str]) -> None:
    """The longest."""
    _lasting(evidence, "longest")


def shortest(evidence: Evidence, said: frozenset[str]) -> None:
    """The shortest."""
    _lasting(evidence, "shortest")


def _dated(evidence: Evidence, role: str) -> None:
    """`max(enacted) AS oldest_policy`; of a time span the oldest is the longest."""
    call = _outer(evidence)
    if call is None or call.name not in _UNTRUE[role]:
        return
    by = meant(call.args[1] if call.name.startswith("arg") or call.name.endswith("_by") else call.args[0])
    if isinstance(by, tree.Column) and by.field is not None and by.field.type == "DATE":
        raise Refusal("misnamed", say.extreme(evidence.output.name, role), say.EXTREME_HINT)


def _lasting(evidence: Evidence, role: str) -> None:
    """`min(declined_on - issued_on) AS longest_wait`."""
    call = _outer(evidence)
    if call is None or call.name not in _UNTRUE[role]:
        return
    by = meant(call.args[1] if len(call.args) > 1 else call.args[0])
    if isinstance(by, tree.Call) and by.name in _SPANS:
        raise Refusal("misnamed", say.extreme(evidence.output.name, role), say.EXTREME_HINT)


def peak(evidence: Evidence, said: frozenset[str]) -> None:
    """`sum(issued) AS highest`: the total of all is no one's highest."""
    inner, query = meant(evidence.output.expr), evidence.output.query
    if query.limit is not None or query.order or query.qualify is not None or group_keys(query):
        return
    plain = isinstance(inner, tree.Call) and inner.name in ("sum", "count_star", "count", "avg")
    if plain and evidence.unit in (*evidence.statement.model.views, ISSUED):
        raise Refusal("misnamed", say.extreme(evidence.output.name, min(said)), say.EXTREME_HINT)


def _outer(evidence: Evidence) -> tree.Call | None:
    expr = meant(evidence.output.expr)
    while isinstance(expr, tree.Cast) or (isinstance(expr, tree.Call) and expr.name in _ROUNDS and expr.args):
        expr = meant(expr.child if isinstance(expr, tree.Cast) else expr.args[0])
    return expr if isinstance(expr, tree.Call) and expr.args else None


def _own_name(output: Output) -> bool:
    """A view's column of that very name: `top`, where a row stands on its page."""
    inner = meant(output.expr)
    field = inner.field if isinstance(inner, tree.Column) else None
    return field is not None and field.base is not None and field.name == output.name


def _kept(output: Output) -> str | None:
    """Which end of an order the rows stand at that LIMIT, or a condition on their rank, keeps."""
    query, ends = output.query, []
    if query.limit is not None:
        if not query.order:
            return "none"
        ends.append(_at(query.order[0].expr, query.order[0].descending))
        if query.offset is not None:
            return "none"
    for clause in (query.where, query.qualify):
        for condition in conjuncts(clause):
            window = meant(condition.left) if isinstance(condition, tree.Compare) and condition.op in _FIRST else None
            if isinstance(window, tree.Window) and window.name in _RANKS and window.order:
                ends.append(_at(window.order[0].expr, window.order[0].descending))
    end = next((end for end in ends if end is not None), None)
    return None if end == "none" and not _text(output.expr) else end


def _end(expr: tree.Expr) -> str | None:
    """Which end of an order by a figure a value stands at: `high`, `low`, `none`; None when that is not known."""
    while isinstance(expr, tree.Cast):
        expr = meant(expr.child)
    if isinstance(expr, tree.Op) and expr.kind in ("extract", "slice"):  # list(x ORDER BY n DESC)[1]
        return _listed(meant(expr.items[0]))
    if not isinstance(expr, tree.Call | tree.Window):
        return None
    if expr.name in _LISTS | _SORTS:
        return _listed(expr)
    if expr.name in _ANY:
        return "none" if _text(expr.args[0]) else None
    if expr.name == "mode":
        return "high"
    if expr.name in _ENDS and expr.order:
        return _at(expr.order[0].expr, expr.order[0].descending != _ENDS[expr.name])
    if expr.name in _ARGS and len(expr.args) > 1:
        return _at(expr.args[1], _ARGS[expr.name])
    if expr.name in _NAMES and expr.args:
        return "none" if _text(expr.args[0]) else _NAMES[expr.name]
    if isinstance(expr, tree.Window) and expr.name in _RANKS and expr.order:
        return _at(expr.order[0].expr, expr.order[0].descending)
    return None


def _listed(expr: tree.Expr) -> str | None:
    """Which end of an order a list begins with."""
    if isinstance(expr, tree.Call) and expr.name in _SORTS and expr.args:
        inner = meant(expr.args[0])
        return "none" if isinstance(inner, tree.Call) and inner.name in _LISTS and _text(inner.args[0]) else None
    if isinstance(expr, tree.Call) and expr.name in _LISTS and expr.order:
        return _at(expr.order[0].expr, expr.order[0].descending)
    return None


def _at(key: tree.Expr, most: bool) -> str | None:
    key = meant(key)
    if _text(key) or _place(key) or _day(key):
        return "none"
    if isinstance(key, tree.Call) and key.name in aggregates() and allowed()[key.name].adds:
        return "high" if most else "low"
    if isinstance(key, tree.Column) and key.field is not None and key.field.base is not None and key.field.unit:
        return "high" if most else "low"
    return None


def _text(expr: tree.Expr) -> bool:
    """Whether an expression is a text of a view: its order is that of the alphabet."""
    inner = meant(expr)
    field = inner.field if isinstance(inner, tree.Column) else None
    return field is not None and field.base is not None and field.type == "VARCHAR"


def _day(expr: tree.Expr) -> bool:
    return isinstance(expr, tree.Column) and expr.field is not None and expr.field.type == "DATE"


def _place(expr: tree.Expr) -> bool:
    inner = meant(expr)
    return isinstance(inner, tree.Column) and inner.field is not None and bool(inner.field.base) and inner.field.serial
