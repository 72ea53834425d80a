"""Measures to expressions. Each takes a further condition, so that one statement can hold the figure for every
slice of a comparison, and the figure after corrections beside the one as published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlglot import exp

from bot.query import Place, Query
from bot.sql.compile import nodes
from bot.sql.compile.conditions import all_of, conditions
from bot.sql.compile.fields import has_column, name_columns, scalar
from bot.sql.compile.plan import CompileError, OutColumn, Role, Unit

COUNTED = {
    "refusals": "refusals",
    "issued": "entries",
    "policies": "policies",
    "corrections": "corrections",
    "caveats": "passages",
    "reports": "reports",
    "foia_detainers": "detainers",
}
DATES = ("prepared_on", "issued_on", "declined_on", "enacted", "posted_on", "period_start", "period_end")
_PER_CENT = exp.Literal.number("100.0")
STATISTIC: dict[str, type[exp.AggFunc]] = {"min": exp.Min, "max": exp.Max, "average": exp.Avg, "median": exp.Median}
HAVING: dict[str, type[exp.Binary]] = {
    "at_least": exp.GTE,
    "at_most": exp.LTE,
    "over": exp.GT,
    "under": exp.LT,
    "is": exp.EQ,
}


@dataclass(frozen=True, slots=True)
class Made:
    """An output: its column and the expression behind it."""

    column: OutColumn
    expression: exp.Expr

    def named(self) -> exp.Expr:
        """The expression under its column's name."""
        return nodes.named(self.expression, self.column.name)


@dataclass(frozen=True, slots=True)
class Over:
    """What a measure is worked out over. `view` qualifies columns and makes counts count its rows, not the join's."""

    query: Query
    view: str | None = None
    extra: tuple[exp.Expr, ...] = ()
    grouped: bool = False

    def but(self, *more: exp.Expr) -> Over:
        """The same under further conditions."""
        return replace(self, extra=(*self.extra, *more))

    def filtered(self, aggregate: exp.Expr, *more: exp.Expr) -> exp.Expr:
        """The aggregate over the rows that pass the further conditions."""
        passing = all_of(c.copy() for c in (*self.extra, *more))
        return aggregate if passing is None else exp.Filter(this=aggregate, expression=exp.Where(this=passing))

    def count(self, *more: exp.Expr) -> exp.Expr:
        """How many rows of the subject."""
        counted = exp.column("report_id", table=self.view) if self.view else exp.Star()
        return self.filtered(exp.Count(this=counted, big_int=True), *more)


def standing(query: Query, view: str | None = None) -> exp.Expr | None:
    """The condition that a row was not taken back, where the subject knows that."""
    if not has_column(query.subject, "withdrawn"):
        return None
    return exp.not_(exp.column("withdrawn", table=view), copy=False)


def measured(over: Over) -> list[Made]:
    """The measure's columns, the figure itself first."""
    kind = over.query.measure.kind
    return {
        "count": _count,
        "share": _share,
        "distinct": _distinct,
        "total": _total,
        "statistic": _statistic,
        "extreme": _extreme,
    }[kind](over)


def suffixed(made: Sequence[Made], suffix: str, *, role: Role | None = None, slice_: int | None = None) -> list[Made]:
    """The same outputs under names that tell them from their siblings."""
    out = []
    for item in made:
        column = replace(item.column, name=f"{item.column.name}_{suffix}")
        if role is not None:
            column = replace(column, role=role)
        if slice_ is not None:
            column = replace(column, slice=slice_)
        out.append(Made(column, item.expression))
    return out


def percent(part: exp.Expr, whole: exp.Expr) -> exp.Expr:
    """100.0 * part / whole, nothing where the whole is nothing."""
    none_if_zero = exp.Nullif(this=whole, expression=exp.Literal.number(0))
    return exp.Div(this=exp.Mul(this=_PER_CENT.copy(), expression=part), expression=none_if_zero)


