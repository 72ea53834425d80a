"""Writers for a result that is one figure."""

from __future__ import annotations

from typing import Any

from bot.answer.answer import Cell, Figure, Unit
from bot.answer.context import Context, Draft
from bot.answer.naming import report_name, value_name
from bot.answer.phrases import condition, phrases_of
from bot.answer.sources import asked_reports
from bot.messages import answers as say
from bot.query import Filter, Having, Place, Query, Slice
from bot.sql.compile import Role
from bot.sql.compile.footing import split_filters

_MOST_REPORTS = 6


def write_figure(ctx: Context) -> Draft:
    """One figure in a sentence; after corrections next; by report where there are a few."""
    row = ctx.rows[0] if ctx.rows else ()
    draft = Draft(columns=[c.name for c in ctx.plan.columns], rows=[list(row)])
    value = _cell(ctx, row, Role.VALUE)
    unit: Unit = ctx.plan.columns[ctx.plan.having(Role.VALUE)[0]].unit or "number"
    if value is None and ctx.subject == "issued":
        return Draft(declined="not_listed", text=[say.not_listed(ctx.phrases.where, ctx.phrases.when)])
    draft.figures.append(Figure(label=label(ctx), value=value, unit=unit))
    draft.rounded = isinstance(value, float) and unit in ("number", "days") and not (value * 10).is_integer()
    draft.text.append(_sentence(ctx, row, value))
    verdict = _verdict(ctx.query, value)
    if verdict:
        draft.text.insert(0, verdict)
    _each_value(ctx, draft)
    _by_report(ctx, draft)
    _listed_only_in(ctx, draft)
    if ctx.subject == "policies" and measure_counts(ctx) and len(ctx.footing.of_all) > 1:
        draft.text.append(say.POLICIES_REPEAT)
    _zero(ctx, draft, value)
    add_corrected(ctx, draft, row, unit)
    return draft


def measure_counts(ctx: Context) -> bool:
    """Whether the figure counts rows."""
    return ctx.query.measure.kind == "count"


def label(ctx: Context) -> str:
    """What the figure counts, with filters and reports: 'refusals in Travis County, Texas, in the report of ...'."""
    query, words = ctx.query, ctx.phrases
    measure = query.measure
    name = {
        "count": ctx.noun,
        "share": f"share of {ctx.noun}",
        "rate": "refusals per 100 detainers issued nationwide",
        "distinct": f"different {say.field_noun(measure.field or '')} among the {ctx.noun}",
        "total": say.field_noun(measure.field or ""),
        "statistic": f"{say.STATISTICS.get(measure.stat or '', '')} {say.field_noun(measure.field or 'report')}",
        "extreme": say.end_of(measure.field or "", last=measure.stat == "max"),
    }.get(measure.kind, ctx.noun)
    if measure.kind == "statistic" and measure.per:
        name = f"{measure.stat} number of {ctx.noun} per {say.field_noun(measure.per, 1)}"
    if measure.kind == "share" and not measure.of:
        name = f"share of the {ctx.noun}"
    of = f"listed {condition(query.subject, measure.of, ctx.edition)}" if measure.of else ""
    of += "," if of and ctx.when else ""
    return say.joined(name, words.base, of, ctx.when)


def add_corrected(ctx: Context, draft: Draft, row: Any, unit: Unit) -> None:
    """The figure after corrections, or as published where the question asked for corrected ones."""
    back = ctx.footing.taken_back
    nouns = say.noun(ctx.subject, back)
    at = ctx.plan.index(Role.CORRECTED)
    kind = ctx.query.measure.kind
    if ctx.both:
        after: Cell = row[at] if at is not None else _rerun_value(ctx, corrected=True)
        draft.figures.append(Figure(label=f"{draft.figures[0].label}, after ICE's corrections", value=after, unit=unit))
        draft.text.append(say.corrected(say.figure(after, unit, kind), ctx.corrected_on(), back, nouns))
    if ctx.query.corrected and back:
        before = _rerun_value(ctx, corrected=False)
        draft.figures.append(Figure(label=f"{draft.figures[0].label}, as published", value=before, unit=unit))
        draft.text.append(say.already_corrected(say.figure(before, unit, kind), ctx.corrected_on(), back, nouns))
    elif ctx.query.corrected:
        draft.text.append(say.nothing_taken_back(ctx.noun))


def _rerun_value(ctx: Context, *, corrected: bool) -> Any:
    plan, rows = ctx.rerun(ctx.query.model_copy(update={"corrected": corrected}))
    return rows[0][plan.having(Role.VALUE)[0]]


def _cell(ctx: Context, row: Any, role: Role) -> Any:
    at = ctx.plan.index(role)
    return row[at] if at is not None and row else None


def _sentence(ctx: Context, row: Any, value: Any) -> str:
    query, base, when = ctx.query, ctx.phrases.base, ctx.phrases.when
    measure, subject = query.measure, query.subject
    part, whole = _cell(ctx, row, Role.PART), _cell(ctx, row, Role.WHOLE)
    if measure.kind == "share":
        of = condition(subject, measure.of, ctx.edition, listed_as=True)
        return say.shared(value, part, whole, subject, base, of, when)
    if measure.kind == "rate":
        return say.rated(value, part, whole, base, when)
    if measure.kind == "distinct":
        those = say.those_with(query.having.op, query.having.n) if query.having else ""
        return say.different(value, str(measure.field), subject, base, when, those)
    if measure.kind == "total":
        return say.totalled(value, str(measure.field), base, when)
    if measure.kind == "statistic" and measure.per:
        return say.spread(str(measure.stat), value, subject, measure.per, whole, base, when)
    if measure.kind == "statistic":
        return say.statistic(str(measure.stat), str(measure.field), value, whole, subject, base, when)
    return _counted(ctx, value)


