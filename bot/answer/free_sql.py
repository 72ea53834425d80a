"""An answer by a statement that a chat model wrote: rows from the statement, everything else from its lineage.

The statement was checked and held against the question's words before (`bot.understand.model.ground_sql`); here it is
checked once more, run, and answered without any word of the model: columns are named by what they hold, a figure is
only given for a single cell, and the statement is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from bot.answer.answer import Answer, Cell, Figure, Source, Unit
from bot.answer.bearing import Bearing
from bot.answer.caveats import bearing_caveats, disputes
from bot.answer.edition import Edition
from bot.answer.execute import NotRun, Ran
from bot.answer.ground import Ground
from bot.answer.lineage import Lineage as Rests
from bot.messages import model as say
from bot.sql.checker import Checker
from bot.sql.lineage import Lineage
from bot.sql.result import Result
from bot.sql.verdict import Accepted, Refused

SECTIONS = {"issued": "I", "refusals": "II", "policies": "III"}
MARKED = ("issued", "refusals")
"""Views whose rows ICE may have taken back."""
MOST_ROWS = 1_000


class Runs(Protocol):
    """Runs an accepted statement."""

    def run(self, accepted: Accepted, *, max_rows: int = ...) -> Result: ...


Used = Callable[[Lineage], frozenset[str]]
"""The columns that a statement's figures rest on, for the caveat rules."""


def answer_sql(sql: str, checker: Checker, runner: Runs, edition: Edition, used: Used) -> Answer:
    """Run one statement and answer it. Raises NotRun when the checker refuses it, RunError when it cannot finish."""
    accepted = _checked(sql, checker)
    result = runner.run(accepted, max_rows=MOST_ROWS)
    lineage = accepted.lineage
    reports = tuple(lineage.reports or sorted(edition.reports))
    figures, later, again = _figures(sql, result, lineage, checker, runner)
    ran = [Ran(accepted.sql, list(result.rows), frozenset(lineage.views), used(lineage), result.truncated), *again]
    bearing = _bearing(
        lineage, used(lineage), reports, edition, taken_back=later is not None, rounded=_fraction(result)
    )
    text = _text(result, figures)
    if later is not None:
        figures.append(Figure(label=say.SQL_VALUE_CORRECTED, value=later, unit=figures[0].unit))
        text += " " + say.sql_corrected(_words(later, figures[0].unit))
    return Answer(
        status="answered",
        text=f"{text} {say.READ_AS_SQL}",
        figures=figures,
        columns=_names(sql, result),
        rows=[[_cell(v) for v in row] for row in result.rows],
        sql=accepted.sql,
        reading=f"{say.READ_AS_SQL} {' '.join(accepted.sql.split())}",
        caveats=bearing_caveats(bearing, edition),
        sources=_sources(lineage, reports, edition),
        truncated=result.truncated,
        edition=edition.name,
        lineage=_rests_on(bearing),
        ground=Ground(tuple(ran), (), edition),
    )


def _rests_on(bearing: Bearing) -> Rests:
    """Places are left open: a condition on them may limit a part of the statement only."""
    return Rests(views=tuple(sorted(bearing.views)), columns=tuple(sorted(bearing.columns)), reports=bearing.reports)


def _checked(sql: str, checker: Checker) -> Accepted:
    verdict = checker.check(sql)
    if isinstance(verdict, Refused):
        raise NotRun(verdict.code, verdict.message)
    return verdict


def _figures(
    sql: str, result: Result, lineage: Lineage, checker: Checker, runner: Runs
) -> tuple[list[Figure], int | float | None, list[Ran]]:
    """The figure of a single cell, and the same without rows taken back, where that differs, with its statement."""
    if len(result.rows) != 1 or len(result.columns) != 1:
        return [], None, []
    value = _cell(result.rows[0][0])
    if not isinstance(value, int | float | date) or isinstance(value, bool):
        return [], None, []
    figure = Figure(label=say.SQL_VALUE, value=value, unit=_unit(sql, value))
    if not lineage.withdrawn or lineage.asks_withdrawn or isinstance(value, date):
        return [figure], None, []
    accepted = _checked(without_taken_back(sql), checker)
    other = runner.run(accepted, max_rows=1)
    after = _cell(other.rows[0][0]) if other.rows else None
    ran = Ran(accepted.sql, list(other.rows), frozenset(lineage.views), frozenset())
    differs = isinstance(after, int | float) and after != value
    return [figure], after if differs and isinstance(after, int | float) else None, [ran]


