"""Refusals per 100 detainers issued nationwide: two different groups in one ratio, each worked out by itself."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from bot.query import Filter, Query
from bot.sql.compile import nodes
from bot.sql.compile.conditions import conditions
from bot.sql.compile.fields import has_field
from bot.sql.compile.measures import Made, Over, percent, standing
from bot.sql.compile.plan import CompileError, OutColumn, Plan, Role

RATE = "refused_per_100_issued"


def compile_rate(query: Query, *, both: bool) -> Plan:
    """One rate, or one a slice: each number a subquery over its own view."""
    sides: list[tuple[int | None, tuple[Filter, ...]]] = [(None, query.filters)]
    if query.slices:
        sides = [(i, (*query.filters, *s.filters)) for i, s in enumerate(query.slices)]
    outputs: list[Made] = []
    for index, filters in sides:
        outputs += _side(query, filters, index, both)
    if query.contrast == "difference" and len(sides) > 1:
        rates = [m.expression for m in outputs if m.column.role is Role.VALUE]
        change = exp.Sub(this=exp.paren(rates[1].copy(), copy=False), expression=exp.paren(rates[0].copy(), copy=False))
        outputs.append(Made(OutColumn("difference", Role.DIFFERENCE, "percent"), change))
    sql = nodes.text_of(nodes.select([m.named() for m in outputs]))
    return Plan(query, sql, tuple(m.column for m in outputs), "slices" if query.slices else "figure")


def issued_in_scope(over: Over, *, by_report: bool) -> list[Made]:
    """The rate's columns inside a breakdown; by report each report's own number is the denominator."""
    if over.query.subject != "refusals":
        raise CompileError("no_such_field", "rate", over.query.subject)
    part = over.count()
    if by_report:
        whole: exp.Expr = exp.Max(this=exp.column("issued_nationwide", table="reports"))
    else:
        whole = _issued(over.query.filters)
    return _columns(part, whole, None)


def _side(query: Query, filters: Sequence[Filter], index: int | None, both: bool) -> list[Made]:
    if query.subject != "refusals":
        raise CompileError("no_such_field", "rate", query.subject)
    made = _columns(_refused(filters), _issued(filters), index)
    stands = standing(query)
    if both and stands is not None:
        rate = percent(_refused(filters, stands), _issued(filters))
        name = f"{made[0].column.name}_after_corrections"
        made.append(Made(OutColumn(name, Role.CORRECTED, "percent", index), rate))
    return made


def _columns(part: exp.Expr, whole: exp.Expr, index: int | None) -> list[Made]:
    end = "" if index is None else f"_{index + 1}"
    return [
        Made(OutColumn(RATE + end, Role.VALUE, "percent", index), percent(part, whole)),
        Made(OutColumn("refusals" + end, Role.PART, "count", index), part.copy()),
        Made(OutColumn("issued_nationwide" + end, Role.WHOLE, "count", index), whole.copy()),
    ]


def _refused(filters: Sequence[Filter], *more: exp.Expr) -> exp.Expr:
    counted = nodes.select([exp.Count(this=exp.Star(), big_int=True)], "refusals")
    return exp.Subquery(this=counted.where(*conditions("refusals", filters), *more, copy=False))


def _issued(filters: Sequence[Filter]) -> exp.Expr:
    """Detainers issued nationwide in the weeks asked about; the other filters do not concern that number."""
    weeks = [f for f in filters if f.field in ("report", "posted_on") and has_field("reports", f.field)]
    added = nodes.select([exp.Sum(this=exp.column("issued_nationwide"))], "reports")
    return exp.Subquery(this=added.where(*conditions("reports", weeks), copy=False))
