"""What is loaded and how sound it is: checks, rows set aside, text not read; and what the settings say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import make_url

if TYPE_CHECKING:
    from bot.settings import Settings

Lookup = Callable[[str], Sequence[tuple[Any, ...]]]
"""Rows of one of our own statements over the store's tables."""

_IN_FORCE = "FROM desk.base.{table} t JOIN desk.base.documents d USING (document_id) WHERE d.state = 'in_force'"
_REPORTS = (
    "SELECT r.source_document, r.report_id, r.period_start, r.period_end, r.file_name, r.sample, r.pages, r.posted_on, "
    "(SELECT count(*) FROM desk.base.issued i WHERE i.document_id = r.source_document), "
    "(SELECT count(*) FROM desk.base.refusals i WHERE i.document_id = r.source_document), "
    "(SELECT count(*) FROM desk.base.policies i WHERE i.document_id = r.source_document), "
    "(SELECT count(*) FROM desk.base.caveats i WHERE i.document_id = r.source_document) "
    "FROM desk.main.reports r ORDER BY r.report_id"
)
_CHECKS = f"SELECT t.document_id, t.name, t.stated, t.read, t.ok {_IN_FORCE.format(table='checks')}"
_QUARANTINE = f"SELECT t.document_id, t.section, t.page, t.reason {_IN_FORCE.format(table='quarantine')}"
_UNREAD = f"SELECT t.document_id, t.section, t.page, t.text {_IN_FORCE.format(table='unread')}"
_OTHERS = (
    "SELECT kind, file_name, posted_on, sample FROM desk.base.documents "
    "WHERE state = 'in_force' AND kind <> 'report' ORDER BY seq"
)
_TOTALS = "SELECT (SELECT count(*) FROM desk.main.corrections), (SELECT count(*) FROM desk.base.disputes)"


@dataclass(frozen=True, slots=True)
class Check:
    """A figure the report states against the one read."""

    name: str
    stated: int | None
    read: int | None
    ok: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """Something on a page: a row set aside and why, or text that was not read."""

    section: str
    page: int | None
    text: str


@dataclass(slots=True)
class ReportHealth:
    """A report in force."""

    report_id: str
    start: date
    end: date
    file_name: str
    sample: bool
    pages: int
    posted_on: date | None
    counts: dict[str, int]
    checks: list[Check] = field(default_factory=list)
    quarantine: list[Spot] = field(default_factory=list)
    unread: list[Spot] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Everything fits and nothing was set aside."""
        return all(c.ok for c in self.checks) and not self.quarantine


@dataclass(slots=True)
class Health:
    """The whole database."""

    reports: list[ReportHealth]
    others: list[dict[str, Any]]
    corrections: int
    disputes: int
    settings: dict[str, str]

    @property
    def sound(self) -> bool:
        """Whether every report is."""
        return all(r.sound for r in self.reports)

    def to_json(self) -> dict[str, Any]:
        """Plain data, with `sound` for the whole and for each report."""
        data = asdict(self)
        for report, found in zip(self.reports, data["reports"], strict=True):
            found["sound"] = report.sound
        return {"sound": self.sound, **data}


def examine(lookup: Lookup, settings: Settings, edition: str) -> Health:
    """Look at everything in force. Raises RunError when the database cannot be read."""
    reports = {row[0]: _report(row) for row in lookup(_REPORTS)}
    for document, name, stated, read, ok in lookup(_CHECKS):
        if document in reports:
            reports[document].checks.append(Check(name, stated, read, ok))
    for document, section, page, text in lookup(_QUARANTINE):
        if document in reports:
            reports[document].quarantine.append(Spot(section, page, text))
    for document, section, page, text in lookup(_UNREAD):
        if document in reports:
            reports[document].unread.append(Spot(section, page, text))
    others = [dict(zip(("kind", "file_name", "posted_on", "sample"), r, strict=True)) for r in lookup(_OTHERS)]
    corrections, disputes = lookup(_TOTALS)[0]
    return Health(list(reports.values()), others, corrections, disputes, shown_settings(settings, edition))


def _report(row: tuple[Any, ...]) -> ReportHealth:
    counts = dict(zip(("issued", "refusals", "policies", "caveats"), row[8:12], strict=True))
    _, report_id, start, end, file_name, sample, pages, posted_on = row[:8]
    return ReportHealth(report_id, start, end, file_name, sample, pages, posted_on, counts)


def shown_settings(settings: Settings, edition: str) -> dict[str, str]:
    """The settings as they stand, secrets only as set or not set."""
    return {
        "db": str(settings.db),
        "edition": edition,
        "state": make_url(settings.state).render_as_string(hide_password=True),
        "sources": " ".join(settings.watched) or "-",
        "model": settings.model or "offline",
        "words": str(settings.words) if settings.words else "-",
        "slack_bot_token": "set" if settings.slack_bot_token.get_secret_value() else "-",
        "slack_app_token": "set" if settings.slack_app_token.get_secret_value() else "-",
        "slack_signing_secret": "set" if settings.slack_signing_secret.get_secret_value() else "-",
        "slack_api_url": settings.slack_api_url,
    }
