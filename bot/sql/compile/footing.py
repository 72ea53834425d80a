"""What an answer stands on: per report and page, how many of the rows behind it, and how many ICE took back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from bot.query import Filter, Query
from bot.sql.compile import nodes
from bot.sql.compile.conditions import all_of, conditions, of_either
from bot.sql.compile.fields import has_column, has_field
from bot.sql.compile.plan import ROW_CAP

# Filters that say which rows are looked at; the others say what about them. "76 of 154": convictions, of Travis's.
SCOPE_FIELDS = (
    "place", "state", "county", "report", "declined_on", "posted_on", "section", "release", "prepared_on",
)  # fmt: skip


def compile_footing(query: Query) -> str | None:
    """Columns: report_id (or a spreadsheet's name), page, rows, withdrawn, of_all (rows in the same scope, all kinds).

    None for reports.
    The lines come in no order: sorting a dozen of them cost the engine a third of the statement.
    The rows are those that pass the filters and, in a comparison, one of its slices.
    """
    subject = query.subject
    document = next((name for name in ("report_id", "release") if has_column(subject, name)), None)
    if subject == "reports" or document is None:
        return None
    scope, about = split_filters(query)
    page = next((p for p in ("page", "page_from") if has_column(subject, p)), None)
    meant = _meant(subject, about, query)
    outputs = [nodes.named(_count(meant), "found")]
    if has_column(subject, "withdrawn"):
        outputs.append(nodes.named(_count([*meant, exp.column("withdrawn")]), "taken_back"))
    outputs.append(nodes.named(_count([]), "of_all"))
    keys = [document, *([page] if page else [])]
    select = nodes.select([*map(exp.column, keys), *outputs], subject)
    select = select.where(*conditions(subject, scope), copy=False).group_by(*map(exp.column, keys), copy=False)
    return nodes.text_of(select)


def split_filters(query: Query) -> tuple[list[Filter], list[Filter]]:
    """The filters that say where and when, and the rest."""
    scope = [
        f
        for f in query.filters
        if f.field in SCOPE_FIELDS and (f.field != "place" or has_field(query.subject, "place"))
    ]
    return scope, [f for f in query.filters if f not in scope]


def _meant(subject: str, about: Sequence[Filter], query: Query) -> list[exp.Expr]:
    meant = conditions(subject, about)
    either = of_either(subject, query.slices)
    if either is not None:
        meant.append(either)
    return meant


def _count(meant: Sequence[exp.Expr]) -> exp.Expr:
    counted: exp.Expr = exp.Count(this=exp.Star(), big_int=True)
    passing = all_of(c.copy() for c in meant)
    return counted if passing is None else exp.Filter(this=counted, expression=exp.Where(this=passing))


def compile_marks(query: Query) -> str | None:
    """The rows behind an answer with where they stand: report_id, page, x0, top, x1, bottom, source_document.

    For a share these are the rows of the numerator. None for facts that stand in no row (report totals).
    """
    subject = query.subject
    page = next((p for p in ("page", "page_from") if has_column(subject, p)), None)
    if page is None or not has_column(subject, "x0"):
        return None
    scope, about = split_filters(query)
    wanted = [*conditions(subject, scope), *_meant(subject, [*about, *query.measure.of], query)]
    if query.corrected and has_column(subject, "withdrawn"):
        wanted.append(exp.not_(exp.column("withdrawn"), copy=False))
    keys = ["report_id", page, *[k for k in ("row_no", "top") if has_column(subject, k)]]
    shown = ("report_id", page, "x0", "top", "x1", "bottom", "source_document")
    select = nodes.select(map(exp.column, shown), subject).where(*wanted, copy=False)
    return nodes.text_of(nodes.limited(select.order_by(*map(_ascending, keys), copy=False), ROW_CAP))


def _ascending(name: str) -> exp.Expr:
    return exp.Ordered(this=exp.column(name), nulls_first=False)
