"""Rule "claims": a column named first, most, average or share holds that.

`max(declined_on) AS first_refusal`, `median(n) AS average`, `ntile(100) OVER (...) AS pct` each say something else
than they are.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.functions import aggregates
from bot.sql.rules import Statement
from bot.sql.rules.added import Counted, counted, overlap
from bot.sql.rules.constants import meant
from bot.sql.rules.outputs import FILLERS, Output, outputs
from bot.sql.space import group_keys
from bot.sql.units import CHANGED, CHARACTERS, DATE_PARTS, Units
from bot.sql.verdict import Refusal

_LOW, _HIGH = {"min", "arg_min", "min_by"}, {"max", "arg_max", "max_by"}
_SPREADS = {
    "stddev",
    "stddev_samp",
    "stddev_pop",
    "variance",
    "var_samp",
    "var_pop",
    "mad",
    "sem",
    "kurtosis",
    "skewness",
}
_MIDDLES = {"median", "quantile", "quantile_cont", "quantile_disc", "mode"}
_MEANS, _SUMS = {"avg", "mean"}, {"sum", "count", "count_star", "count_if", "countif"}
# what a word claims: the functions that would make it untrue
_UNTRUE: dict[str, set[str]] = {
    **dict.fromkeys(("first", "earliest", "least", "fewest", "lowest", "smallest", "min", "minimum"), _HIGH),
    **dict.fromkeys(("total", "sum"), _MEANS | _MIDDLES | _LOW | _HIGH),
    **dict.fromkeys(("last", "latest", "most", "highest", "largest", "biggest", "max", "maximum", "peak"), _LOW),
}
# likewise, of which one is enough anywhere inside: max(avg(x)) AS highest_average
_UNTRUE_ALL: dict[str, set[str]] = {
    **dict.fromkeys(("average", "avg", "mean"), _MIDDLES | _LOW | _HIGH | _SUMS | _SPREADS),
    **dict.fromkeys(("median", "middle"), _MEANS | _LOW | _HIGH | _SUMS | _SPREADS),
    "sd": {"variance", "var_samp", "var_pop"},
}
_SHARES = {"pct", "percent", "percentage", "share"}
_SHARE_WINDOWS = {"percent_rank", "cume_dist"}
_NEIGHBOURS = {"lag", "lead", "first_value", "last_value", "nth_value", "min", "max", "first", "last"}
_RANKS = {"rank", "ranking"}
_OF_LARGEST = {"max", "maximum", "largest", "highest", "most", "top", "leader", "peak", "min", "smallest", "lowest"}
_OUTER = {"round", "floor", "ceil", "ceiling", "trunc", "abs"}


def check(statement: Statement, units: Units) -> None:
    """Raises Refusal with code `misnamed`."""
    for output in outputs(statement):
        said = output.words
        chain = _aggregates(output.expr)
        if chain:
            _statistic(output, said, chain)
            _quantile(output, chain[0])
        if "rate" in said:
            _rate(output)
        if set(said) & _SHARES:
            _share(output, statement, units)
        if set(said) <= FILLERS | _RANKS:
            _bare(output, units)


def _statistic(output: Output, said: list[str], chain: list[tree.Call | tree.Window]) -> None:
    outer = chain[0]
    claims = [word for word in said if word in _UNTRUE or word in _UNTRUE_ALL]
    for word in claims:
        untrue = _UNTRUE_ALL.get(word)
        if any(one.name not in untrue for one in chain) if untrue is not None else outer.name not in _UNTRUE[word]:
            return
    inner = outer.args[0] if outer.args else None
    picked = isinstance(inner, tree.Column) and inner.names[-1].lower() == output.name
    if claims and not picked:  # max(total) AS total picks one of equal totals
        raise Refusal("misnamed", say.misnamed(output.name, claims[0], f"{outer.name}(...)"), say.MISNAMED_HINT)


def _quantile(output: Output, outer: tree.Call | tree.Window) -> None:
    """`quantile_cont(x, 0.5) AS p90`, `quantile_cont(x, 0.9) AS median`."""
    part = outer.args[1] if outer.name.startswith("quantile") and len(outer.args) > 1 else None
    promised = re.search(r"(?<![a-z])p(\d\d?)(?!\d)", output.name)
    claims = [Decimal(promised[1])] if promised else [Decimal(50)] if "median" in output.words else []
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


def _share(output: Output, statement: Statement, units: Units) -> None:
    parts = _quotient(output.expr)
    if parts is not None and "per" not in output.words:
        one, other = (counted(part, output.query) for part in parts)
        if one is not None and other is not None and _same_views(one, other):
            if not overlap(one, other):
                raise Refusal("misnamed", say.misnamed(output.name, say.A_SHARE, say.TWO_PARTS), say.MISNAMED_HINT)
            if one.query is other.query and other.conditions and not one.conditions:
                raise Refusal(
                    "misnamed", say.misnamed(output.name, say.A_SHARE, say.WHOLE_OVER_PART), say.MISNAMED_HINT
                )
        if _largest(parts[1]) and not set(output.words) & _OF_LARGEST:
            raise Refusal("misnamed", say.misnamed(output.name, say.A_SHARE, say.OVER_LARGEST), say.MISNAMED_HINT)
    value = statement.grounds.of(output.expr)
    if value.type != "number" or value.ratio or value.percent:
        return
    inner = output.expr
    while isinstance(inner, tree.Cast) or (isinstance(inner, tree.Call) and inner.name in {*_OUTER, "*"}):
        args = (
            [inner.child] if isinstance(inner, tree.Cast) else [a for a in inner.args if not isinstance(a, tree.Const)]
        )
        if len(args) != 1:
            return
        inner = args[0]
    if isinstance(inner, tree.Window) and inner.name in _SHARE_WINDOWS:
        return
    unit = units.of(inner, output.query)
    if unit is not None:
        raise Refusal("misnamed", say.misnamed(output.name, say.A_SHARE, unit), say.MISNAMED_HINT)


def _along(window: tree.Window) -> bool:
    """Whether a total runs along an order of figures: along reports it says how much there was until then."""
    first = meant(window.order[0].expr) if window.order else None
    return isinstance(first, tree.Call) and first.name in aggregates()


def _rate(output: Output) -> None:
    """`count(*) FILTER (WHERE ...) / sum(count(*)) OVER ()`: a rate is of the group's own rows."""
    parts = _quotient(output.expr)
    one = counted(parts[0], output.query) if parts is not None else None
    if parts is not None and one is not None and one.conditions and isinstance(meant(parts[1]), tree.Window):
        raise Refusal("misnamed", say.misnamed(output.name, say.A_RATE, say.OF_ALL_GROUPS), say.MISNAMED_HINT)


