"""Over groups: the average, median, least or most rows a report, county ... has, and how many have so many."""

from __future__ import annotations

from sqlglot import exp

from bot.query import Query
from bot.sql.compile.conditions import conditions
from bot.sql.compile.fields import has_field, name_columns
from bot.sql.compile.measures import COUNTED, HAVING, STATISTIC
from bot.sql.compile.plan import CompileError, OutColumn, Plan, Role


def compile_spread(query: Query) -> Plan:
    """The statistic over the counts of each `per`. Reports with no row count as zero; other values only if listed."""
    per, stat = query.measure.per, query.measure.stat
    if per is None or stat is None:
        raise CompileError("no_field", "statistic", query.subject)
    inner = _by_report(query) if per == "report" and query.subject != "reports" else _by_value(query)
    figure = STATISTIC[stat](this=exp.column("n"))
    outer = exp.select(
        exp.alias_(figure, f"{stat}_{COUNTED[query.subject]}_per_{per}"),
        exp.alias_(exp.Count(this=exp.Star(), big_int=True), f"of_{per}s"),
    ).from_(inner.subquery("each"))
    columns = (
        OutColumn(f"{stat}_{COUNTED[query.subject]}_per_{per}", Role.VALUE, "number"),
        OutColumn(f"of_{per}s", Role.WHOLE, "count"),
    )
    return Plan(query, outer.sql(dialect="duckdb", pretty=True), columns, "figure")


def compile_kept(query: Query) -> Plan:
    """How many values of a field have a count that passes `having`: "how many counties had ten or more refusals"."""
    field, wanted = query.measure.field, query.having
    if field is None or wanted is None:
        raise CompileError("no_field", "distinct", query.subject)
    keys = [n.expression for n in name_columns(query.subject, field)]
    present = exp.not_(exp.Is(this=keys[0].copy(), expression=exp.null()))
    count = exp.Count(this=exp.Star(), big_int=True)
    kept = HAVING[wanted.op](this=count, expression=exp.Literal.number(f"{wanted.n:g}"))
    inner = exp.select(*keys).from_(query.subject).where(*conditions(query.subject, query.filters), present)
    inner = inner.group_by(*[k.copy() for k in keys]).having(kept)
    name = f"different_{field}"
    outer = exp.select(exp.alias_(exp.Count(this=exp.Star(), big_int=True), name)).from_(inner.subquery("each"))
    return Plan(query, outer.sql(dialect="duckdb", pretty=True), (OutColumn(name, Role.VALUE, "count"),), "figure")


def _by_report(query: Query) -> exp.Select:
    view = query.subject
    weeks = [f for f in query.filters if f.field in ("report", "posted_on") and has_field("reports", f.field)]
    rest = [f for f in query.filters if f not in weeks]
    same = exp.EQ(this=exp.column("report_id", table=view), expression=exp.column("report_id", table="reports"))
    counted = exp.alias_(exp.Count(this=exp.column("report_id", table=view), big_int=True), "n")
    return (
        exp.select(exp.column("report_id", table="reports"), counted)
        .from_("reports")
        .join(view, on=exp.and_(same, *conditions(view, rest, view)), join_type="left")
        .where(*conditions("reports", weeks, "reports"))
        .group_by(exp.column("report_id", table="reports"))
    )


def _by_value(query: Query) -> exp.Select:
    if query.measure.per is None:
        raise CompileError("no_field", "per", query.subject)
    keys = [n.expression for n in name_columns(query.subject, query.measure.per)]
    present = [exp.not_(exp.Is(this=k.copy(), expression=exp.null())) for k in keys[:1]]
    counted = exp.alias_(exp.Count(this=exp.Star(), big_int=True), "n")
    wanted = conditions(query.subject, query.filters)
    return exp.select(*keys, counted).from_(query.subject).where(*wanted, *present).group_by(*[k.copy() for k in keys])
