"""The state of a database: what is loaded, which checks failed, what stands in quarantine, what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ingest import messages
from ingest.records import Box
from ingest.store import database
from ingest.unknown_values import unknown_values

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Check:
    """A figure that a document states against the one read."""

    name: str
    stated: int | None
    read: int | None
    ok: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page: a row set aside, with the reason and its cells as printed, or text that no rule could place.

    box: in points from the upper left corner of the page; none for a spreadsheet's row, whose `page` is 0.
    """

    section: str
    page: int
    text: str
    box: Box
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class DocumentHealth:
    """A document in force. `start` and `end` are a report's week, `counts` its rows by kind."""

    document_id: str
    kind: str
    file_name: str
    sample: bool
    pages: int | None
    posted_on: date | None
    report_id: str | None = None
    start: date | None = None
    end: date | None = None
    counts: dict[str, int] = field(default_factory=dict)
    checks: list[Check] = field(default_factory=list)
    quarantine: list[Spot] = field(default_factory=list)
    unread: list[Spot] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Everything fits and nothing was set aside."""
        return all(c.ok for c in self.checks) and not self.quarantine


@dataclass(slots=True)
class Diagnosis:
    """Everything the doctor knows. documents: those in force, reports by week first. history: every document ever
    loaded. changes: what revisions changed. unknown: values that the vocabulary does not know. unmatched: what ICE took
    back of a loaded report that has no such row. corrections, disputes: how many entries ICE took back, and how many
    are disputed."""

    documents: list[DocumentHealth]
    history: list[Record]
    changes: list[Record]
    unknown: list[Record]
    unmatched: list[Record]
    corrections: int
    disputes: int

    @property
    def reports(self) -> list[DocumentHealth]:
        """The weekly reports, oldest first."""
        return [d for d in self.documents if d.kind == "report"]

    @property
    def others(self) -> list[DocumentHealth]:
        """Notices, index pages and spreadsheets."""
        return [d for d in self.documents if d.kind != "report"]

    @property
    def sound(self) -> bool:
        """Whether every document is, and every correction meets a row."""
        return all(d.sound for d in self.documents) and not self.unmatched


_DOCUMENTS = (
    "SELECT d.document_id, d.kind, d.file_name, d.sample, d.pages, coalesce(r.posted_on, d.posted_on), d.report_id, "
    "r.period_start, r.period_end FROM base.documents d "
    "LEFT JOIN main.reports r ON r.source_document = d.document_id WHERE d.state = 'in_force' "
    "ORDER BY d.kind <> 'report', r.period_start, d.seq"
)
_KINDS = ("issued", "refusals", "policies", "caveats", "corrections", "foia_detainers")
_COUNTS = "SELECT document_id, count(*) FROM base.{} GROUP BY document_id"
_HISTORY = (
    "SELECT seq, kind, file_name, source, report_id, state, sample, pages, posted_on, loaded_at, document_id "
    "FROM base.documents ORDER BY seq"
)
_CHANGES = "SELECT * FROM base.row_changes ORDER BY report_id, section, row_no"
_UNMATCHED = (
    "SELECT c.correction_id, c.report_id, c.section, c.county, c.state, d.file_name AS said_in "
    "FROM main.corrections c JOIN base.documents d ON d.document_id = c.source_document "
    "WHERE EXISTS (FROM main.reports r WHERE r.report_id = c.report_id) AND NOT EXISTS (FROM main.{} r "
    "WHERE r.report_id = c.report_id AND r.county = c.county AND r.state = c.state) AND c.section = '{}'"
)
_TOTALS = "SELECT (SELECT count(*) FROM main.corrections), (SELECT count(*) FROM base.disputes)"
_SPOTS = "SELECT document_id, section, page, {text}, x0, top, x1, bottom, {cells} FROM base.{table} ORDER BY page, top"


def report(db_path: str | Path) -> Diagnosis:
    """Look at the newest edition of a database.

    Raises `FileNotFoundError` where there is none, `ValueError` where it is no database of this desk's.
    """
    with database.opened(Path(db_path)) as con:
        found = {row[0]: DocumentHealth(*row) for row in con.execute(_DOCUMENTS).fetchall()}
        for kind in _KINDS:
            for key, n in con.execute(_COUNTS.format(kind)).fetchall():
                if key in found:
                    found[key].counts[kind] = n
        for key, *check in con.execute("SELECT document_id, name, stated, read, ok FROM base.checks").fetchall():
            if key in found:
                found[key].checks.append(Check(*check))
        for key, spot in _spots(con, "quarantine", "reason", "cells"):
            if key in found:
                found[key].quarantine.append(spot)
        for key, spot in _spots(con, "unread", "text", "NULL"):
            if key in found:
                found[key].unread.append(spot)
        corrections, disputes = con.execute(_TOTALS).fetchall()[0]
        history, changes = _records(con, _HISTORY), _records(con, _CHANGES)
        sections = (("issued", "I"), ("refusals", "II"))
        unmatched = [row for view, section in sections for row in _records(con, _UNMATCHED.format(view, section))]
        documents = list(found.values())
        return Diagnosis(documents, history, changes, unknown_values(con), unmatched, corrections, disputes)


def content(db_path: str | Path, document_id: str) -> bytes:
    """The bytes of a document as it was loaded. Raises `LookupError` where it is not there."""
    with database.opened(Path(db_path)) as con:
        row = con.execute("SELECT content FROM base.documents WHERE document_id = ?", [document_id]).fetchone()
    if row is None:
        raise LookupError(messages.no_document(document_id))
    return bytes(row[0])


def _spots(con: Any, table: str, text: str, cells: str) -> list[tuple[str, Spot]]:
    import json

    rows = con.execute(_SPOTS.format(table=table, text=text, cells=cells)).fetchall()
    return [
        (key, Spot(section, page, says, (x0, top, x1, bottom), json.loads(raw) if raw else {}))
        for key, section, page, says, x0, top, x1, bottom, raw in rows
    ]


def _records(con: Any, query: str) -> list[Record]:
    cursor = con.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