def _same_views(one: Counted, other: Counted) -> bool:
    return one.query is other.query or {s.view for s in one.query.sources} == {s.view for s in other.query.sources}


def _largest(whole: tree.Expr) -> bool:
    """Whether a share is taken of the largest or smallest of many totals."""
    inner = meant(whole)
    if isinstance(inner, tree.Subquery) and inner.kind == "SCALAR" and len(inner.query.outputs) == 1:
        inner = meant(inner.query.outputs[0].exprs[0])
    if not isinstance(inner, tree.Call | tree.Window) or inner.name not in ("max", "min") or not inner.args:
        return False
    total = inner.args[0]
    if isinstance(total, tree.Column):
        owner = total.field.owner if total.field is not None else None
        if not isinstance(owner, tree.Select) or not group_keys(owner):
            return False  # the one total of a query without groups
    return any(isinstance(p, tree.Call) and p.name in aggregates() for p in tree.walk(meant(total)))


def _quotient(expr: tree.Expr) -> tuple[tree.Expr, tree.Expr] | None:
    """The two sides of a quotient, without what is written beside them: rounding, casts, 100."""
    match expr:
        case tree.Cast(child=inner) | tree.Call(name="*", args=[inner, tree.Const()]):
            return _quotient(inner)
        case tree.Call(name="*", args=[tree.Const(), inner]):
            return _quotient(inner)
        case tree.Call(args=[inner, *_]) if expr.name in _OUTER:
            return _quotient(inner)
        case tree.Call(name="/" | "divide", args=[part, whole]):
            return _counts(part), _counts(whole)
        case _:
            return None


def _counts(expr: tree.Expr) -> tree.Expr:
    match expr:
        case (
            tree.Call(name="*", args=[tree.Const(), inner]) | tree.Call(name="*" | "nullif", args=[inner, tree.Const()])
        ):
            return _counts(inner)
        case _:
            return expr


def _bare(output: Output, units: Units) -> None:
    """`n` holds a count: not its root, not a part of a date, not the figure of another row."""
    unit = units.of(output.expr, output.query)
    if unit in (CHANGED, DATE_PARTS) or (unit == CHARACTERS and _RANKS & set(output.words)):
        raise Refusal("misnamed", say.misnamed(output.name, say.A_COUNT, unit), say.MISNAMED_HINT)
    inner = output.expr
    if isinstance(inner, tree.Window) and "total" in output.words and inner.name in _SUMS and _along(inner):
        raise Refusal("misnamed", say.misnamed(output.name, say.A_COUNT, say.RUNNING), say.MISNAMED_HINT)
    if not isinstance(inner, tree.Window) or inner.name not in _NEIGHBOURS:
        return
    if any(isinstance(p, tree.Call) and p.name in aggregates() for a in inner.args for p in tree.walk(a)):
        raise Refusal("misnamed", say.misnamed(output.name, say.A_COUNT, say.ANOTHER_ROW), say.MISNAMED_HINT)
