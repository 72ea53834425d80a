"""What the loaded FOIA spreadsheets hold: their files with the days they span, and the countries they write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from ingest.vocabulary.countries import canonical_country

QUERIES: dict[str, str] = {
    "releases": (
        "SELECT release, sample, quarantined, min(prepared_on), max(prepared_on), count(*) FROM foia_detainers"
        " GROUP BY release, sample, quarantined ORDER BY release"
    ),
    "countries": "SELECT DISTINCT citizenship FROM foia_detainers WHERE citizenship IS NOT NULL",
}
"""Plain SELECTs over the query view, by name."""


class Release(NamedTuple):
    """A loaded spreadsheet. `start` and `end` are the first and last day on which a detainer in it was prepared."""

    name: str
    sample: bool
    quarantined: int
    start: date | None
    end: date | None
    rows: int

    @property
    def checks_failed(self) -> int:
        """A spreadsheet states no totals that could be held against its rows."""
        return 0


@dataclass(frozen=True, slots=True)
class FoiaNames:
    """Files and countries of one edition."""

    releases: tuple[Release, ...] = ()
    countries: tuple[str, ...] = ()

    @classmethod
    def build(cls, rows: Mapping[str, Sequence[Sequence[Any]]]) -> FoiaNames:
        """From the rows of `QUERIES`, by the same names."""
        return cls(tuple(Release(*row) for row in rows["releases"]), tuple(row[0] for row in rows["countries"]))

    @property
    def span(self) -> tuple[date, date] | None:
        """First and last day of all files."""
        days = [d for r in self.releases for d in (r.start, r.end) if d]
        return (min(days), max(days)) if days else None

    def written(self, country: str) -> tuple[str, ...]:
        """How the files write a country of the vocabulary; nothing where none of theirs is it for certain."""
        found = [(name, canonical_country(name)) for name in self.countries]
        return tuple(name for name, known in found if known is not None and known.name == country)
