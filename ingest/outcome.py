"""What became of a document: the line that `ingest` prints for it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from ingest.errors import Rejected
from ingest.records import Check, Document, IndexPage, Report

COUNTED = ("issued", "refusals", "policies", "caveats", "corrections", "quarantined")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Status: loaded, unchanged, revised or rejected. `code` and `message` only where it was rejected."""

    source: str
    status: str
    report_id: str | None = None
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    checks: tuple[Check, ...] = ()
    unread: int = 0
    code: str | None = None
    message: str | None = None

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
        return Outcome(source, status, str(document.period_start), counts, document.checks, unread=len(document.unread))
    counts = dict.fromkeys(COUNTED, 0) | {"corrections": len(document.corrections)}
    unread = 0 if isinstance(document, IndexPage) else len(document.unread)
    return Outcome(source, status, None, counts, unread=unread)


def rejected(source: str, error: Rejected) -> Outcome:
    """The outcome of a document that was refused."""
    return Outcome(source, "rejected", code=error.code, message=error.message)
