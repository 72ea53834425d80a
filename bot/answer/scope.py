"""What bears on an answer: the facts of its rows that the caveat rules ask about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.answer.bearing import Bearing
from bot.answer.caveats import disputes
from bot.answer.context import Context, Draft
from bot.answer.edition import Edition
from bot.answer.execute import Ran
from bot.answer.naming import body_name, county_name, report_name
from bot.answer.sources import reports_in_scope
from bot.messages import answers as say
from bot.periods import days_in, reach, touched
from bot.query import Filter, Place, Query

MOST_UNFIT = 6


def bearing_of(ctx: Context, draft: Draft, ran: Sequence[Ran]) -> Bearing:
    """From the statements' lineage, the rows behind the answer and the places it names."""
    reports = tuple(reports_in_scope(ctx))
    asked = frozenset([*_asked_places(ctx.query), *_disputing_bodies(ctx)])
    bearing = Bearing(
        views=frozenset(v for r in ran for v in r.views),
        columns=frozenset(c for r in ran for c in r.columns),
        reports=reports,
        asked=asked,
        places=asked | frozenset(draft.places),
        topics=_topics(ctx.query),
        details=_details(ctx.edition, reports),
    )
    return replace(bearing, flags=frozenset(_flags(ctx, draft, bearing)))


def _flags(ctx: Context, draft: Draft, bearing: Bearing) -> Iterable[str]:
    facts = {
        "sample": any(_report(ctx.edition, r, "sample") for r in bearing.reports),
        "unreconciled": bool(_unsound(ctx.edition, bearing.reports)),
        "corrected": _corrected(ctx, bearing),
        "taken_back": ctx.footing.taken_back > 0,
        "disputed": bool(disputes(bearing, ctx.edition)),
        "zero": _nothing(ctx, draft),
        "listed": ctx.plan.shape in ("rows", "text", "extreme"),
        "over_reports": _over_reports(ctx),
        "issued_instead": draft.issued_instead,
        "beyond_loaded": _beyond(ctx.query, ctx.edition),
        "rounded": draft.rounded,
    }
    return [name for name, holds in facts.items() if holds]


def _report(edition: Edition, report_id: str, fact: str) -> bool:
    document = edition.document(report_id)
    return bool(document and getattr(document, fact))


def _unsound(edition: Edition, reports: Iterable[str]) -> list[str]:
    return [r for r in reports if _report(edition, r, "checks_failed") or _report(edition, r, "quarantined")]


def _corrected(ctx: Context, bearing: Bearing) -> bool:
    """Rows were taken back, or a county that the answer names was, in the section and the weeks it speaks of."""
    if ctx.query.corrected or ctx.footing.taken_back:
        return True
    sections = {s for s, view in (("I", "issued"), ("II", "refusals")) if view in bearing.views}
    return any(
        w.section in sections and w.report_id in bearing.reports and (w.county, w.state) in bearing.places
        for w in ctx.edition.withdrawals
    )


def _nothing(ctx: Context, draft: Draft) -> bool:
    if ctx.subject != "refusals":
        return False
    return not ctx.footing.rows or (ctx.plan.shape == "figure" and draft.figures[0].value == 0)


def _over_reports(ctx: Context) -> bool:
    query = ctx.query
    by_time = [d for d in query.group_by if d.field == "report" or (d.field == "declined_on" and d.bucket == "week")]
    sides = [f for s in query.slices for f in s.filters if f.field == "report"]
    facts = ctx.subject == "reports" and len(ctx.edition.reports) > 1 and (query.order is not None or len(ctx.rows) > 1)
    return bool(by_time) or len(sides) > 1 or facts


def _beyond(query: Query, edition: Edition) -> bool:
    span, runs = edition.span, edition.runs
    if span is None:
        return False
    for each in (f for f in _filters(query) if f.field == "declined_on"):
        days = [v for v in each.values if isinstance(v, date)]
        asked = reach(each.op, days, *span) if days else span
        if touched(asked, runs) < days_in(asked):
            return True
    return False


def _filters(query: Query) -> list[Filter]:
    return [*query.filters, *query.measure.of, *[f for s in query.slices for f in s.filters]]


def _asked_places(query: Query) -> list[tuple[str | None, str]]:
    values = [v for f in _filters(query) if f.field == "place" and not f.negated for v in f.values]
    return [(v.county, v.state) for v in values if isinstance(v, Place)]


def _disputing_bodies(ctx: Context) -> list[tuple[str | None, str]]:
    """Section III lists bodies by name: those asked about whose county disputes what is listed there."""
    named = {body_name(str(v)) for f in _filters(ctx.query) if f.field == "jurisdiction" for v in f.values}
    said = [(p.county, p.state) for p in ctx.edition.passages if p.topic == "disputed" and p.county and p.state]
    return [(county, state) for county, state in said if county_name(county, state) in named]


def _topics(query: Query) -> frozenset[str]:
    if query.subject != "caveats":
        return frozenset()
    return frozenset(str(v) for f in query.filters if f.field == "topic" and not f.negated for v in f.values)


def _details(edition: Edition, reports: Sequence[str]) -> dict[str, str]:
    """Words for the blanks in the desk's own wordings."""
    samples = [r for r in reports if _report(edition, r, "sample")]
    unsound = _unsound(edition, reports)
    named = unsound or samples
    files = [r for r in reports if r in edition.releases]
    details = {
        "weeks": say.the_files(named) if files else say.reports_of([report_name(edition, r) for r in named]),
        "is_are": "is" if len(named) == 1 else "are",
        "detail": "; ".join(_unfit(edition, r) for r in unsound[-MOST_UNFIT:]),
    }
    if files:
        days = [d for f in files for d in (edition.releases[f].start, edition.releases[f].end) if d]
        details |= {"files": say.the_files(files)}
        details |= {"first": say.day(min(days)), "last": say.day(max(days))} if days else {}
    elif edition.span:
        details["loaded"] = say.listed([say.week(*run) for run in edition.runs])
    return details


def _unfit(edition: Edition, report_id: str) -> str:
    report = edition.document(report_id)
    if report is None:
        return ""
    return say.unfit(report_name(edition, report_id), report.checks_failed, report.quarantined)
