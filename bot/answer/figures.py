"""Writers for a result that is one figure."""

from __future__ import annotations

from typing import Any

from bot.answer.answer import Cell, Figure, Unit
from bot.answer.asides import add_asides, add_issued, parts_told
from bot.answer.context import Context, Draft
from bot.answer.naming import report_name
from bot.answer.phrases import condition, phrases_of
from bot.answer.sources import asked_reports
from bot.answer.verdicts import of_figure
from bot.messages import answers as say
from bot.sql.compile import Role
from bot.sql.compile.footing import split_filters


def write_figure(ctx: Context) -> Draft:
    """One figure in a sentence; after corrections next; by report where there are a few."""
    row = ctx.rows[0] if ctx.rows else ()
    draft = Draft(columns=[c.name for c in ctx.plan.columns], rows=[list(row)])
    value = _cell(ctx, row, Role.VALUE)
    unit: Unit = ctx.plan.columns[ctx.plan.having(Role.VALUE)[0]].unit or "number"
    if value is None and ctx.subject == "issued":
        return Draft(declined="not_listed", text=[_not_listed(ctx)])
    draft.figures.append(Figure(label=label(ctx), value=value, unit=unit))
    draft.rounded = isinstance(value, float) and unit in ("number", "days") and not (value * 10).is_integer()
    draft.text.append(_sentence(ctx, row, value))
    add_asides(ctx, draft)
    after = add_corrected(ctx, draft, row, unit)
    add_issued(ctx, draft, value)
    draft.text.insert(0, of_figure(ctx, value, after))
    draft.figures += parts_told(ctx, label(ctx))
    return draft


def _not_listed(ctx: Context) -> str:
    """Why Section I has no figure: it lists others, or ICE took back the entries that it printed."""
    words = ctx.phrases
    before = _rerun_value(ctx, corrected=False) if ctx.query.corrected and ctx.footing.taken_back else None
    if before is None:
        return say.not_listed(words.where, words.when)
    return say.taken_back_whole(say.figure(before, "number", "total"), words.where, words.when, ctx.corrected_on())


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


def add_corrected(ctx: Context, draft: Draft, row: Any, unit: Unit) -> Cell:
    """The figure after corrections, or as published where the question asked for corrected ones; the former back."""
    after: Cell = None
    back = ctx.footing.taken_back
    nouns = say.noun(ctx.subject, back)
    at = ctx.plan.index(Role.CORRECTED)
    kind = ctx.query.measure.kind
    if ctx.both:
        after = row[at] if at is not None else _rerun_value(ctx, corrected=True)
        draft.figures.append(Figure(label=f"{draft.figures[0].label}, after ICE's corrections", value=after, unit=unit))
        draft.text.append(say.corrected(say.figure(after, unit, kind), ctx.corrected_on(), back, nouns))
    if ctx.query.corrected and back:
        before = _rerun_value(ctx, corrected=False)
        draft.figures.append(Figure(label=f"{draft.figures[0].label}, as published", value=before, unit=unit))
        draft.text.append(say.already_corrected(say.figure(before, unit, kind), ctx.corrected_on(), back, nouns))
    elif ctx.query.corrected:
        draft.text.append(say.nothing_taken_back(ctx.noun))
    return after


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
        of = f"listed {condition(subject, measure.of, ctx.edition)}" if measure.of else ""
        bound = query.having
        those = say.those_with(bound.op, bound.n, percent=bool(of), of=of) if bound else ""
        if query.having and measure.per:
            those = say.those_in(query.having.op, query.having.n, measure.per, str(measure.field))
        return say.different(value, str(measure.field), subject, base, when, those)
    if measure.kind == "total":
        return say.totalled(value, str(measure.field), base, when)
    if measure.kind == "statistic" and measure.per:
        return say.spread(str(measure.stat), value, subject, measure.per, whole, base, when)
    if measure.kind == "statistic":
        return say.statistic(str(measure.stat), str(measure.field), value, whole, subject, base, when)
    return _counted(ctx, value)


def _counted(ctx: Context, n: int) -> str:
    if ctx.subject == "reports" and n and all(f.field == "report" and not f.negated for f in ctx.query.filters):
        weeks = asked_reports(list(ctx.query.filters), sorted(ctx.edition.reports))
        return say.loaded(n, [report_name(ctx.edition, r) for r in weeks])
    scope, about = split_filters(ctx.query)
    if not about or ctx.query.corrected or not ctx.footing.whole:
        return say.counted(n, ctx.subject, ctx.phrases.base, ctx.phrases.when)
    base = phrases_of(ctx.subject, scope, ctx.edition)
    of = condition(ctx.subject, about, ctx.edition, listed_as=True)
    return say.counted_of(n, ctx.footing.whole, ctx.subject, base.base, of, base.when)
