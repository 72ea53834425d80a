"""Averages of averages, sums of shares, averages of row numbers: figures of groups that are put together again."""

from __future__ import annotations

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.functions import Function
from bot.sql.value import Value
from bot.sql.verdict import Refusal

_TOTALS = {"sum", "avg", "mean"}
_MIDDLES = {"median", "quantile", "quantile_cont", "quantile_disc"}
_SAFE = {"mode", "min", "max"}
_STEPS = {"nullif", "round", "min", "max", "any_value", "first"}


def averages(name: str, function: Function) -> bool:
    """Whether an aggregate gives an average or a middle value."""
    return function.group == "Middle and spread" and name not in _SAFE


def check(name: str, function: Function, first: Value) -> None:
    """Raises Refusal (code `mean_of_means` or `no_quantity`) for an aggregate over such a value."""
    if name in _MIDDLES and first.mean:
        raise Refusal("mean_of_means", say.MEAN_OF_MEANS, say.MEAN_OF_MEANS_HINT)
    if name in _TOTALS:
        shares = (first.ratio or first.percent) and not first.binary and first.type != "boolean"
        if first.mean or (shares and not (first.whole and name == "sum")):
            raise Refusal("mean_of_means", say.MEAN_OF_MEANS, say.MEAN_OF_MEANS_HINT)
    if first.place and name != "sum" and (name in _TOTALS or averages(name, function)):
        raise Refusal("no_quantity", say.PLACES_AVERAGED, say.NO_QUANTITY_HINT)


def of_one_whole(expr: tree.Expr) -> bool:
    """Whether a divisor is one total for many rows: OVER without order, a subquery, a total joined to every row."""
    while True:
        match expr:
            case tree.Cast():
                expr = expr.child
            case tree.Call() if expr.name in _STEPS and expr.args:
                expr = expr.args[0]
            case tree.Window():
                return not expr.order
            case tree.Subquery():
                return expr.kind == "SCALAR"
            case tree.Column(field=tree.Field(source=None, exprs=[inner])):
                expr = inner
            case tree.Column(field=tree.Field(source=tree.Source(query=tree.Select() as query), exprs=[inner])):
                if not query.groups and not query.group_all and not query.group_sets and _totals(inner):
                    return True
                expr = inner
            case _:
                return False


def _totals(expr: tree.Expr) -> bool:
    from bot.sql.functions import aggregates

    return any(isinstance(p, tree.Call) and p.name in aggregates() for p in tree.walk(expr))
