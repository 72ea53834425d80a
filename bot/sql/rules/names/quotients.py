"""A share, a rate, so many per something: what is divided, and by what.

`ntile(100) OVER (...) AS pct`, one part divided by another as a share, `issued / declined AS refusals_per_issued`,
`count(*) / count(DISTINCT report_id) AS per_state`, a plain count called a rate.
"""

from __future__ import annotations

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.functions import aggregates
from bot.sql.promises import narrow_columns, promised
from bot.sql.rules.added import Counted, counted, overlap
from bot.sql.rules.constants import meant
from bot.sql.rules.names.behind import texts_inside
from bot.sql.rules.names.evidence import Evidence, known, unit_named
from bot.sql.rules.outputs import shown
from bot.sql.space import correlated, group_keys
from bot.sql.units import VALUES
from bot.sql.verdict import Refusal

_SHARE_WINDOWS = {"percent_rank", "cume_dist"}
_OUTER = {"round", "floor", "ceil", "ceiling", "trunc", "abs"}
SHARED = frozenset({"share", "rate", "ratio", "each"})
"""Roles of names of quotients."""


def share(evidence: Evidence, said: frozenset[str]) -> None:
    """A share is a part of the whole that it is counted among."""
    output, statement = evidence.output, evidence.statement
    parts = quotient(output.expr)
    if parts is not None and "each" not in output.promise:
        one, other = (counted(part, output.query) for part in parts)
        if one is not None and other is not None and _same_views(one, other):
            if not overlap(one, other):
                raise Refusal("misnamed", say.misnamed(output.name, say.A_SHARE, say.TWO_PARTS), say.MISNAMED_HINT)
            if one.query is other.query and other.conditions and not one.conditions:
                raise Refusal(
                    "misnamed", say.misnamed(output.name, say.A_SHARE, say.WHOLE_OVER_PART), say.MISNAMED_HINT
                )
        if _largest(parts[1]) and "of_largest" not in output.promise:
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
    unit = evidence.unit_of(inner)
    if unit is not None:
        raise Refusal("misnamed", say.misnamed(output.name, say.A_SHARE, unit), say.MISNAMED_HINT)


def rate(evidence: Evidence, said: frozenset[str]) -> None:
    """`count(*) FILTER (WHERE ...) / sum(count(*)) OVER ()`: a rate is of the group's own rows."""
    output = evidence.output
    _refusal_rate(evidence)
    parts = quotient(output.expr)
    one = counted(parts[0], output.query) if parts is not None else None
    if parts is not None and one is not None and one.conditions and isinstance(meant(parts[1]), tree.Window):
        raise Refusal("misnamed", say.misnamed(output.name, say.A_RATE, say.OF_ALL_GROUPS), say.MISNAMED_HINT)


def _refusal_rate(evidence: Evidence) -> None:
    """Refusals of Texas over detainers issued nationwide, or all refusals over the issued list, as a rate."""
    output, parts = evidence.output, quotient(evidence.output.expr)
    if parts is None or not all(isinstance(part, tree.Subquery) for part in parts) or "everywhere" in output.promise:
        return
    one, other = ({column for column, _ in texts_inside(part)} & {"county", "state"} for part in parts)
    narrow = narrow_columns()
    listed = any(f.base is not None and narrow.get(f.base[0]) == f.base[1] for f in shown(parts[1]))
    if (one - other and evidence.unit_of(parts[0]) != evidence.unit_of(parts[1])) or (listed and not other):
        raise Refusal("misnamed", say.misnamed(output.name, say.A_RATE, say.OF_OTHERS), say.MISNAMED_HINT)


def share_of(evidence: Evidence, said: frozenset[str]) -> None:
    """`share_of_state` of the rows of all states: the whole is not of the one column that the name says."""
    output, parts = evidence.output, quotient(evidence.output.expr)
    whole = meant(parts[1]) if parts is not None else None
    if (
        not isinstance(whole, tree.Subquery)
        or not isinstance(whole.query, tree.Select)
        or "share" not in output.promise
    ):
        return
    if correlated(whole.query) or whole.query.groups:
        return
    column = min(said)
    if column not in {name for name, _ in texts_inside(whole)} and column in evidence.columns:
        raise Refusal("misnamed", say.misnamed(output.name, say.A_SHARE, say.OF_ALL_GROUPS), say.MISNAMED_HINT)


def ratio(evidence: Evidence, said: frozenset[str]) -> None:
    """A plain count is no rate."""
    if evidence.rows and not evidence.ratio:
        raise Refusal("misnamed", say.misnamed(evidence.output.name, min(said), say.A_COUNT), say.MISNAMED_HINT)


def each(evidence: Evidence, said: frozenset[str]) -> None:
    """`per_day` is divided by days, an average, or a count of each group."""
    inner = evidence.output.expr
    plain = isinstance(inner, tree.Call) and inner.name == "count_star"
    if plain and not group_keys(evidence.output.query):
        raise Refusal("misnamed", say.misnamed(evidence.output.name, say.A_RATE, say.A_COUNT), say.MISNAMED_HINT)
    match inner:
        case tree.Call(name="/" | "divide" | "//", args=[_, whole]):
            _by(evidence, whole)


def _by(evidence: Evidence, whole: tree.Expr) -> None:
    """`count(*) / count(DISTINCT report_id) AS per_state`."""
    after = "_".join(evidence.output.words).partition("per_")[2].split("_")[0]
    column = min(promised(f"{after}s").get("thing", {after}))
    unit = evidence.unit_of(whole) or ""
    known = any(field.name == column for source in evidence.statement.sources for field in source.fields)
    if known and unit.startswith(f"{VALUES} of ") and column not in columns_of(unit):
        raise Refusal("misnamed", say.misnamed(evidence.output.name, f"per {after}", f"per {unit}"), say.MISNAMED_HINT)


def columns_of(unit: str) -> list[str]:
    """The columns whose different values a unit speaks of."""
    return unit.removeprefix(f"{VALUES} of ").replace(",", " ").split()


def sides(evidence: Evidence) -> None:
    """Of `refusals_per_issued` the refusals are divided; `pct_declined` is of refusals."""
    output = evidence.output
    if (parts := quotient(output.expr)) is None:
        return
    units = known(evidence.statement.model)
    before, _, after = "_".join(output.words).partition("_per_")
    for name, part in ((before, parts[0]), (after, parts[1])):
        promise = promised(name)
        said, unit = promise.get("measure", frozenset()), unit_named(evidence.unit_of(part))
        if not said or not said <= units or unit not in units or unit in said:
            continue
        if "time" not in promise or "refusals" in said:
            raise Refusal("misnamed", say.misnamed(output.name, min(said), str(unit)), say.MISNAMED_HINT)


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


def quotient(expr: tree.Expr) -> tuple[tree.Expr, tree.Expr] | None:
    """The two sides of a quotient, without what is written beside them: rounding, casts, 100."""
    match expr:
        case tree.Cast(child=inner) | tree.Call(name="*", args=[inner, tree.Const()]):
            return quotient(inner)
        case tree.Call(name="*", args=[tree.Const(), inner]):
            return quotient(inner)
        case tree.Call(args=[inner, *_]) if expr.name in _OUTER:
            return quotient(inner)
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
