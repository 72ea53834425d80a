"""Rule "unlike": figures that count different things are not added.

`issued_nationwide - declined_stated AS honored`: the detainers issued in a week and those refused in it are not the
same, so their difference says nothing.
"""

from __future__ import annotations

import itertools

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.functions import aggregates, allowed
from bot.sql.grounds import Grounds
from bot.sql.rules import Statement, parts
from bot.sql.rules.overlap import labelled_apart
from bot.sql.rules.rates import of_others, unlike_rows
from bot.sql.schema import unit_names
from bot.sql.units import DAYS, GROUPS, PLACES, VALUES, Units
from bot.sql.verdict import Refusal

_PICKS = {"max", "min", "any_value", "first"}


def check(statement: Statement, units: Units) -> None:
    """Raises Refusal with code `unlike_figures` or `unlike_rows`."""
    rates = set(unit_names(statement.model).values())
    for query in statement.selects():
        if id(query) in statement.exists:
            continue
        for _, part in parts(query):
            if isinstance(part, tree.Call) and len(part.args) == 2:
                _combined(part, query, units, statement.grounds, rates)
            if isinstance(part, tree.Call) and part.name in aggregates():
                _united(part, query, units)


def _combined(call: tree.Call, query: tree.Select, units: Units, grounds: Grounds, rates: set[str]) -> None:
    """`rates`: units of which one may be given in percent of the other."""
    one, other = (units.of(arg, query) for arg in call.args)
    if call.name in ("/", "divide") and _one_of_many(call.args[0], call.args[1], query, units):
        raise Refusal("unlike_figures", say.TOTAL_OVER_ONE, say.TOTAL_OVER_ONE_HINT)
    if one is None or other is None:
        return
    if one == other:
        if call.name in ("-", "/", "divide") and unlike_rows(call, query):
            raise Refusal("unlike_rows", say.RATE_OF_OTHERS, say.RATE_OF_OTHERS_HINT)
        return
    if call.name in ("+", "-") and DAYS in (one, other):
        return  # last day - first day + 1, for each row: days inclusive
    if call.name in ("+", "-", "greatest", "least"):
        raise Refusal("unlike_figures", say.unlike(one, other), say.UNLIKE_HINT)
    if call.name not in ("/", "divide"):
        return
    if PLACES in (one, other):
        raise Refusal("unlike_figures", say.unlike(one, other), say.UNLIKE_HINT)
    if {one, other} <= rates:
        if of_others(call, query):
            raise Refusal("unlike_rows", say.RATE_OF_OTHERS, say.RATE_OF_OTHERS_HINT)
    elif (rates or any(u == GROUPS or u.startswith(VALUES) for u in (one, other))) and _hundredfold(call, grounds):
        raise Refusal("unlike_figures", say.unlike(one, other), say.UNLIKE_SHARE_HINT)


def _one_of_many(part: tree.Expr, whole: tree.Expr, query: tree.Select, units: Units) -> bool:
    """A total over the largest of many values, `count(*) / max(i.issued)`: of which the total is no part."""
    if not isinstance(whole, tree.Call) or whole.name not in _PICKS or len(whole.args) != 1:
        return False
    totals = [p for p in tree.walk(part) if isinstance(p, tree.Call) and p.name in aggregates()]
    return bool(totals) and allowed()[totals[0].name].adds and units.varies(whole.args[0], query)


def _hundredfold(call: tree.Call, grounds: Grounds) -> bool:
    return grounds.of(call.args[0]).hundredfold


def _united(call: tree.Call, query: tree.Select, units: Units) -> None:
    """A total over a UNION of figures, or of rows, that are not of one kind."""
    for source in query.sources:
        union = source.query
        if not isinstance(union, tree.SetOp) or not union.all:
            continue
        selects = [b for b in union.branches if isinstance(b, tree.Select)]
        if len(selects) != len(union.branches) or not allowed()[call.name].adds:
            continue
        if call.name == "count_star":
            kinds = [units.rows(b) for b in selects]
        else:
            field = call.args[0].field if isinstance(call.args[0], tree.Column) else None
            if field is None or field.source is not source or len(field.exprs) != len(selects):
                continue
            kinds = [units.of(e, b) for e, b in zip(field.exprs, selects, strict=True)]
        for one, two in itertools.combinations(range(len(kinds)), 2):
            a, b = kinds[one], kinds[two]
            if a is not None and b is not None and a != b and not labelled_apart(source, query, one, two):
                raise Refusal("unlike_figures", say.unlike(a, b), say.UNLIKE_HINT)