def _counted(ctx: Context, n: int) -> str:
    scope, about = split_filters(ctx.query)
    if not about or ctx.query.corrected or not ctx.footing.whole:
        return say.counted(n, ctx.subject, ctx.phrases.base, ctx.phrases.when)
    base = phrases_of(ctx.subject, scope, ctx.edition)
    of = condition(ctx.subject, about, ctx.edition, listed_as=True)
    return say.counted_of(n, ctx.footing.whole, ctx.subject, base.base, of, base.when)


def _by_report(ctx: Context, draft: Draft) -> None:
    """'By report: 70 of 142 (Jan 28 – Feb 3, 2017); ...' for a count over two to six reports."""
    reports = sorted(ctx.footing.of_all)
    if ctx.query.measure.kind != "count" or ctx.query.corrected or not ctx.footing.rows:
        return
    if not 2 <= len(reports) <= _MOST_REPORTS:
        return
    _, about = split_filters(ctx.query)
    parts = []
    for report in reports:
        of = f" of {ctx.footing.of_all[report]:,}" if about else ""
        parts.append(f"{ctx.footing.found[report]:,}{of} ({report_name(ctx.edition, report)})")
    draft.text.append(say.by_report(parts))


def _listed_only_in(ctx: Context, draft: Draft) -> None:
    """Section I names the places with the most detainers: where it leaves one out, its number is not known."""
    if ctx.subject != "issued" or ctx.query.measure.kind != "total":
        return
    asked = asked_reports([f for f in ctx.query.filters if f.field == "report"], sorted(ctx.edition.reports))
    held = [r for r in asked if ctx.footing.found.get(r)]
    places = [f for f in ctx.query.filters if f.field == "place" and not f.negated]
    if any(isinstance(v, Place) and v.county is None for f in places for v in f.values):
        draft.text.append(say.ADDS_LISTED)
    elif places and held and len(held) < len(asked):
        draft.text.append(say.listed_only_in([report_name(ctx.edition, r) for r in held]))


def _verdict(query: Query, value: Any) -> str:
    """'Yes.' or 'No.' to a question that claims something of the figure, or asks whether there is any."""
    if not isinstance(value, int | float):
        return ""
    if query.claim is not None:
        return say.YES if _holds(query.claim, value) else say.NO
    if query.yes_no and query.measure.kind == "count":
        return say.YES if value else say.NO
    return ""


def _holds(claim: Having, value: float) -> bool:
    return {
        "at_least": value >= claim.n,
        "at_most": value <= claim.n,
        "over": value > claim.n,
        "under": value < claim.n,
        "is": value == claim.n,
    }[claim.op]


def _each_value(ctx: Context, draft: Draft) -> None:
    """ "Denver and Boulder": the figure is for both together; the rows give each of them."""
    query = ctx.query
    several = next((f for f in query.filters if _listed_singly(f)), None)
    if several is None or query.measure.kind != "count" or query.corrected:
        return
    one_each = [several.model_copy(update={"values": (v,)}) for v in several.values]
    slices = tuple(Slice(label=value_name(f.values[0], f.field), filters=(f,)) for f in one_each)
    plan, rows = ctx.rerun(query.model_copy(update={"slices": slices, "contrast": "side_by_side", "yes_no": False}))
    counts = [rows[0][i] for i in plan.having(Role.VALUE)]
    named = [v if several.field == "report" else s.label for v, s in zip(several.values, slices, strict=True)]
    draft.columns = [several.field, ctx.noun]
    draft.rows = [[str(name), n] for name, n in zip(named, counts, strict=True)]
    if several.field != "report":
        parts = [f"{s.label}: {say.number(n)}" for s, n in zip(slices, counts, strict=True)]
        draft.text.append(say.each_of(parts))


def _listed_singly(item: Filter) -> bool:
    """Several values named one by one; one name for them all is one thing."""
    return len(item.values) > 1 and item.op == "is" and not item.negated and not item.label


def _zero(ctx: Context, draft: Draft, value: Any) -> None:
    """Zero refusals of a place that Section I names: say what that number is, and that it is not this one."""
    if value != 0 or ctx.subject != "refusals" or ctx.query.measure.kind != "count":
        return
    places = [f for f in ctx.query.filters if f.field == "place" and not f.negated]
    counties = [v for f in places for v in f.values if isinstance(v, Place) and v.county]
    if not counties:
        return
    weeks: tuple[Filter, ...] = tuple(f for f in ctx.query.filters if f.field == "report")
    for place in counties:
        asked = Filter(field="place", values=(place,))
        measure = ctx.query.measure.model_copy(update={"kind": "total", "field": "issued"})
        _, rows = ctx.rerun(Query(subject="issued", measure=measure, filters=(asked, *weeks)))
        issued = rows[0][0] if rows else 0
        if not issued:
            continue
        name = value_name(place)
        draft.issued_instead = True
        draft.text.append(say.issued_there(name, issued, ctx.phrases.when))
        draft.figures.append(
            Figure(
                label=f"detainers issued to {name} (Section I, not refusals), {ctx.phrases.when}",
                value=issued,
                unit="count",
            )
        )
