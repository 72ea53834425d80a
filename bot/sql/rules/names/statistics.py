"""A column named first, most, average or median holds that.

`max(declined_on) AS first_refusal`, `median(n) AS average`, `sqrt(count(*)) AS n` each say something else than they
are.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.functions import aggregates
from bot.sql.promises import promised
from bot.sql.rules.constants import meant
from bot.sql.rules.names.evidence import Evidence
from bot.sql.rules.outputs import Output
from bot.sql.units import CHANGED, CHARACTERS, DATE_PARTS
from bot.sql.verdict import Refusal

_LOW, _HIGH = {"min", "arg_min", "min_by"}, {"max", "arg_max", "max_by"}
_SPREADS = {"stddev", "stddev_samp", "stddev_pop", "variance", "var_samp", "var_pop", "mad", "sem", "kurtosis"}
_SPREADS |= {"skewness"}
_MIDDLES = {"median", "quantile", "quantile_cont", "quantile_disc", "mode"}
_MEANS, _SUMS = {"avg", "mean"}, {"sum", "count", "count_star", "count_if", "countif"}
# by role, the functions that make it untrue where they are the outermost
_UNTRUE = {"at_low": _HIGH, "at_high": _LOW, "total": _MEANS | _MIDDLES | _LOW | _HIGH}
# likewise, of which one that may be true is enough anywhere inside: max(avg(x)) AS highest_average
_UNTRUE_ALL = {
    "average": _MIDDLES | _LOW | _HIGH | _SUMS | _SPREADS,
    "median": _MEANS | _LOW | _HIGH | _SUMS | _SPREADS,
    "deviation": {"variance", "var_samp", "var_pop"},
}
ROLES = frozenset({*_UNTRUE, *_UNTRUE_ALL})
_NEIGHBOURS = {"lag", "lead", "first_value", "last_value", "nth_value", "min", "max", "first", "last"}
_OUTER = {"round", "floor", "ceil", "ceiling", "trunc", "abs"}
_PERCENTILE = re.compile(r"(?<![a-z])p(\d\d?)(?!\d)")


def speaks(name: str) -> bool:
    """Whether a name says a statistic."""
    return not ROLES.isdisjoint(promised(name)) or _PERCENTILE.search(name) is not None


def statistic(evidence: Evidence) -> None:
    """None of the statistics that a name speaks of is what the column is."""
    output = evidence.output
    claims = [role for role in output.promise if role in ROLES]
    percentile = _PERCENTILE.search(output.name)
    if not claims and percentile is None:
        return
    chain = _aggregates(output.expr)
    if not chain:
        return
    _quantile(output, chain[0], [Decimal(percentile[1])] if percentile else [])
    outer = chain[0]
    for role in claims:
        untrue = _UNTRUE_ALL.get(role)
        if any(one.name not in untrue for one in chain) if untrue is not None else outer.name not in _UNTRUE[role]:
            return
    inner = outer.args[0] if outer.args else None
    picked = isinstance(inner, tree.Column) and inner.names[-1].lower() == output.name
    if claims and not picked:  # max(total) AS total picks one of equal totals
        said = min(output.promise[claims[0]])
        raise Refusal("misnamed", say.misnamed(output.name, said, f"{outer.name}(...)"), say.MISNAMED_HINT)


def _quantile(output: Output, outer: tree.Call | tree.Window, claims: list[Decimal]) -> None:
    """`quantile_cont(x, 0.5) AS p90`, `quantile_cont(x, 0.9) AS median`."""
    part = outer.args[1] if outer.name.startswith("quantile") and len(outer.args) > 1 else None
    claims = claims or ([Decimal(50)] if "median" in output.promise else [])
    if claims and isinstance(part, tree.Const) and part.kind == "NUMERIC" and Decimal(part.text) * 100 not in claims:
        raise Refusal("misnamed", say.misnamed(output.name, output.name, f"quantile {part.text}"), say.MISNAMED_HINT)


def _aggregates(expr: tree.Expr) -> list[tree.Call | tree.Window]:
    """The aggregates that a column is, from the outermost in, through rounding, aliases and plain subqueries."""
    found: list[tree.Call | tree.Window] = []
    while True:
        match expr:
            case tree.Cast():
                expr = expr.child
            case tree.Call() if expr.name in _OUTER and expr.args:
                expr = expr.args[0]
            case tree.Call() | tree.Window() if expr.name in aggregates():
                found.append(expr)
                if not expr.args:
                    return found
                expr = expr.args[0]
            case tree.Subquery(kind="SCALAR", query=tree.Select(items=[inner])):
                expr = inner
            case tree.Column(field=tree.Field(exprs=[inner], base=None)):
                expr = inner
            case _:
                return found


def bare(evidence: Evidence) -> None:
    """`n` holds a count: not its root, not a part of a date, not the figure of another row."""
    output = evidence.output
    if evidence.unit in (CHANGED, DATE_PARTS) or (evidence.unit == CHARACTERS and "rank" in output.promise):
        raise Refusal("misnamed", say.misnamed(output.name, say.A_COUNT, str(evidence.unit)), say.MISNAMED_HINT)
    inner = output.expr
    if isinstance(inner, tree.Window) and "total" in output.promise and inner.name in _SUMS and _along(inner):
        raise Refusal("misnamed", say.misnamed(output.name, say.A_COUNT, say.RUNNING), say.MISNAMED_HINT)
    if not isinstance(inner, tree.Window) or inner.name not in _NEIGHBOURS:
        return
    if any(isinstance(p, tree.Call) and p.name in aggregates() for a in inner.args for p in tree.walk(a)):
        raise Refusal("misnamed", say.misnamed(output.name, say.A_COUNT, say.ANOTHER_ROW), say.MISNAMED_HINT)


def _along(window: tree.Window) -> bool:
    """Whether a total runs along an order of figures: along reports it says how much there was until then."""
    first = meant(window.order[0].expr) if window.order else None
    return isinstance(first, tree.Call) and first.name in aggregates()
