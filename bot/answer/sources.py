"""The pages an answer stands on: those of its rows, or of the section searched where nothing was found.

That holds report by report: "2 of 3 (week 1); 0 of 2 (week 3)" stands on the pages of those two as well.
"""

from __future__ import annotations

from bot.answer.answer import Source
from bot.answer.context import Context
from bot.messages import answers as say
from bot.query import Filter, Place

SECTION = {"issued": "I", "refusals": "II", "policies": "III"}
DISPUTED = "disputed"
_FACT_SECTION = {"issued_nationwide": "I", "declined_stated": "II"}


def sources(ctx: Context) -> list[Source]:
    """A report each, oldest first, with its pages in order."""
    if ctx.subject == "foia_detainers":  # a spreadsheet has no pages
        return [Source(report=name, pages=[]) for name in reports_in_scope(ctx)]
    if _said(ctx) == {DISPUTED}:
        return [Source(report=say.REGISTER, pages=[])]
    if ctx.subject == "corrections":  # a row's page is that of the notice; what it takes back stands in the report
        held = reports_in_scope(ctx) if ctx.rows else []
        return [*(Source(report=r, pages=_taken_back(ctx, r)) for r in held), Source(report=say.NOTICE, pages=[])]
    index = [Source(report=say.INDEX_PAGE, pages=[])] if ctx.subject == "reports" and _posting(ctx) else []
    if index and not set(ctx.query.measure.fields) - {"posted_on"}:
        return index
    return [*_of_reports(ctx), *index]


def _posting(ctx: Context) -> bool:
    """Whether a day of posting is told or asked by: no report prints its own, the index page does."""
    fields = [*ctx.query.measure.fields, ctx.query.measure.field, *(f.field for f in ctx.query.filters)]
    return "posted_on" in fields


def _said(ctx: Context) -> set[str]:
    """The topics of the passages asked for."""
    if ctx.subject != "caveats":
        return set()
    return {str(v) for f in ctx.query.filters if f.field == "topic" and not f.negated for v in f.values}


def _of_reports(ctx: Context) -> list[Source]:
    if ctx.footing.pages:
        found = {r: sorted(set(p)) for r, p in ctx.footing.pages.items()}
        none = {r: _around(ctx, r) for r, n in ctx.footing.of_all.items() if n and r not in found}  # "0 of 2"
        return [Source(report=r, pages=p) for r, p in sorted({**none, **found}.items())]
    return [Source(report=r, pages=_around(ctx, r)) for r in reports_in_scope(ctx)]


def _around(ctx: Context, report_id: str) -> list[int]:
    """The pages of the rows among which none was found; of the whole section where there are no such rows either."""
    return sorted(set(ctx.footing.pages_of_all.get(report_id, ()))) or _searched(ctx, report_id)


def reports_in_scope(ctx: Context) -> list[str]:
    """The reports that hold the rows; without rows, those asked about."""
    held = [r for r, n in ctx.footing.found.items() if n]
    if held:
        return sorted(held)
    if ctx.subject == "foia_detainers":
        asked = [str(v) for f in ctx.query.filters if f.field == "release" for v in f.values]
        return sorted(asked or ctx.edition.releases)
    if ctx.subject == "reports" and ctx.rows and ctx.plan.columns[0].name == "report_id":
        return sorted({str(row[0]) for row in ctx.rows})
    filters = [f for f in ctx.query.filters if f.field == "report" and f.op == "is"]
    filters += [f for s in ctx.query.slices for f in s.filters if f.field == "report" and f.op == "is"]
    return asked_reports(filters, sorted(ctx.edition.reports))


def asked_reports(filters: list[Filter], loaded: list[str]) -> list[str]:
    """The loaded reports that these filters leave."""
    wanted = {str(v) for f in filters if not f.negated for v in f.values}
    unwanted = {str(v) for f in filters if f.negated for v in f.values}
    return [r for r in loaded if (r in wanted or not wanted) and r not in unwanted]


def _searched(ctx: Context, report_id: str) -> list[int]:
    section = SECTION.get(ctx.subject)
    if ctx.subject == "reports":
        fields = [*ctx.query.measure.fields, ctx.query.measure.field]
        section = next((_FACT_SECTION[f] for f in fields if f in _FACT_SECTION), None)
        span = ctx.edition.section_pages.get((report_id, section)) if section else None
        return [span[0]] if span else [1]
    span = ctx.edition.section_pages.get((report_id, section)) if section else None
    return list(range(span[0], span[1] + 1)) if span else [1]


def _taken_back(ctx: Context, report_id: str) -> list[int]:
    """The pages of the sections from which ICE took something back, of the places asked about."""
    asked = {(v.county, v.state) for f in ctx.query.filters for v in f.values if isinstance(v, Place) and v.county}
    back = [w for w in ctx.edition.withdrawals if w.report_id == report_id]
    sections = {w.section for w in back if not asked or (w.county, w.state) in asked}
    spans = [ctx.edition.section_pages.get((report_id, section)) for section in sorted(sections)]
    return sorted({page for span in spans if span for page in range(span[0], span[1] + 1)}) or [1]
