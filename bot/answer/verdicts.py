"""Yes or no before a figure: only to a claim that the figures decide, and both ways where ICE's corrections turn it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from bot.answer.context import Context, Row
from bot.answer.naming import value_name
from bot.answer.sources import asked_reports
from bot.messages import answers as say
from bot.query import Filter, Having, Measure, Place, Query
from bot.sql.compile import Plan, Role


def of_figure(ctx: Context, value: Any, after: Any = None) -> str:
    """'Yes.' or 'No.' to a question that claims something of the figure, or asks whether there is any."""
    return _told(_so(ctx.query, value), _so(ctx.query, after) if ctx.both else None)


def _so(query: Query, value: Any) -> bool | None:
    if not isinstance(value, int | float):
        return None
    if query.claim is not None:
        return holds(query.claim, value, rounded=query.measure.kind == "share")
    if query.yes_no and query.measure.kind == "count":
        return bool(value)
    return None


def of_sides(ctx: Context, values: Sequence[Any], after: Sequence[Any]) -> str:
    """Whether the first of two figures stands to the second as the question has it."""
    claim = ctx.query.claim
    if claim is None or ctx.query.contrast not in ("side_by_side", None) or len(values) != 2:
        return ""
    return _told(_apart(claim, values), _apart(claim, after) if ctx.both else None)


def _apart(claim: Having, values: Sequence[Any]) -> bool | None:
    if not all(isinstance(v, int | float) for v in values):
        return None
    return holds(claim, values[0] - values[1])


def of_groups(ctx: Context) -> str:
    """Whether every report's figure is as the question has it, or the group it names stands where it says."""
    query = ctx.query
    if counts_reports(query):
        return _in_how_many(ctx)
    if asks_place(query):
        return _in_which_place(ctx)
    if query.leader is not None:
        _, rows = ctx.rerun(query.model_copy(update={"corrected": True})) if ctx.both else (ctx.plan, [])
        after = _leads(ctx, ctx.plan, rows) if ctx.both else None
        return _told(_leads(ctx, ctx.plan, ctx.rows), after, alone=_alone(ctx))
    if query.claim is None:
        return ""
    at = ctx.plan.index(Role.VALUE)
    corrected = ctx.plan.index(Role.CORRECTED)
    if at is None or any(not isinstance(row[at], int | float) for row in ctx.rows):
        return ""
    so = all(holds(query.claim, row[at]) for row in ctx.rows)
    after = all(holds(query.claim, row[corrected]) for row in ctx.rows) if ctx.both and corrected is not None else None
    return _told(so, after)


def supposed_figure(ctx: Context) -> str:
    """'California: 34.' where another group has the most than the one the question names."""
    query = ctx.query
    if query.leader is None or query.each is not None or _leads(ctx, ctx.plan, ctx.rows):
        return ""
    one = {"group_by": (), "order": None, "limit": None, "nth": False, "leader": None, "yes_no": False}
    plan, rows = ctx.rerun(query.model_copy(update={**one, "filters": (*query.filters, query.leader)}))
    value = rows[0][plan.having(Role.VALUE)[0]] if rows else None
    figure = say.NOT_LISTED if value is None else say.figure(value, "count", Measure().kind)
    return say.supposed(value_name(query.leader.values[0], query.leader.field), figure)


def _leads(ctx: Context, plan: Plan, rows: Sequence[Row]) -> bool:
    """Whether the group is among the rows kept; within each report, in all that were asked about."""
    mine = [r for r in rows if _is(ctx, r)]
    if ctx.query.each is None:
        return bool(mine)
    keys = [i for i, c in enumerate(plan.columns) if c.role is Role.KEY]
    others = {r[keys[0]] for r in rows}
    reports = asked_reports([f for f in ctx.query.filters if f.field == "report"], sorted(ctx.edition.reports))
    asked = set(reports) if ctx.query.each.field == "report" else set()
    return bool(mine) and {r[keys[0]] for r in mine} >= (others | asked)


def counts_reports(query: Query) -> bool:
    """Whether it is asked in how many reports a group led, and not whether it did in all."""
    by_report = query.each is not None and query.each.field == "report" and query.each in query.group_by
    return query.leader is not None and by_report and not query.yes_no


