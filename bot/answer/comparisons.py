"""Writer for slices side by side: a figure each, and the difference where it is asked for."""

from __future__ import annotations

from typing import Any

from bot.answer.answer import Figure, Unit
from bot.answer.context import Context, Draft, Row
from bot.answer.figures import label
from bot.answer.naming import slice_name
from bot.answer.tables import adds_listed
from bot.answer.verdicts import holds, of_sides
from bot.messages import answers as say
from bot.query import Slice
from bot.sql.compile import Role

_TIME = ("report", "declined_on", "issued_on", "posted_on")


def write_slices(ctx: Context) -> Draft:
    """A row a slice. The figure after corrections stands beside its own where it differs."""
    row = ctx.rows[0] if ctx.rows else ()
    draft = Draft()
    unit = _unit(ctx)
    named = [_side(ctx, row, i) for i in range(len(ctx.query.slices))]
    corrected = ctx.both and any(after is not None and after != value for _, value, _, after in named)
    draft.columns = ["slice", _heading(ctx, unit)]
    if corrected:
        draft.columns.append("after_corrections")
    for name, value, _, after in named:
        draft.rows.append([name, value, after] if corrected else [name, value])
    change = _change(ctx, row, draft, unit)
    draft.figures += [Figure(label=f"{label(ctx)}: {name}", value=value, unit=unit) for name, value, _, _ in named]
    parts = [f"{name}: {text}" for name, _, text, _ in named]
    if change:
        draft.text.append(change)
        if ctx.query.contrast == "difference":
            parts.append(say.difference_of(draft.figures[0].value, unit))
    after_all = [value if after is None else after for _, value, _, after in named]
    draft.text.insert(0, of_sides(ctx, [value for _, value, _, _ in named], after_all))
    draft.text.append(say.side_by_side(label(ctx), parts))
    if adds_listed(ctx):
        draft.text.append(say.ONLY_LISTED)
    if corrected:
        parts = [
            f"{name}: {say.figure(after, unit, ctx.query.measure.kind)}"
            for name, value, _, after in named
            if after != value
        ]
        back = ctx.footing.taken_back
        draft.text.append(say.corrected("; ".join(parts), ctx.corrected_on(), back, say.noun(ctx.subject, back)))
    return draft


def _heading(ctx: Context, unit: Unit) -> str:
    measure = ctx.query.measure
    if measure.kind == "total" and measure.field:
        return say.field_noun(measure.field)
    return ctx.noun if unit == "count" else unit


def _unit(ctx: Context) -> Unit:
    return ctx.plan.columns[ctx.plan.having(Role.VALUE)[0]].unit or "number"


def _side(ctx: Context, row: Row, index: int) -> tuple[str, Any, str, Any]:
    """Name, value, value in words (a share with its numerator and denominator), value after corrections."""

    def cell(role: Role) -> Any:
        at = ctx.plan.index(role, index)
        return row[at] if at is not None and row else None

    value, part, whole = cell(Role.VALUE), cell(Role.PART), cell(Role.WHOLE)
    nothing = value is None and ctx.subject == "issued"
    text = say.NOT_LISTED if nothing else say.figure(value, _unit(ctx), ctx.query.measure.kind)
    if part is not None and whole is not None:
        text += f" ({say.parts(part, whole, ctx.query.measure.kind)})"
    return slice_name(ctx.query.slices[index]), value, text, cell(Role.CORRECTED)


def _change(ctx: Context, row: Row, draft: Draft, unit: Unit) -> str:
    at = ctx.plan.index(Role.DIFFERENCE)
    if at is None or not row:
        return ""
    sides = ctx.query.slices[:2]
    first, second = (slice_name(s) for s in sides)
    if ctx.query.contrast in ("percent", "ratio"):
        return _relative(ctx, row[at], draft, first, second)
    draft.rows.append(["difference", row[at], *([None] if len(draft.columns) > 2 else [])])
    draft.figures.append(Figure(label=f"difference, {second} less {first}", value=row[at], unit=unit))
    if unit == "percent" and ctx.query.measure.kind == "rate":
        unit = "number"
    words = say.difference if all(_in_time(s) for s in sides) and _earlier(*sides) else say.apart
    return words(row[at], unit, first, second)


def _relative(ctx: Context, value: Any, draft: Draft, first: str, second: str) -> str:
    """A change in percent, or how many times the one is the other: the figure first, the two it stands on after it."""
    if value is None:
        return say.no_base(first if ctx.query.contrast == "percent" else second)
    if ctx.query.contrast == "percent":
        draft.figures.append(Figure(label=say.percent_label(label(ctx), first, second), value=value, unit="percent"))
        draft.rows.append(["percent change", value, *([None] if len(draft.columns) > 2 else [])])
        return say.percent_change(value, first, second)
    draft.figures.append(Figure(label=say.times_label(label(ctx), first, second), value=value, unit="number"))
    draft.rounded = round(value, 2) != value
    claim = ctx.query.claim
    verdict = f"{say.YES if holds(claim, value) else say.NO} " if claim is not None else ""
    return verdict + say.times(value, first, second)


def _earlier(first: Slice, second: Slice) -> bool:
    """Whether the first of two weeks or days comes first: only then a difference is a rise or a fall."""
    return str(first.filters[0].values) <= str(second.filters[0].values)


def _in_time(part: Slice) -> bool:
    return bool(part.filters) and all(f.field in _TIME for f in part.filters)
