"""Writers for breakdowns, rankings and groups held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.answer.answer import Figure
from bot.answer.context import Context, Draft, Row
from bot.answer.figures import label
from bot.answer.naming import county_name, report_name, slice_name, value_name
from bot.answer.phrases import condition
from bot.answer.verdicts import asks_place, counts_reports, of_groups, place_of, reports_led, supposed_figure
from bot.messages import answers as say
from bot.query import Having, side_field
from bot.sql.compile import OutColumn, Role
from bot.sql.compile.fields import key_columns
from bot.sql.compile.plan import ROW_CAP

INLINE = 12
"""Groups named in the sentence; the rest stand in the rows."""


def write_table(ctx: Context) -> Draft:
    """A row a group: the leading groups in the sentence, ties at the cut told, all rows kept."""
    ranked = _ranked(ctx)
    kept, tied = _cut(ctx, ctx.rows) if ranked else (ctx.rows, [])
    draft = Draft()
    shown = _shown(ctx, kept)
    draft.columns = [_title(ctx, c) for _, c in shown]
    draft.rows = [[row[i] for i, _ in shown] for row in kept]
    draft.places = _places(ctx, kept[:INLINE])
    if not kept:
        if ctx.query.having is not None and ctx.query.contrast == "difference":
            draft.text.append(say.none_changed(_head(ctx)))
        elif ctx.query.having is not None and ctx.footing.rows:
            draft.text.append(_none(ctx, ctx.query.having))
        else:
            draft.text.append(say.no_rows(ctx.subject, ctx.phrases.base, ctx.phrases.when))
        return draft
    draft.text.append(of_groups(ctx))
    if counts_reports(ctx.query):
        value = reports_led(ctx, ctx.rows)[0]
        draft.figures.append(Figure(label=say.reports_led(label(ctx)), value=value, unit="count"))
    if asks_place(ctx.query) and (found := place_of(ctx, ctx.plan, ctx.rows)) is not None:
        draft.figures.append(Figure(label=say.place_among(label(ctx)), value=found.place, unit="number"))
        draft.figures.append(Figure(label=label(ctx), value=found.value, unit="count"))
    if ctx.query.each is not None:
        lines = each_line(ctx, kept)
        draft.text.append(say.breakdown(_head_of_each(ctx), lines[:INLINE], len(lines) - INLINE))
    elif ranked and (ctx.query.limit == 1 or ctx.query.nth) and not ctx.query.slices:
        draft.figures.append(_leader(ctx, kept[0]))
        draft.text.append(_leaders(ctx, kept))
    else:
        items = [_item(ctx, row) for row in kept]
        draft.text.append(say.breakdown(_head(ctx), items[:INLINE], len(items) - INLINE))
    draft.text.append(supposed_figure(ctx))
    if tied and ctx.query.each is None:
        draft.text.append(say.tied([group_name(ctx, r) for r in tied], _values(ctx, tied[0])))
    if adds_listed(ctx):
        draft.text.append(say.ONLY_LISTED)
    if len(kept) >= ROW_CAP:
        draft.truncated = True
        draft.text.append(say.cut(len(kept), None))
    _total(ctx, draft)
    _corrected(ctx, draft, shown)
    return draft


def _none(ctx: Context, wanted: Having) -> str:
    """No group passes the bound: said of what is bounded."""
    field, measure, words = ctx.query.group_by[0].field, ctx.query.measure, ctx.phrases
    if measure.kind == "share":
        of = f"listed {condition(ctx.subject, measure.of, ctx.edition)}"
        return say.none_share(field, wanted.op, wanted.n, ctx.noun, words.base, of, words.when)
    if measure.kind == "distinct":
        return say.none_in(field, wanted.op, wanted.n, str(measure.field), ctx.noun, words.base, words.when)
    nouns = say.noun(ctx.subject, wanted.n if wanted.op == "is" else 2)
    within = tuple(d.field for d in ctx.query.group_by[1:])
    return say.none_with(field, wanted.op, wanted.n, nouns, words.base, words.when, within)


def write_members(ctx: Context) -> Draft:
    """Groups in the first slice only, or in all of them, with how many rows they have there."""
    draft = Draft()
    values = ctx.plan.having(Role.VALUE)
    if ctx.query.contrast == "except":
        values = values[:1]
    keys = [i for i, c in enumerate(ctx.plan.columns) if c.role is Role.KEY]
    draft.columns = [_title(ctx, ctx.plan.columns[i]) for i in (*keys, *values)]
    draft.rows = [[row[i] for i in (*keys, *values)] for row in ctx.rows]
    draft.places = _places(ctx, ctx.rows[:INLINE])
    names = [slice_name(s) for s in ctx.query.slices]
    told = () if ctx.subject == "policies" else values  # an entry stands once in the report that lists it
    items = [
        f"{group_name(ctx, r)} ({', '.join(say.number(r[v]) for v in told)})".removesuffix(" ()") for r in ctx.rows
    ]
    field = ctx.query.group_by[0].field
    more = len(items) - INLINE
    if ctx.query.measure.kind == "distinct":
        draft.figures.append(Figure(label=_how_many(ctx, names), value=len(ctx.rows), unit="count"))
        draft.text.append(say.so_many(len(ctx.rows), field))
    if ctx.query.contrast == "except":
        draft.text.append(say.in_first_only(names, side_field(ctx.query.slices), items[:INLINE], field, more))
    else:
        draft.text.append(say.in_all(names, side_field(ctx.query.slices), items[:INLINE], field, more))
    if ctx.both and not ctx.query.corrected:
        _, after = ctx.rerun(ctx.query.model_copy(update={"corrected": True}))
        if [tuple(r) for r in after] != [tuple(r) for r in ctx.rows]:
            left = say.listed([group_name(ctx, r) for r in after]) or say.NONE
            draft.text.append(say.corrected(left, ctx.corrected_on(), ctx.footing.taken_back, ctx.noun))
    return draft


def _how_many(ctx: Context, names: Sequence[str]) -> str:
    """What is counted where the number of groups is asked for: 'states in week 1 but not in week 2'."""
    noun = say.field_noun(ctx.query.group_by[0].field)
    said = say.in_first if ctx.query.contrast == "except" else say.in_each
    return f"{noun} {said(names, side_field(ctx.query.slices))}"


def group_name(ctx: Context, row: Row) -> str:
    """The group of a row as a reader writes it."""
    return _named(ctx, row, [i for i, c in enumerate(ctx.plan.columns) if c.role is Role.KEY])


def _named(ctx: Context, row: Row, keys: Sequence[int]) -> str:
    cells = {ctx.plan.columns[i].name: row[i] for i in keys}
    names: list[str] = []
    if "county" in cells and "state" in cells:
        county, state = cells.pop("county"), cells.pop("state")
        town = cells.pop("place", None)
        names.append(f"{town}, {state}" if town else county_name(county, state) if county else state)
    fields = {c.name: c.field or c.name for c in ctx.plan.columns}
    for name, value in cells.items():
        names.append(report_name(ctx.edition, value) if name == "report_id" else value_name(value, fields[name]))
    return ", ".join(names)


def each_line(ctx: Context, rows: Sequence[Row]) -> list[str]:
    """'Apr 8 – Apr 14, 2017: Harris County, Texas 8': who leads within each value, all that share the place."""
    each = ctx.query.each
    own = {k.name for k in key_columns(ctx.subject, each, {})} if each else set()
    keys = [i for i, c in enumerate(ctx.plan.columns) if c.role is Role.KEY]
    first = [i for i in keys if ctx.plan.columns[i].name in own]
    county = any(ctx.plan.columns[i].name == "county" for i in keys if i not in first)
    rest = [i for i in keys if i not in first or (county and ctx.plan.columns[i].name == "state")]
    lines: dict[str, list[str]] = {}
    for row in rows:
        name = _named(ctx, row, first)
        lines.setdefault(name, []).append(f"{_named(ctx, row, rest)} ({_values(ctx, row)})")
    return [f"{name}: {say.listed(leaders)}" for name, leaders in lines.items()]


def _head_of_each(ctx: Context) -> str:
    each = ctx.query.each.field if ctx.query.each else ""
    counted = ctx.query.measure.kind in ("count", "total", "distinct")
    fewest = ctx.query.order == "fewest"
    return say.leaders_in_each(label(ctx), each, ctx.query.limit or 1, fewest=fewest, counted=counted)


def adds_listed(ctx: Context) -> bool:
    """Whether entries of Section I from several weeks are added up and held against each other."""
    by_week = any(d.field == "report" for d in ctx.query.group_by)
    weeks = len([r for r, n in ctx.footing.found.items() if n])
    return ctx.subject == "issued" and ctx.query.measure.kind == "total" and weeks > 1 and not by_week


def _ranked(ctx: Context) -> bool:
    return ctx.query.limit is not None


def _cut(ctx: Context, rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of the ranking, and those that tie with its last one. A single leader shares its place openly."""
    limit = ctx.query.limit or len(rows)
    if limit == 1 or ctx.query.nth or ctx.query.each is not None:
        return list(rows), []
    return list(rows[:limit]), list(rows[limit:])


