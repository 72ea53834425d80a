"""What became of a document: the line that `ingest` prints for it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.errors import Rejected
from ingest.records import Check, Document, FoiaFile, Report

if TYPE_CHECKING:
    import duckdb

COUNTED = ("issued", "refusals", "policies", "caveats", "corrections", "quarantined")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Status: loaded, unchanged, revised or rejected. `code` and `message` only where it was rejected.

    `stored`: kept as history though the edition in force is unchanged.
    """

    source: str
    status: str
    report_id: str | None = None
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    checks: tuple[Check, ...] = ()
    unread: int = 0
    code: str | None = None
    message: str | None = None
    stored: bool = False

    def to_json(self) -> str:
        """The outcome as one line of JSON (see the command line's contract)."""
        line: dict[str, object] = {
            "source": self.source,
            "status": self.status,
            "report_id": self.report_id,
            "counts": self.counts,
            "checks": [{"name": c.name, "stated": c.stated, "read": c.read, "ok": c.ok} for c in self.checks],
            "unread": self.unread,
            "error": None if self.code is None else {"code": self.code, "message": self.message},
        }
        return json.dumps(line, ensure_ascii=False)


def of_document(source: str, status: str, document: Document) -> Outcome:
    """The outcome of a document that was read."""
    if isinstance(document, Report):
        counts = {name: len(getattr(document, name)) for name in COUNTED}
        report_id, unread = str(document.period_start), len(document.unread)
        return Outcome(source, status, report_id, counts, document.checks, unread, stored=True)
    if isinstance(document, FoiaFile):
        read = {"detainers": len(document.detainers), "quarantined": len(document.quarantined)}
        return Outcome(source, status, None, dict.fromkeys(COUNTED, 0) | read)
    counts = dict.fromkeys(COUNTED, 0) | {"corrections": len(document.corrections)}
    return Outcome(source, status, None, counts, document.checks, len(document.unread))


def of_stored(con: duckdb.DuckDBPyConnection, source: str, key: str) -> Outcome:
    """The outcome of a document that was loaded before: unchanged, with its figures from the database."""
    counts = dict.fromkeys(COUNTED, 0)
    for table in ("issued", "refusals", "policies", "caveats", "corrections", "quarantine"):
        found = con.execute(f"SELECT count(*) FROM base.{table} WHERE document_id = ?", [key]).fetchone()  # noqa: S608
        counts["quarantined" if table == "quarantine" else table] = found[0] if found else 0
    checks = con.execute("SELECT name, stated, read, ok FROM base.checks WHERE document_id = ?", [key]).fetchall()
    document = con.execute("SELECT report_id FROM base.documents WHERE document_id = ?", [key]).fetchone()
    unread = con.execute("SELECT count(*) FROM base.unread WHERE document_id = ?", [key]).fetchone()
    return Outcome(
        source,
        "unchanged",
        document[0] if document else None,
        counts,
        tuple(Check(*check) for check in checks),
        unread[0] if unread else 0,
    )


def rejected(source: str, error: Rejected) -> Outcome:
    """The outcome of a document that was refused."""
    return Outcome(source, "rejected", code=error.code, message=error.message)