def asks_place(query: Query) -> bool:
    """Whether the place of one group in the whole ranking is asked for."""
    return query.leader is not None and query.each is None and query.limit is None and not query.yes_no


class Standing(NamedTuple):
    """The place of a group, how many others share it, its figure, and of how many groups it is one."""

    place: int
    shared: int
    value: int
    of: int


def place_of(ctx: Context, plan: Plan, rows: Sequence[Row]) -> Standing | None:
    """The place of the group named; none where it has no row. Rows that name no group hold no place."""
    at = plan.index(Role.VALUE)
    keys = [i for i, c in enumerate(plan.columns) if c.role is Role.KEY]
    known = [r for r in rows if any(r[i] is not None for i in keys)]
    mine = next((r for r in known if _is(ctx, r)), None)
    if mine is None or at is None:
        return None
    above, level = sum(r[at] > mine[at] for r in known), sum(r[at] == mine[at] for r in known)
    return Standing(above + 1, level - 1, mine[at], len(known))


def _in_which_place(ctx: Context) -> str:
    query = ctx.query
    name = value_name(query.leader.values[0], query.leader.field) if query.leader else ""
    found = place_of(ctx, ctx.plan, ctx.rows)
    if found is None:
        return say.no_place(name)
    after = None
    if ctx.both:
        plan, rows = ctx.rerun(query.model_copy(update={"corrected": True}))
        later = place_of(ctx, plan, rows)
        after = None if later is not None and later[:2] == found[:2] else later.place if later else 0
    return say.in_place(name, *found, query.group_by[-1].field, after)


def reports_led(ctx: Context, rows: Sequence[Row]) -> tuple[int, int]:
    """In how many reports the group named has the most, and in how many of them others have as much."""
    at = next(i for i, c in enumerate(ctx.plan.columns) if c.role is Role.KEY and c.name == "report_id")
    mine = [r[at] for r in rows if _is(ctx, r)]
    return len(mine), sum([r[at] for r in rows].count(report) > 1 for report in mine)


def _in_how_many(ctx: Context) -> str:
    query = ctx.query
    name = value_name(query.leader.values[0], query.leader.field) if query.leader else ""
    asked = asked_reports([f for f in query.filters if f.field == "report"], sorted(ctx.edition.reports))
    led = reports_led(ctx, ctx.rows)
    if ctx.both:
        _, rows = ctx.rerun(query.model_copy(update={"corrected": True}))
        after = reports_led(ctx, rows)
    else:
        after = led
    return say.led_in(name, *led, len(asked), None if after == led else after[0], fewest=query.order == "fewest")


def _alone(ctx: Context) -> bool:
    """Whether nobody shares its place."""
    mine = [r for r in ctx.rows if _is(ctx, r)]
    one_place = ctx.query.limit == 1 or ctx.query.nth
    return not one_place or not mine or len(ctx.rows) == len(mine)


def _is(ctx: Context, row: Row) -> bool:
    cells = {c.name: row[i] for i, c in enumerate(ctx.plan.columns) if c.role is Role.KEY}
    supposed: Filter | None = ctx.query.leader
    if supposed is None:
        return False
    value = supposed.values[0]
    if isinstance(value, Place):
        return cells.get("state") == value.state and ("county" not in cells or cells["county"] == value.county)
    name = "report_id" if supposed.field == "report" else supposed.field
    return bool(cells.get(name) == value)


def _told(so: bool | None, after: bool | None, *, alone: bool = True) -> str:
    if so is None:
        return ""
    if after is not None and after != so:
        return say.YES_THEN_NO if so else say.NO_THEN_YES
    return (say.YES if alone else say.YES_SHARED) if so else say.NO


def holds(claim: Having, value: float, *, rounded: bool = False) -> bool:
    """Whether a figure is as a question supposes it; a share as far as it is written ("69%" is 68.9%)."""
    if rounded and claim.op == "is":
        places = len(f"{claim.n:g}".partition(".")[2])
        return round(value, places) == claim.n
    return {
        "at_least": value >= claim.n,
        "at_most": value <= claim.n,
        "over": value > claim.n,
        "under": value < claim.n,
        "is": value == claim.n,
    }[claim.op]