def without_taken_back(sql: str) -> str:
    """The same statement over the rows that ICE did not take back."""
    import sqlglot
    from sqlglot import exp

    tree = sqlglot.parse_one(sql, read="duckdb")
    for select in list(tree.find_all(exp.Select)):
        source = select.args.get("from_")
        table = source.this if isinstance(source, exp.From) else None
        if isinstance(table, exp.Table) and table.name.lower() in MARKED:
            select.where(exp.not_(exp.column("withdrawn", table=table.alias_or_name)), copy=False)
    return tree.sql(dialect="duckdb")


def _unit(sql: str, value: Cell) -> Unit:
    if isinstance(value, date):
        return "date"
    if "/" in sql and "100" in sql:
        return "percent"
    return "count" if isinstance(value, int) else "number"


def _names(sql: str, result: Result) -> list[str]:
    """A plain column keeps the view's name for it; what was worked out is named by its place, never by an alias."""
    import sqlglot
    from sqlglot import exp

    tree = sqlglot.parse_one(sql, read="duckdb")
    shown = [e.unalias() for e in tree.selects] if isinstance(tree, exp.Select) else []
    if len(shown) != len(result.columns):
        return [f"value_{at}" for at in range(1, len(result.columns) + 1)]
    return [e.name if isinstance(e, exp.Column) else f"value_{at}" for at, e in enumerate(shown, start=1)]


def _cell(value: Any) -> Cell:
    from decimal import Decimal

    plain: Cell = float(value) if isinstance(value, Decimal) else value
    return plain


def _fraction(result: Result) -> bool:
    cells = [_cell(v) for row in result.rows for v in row]
    return any(isinstance(cell, float) and not cell.is_integer() for cell in cells)


def _text(result: Result, figures: list[Figure]) -> str:
    if figures:
        return say.sql_figure(_words(figures[0].value, figures[0].unit))
    return say.sql_rows(len(result.rows)) if result.rows else say.NOTHING_FOUND


def _words(value: Cell, unit: Unit) -> str:
    plain = f"{value:,.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return f"{plain}%" if unit == "percent" else plain


def _bearing(
    lineage: Lineage,
    columns: frozenset[str],
    reports: tuple[str, ...],
    edition: Edition,
    *,
    taken_back: bool,
    rounded: bool,
) -> Bearing:
    counties = [value for column, value in lineage.places if column == "county"]
    states = [value for column, value in lineage.places if column == "state"]
    pairs: set[tuple[str | None, str]] = {(c, s) for c in counties for s in states}
    asked = frozenset(pairs or {(None, s) for s in states})
    facts = [edition.report(r) for r in reports]
    bearing = Bearing(frozenset(lineage.views), columns, frozenset(), reports, asked, asked)
    near = [w for w in edition.withdrawals if w.report_id in reports and (w.county, w.state) in asked]
    flags = {
        "sample": any(f is not None and f.sample for f in facts),
        "unreconciled": any(f is not None and (f.checks_failed or f.quarantined) for f in facts),
        "taken_back": taken_back or lineage.asks_withdrawn,
        "corrected": taken_back or lineage.asks_withdrawn or bool(near),
        "disputed": bool(disputes(bearing, edition)),
        "rounded": rounded,
        "over_reports": any("report_id" in columns for columns in lineage.shown.values()) and len(reports) > 1,
    }
    held = frozenset(name for name, holds in flags.items() if holds)
    return Bearing(bearing.views, bearing.columns, held, reports, asked, asked)


def _sources(lineage: Lineage, reports: tuple[str, ...], edition: Edition) -> list[Source]:
    """The sections read: a statement of its own does not tell which rows of them passed."""
    found = []
    for report in reports:
        sections = [SECTIONS.get(view, "I") for view in lineage.views]
        spans = [edition.section_pages[report, s] for s in sections if (report, s) in edition.section_pages]
        pages = sorted({page for first, last in spans for page in range(first, last + 1)})
        found.append(Source(report=report, pages=pages or [1]))
    return found
