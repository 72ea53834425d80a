"""Statements that list rows, facts or passages instead of counting."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from bot.query import Filter, Query
from bot.sql.compile import nodes
from bot.sql.compile.conditions import conditions
from bot.sql.compile.fields import Named, has_column, name_columns, scalar
from bot.sql.compile.measures import DATES
from bot.sql.compile.plan import ROW_CAP, CompileError, OutColumn, Plan, Role, Shape, Unit

USUAL = {
    "refusals": "report_id row_no state county facility citizenship issued_on declined_on offense disposition "
    "withdrawn page",
    "issued": "report_id county state issued withdrawn",
    "policies": "report_id jurisdiction enacted policy criteria page_from",
    "corrections": "posted_on report_id section county state effect text",
    "caveats": "report_id section page topic text",
    "reports": "report_id period_start period_end posted_on issued_nationwide declined_stated pages sample",
    "foia_detainers": "",
}
_ORDER = {
    "refusals": ("report_id", "row_no"),
    "policies": ("report_id", "row_no"),
    "corrections": ("posted_on", "report_id", "section", "state", "county"),
    "caveats": ("report_id", "page", "section"),
    "reports": ("report_id",),
}


def compile_listing(query: Query) -> Plan:
    """Rows, the rows that hold an extreme, report facts, or passages."""
    kind = query.measure.kind
    if kind == "extreme":
        return _extreme(query)
    if kind == "value":
        return _facts(query)
    return _rows(query, "text" if kind == "text" else "rows")


def _rows(query: Query, shape: Shape) -> Plan:
    fields = query.measure.fields
    named = _wanted(query) if fields else _usual(query.subject)
    # Rows told apart by nothing that is shown would be the same line again and again.
    distinct = bool(fields) and (query.subject != "refusals" or len(fields) == 1)
    select = _select(query, named).where(*conditions(query.subject, _all_filters(query)), copy=False)
    if distinct:
        select = select.distinct(copy=False)
    select = select.order_by(*_order(query, named, distinct), copy=False).limit(
        exp.Literal.number(query.limit or ROW_CAP), copy=False
    )
    return Plan(query, nodes.text_of(select), _details(named, distinct), shape)


def _all_filters(query: Query) -> list[Filter]:
    extra = [f for s in query.slices[:1] for f in s.filters] if len(query.slices) == 1 else []
    return [*query.filters, *extra]


def _wanted(query: Query) -> list[Named]:
    found: dict[str, Named] = {}
    for field in query.measure.fields:
        for named in name_columns(query.subject, field):
            found.setdefault(named.name, named)
    return list(found.values())


def _usual(subject: str) -> list[Named]:
    from bot.semantic import load_model

    names = USUAL[subject].split() or list(load_model().views[subject].columns)
    return [Named(n, exp.column(n), "report" if n == "report_id" else n) for n in names if has_column(subject, n)]


def _select(query: Query, named: Sequence[Named]) -> exp.Select:
    shown = [n.expression if n.expression.alias_or_name == n.name else nodes.named(n.expression, n.name) for n in named]
    return nodes.select(shown, query.subject)


def _order(query: Query, named: Sequence[Named], distinct: bool) -> list[exp.Expr]:
    if query.subject == "issued" and any(n.name == "issued" for n in named):
        shown = [n.name for n in named]
        first = [n for n in shown if n == "report_id" and query.order is None]
        largest = exp.Ordered(this=exp.column("issued"), desc=query.order != "fewest", nulls_first=False)
        rest = [n for n in shown if n in ("county", "state", "report_id") and n not in first]
        return [*map(_ascending, first), largest, *map(_ascending, rest)]
    if query.measure.field is not None and query.order in ("most", "fewest") and not distinct:
        by_field = scalar(query.subject, query.measure.field)
        ranked: exp.Expr = exp.Ordered(this=by_field, desc=query.order == "most", nulls_first=False)
        return [ranked, *[_ascending(n) for n in _ORDER.get(query.subject, ())]]
    names = [n.name for n in named] if distinct else [*_ORDER.get(query.subject, ())]
    return [_ascending(n) for n in names or [named[0].name]]


def _ascending(name: str) -> exp.Expr:
    return exp.Ordered(this=exp.column(name), nulls_first=False)


def _extreme(query: Query) -> Plan:
    field = query.measure.field
    if field is None:
        raise CompileError("no_field", "extreme", query.subject)
    last = query.measure.stat == "max"
    value = scalar(query.subject, field)
    wanted = conditions(query.subject, _all_filters(query))
    figure = Named(field, value, field)
    named = [figure, *[n for n in _usual(query.subject) if n.name != field]]
    select = _select(query, named).where(*[w.copy() for w in wanted], copy=False)
    by = exp.Ordered(this=value.copy(), desc=last, nulls_first=False)
    if query.limit is not None and query.limit > 1:
        rank = exp.Window(this=exp.Rank(), order=exp.Order(expressions=[by.copy()]))
        present = exp.not_(exp.Is(this=value.copy(), expression=exp.null()), copy=False)
        select = select.where(present, copy=False).qualify(
            exp.LTE(this=rank, expression=exp.Literal.number(query.limit)), copy=False
        )
    else:
        end = exp.Max if last else exp.Min
        inner = nodes.select([end(this=value.copy())], query.subject).where(*wanted, copy=False)
        select = select.where(exp.EQ(this=value.copy(), expression=exp.Subquery(this=inner)), copy=False)
    by_key = [_ascending(n) for n in _ORDER.get(query.subject, ())]
    select = nodes.limited(select.order_by(by, *by_key, copy=False), ROW_CAP)
    columns = (OutColumn(field, Role.VALUE, _unit(field), field=field), *_details(named[1:], distinct=False))
    return Plan(query, nodes.text_of(select), columns, "extreme")


def _facts(query: Query) -> Plan:
    """Facts of a report, of a Section I entry or of a policy: what names the row, then the facts."""
    names = {"reports": ("report",), "issued": ("report", "place"), "policies": ("jurisdiction", "policy")}
    keys = [n for f in names.get(query.subject, ()) for n in name_columns(query.subject, f)]
    facts = [n for n in _wanted(query) if n.name not in {k.name for k in keys}]
    named = [*keys, *facts]
    if not facts:
        raise CompileError("no_field", "value", query.subject)
    select = (
        _select(query, named).where(*conditions(query.subject, _all_filters(query)), copy=False).distinct(copy=False)
    )
    ranked: list[exp.Expr] = []
    if query.order in ("most", "fewest"):
        by = exp.Ordered(this=facts[0].expression.copy(), desc=query.order == "most", nulls_first=False)
        ranked = [by]
        if query.limit is not None:
            rank = exp.Window(this=exp.Rank(), order=exp.Order(expressions=[by.copy()]))
            select = select.qualify(exp.LTE(this=rank, expression=exp.Literal.number(query.limit)), copy=False)
    select = select.order_by(*ranked, *[_ascending(k.name) for k in keys], copy=False).limit(
        exp.Literal.number(ROW_CAP), copy=False
    )
    columns = (
        *[OutColumn(k.name, Role.KEY, field=k.field) for k in keys],
        *[OutColumn(f.name, Role.VALUE, _unit(f.field), field=f.field) for f in facts],
    )
    return Plan(query, nodes.text_of(select), columns, "facts")


def _details(named: Sequence[Named], distinct: bool) -> tuple[OutColumn, ...]:
    role = Role.KEY if distinct else Role.DETAIL
    return tuple(OutColumn(n.name, role, _unit(n.field), field=n.field) for n in named)


def _unit(field: str) -> Unit | None:
    if field in DATES:
        return "date"
    if field == "days":
        return "days"
    return "count" if field in ("issued", "issued_nationwide", "declined_stated", "pages") else None