def _shown(ctx: Context, rows: Sequence[Row]) -> list[tuple[int, OutColumn]]:
    """Columns worth showing: the one after corrections only where it says something new."""
    shown = []
    for i, column in enumerate(ctx.plan.columns):
        if column.role is Role.CORRECTED and not (ctx.both and _differs(ctx, rows, i)):
            continue
        if column.role is not Role.RANK:
            shown.append((i, column))
    return shown


def _differs(ctx: Context, rows: Sequence[Row], corrected: int) -> bool:
    published = ctx.plan.columns[corrected].name.replace("_after_corrections", "")
    at = next((i for i, c in enumerate(ctx.plan.columns) if c.name == published), None)
    return at is not None and any(row[at] != row[corrected] for row in rows)


def _title(ctx: Context, column: OutColumn) -> str:
    """A column's heading: a slice goes by its label."""
    if column.slice is None:
        return column.name
    name = slice_name(ctx.query.slices[column.slice])
    if column.role is Role.CORRECTED:
        return f"{name}, after corrections"
    return name if column.role is Role.VALUE else f"{name}, {column.name.split('_')[0]}"


def _item(ctx: Context, row: Row) -> str:
    return f"{group_name(ctx, row)}: {_values(ctx, row)}"


def _leaders(ctx: Context, rows: Sequence[Row]) -> str:
    """Who has the most (or fewest), all that share the place."""
    names = [group_name(ctx, r) for r in rows]
    told = [_values(ctx, r) for r in rows]
    if len(set(told)) > 1:  # the same percentage of different numbers of rows
        return say.leading_shares(names, told, label(ctx), fewest=ctx.query.order == "fewest")
    words = say.leader if ctx.query.measure.kind in ("count", "total") else say.leading_share
    place = ctx.query.limit if ctx.query.nth else None
    return words(names, _values(ctx, rows[0]), label(ctx), fewest=ctx.query.order == "fewest", place=place)


