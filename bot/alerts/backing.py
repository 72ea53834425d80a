"""What stands behind the numbers of alerts and of what follows on them: rows compared, figures asked for, days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from bot.alerts.changes import Change
from bot.alerts.documents import RowChange, Stated
from bot.answer.answer import Cell
from bot.backing import Backing, Part, quoting
from bot.messages import alerts as say
from bot.summary.content import Summary

_TOTALS = ("refused", "refused_standing", "issued_nationwide", "refused_before", "change")


def of_report(summary: Summary, week: str, before: str) -> Backing:
    """The headline of a report: its totals, and the week before."""
    held = {fact.key: fact.value for fact in summary.facts}
    return Backing.of(*(held.get(key) for key in _TOTALS), words=(week, before))


def of_changes(changes: Iterable[Change]) -> Backing:
    """Each change by what changed."""
    return Backing.of(named={c.what: Part.of(c.now, c.before, c.by, words=[c.what]) for c in changes})


def of_rows(rows: Iterable[RowChange]) -> Backing:
    """Rows that a revision touched: their numbers, their cells word for word, and how many there are of each kind."""
    rows = tuple(rows)
    counts = Counter((row.section, row.change) for row in rows).values()
    lines = {say.row_opening(row.section, row.row_no): Part.of(row.row_no, words=_cells(row)) for row in rows}
    return Backing.of(*counts, *_left_out(rows), named=lines)


def of_places(taken_back: Iterable[Stated], weeks: Iterable[str], totals: Iterable[int], on: date | None) -> Backing:
    """What ICE took back: for how many places, of which weeks, posted when, and what is left of their totals."""
    taken_back = tuple(taken_back)
    return Backing.of(len(taken_back), *_left_out(taken_back), *totals, on, words=weeks)


def of_filter(wish: str, now: int | None = None, before: int | None = None) -> Backing:
    """A subscriber's own line: his words, and the figures asked for him."""
    return quoting(wish).plus(Backing.of(now, before))


def of_figures(given_on: date, question: str, changes: Iterable[tuple[str, Cell, Cell]]) -> Backing:
    """An answer that no longer holds: each figure as it was given and as it is."""
    changes = tuple(changes)
    return quoting(question, *(what for what, _, _ in changes)).plus(
        Backing.of(given_on, *(cell for _, then, today in changes for cell in (then, today)))
    )


def _cells(row: RowChange) -> Iterator[str]:
    yield row.place
    for cell in row.cells:
        yield from cell


def _left_out(lines: tuple[object, ...]) -> Iterator[int]:
    yield max(0, len(lines) - say.LINES)
