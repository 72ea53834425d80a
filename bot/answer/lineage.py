"""What an answer rests on, as the state store keeps it: later corrections and revisions are held against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from bot.query import Filter, Place, Query

if TYPE_CHECKING:
    from bot.answer.bearing import Bearing
    from bot.answer.context import Context, Draft


class Lineage(BaseModel):
    """views and columns ('view.column'): what the statements work with. reports: every one that was looked into, those
    included in which nothing was found: a revision may add rows there. places: (county, state) to which all that was
    counted is limited, a state alone with county None; none: everywhere.

    Which rows: those on `pages` (by report) that pass the plan's filters, which is kept beside; `rows` names them
    singly, as (report_id, row_no), where the answer lists them.
    """

    model_config = ConfigDict(frozen=True)

    views: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    places: tuple[tuple[str | None, str], ...] = ()
    pages: dict[str, tuple[int, ...]] = {}
    rows: tuple[tuple[str, int], ...] = ()


def lineage_of(ctx: Context, draft: Draft, bearing: Bearing) -> Lineage:
    """The lineage of an answer to a plan."""
    return Lineage(
        views=tuple(sorted(bearing.views)),
        columns=tuple(sorted(bearing.columns)),
        reports=tuple(sorted({*_looked_into(ctx), *bearing.reports})),
        places=_places(ctx.query),
        pages={report: tuple(sorted(set(pages))) for report, pages in ctx.footing.pages.items()},
        rows=_rows(draft),
    )


def _looked_into(ctx: Context) -> set[str]:
    """The loaded reports that the plan does not leave out, rows or none; spreadsheets are in no report."""
    if ctx.subject == "foia_detainers":
        return set()
    from bot.answer.sources import asked_reports

    loaded = sorted(ctx.edition.reports)
    own = [f for f in ctx.query.filters if f.field == "report" and f.op == "is"]
    sides = [[f for f in s.filters if f.field == "report" and f.op == "is"] for s in ctx.query.slices] or [[]]
    return {report for side in sides for report in asked_reports([*own, *side], loaded)}


def _places(query: Query) -> tuple[tuple[str | None, str], ...]:
    """A share's own condition limits nothing: its denominator lies beyond it."""
    named = _named(query.filters)
    sides = [_named(s.filters) for s in query.slices]
    if not named and sides and all(sides):
        named = [place for side in sides for place in side]
    return tuple(dict.fromkeys(named))


def _named(filters: Sequence[Filter]) -> list[tuple[str | None, str]]:
    places = next((f for f in filters if f.field == "place" and f.op == "is" and not f.negated), None)
    return [(v.county, v.state) for v in places.values if isinstance(v, Place)] if places else []


def both(lineages: Sequence[Lineage]) -> Lineage:
    """Of an answer of several parts: all that any of them rests on."""
    pages: dict[str, set[int]] = {}
    for each in lineages:
        for report, on in each.pages.items():
            pages.setdefault(report, set()).update(on)
    everywhere = any(not each.places for each in lineages)
    return Lineage(
        views=_union(each.views for each in lineages),
        columns=_union(each.columns for each in lineages),
        reports=_union(each.reports for each in lineages),
        places=() if everywhere else tuple(dict.fromkeys(p for each in lineages for p in each.places)),
        pages={report: tuple(sorted(on)) for report, on in pages.items()},
        rows=tuple(dict.fromkeys(row for each in lineages for row in each.rows)),
    )


def _union(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({name for part in parts for name in part}))


def _rows(draft: Draft) -> tuple[tuple[str, int], ...]:
    if not {"report_id", "row_no"} <= set(draft.columns):
        return ()
    report, number = draft.columns.index("report_id"), draft.columns.index("row_no")
    return tuple((str(row[report]), int(str(row[number]))) for row in draft.rows if row[number] is not None)