def _values(ctx: Context, row: Row) -> str:
    """The row's figures: one, or one a slice; a share with its numerator and denominator."""
    if ctx.query.slices:
        sides = [i for i, c in enumerate(ctx.plan.columns) if c.role is Role.VALUE]
        made = [f"{_title(ctx, ctx.plan.columns[i])} {_figure(ctx, row, i)}" for i in sides]
        at = ctx.plan.index(Role.DIFFERENCE)
        return f"({', '.join(made)})" + (f" {say.difference_of(row[at], '')}" if at is not None else "")
    value = _figure(ctx, row, ctx.plan.having(Role.VALUE)[0])
    part, whole = ctx.plan.index(Role.PART), ctx.plan.index(Role.WHOLE)
    if part is not None and whole is not None:
        return f"{value} ({say.parts(row[part], row[whole], ctx.query.measure.kind)})"
    return value


def _figure(ctx: Context, row: Row, at: int) -> str:
    value: Any = row[at]
    if value is None and ctx.subject == "issued":
        return say.NOT_LISTED
    return say.figure(value, ctx.plan.columns[at].unit or "", ctx.query.measure.kind)


def _head(ctx: Context) -> str:
    by = say.listed([say.dimension_noun(d.field, d.bucket, 1) for d in ctx.query.group_by])
    what = label(ctx)
    wanted = ctx.query.having
    if wanted is not None:
        measure = ctx.query.measure
        counted = measure.field if measure.kind == "distinct" else None
        if ctx.query.contrast == "difference":
            sides = [slice_name(s) for s in ctx.query.slices[:2]]
            return f"{what}, by {by}{say.those_changed(wanted.op, sides, side_field(ctx.query.slices))}"
        by += (
            say.those_in(wanted.op, wanted.n, counted, ctx.query.group_by[0].field)
            if counted
            else say.those_with(wanted.op, wanted.n, percent=ctx.query.measure.kind == "share")
        )
    return f"{what}, by {by}"


def _leader(ctx: Context, row: Row) -> Figure:
    at = ctx.plan.having(Role.VALUE)[0]
    unit = ctx.plan.columns[at].unit or "count"
    return Figure(label=f"{label(ctx)}: {group_name(ctx, row)}", value=row[at], unit=unit)


def _total(ctx: Context, draft: Draft) -> None:
    """How many groups and rows in all, where every row falls in one group."""
    counts = ctx.query.measure.kind == "count" and not ctx.query.slices and ctx.query.having is None
    if counts and ctx.query.limit is None and len(ctx.query.group_by) == 1 and not draft.truncated:
        by, keys = ctx.query.group_by[0], ctx.plan.having(Role.KEY)
        counted = ((row[ctx.plan.having(Role.VALUE)[0]], [row[at] for at in keys]) for row in draft.rows)
        blank = sum(n for n, named in counted if isinstance(n, int) and not any(named))
        rows = ctx.footing.rows - (ctx.footing.taken_back if ctx.query.corrected else 0)
        n = len(draft.rows) - bool(blank)
        draft.text.append(say.in_all_groups(n, by.field, rows, ctx.subject, by.bucket, blank=blank))


def _corrected(ctx: Context, draft: Draft, shown: Sequence[tuple[int, OutColumn]]) -> None:
    back = ctx.footing.taken_back
    if ctx.query.corrected and back:
        draft.text.append(say.left_out(back, say.noun(ctx.subject, back), ctx.corrected_on()))
    if not ctx.both:
        return
    told = any(c.role is Role.CORRECTED for _, c in shown)
    draft.text.append(say.corrected_rows(back, ctx.noun, ctx.corrected_on(), shown=told))


def _places(ctx: Context, rows: Sequence[Row]) -> list[tuple[str, str]]:
    names = [c.name for c in ctx.plan.columns]
    if "county" not in names or "state" not in names:
        return []
    county, state = names.index("county"), names.index("state")
    return [(r[county], r[state]) for r in rows if r[county] and r[state]]
