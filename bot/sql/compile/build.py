"""The way from a Query to its statement: which shape it has, and the statement of each shape that counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlglot import exp

from bot.query import Filter, Having, Query, Slice
from bot.sql.compile import nodes
from bot.sql.compile.conditions import conditions, of_either
from bot.sql.compile.fields import Named, has_column, has_field, key_columns
from bot.sql.compile.listing import compile_listing
from bot.sql.compile.measures import DATES, HAVING, Made, Over, measured, percent, standing, suffixed
from bot.sql.compile.plan import ROW_CAP, CompileError, OutColumn, Plan, Role, Shape
from bot.sql.compile.rates import compile_rate, issued_in_scope
from bot.sql.compile.spread import compile_kept, compile_spread

Groups = dict[str, tuple[str, ...]]


def compile_query(query: Query, *, groups: Groups | None = None, both: bool = False) -> Plan:
    """The statement that answers this Query (its `also` is a Query of its own and compiled by itself).

    groups: the cited scheme's offense groups, for a breakdown by group.
    both:   beside each figure as published, the figure without the rows that ICE took back.
    Raises CompileError when the subject does not have what is asked of it.
    """
    query = _settled(query)
    if query.measure.kind in ("rows", "text", "value") or (query.measure.kind == "extreme" and not query.group_by):
        return compile_listing(query)
    if query.measure.kind == "statistic" and query.measure.per is not None:
        return compile_spread(query)
    if query.measure.kind == "distinct" and query.having is not None and not query.group_by:
        return compile_kept(query)
    if query.measure.kind == "rate" and not query.group_by:
        return compile_rate(query, both=both)
    if query.contrast in ("except", "both"):
        return _members(query, groups or {})
    return _counted(query, groups or {}, both)


def _settled(query: Query) -> Query:
    """Corrected figures are figures over the rows that still stand."""
    if query.corrected and has_column(query.subject, "withdrawn"):
        kept = Filter(field="withdrawn", values=(False,))
        if kept not in query.filters:
            return query.model_copy(update={"filters": (*query.filters, kept)})
    return query


def _counted(query: Query, groups: Groups, both: bool) -> Plan:
    filled = _shows_empty_reports(query)
    view = query.subject if filled else None
    over = Over(query, view, grouped=bool(query.group_by))
    outputs = _outputs(query, over, both, filled)
    keys = _keys(query, groups, view, filled)
    select = _select(query, keys, outputs)
    select = _joined_to_reports(select, query) if filled else _from_subject(select, query, keys)
    if keys:
        select = _grouped(select, query, keys, outputs)
    shape: Shape = "table" if keys else "slices" if query.slices else "figure"
    columns = (*[OutColumn(k.name, Role.KEY, field=k.field) for k in keys], *[m.column for m in outputs])
    return Plan(query, nodes.text_of(select), columns, shape)


def _outputs(query: Query, over: Over, both: bool, filled: bool) -> list[Made]:
    """The figure columns: one set, or one a slice; corrected ones after the published ones."""
    if not query.slices:
        return _with_corrected(query, over, both, filled)
    outputs: list[Made] = []
    for index, part in enumerate(query.slices):
        within = over.but(*conditions(query.subject, part.filters, over.view))
        outputs += suffixed(_with_corrected(query, within, both, filled), name_of(part, index), slice_=index)
    if query.contrast == "percent" and query.measure.kind in ("share", "rate"):
        raise CompileError("percent_of_percent", query.measure.kind, query.subject)  # points or percent: never guessed
    if query.contrast in ("difference", "percent", "ratio") and len(query.slices) > 1:
        outputs.append(_difference(outputs, query.contrast))
    return outputs


def _with_corrected(query: Query, over: Over, both: bool, filled: bool) -> list[Made]:
    made = _figures(query, over, filled)
    stands = standing(query, over.view)
    if not both or stands is None:
        return made
    again = suffixed(_figures(query, over.but(stands), filled), "after_corrections")
    published = [m.expression for m in made]  # what no correction changes (detainers issued nationwide) stands once
    changed = [m for m in again if m.expression not in published]
    corrected = [Made(OutColumn(m.column.name, Role.CORRECTED, m.column.unit), m.expression) for m in changed]
    return [*made, *corrected]


def _figures(query: Query, over: Over, filled: bool) -> list[Made]:
    if query.measure.kind == "rate":
        return issued_in_scope(over, by_report=filled)
    return measured(over)


def _difference(outputs: Sequence[Made], contrast: str) -> Made:
    """Second slice minus first, as published; in percent of the first; or the first as so many times the second.

    Raises CompileError for the same rows on both sides ("A and B" against "B and A"): nothing is compared.
    """
    values = [m for m in outputs if m.column.role is Role.VALUE]
    first, second = (v.expression for v in values[:2])
    if first == second:
        raise CompileError("same_sides", contrast, "slices")
    if contrast == "ratio":
        times = exp.Div(this=first.copy(), expression=_or_none(second))
        return Made(OutColumn("times", Role.DIFFERENCE, "number"), times)
    change = exp.Sub(this=second.copy(), expression=first.copy())
    if contrast == "percent":
        column = OutColumn("percent_change", Role.DIFFERENCE, "percent")
        return Made(column, percent(exp.paren(change, copy=False), first.copy()))
    return Made(OutColumn("difference", Role.DIFFERENCE, values[0].column.unit), change)


def _or_none(value: exp.Expr) -> exp.Expr:
    return exp.Nullif(this=value.copy(), expression=exp.Literal.number(0))


def name_of(part: Slice, index: int) -> str:
    """A column name for a slice: its label in plain letters, told apart by its number."""
    label = part.label.lower()
    if len(part.filters) > 1:  # a week's days behind a place would be cut within a date
        label = re.sub(r" \([^)]*\)", "", label)
    plain = re.sub(r"[^a-z0-9]+", "_", label).strip("_")[:40]
    return f"{plain or 'slice'}_{index + 1}"


def _keys(query: Query, groups: Groups, view: str | None, filled: bool) -> list[Named]:
    if filled:
        return [Named("report_id", exp.column("report_id", table="reports"), "report")]
    keys = [key for dimension in query.group_by for key in key_columns(query.subject, dimension, groups, view)]
    return list({k.name: k for k in keys}.values()) if query.each else keys  # a state, and its county's state


def _shows_empty_reports(query: Query) -> bool:
    """A breakdown by report shows the reports with nothing in them too: zero is an answer."""
    if len(query.group_by) != 1 or query.subject == "reports" or not has_column(query.subject, "report_id"):
        return False
    if query.measure.kind == "share" and not query.measure.of:
        return False
    only = query.group_by[0]
    return only.field == "report" or (only.field == "declined_on" and only.bucket == "week")


def _select(query: Query, keys: Sequence[Named], outputs: Sequence[Made]) -> exp.Select:
    named = [nodes.named(k.expression, k.name) if k.expression.alias_or_name != k.name else k.expression for k in keys]
    return nodes.select([*named, *[m.named() for m in outputs]])


def _from_subject(select: exp.Select, query: Query, keys: Sequence[Named]) -> exp.Select:
    wanted = conditions(query.subject, query.filters)
    either = of_either(query.subject, query.slices) if query.group_by else None
    if either is not None:
        wanted.append(either)
    if _ranked(query):  # a blank cell is no place, country or offense, so it takes no place in a ranking
        blank = [exp.Is(this=k.expression.copy(), expression=exp.null()) for k in keys if _can_be_blank(query, k)]
        wanted += [exp.not_(b, copy=False) for b in blank]
    return select.from_(nodes.view(query.subject), copy=False).where(*wanted, copy=False)


def _can_be_blank(query: Query, key: Named) -> bool:
    if query.subject == "foia_detainers":
        return True
    return query.subject in ("refusals", "issued") and key.name not in ("report_id", "state")


def _joined_to_reports(select: exp.Select, query: Query) -> exp.Select:
    view = query.subject
    by_report = [f for f in query.filters if has_field("reports", f.field) and f.field in ("report", "posted_on")]
    rest = [f for f in query.filters if f not in by_report]
    same = exp.EQ(this=exp.column("report_id", table=view), expression=exp.column("report_id", table="reports"))
    on = exp.and_(same, *conditions(view, rest, view), copy=False)
    return (
        select.from_(nodes.view("reports"), copy=False)
        .join(nodes.view(view), on=on, join_type="left", copy=False)
        .where(*conditions("reports", [*by_report, *_reached(rest)], "reports"), copy=False)
    )


def _reached(filters: Sequence[Filter]) -> list[Filter]:
    """The reports that days of refusal reach: one outside of them has no zero, it was not asked about."""
    found: list[Filter] = []
    for each in (f for f in filters if f.field == "declined_on" and f.values and not f.negated):
        first, last = each.values[0], each.values[-1]
        if each.op in ("is", "between", "before", "until"):
            found.append(Filter(field="period_start", op="until", values=(last,)))
        if each.op in ("is", "between", "after", "since"):
            found.append(Filter(field="period_end", op="since", values=(first,)))
    return found


def _ranked(query: Query) -> bool:
    return query.order in ("most", "fewest") or query.limit is not None


def _grouped(select: exp.Select, query: Query, keys: Sequence[Named], outputs: Sequence[Made]) -> exp.Select:
    figure = _ranking(query, outputs)
    select = select.group_by(*[k.expression.copy() for k in keys], copy=False)
    if query.having is not None:
        select = select.having(_having(figure, query.having), copy=False)
    by_key = [exp.Ordered(this=k.expression.copy(), nulls_first=False) for k in keys]
    anew = _keys_of_each(query, keys)
    natural = query.order == "natural" or (query.order is None and query.limit is None and _in_time(keys))
    if natural:
        return nodes.limited(select.order_by(*by_key, copy=False), query.limit or ROW_CAP)
    descending = query.order != "fewest"
    by_figure = exp.Ordered(this=figure.expression.copy(), desc=descending, nulls_first=False)
    if query.limit is not None:  # everything that shares the last place comes along, so that ties can be told
        wanted: exp.Expr = exp.LTE(this=_rank(by_figure, anew), expression=exp.Literal.number(query.limit))
        if query.nth:  # the groups whose tie reaches the place: so many are ahead or level, fewer are ahead
            level = _window(exp.Count(this=exp.Star()), by_figure, anew)
            wanted = exp.and_(wanted, exp.GTE(this=level, expression=exp.Literal.number(query.limit)), copy=False)
        select = select.qualify(wanted, copy=False)
    first = by_key[: len(anew)]
    return nodes.limited(select.order_by(*first, by_figure, *by_key[len(anew) :], copy=False), ROW_CAP)


def _keys_of_each(query: Query, keys: Sequence[Named]) -> list[exp.Expr]:
    """What the ranking is done anew within: the keys of the first breakdown, where the plan says so."""
    if query.each is None:
        return []
    own = {k.name for k in key_columns(query.subject, query.each, {})}
    return [k.expression for k in keys if k.name in own]


def _ranking(query: Query, outputs: Sequence[Made]) -> Made:
    """What the groups are ordered and kept by. A group's share of all is ranked by its count: the same order, and a
    window may not rank by a window."""
    if query.contrast == "difference" and query.slices:
        return next(m for m in outputs if m.column.role is Role.DIFFERENCE)
    share_of_all = query.measure.kind == "share" and not query.measure.of
    return next(m for m in outputs if m.column.role is (Role.PART if share_of_all else Role.VALUE))


def _having(figure: Made, wanted: Having) -> exp.Expr:
    return HAVING[wanted.op](this=figure.expression.copy(), expression=exp.Literal.number(f"{wanted.n:g}"))


def _rank(by_figure: exp.Expr, anew: Sequence[exp.Expr]) -> exp.Expr:
    return _window(exp.Rank(), by_figure, anew)


def _window(function: exp.Expr, by_figure: exp.Expr, anew: Sequence[exp.Expr]) -> exp.Expr:
    within = [k.copy() for k in anew]
    return exp.Window(this=function, partition_by=within, order=exp.Order(expressions=[by_figure.copy()]))


def _in_time(keys: Sequence[Named]) -> bool:
    return all(k.field == "report" or k.field in DATES for k in keys)


def _members(query: Query, groups: Groups) -> Plan:
    """Groups that are in the first slice and in no other, or in every slice, with their counts.

    An entry of Section I is one row with many detainers: it shows those, not that there is one entry.
    """
    if len(query.slices) < 2 or not query.group_by:
        raise CompileError("contrast_without_sides", str(query.contrast), query.subject)
    over = Over(query)
    keys = _keys(query, groups, None, filled=False)
    sides = [over.but(*conditions(query.subject, s.filters)) for s in query.slices]
    counts = [side.count() for side in sides]
    shown = [measured(side)[0].expression for side in sides] if query.measure.kind == "total" else counts
    outputs = [Made(OutColumn(name_of(s, i), Role.VALUE, "count", i), shown[i]) for i, s in enumerate(query.slices)]
    zero = exp.Literal.number(0)
    kept: list[exp.Expr] = [exp.GT(this=counts[0].copy(), expression=zero)]
    rest = exp.GT if query.contrast == "both" else exp.EQ
    kept += [rest(this=c.copy(), expression=zero.copy()) for c in counts[1:]]
    ranking = query.model_copy(update={"order": "most"})
    select = _from_subject(_select(query, keys, outputs), ranking, keys)
    select = select.group_by(*[k.expression.copy() for k in keys], copy=False).having(*kept, copy=False)
    by_key = [exp.Ordered(this=k.expression.copy(), nulls_first=False) for k in keys]
    first = exp.Ordered(this=counts[0].copy(), desc=True, nulls_first=False)
    select = nodes.limited(select.order_by(first, *by_key, copy=False), query.limit or ROW_CAP)
    columns = (*[OutColumn(k.name, Role.KEY, field=k.field) for k in keys], *[m.column for m in outputs])
    return Plan(query, nodes.text_of(select), columns, "members")
