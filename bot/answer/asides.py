"""What is said beside a figure: yes or no, each of several values, each report, and what a zero is not."""

from __future__ import annotations

from typing import Any

from bot.answer.answer import Figure
from bot.answer.context import Context, Draft
from bot.answer.naming import report_name, value_name
from bot.answer.phrases import phrases_of
from bot.answer.sources import asked_reports
from bot.messages import answers as say
from bot.query import Filter, Place, Query, Slice
from bot.sql.compile import Role
from bot.sql.compile.footing import split_filters

_MOST_REPORTS = 6
SECTION_ONE_CITY = Place(state="New York", county="New York City")
"""One entry of Section I, five counties of Section II."""


def add_asides(ctx: Context, draft: Draft) -> None:
    """Sentences after the one that states the figure."""
    _each_value(ctx, draft)
    if _told_by_report(ctx):
        draft.text.append(say.by_report([_of_report(ctx, r) for r in sorted(ctx.footing.of_all)]))
    _listed_only_in(ctx, draft)
    if ctx.subject == "policies" and ctx.query.measure.kind == "count" and len(ctx.footing.of_all) > 1:
        draft.text.append(say.POLICIES_REPEAT)


def parts_told(ctx: Context, label: str) -> list[Figure]:
    """The further numbers of the sentence as figures of their own: the whole, each report's, what was taken back."""
    found = []
    scope, about = split_filters(ctx.query)
    whole = phrases_of(ctx.subject, scope, ctx.edition)
    counts = ctx.query.measure.kind == "count" and not ctx.query.corrected
    if counts and about and ctx.footing.whole:
        found.append(Figure(label=say.all_of(ctx.noun, whole.base, whole.when), value=ctx.footing.whole, unit="count"))
    for report in sorted(ctx.footing.of_all) if _told_by_report(ctx) else ():
        week = report_name(ctx.edition, report)
        found.append(Figure(label=say.in_report(label, week), value=ctx.footing.found[report], unit="count"))
        if about:
            named = say.in_report(say.all_of(ctx.noun, whole.base, whole.when), week)
            found.append(Figure(label=named, value=ctx.footing.of_all[report], unit="count"))
    if ctx.footing.taken_back and (ctx.both or ctx.query.corrected):
        named = say.taken_back_of(ctx.noun)
        found.append(Figure(label=named, value=ctx.footing.taken_back, unit="count"))
    return found


def _told_by_report(ctx: Context) -> bool:
    """A count over two to six reports is told for each of them too."""
    counts = ctx.query.measure.kind == "count" and not ctx.query.corrected and ctx.footing.rows > 0
    return counts and 2 <= len(ctx.footing.of_all) <= _MOST_REPORTS


def _of_report(ctx: Context, report: str) -> str:
    """'70 of 142 (Jan 28 – Feb 3, 2017)'."""
    _, about = split_filters(ctx.query)
    of = f" of {say.number(ctx.footing.of_all[report])}" if about else ""
    return f"{say.number(ctx.footing.found[report])}{of} ({report_name(ctx.edition, report)})"


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


def add_issued(ctx: Context, draft: Draft, value: Any) -> None:
    """Zero refusals of a place that Section I names, or detainers issued taken for refusals: what that number is."""
    if ctx.subject != "refusals" or ctx.query.measure.kind != "count":
        return
    claim = ctx.query.claim
    supposed = claim.n if claim is not None and claim.op == "is" and claim.n != value else None
    if value != 0 and supposed is None:
        return
    places = [f for f in ctx.query.filters if f.field == "place" and not f.negated]
    named = [
        f.model_copy(update={"values": (v,)}) for f in places for v in f.values if isinstance(v, Place) and v.county
    ]
    whole = [f.model_copy(update={"values": (SECTION_ONE_CITY,)}) for f in places if f.label == SECTION_ONE_CITY.county]
    for place in whole or named:
        _issued(ctx, draft, place, None if value == 0 else supposed)
    if not places and supposed is not None:
        _issued(ctx, draft, None, supposed)


def _issued(ctx: Context, draft: Draft, place: Filter | None, supposed: float | None) -> None:
    """The detainers issued to a place (or nationwide); only in the weeks where they are the number supposed, if any."""
    filters = [f for f in ctx.query.filters if f.field == "report"] + ([place] if place else [])
    subject, field = ("issued", "issued") if place else ("reports", "issued_nationwide")
    plan = {"subject": subject, "measure": {"kind": "total", "field": field}, "filters": filters}
    compiled, rows = ctx.rerun(Query.model_validate({**plan, "group_by": [{"field": "report"}]}))
    found = {str(row[0]): int(row[1]) for row in rows if row[1]}
    one = next((r for r in sorted(found, reverse=True) if found[r] == supposed), None)
    when, issued = ctx.phrases.when, sum(found.values())
    if one is not None and issued != supposed:
        when, issued = phrases_of(subject, (Filter(field="report", values=(one,)),), ctx.edition).when, found[one]
    if not issued or supposed not in (None, issued):
        draft.unused.add(compiled.sql)
        return
    draft.issued_instead = True
    name = value_name(place.values[0]) if place else ""
    draft.text.append(say.issued_there(name, issued, when))
    draft.figures.append(Figure(label=say.issued_label(name, when), value=issued, unit="count"))
