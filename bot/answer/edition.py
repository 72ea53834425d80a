"""Facts of a database edition that every answer may need: read once an edition, by checked SQL like all else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.periods import Span, covered

Read = Callable[[str], Sequence[Sequence[Any]]]
"""Checks a statement, runs it, gives its rows."""

RELEASES = (
    "SELECT release, sample, quarantined, min(prepared_on), max(prepared_on) FROM foia_detainers "
    "GROUP BY release, sample, quarantined ORDER BY release"
)
REPORTS = (
    "SELECT report_id, period_start, period_end, posted_on, pages, sample, checks_failed, quarantined, declined_stated "
    "FROM reports ORDER BY report_id"
)
PASSAGES = (
    "SELECT report_id, section, topic, text, page, county, state, place, stated_by, stated_on FROM caveats "
    "ORDER BY report_id, page, section, text"
)
WITHDRAWALS = "SELECT report_id, section, county, state, posted_on, text FROM corrections ORDER BY correction_id"
SECTION_PAGES = {
    "I": "SELECT report_id, min(page), max(page) FROM issued GROUP BY report_id",
    "II": "SELECT report_id, min(page), max(page_to) FROM refusals GROUP BY report_id",
    "III": "SELECT report_id, min(page_from), max(page_to) FROM policies GROUP BY report_id",
}


@dataclass(frozen=True, slots=True)
class ReportFact:
    """A loaded weekly report."""

    report_id: str
    start: date
    end: date
    posted_on: date | None
    pages: int
    sample: bool
    checks_failed: int
    quarantined: int
    declined_stated: int | None


@dataclass(frozen=True, slots=True)
class ReleaseFact:
    """A loaded FOIA spreadsheet, by its file's name; first and last day on which a detainer in it was prepared."""

    name: str
    sample: bool
    quarantined: int
    start: date | None
    end: date | None
    checks_failed: int = 0
    """It states no totals that could fail."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that limits the figures. A dispute names its place and who reported it; it stands in no report."""

    report_id: str
    section: str
    topic: str
    text: str
    page: int | None
    county: str | None = None
    state: str | None = None
    place: str | None = None
    stated_by: str | None = None
    stated_on: date | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A place that ICE took back from a section of a report."""

    report_id: str
    section: str
    county: str
    state: str
    posted_on: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What is loaded. `name` tells one edition from the next."""

    name: str
    reports: dict[str, ReportFact]
    passages: tuple[Passage, ...]
    withdrawals: tuple[Withdrawal, ...]
    section_pages: dict[tuple[str, str], tuple[int, int]]
    """First and last page of a section, by (report_id, 'I' | 'II' | 'III')."""
    releases: dict[str, ReleaseFact] = field(default_factory=dict)
    """The FOIA spreadsheets: a family of their own, in no report."""

    @property
    def span(self) -> tuple[date, date] | None:
        """First and last day that the loaded reports cover."""
        if not self.reports:
            return None
        return min(r.start for r in self.reports.values()), max(r.end for r in self.reports.values())

    @property
    def runs(self) -> tuple[Span, ...]:
        """The days that the loaded reports cover: one run where no week in between is missing."""
        return covered((r.start, r.end) for r in self.reports.values())

    def report(self, report_id: str) -> ReportFact | None:
        """A loaded report, or None."""
        return self.reports.get(report_id)

    def document(self, name: str) -> ReportFact | ReleaseFact | None:
        """A loaded report by its id, or a spreadsheet by its file's name."""
        return self.reports.get(name) or self.releases.get(name)


def load_edition(name: str, read: Read) -> Edition:
    """Read the facts of the edition now in force."""
    reports = {row[0]: ReportFact(*row) for row in read(REPORTS)}
    return Edition(
        name=name,
        reports=reports,
        passages=tuple(Passage(*row) for row in read(PASSAGES)),
        withdrawals=tuple(Withdrawal(*row) for row in read(WITHDRAWALS)),
        section_pages=_section_pages(read),
        releases={row[0]: ReleaseFact(*row) for row in read(RELEASES)},
    )


def _section_pages(read: Read) -> dict[tuple[str, str], tuple[int, int]]:
    """Where each section's rows stand, from the rows themselves."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for section, statement in SECTION_PAGES.items():
        for report_id, first, last in read(statement):
            found[(report_id, section)] = (first, last)
    return found
