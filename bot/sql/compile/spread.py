"""Over groups: the average, median, least or most rows a report, county ... has, and how many have so many."""

from __future__ import annotations

from sqlglot import exp

from bot.query import Measure, Query
from bot.sql.compile import nodes
from bot.sql.compile.conditions import conditions
from bot.sql.compile.fields import has_field, name_columns
from bot.sql.compile.measures import COUNTED, HAVING, STATISTIC, Over, measured
from bot.sql.compile.plan import CompileError, OutColumn, Plan, Role


def compile_spread(query: Query) -> Plan:
    """The statistic over the counts of each `per`. Reports with no row count as zero; other values only if listed."""
    per, stat = query.measure.per, query.measure.stat
    if per is None or stat is None:
        raise CompileError("no_field", "statistic", query.subject)
    if per == "declined_on":
        return _by_day(query)
    inner = _by_report(query) if per == "report" and query.subject != "reports" else _by_value(query)
    figure = STATISTIC[stat](this=exp.column("n"))
    value, whole = f"{stat}_{COUNTED[query.subject]}_per_{per}", f"of_{per}s"
    outer = nodes.select([nodes.named(figure, value), nodes.named(_rows(), whole)])
    outer = outer.from_(inner.subquery("each", copy=False), copy=False)
    columns = (OutColumn(value, Role.VALUE, "number"), OutColumn(whole, Role.WHOLE, "count"))
    return Plan(query, nodes.text_of(outer), columns, "figure")


def _by_day(query: Query) -> Plan:
    """The average a day over all days of the weeks asked about: a day without a refusal is one of them.

    Only the average: the least and the median would need the days with none as rows.
    """
    if query.measure.stat != "average" or query.subject != "refusals":
        raise CompileError("no_field", "statistic", query.subject)
    weeks = [f for f in query.filters if f.field in ("report", "posted_on")]
    end, start = exp.column("period_end"), exp.column("period_start")
    length = exp.Add(this=exp.Sum(this=exp.Sub(this=end, expression=start)), expression=_rows())  # both ends count
    days = nodes.select([length], "reports").where(*conditions("reports", weeks), copy=False)
    average = exp.Div(this=_rows(), expression=exp.Subquery(this=days))
    name, whole = "average_refusals_per_day", "of_days"
    select = nodes.select([nodes.named(average, name), nodes.named(exp.Subquery(this=days.copy()), whole)], "refusals")
    select = select.where(*conditions(query.subject, query.filters), copy=False)
    columns = (OutColumn(name, Role.VALUE, "number"), OutColumn(whole, Role.WHOLE, "count"))
    return Plan(query, nodes.text_of(select), columns, "figure")


def compile_kept(query: Query) -> Plan:
    """How many values of a field have a figure that passes `having`: "how many counties had ten or more refusals".

    The figure is their number of rows; their share of rows that pass `of`; or how many values of `per` they have.
    """
    field, wanted = query.measure.field, query.having
    if field is None or wanted is None:
        raise CompileError("no_field", "distinct", query.subject)
    keys = [n.expression for n in name_columns(query.subject, field)]
    present = exp.not_(exp.Is(this=keys[0].copy(), expression=exp.null()), copy=False)
    kept = HAVING[wanted.op](this=_kept_by(query), expression=exp.Literal.number(f"{wanted.n:g}"))
    inner = nodes.select(keys, query.subject)
    inner = inner.where(*conditions(query.subject, query.filters), present, copy=False)
    inner = inner.group_by(*[k.copy() for k in keys], copy=False).having(kept, copy=False)
    name = f"different_{field}"
    outer = nodes.select([nodes.named(_rows(), name)]).from_(inner.subquery("each", copy=False), copy=False)
    return Plan(query, nodes.text_of(outer), (OutColumn(name, Role.VALUE, "count"),), "figure")


def _kept_by(query: Query) -> exp.Expr:
    measure = query.measure
    if not measure.of and measure.per is None:
        return _rows()
    kind = "share" if measure.of else "distinct"
    each = query.model_copy(update={"measure": Measure(kind=kind, field=measure.per, of=measure.of)})
    return measured(Over(each, grouped=True))[0].expression


def _rows() -> exp.Expr:
    return exp.Count(this=exp.Star(), big_int=True)


def _by_report(query: Query) -> exp.Select:
    view = query.subject
    weeks = [f for f in query.filters if f.field in ("report", "posted_on") and has_field("reports", f.field)]
    rest = [f for f in query.filters if f not in weeks]
    same = exp.EQ(this=exp.column("report_id", table=view), expression=exp.column("report_id", table="reports"))
    counted = nodes.named(exp.Count(this=exp.column("report_id", table=view), big_int=True), "n")
    on = exp.and_(same, *conditions(view, rest, view), copy=False)
    return (
        nodes.select([exp.column("report_id", table="reports"), counted], "reports")
        .join(nodes.view(view), on=on, join_type="left", copy=False)
        .where(*conditions("reports", weeks, "reports"), copy=False)
        .group_by(exp.column("report_id", table="reports"), copy=False)
    )


def _by_value(query: Query) -> exp.Select:
    if query.measure.per is None:
        raise CompileError("no_field", "per", query.subject)
    keys = [n.expression for n in name_columns(query.subject, query.measure.per)]
    present = [exp.not_(exp.Is(this=k.copy(), expression=exp.null()), copy=False) for k in keys[:1]]
    wanted = conditions(query.subject, query.filters)
    made = nodes.select([*keys, nodes.named(_rows(), "n")], query.subject).where(*wanted, *present, copy=False)
    return made.group_by(*[k.copy() for k in keys], copy=False)
