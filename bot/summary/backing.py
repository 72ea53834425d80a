"""What stands behind the numbers of a summary's messages: its figures and its tables, as rows gave them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.answer.answer import Caveat, Cell
from bot.backing import Backing, Part, quotation, row_name
from bot.messages import summary as say
from bot.summary.content import Bars, Listing, Section, Summary, Trend
from bot.summary.forms.cells import cell
from bot.summary.naming import place_name

_NAMED = ("places", "issued", "offenses", "citizenships")
"""Tables whose first cells are what a sentence counts."""


def of_head(summary: Summary) -> Backing:
    """The channel's message: the week's figures, and the first sentence of three sections."""
    told = [s for s in summary.sections if s.key in ("totals", "disposition", "places", "policies")]
    parts = [_of_section(section) for section in told]
    return _week(summary).plus(*parts, of_caveats(summary.caveats))


def of_section(summary: Summary, section: Section) -> Backing:
    """One message of the thread: the section's own figures and rows, and the week's total."""
    totals = (f.value for f in summary.facts if f.key in ("refused", "refused_standing"))
    return _week(summary).plus(_of_section(section), Backing.of(*totals))


def of_caveats(caveats: Sequence[Caveat]) -> Backing:
    """Quotations with the page and the report they stand on."""
    named: dict[str, Part] = {}
    for each in caveats:
        quoted = quotation(each.text, each.page, each.report)
        named |= quoted | {f"{say.short_opening(each)}{opening}": part for opening, part in quoted.items()}
    return Backing.of(named=named)


def of_sources(summary: Summary) -> Backing:
    """The caveats, and below them the reports with their pages."""
    pages = [page for source in summary.sources for page in source.pages]
    reports = [source.report for source in summary.sources]
    return of_caveats(summary.caveats).plus(Backing.of(*pages, *reports))


def of_chart(chart: Bars | Trend) -> Backing:
    """What is written on a picture."""
    if isinstance(chart, Trend):
        told = [Part.of(w.start, w.refusals, w.standing) for w in chart.weeks]
        return Backing.of(len(chart.weeks), named={say.day(w.start): p for w, p in zip(chart.weeks, told, strict=True)})
    return Backing.of(named={name: Part.of(n) for name, n in zip(chart.labels, chart.values, strict=True)})


def _week(summary: Summary) -> Backing:
    """The weeks that a summary may name."""
    begun = [summary.period_start, *(date.fromisoformat(r) for r in (summary.previous,) if r)]
    before = summary.period_start - timedelta(days=7)
    weeks = [say.week(start, start + timedelta(days=6)) for start in begun]
    return Backing.of(before, summary.posted_on, words=[*weeks, say.week(summary.period_start, summary.period_end)])


def _of_section(section: Section) -> Backing:
    facts = [fact.value for fact in section.facts]
    counts = [n for table in section.listings for n in _counts(table)]
    texts = [*say.AGES.values(), say.WEEK_SHAPE] if section.key in ("age", "checks") else []
    named = {name: part for table in section.listings for name, part in _rows(table)}
    ones = Backing.of(*facts, *counts, *_told(section), words=texts, named=named)
    return ones if section.chart is None else ones.plus(of_chart(section.chart))


def _counts(table: Listing) -> Iterator[int]:
    """How many rows there are, and how many are left out: by a short table, by a sentence that names six or three."""
    yield from (len(table.rows), max(0, len(table.rows) - table.shown), max(0, len(table.rows) - 6))


def _told(section: Section) -> Iterator[Cell]:
    """Cells that a sentence tells without their name: the few of a short table, and every text and day with digits."""
    yield from section.quoted
    for table in section.listings:
        for row in table.rows:
            for value in row:
                if table.key in ("disposition", "ages") or isinstance(value, str | date):
                    yield value


def _rows(table: Listing) -> Iterator[tuple[str, Part]]:
    for row in table.rows:
        texts = [cell(column, value) for column, value in zip(table.columns, row, strict=True)]
        part = Part.of(*row, words=texts)
        first = next((at for at, value in enumerate(row) if _is_number(value)), len(row))
        yield row_name(texts[:first]), part
        if table.key in _NAMED:
            yield (place_name(row[0], row[1]) if table.columns[:2] == ("county", "state") else texts[0]), part


def _is_number(value: Cell) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
