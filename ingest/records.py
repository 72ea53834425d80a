"""What a document says, as plain data. Every record knows where on which page it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the top left corner of the visible page."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record was read: page of the file counted from 1, box on that page, and its last page."""

    page: int
    box: Box
    page_to: int

    @classmethod
    def on(cls, page: int, box: Box) -> Source:
        """A source that lies on one page."""
        return cls(page, box, page)


@dataclass(frozen=True, slots=True)
class IssuedCount:
    """A line of Section I: detainers issued (not declined) to a jurisdiction; `place` is as printed."""

    row_no: int
    place: str
    county: str
    state: str
    issued: int
    source: Source


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row of Section II: one declined detainer. `raw` holds the cells as printed, by column name."""

    row_no: int
    state: str
    county: str
    facility: str
    citizenship: str
    issued_on: date
    declined_on: date
    activity: str
    offense: str
    disposition: str
    source: Source
    raw: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Policy:
    """An entry of Section III. `enacted` is the first of the month, None where only a year is printed (`raw` keeps it);
    `criteria` are its bullets."""

    row_no: int
    jurisdiction: str
    place: str
    county: str
    state: str
    aor: str
    enacted: date | None
    policy: str
    criteria: tuple[str, ...]
    source: Source
    raw: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Caveat:
    """A paragraph that limits what the figures mean. `section` is 'cover' or 'I' to 'IV'."""

    section: str
    topic: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Correction:
    """One place taken back from one section of the report whose period starts on `period_start`."""

    period_start: date
    section: str
    county: str
    state: str
    effect: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A row that was read but failed a rule: why, and its cells as printed."""

    section: str
    reason: str
    cells: dict[str, str]
    source: Source


@dataclass(frozen=True, slots=True)
class Unread:
    """Text on a page that no rule could place."""

    section: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Check:
    """A figure that the document states (None where it states none) against the one read from its rows."""

    name: str
    stated: int | None
    read: int | None
    ok: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A weekly Declined Detainer Outcome Report, whole."""

    period_start: date
    period_end: date
    revised_on: date | None
    issued_nationwide: int | None
    issued_listed: int | None
    declined_stated: int | None
    pages: int
    sample: bool
    titles: dict[str, str]
    issued: tuple[IssuedCount, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    policies: tuple[Policy, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    corrections: tuple[Correction, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()
    unread: tuple[Unread, ...] = ()
    checks: tuple[Check, ...] = ()
    page_sizes: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction notice: the places that ICE took back, and the day it was posted."""

    posted_on: date | None
    corrections: tuple[Correction, ...]
    pages: int
    sample: bool
    unread: tuple[Unread, ...] = ()
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Posting:
    """A line of an index page: the report of this period was posted on this day, under this link."""

    period_start: date | None
    posted_on: date | None
    link: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    """An index page: links with posting dates, and corrections stated on the page itself."""

    postings: tuple[Posting, ...]
    corrections: tuple[Correction, ...]
    corrections_posted_on: date | None
    sample: bool
    unread: tuple[Unread, ...] = ()
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class FoiaDetainer:
    """A line of a FOIA detainer spreadsheet: one detainer that ICE prepared. `cell_row` is the sheet's own row."""

    sheet: str
    cell_row: int
    prepared_on: date | None
    facility: str
    facility_code: str
    city: str
    state: str
    aor: str
    citizenship: str
    gender: str
    criminality: str
    charge: str
    lift_reason: str
    detainer_type: str
    person: str


@dataclass(frozen=True, slots=True)
class FoiaFile:
    """A FOIA detainer spreadsheet, whole."""

    detainers: tuple[FoiaDetainer, ...]
    quarantined: tuple[Quarantined, ...]
    sample: bool


Document = Report | Notice | IndexPage | FoiaFile