def _out(name: str, role: Role, unit: Unit | None, expression: exp.Expr) -> Made:
    return Made(OutColumn(name, role, unit), expression)


def _count(over: Over) -> list[Made]:
    return [_out(COUNTED[over.query.subject], Role.VALUE, "count", over.count())]


def _share(over: Over) -> list[Made]:
    query = over.query
    counted = COUNTED[query.subject]
    if not query.measure.of:
        if not over.grouped:
            raise CompileError("share_of_nothing", "of", query.subject)
        part = over.count()
        whole: exp.Expr = exp.Window(this=exp.Sum(this=over.count()))
    else:
        of = conditions(query.subject, query.measure.of, over.view)
        part, whole = over.count(*of), over.count()
    return [
        _out("percent", Role.VALUE, "percent", percent(part, whole)),
        _out(counted, Role.PART, "count", part.copy()),
        _out(f"of_{counted}", Role.WHOLE, "count", whole.copy()),
    ]


def _distinct(over: Over) -> list[Made]:
    query = over.query
    if query.measure.field is None:
        raise CompileError("no_field", "distinct", query.subject)
    names = name_columns(query.subject, query.measure.field, over.view)
    first = names[0].expression
    if len(names) > 1:  # a county counts with its state: two states may have one of the same name
        # Side by side, not joined to one text: over a million rows that costs a fifth of the time.
        both = exp.Tuple(expressions=[n.expression for n in names])
        stated = (
            [] if _counties_named(query) else [exp.not_(exp.Is(this=first.copy(), expression=exp.null()), copy=False)]
        )
        counted = over.filtered(_count_distinct(both), *stated)
    else:
        counted = over.filtered(_count_distinct(first))
    return [_out(f"different_{query.measure.field}", Role.VALUE, "count", counted)]


def _counties_named(query: Query) -> bool:
    """Whether only rows of some counties are counted ("how many boroughs"): none of those is without a county."""
    named = [f for f in query.filters if f.field == "place" and f.op == "is" and not f.negated]
    return any(all(isinstance(v, Place) and v.county for v in f.values) for f in named)


def _count_distinct(value: exp.Expr) -> exp.Expr:
    return exp.Count(this=exp.Distinct(expressions=[value]), big_int=True)


def _total(over: Over) -> list[Made]:
    field = over.query.measure.field
    if field is None:
        raise CompileError("no_field", "total", over.query.subject)
    added = over.filtered(exp.Sum(this=scalar(over.query.subject, field, over.view)))
    if over.query.subject != "issued":  # a place that Section I leaves out had no known number, which is not zero
        added = exp.func("coalesce", added, exp.Literal.number(0))
    return [_out(field, Role.VALUE, "count", added)]


def _statistic(over: Over) -> list[Made]:
    measure = over.query.measure
    if measure.field is None or measure.stat is None:
        raise CompileError("no_field", "statistic", over.query.subject)
    value = scalar(over.query.subject, measure.field, over.view)
    figure = over.filtered(STATISTIC[measure.stat](this=value))
    rows = over.filtered(exp.Count(this=value.copy(), big_int=True))
    unit: Unit = "days" if measure.field == "days" else "date" if measure.field in DATES else "number"
    return [
        _out(f"{measure.stat}_{measure.field}", Role.VALUE, unit, figure),
        _out(f"of_{COUNTED[over.query.subject]}", Role.WHOLE, "count", rows),
    ]


def _extreme(over: Over) -> list[Made]:
    measure = over.query.measure
    if measure.field is None:
        raise CompileError("no_field", "extreme", over.query.subject)
    value = scalar(over.query.subject, measure.field, over.view)
    end = exp.Max if measure.stat == "max" else exp.Min
    unit: Unit = "date" if measure.field in DATES else "days" if measure.field == "days" else "number"
    name = f"{'last' if measure.stat == 'max' else 'first'}_{measure.field}"
    return [_out(name, Role.VALUE, unit, over.filtered(end(this=value)))]
