"""A document into the database, in one transaction: new, unchanged, a revision, or history."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime
from importlib import resources
from typing import TYPE_CHECKING

from ingest.codec import kind_of
from ingest.disputes import Dispute
from ingest.records import Document, FoiaFile, IndexPage, Notice, Report
from ingest.store import rows, snapshot
from ingest.store.changes import store_changes
from ingest.version import PARSER_VERSION, SCHEMA_VERSION

if TYPE_CHECKING:
    import duckdb

_DISPUTES = "SELECT report_id, section, county, state, place, text, source, dated FROM base.disputes"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document read and ready to be stored. `key` is the SHA-256 of `content`, in hexadecimal."""

    key: str
    source: str
    content: bytes
    document: Document


@dataclass(frozen=True, slots=True)
class _Edition:
    document_id: str
    revised_on: date | None
    posted_on: date | None
    sample: bool


def create(con: duckdb.DuckDBPyConnection) -> None:
    """Make the tables and views in an empty database."""
    con.execute("BEGIN")  # one transaction: hundreds of comments that commit by themselves take over a second
    con.execute(resources.files("ingest").joinpath("schema.sql").read_text(encoding="utf-8"))
    snapshot.create(con)
    con.execute("COMMIT")
    con.execute("INSERT INTO base.meta VALUES (?)", [SCHEMA_VERSION])


def known(con: duckdb.DuckDBPyConnection, key: str) -> str | None:
    """The report id ('' for other kinds) of a document already loaded by this parser version; None if it is new."""
    found = con.execute(
        "SELECT coalesce(report_id, '') FROM base.documents WHERE document_id = ? AND parser_version = ?",
        [key, PARSER_VERSION],
    ).fetchone()
    return None if found is None else str(found[0])


def store(con: duckdb.DuckDBPyConnection, incoming: Incoming) -> str:
    """Store a document whole or not at all; returns the status: loaded, revised or unchanged (kept as history)."""
    con.execute("BEGIN")
    try:
        status = _store(con, incoming)
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise
    return status


def _store(con: duckdb.DuckDBPyConnection, incoming: Incoming) -> str:
    document = incoming.document
    before = con.execute("SELECT state FROM base.documents WHERE document_id = ?", [incoming.key]).fetchone()
    rows.remove(con, incoming.key)
    status, state = "loaded", "in_force"
    replaced: str | None = None
    if before is not None:  # read again by a newer parser: it keeps its place among the editions
        state = str(before[0])
    elif isinstance(document, Report):
        status, state, replaced = _rank(con, incoming, document)
    _insert_document(con, incoming, state)
    if isinstance(document, Report):
        rows.insert_report(con, incoming.key, document)
        if replaced is not None:
            store_changes(con, str(document.period_start), incoming.key, replaced)
    elif isinstance(document, IndexPage):
        rows.insert_index(con, incoming.key, document)
    elif isinstance(document, FoiaFile):
        rows.insert_foia(con, incoming.key, document)
    else:
        rows.insert_notice(con, incoming.key, document)
    return status


def _rank(con: duckdb.DuckDBPyConnection, incoming: Incoming, report: Report) -> tuple[str, str, str | None]:
    """Status and state of a report's edition, and the edition that it revises; what it replaces is marked so."""
    current = _in_force(con, str(report.period_start))
    if current is None:
        return "loaded", "in_force", None
    posted = _posted(con, rows.file_name(incoming.source))
    if report.sample and not current.sample:
        return "unchanged", "history", None
    replaces_sample = current.sample and not report.sample
    if not replaces_sample and _older(report.revised_on, posted, current):
        return "unchanged", "history", None
    con.execute("UPDATE base.documents SET state = 'replaced' WHERE document_id = ?", [current.document_id])
    if replaces_sample:
        return "loaded", "in_force", None
    return "revised", "in_force", current.document_id


def _in_force(con: duckdb.DuckDBPyConnection, report_id: str) -> _Edition | None:
    found = con.execute(
        "SELECT document_id, revised_on, file_name, sample FROM base.documents JOIN base.editions USING (document_id) "
        "WHERE documents.report_id = ? AND state = 'in_force'",
        [report_id],
    ).fetchone()
    if found is None:
        return None
    return _Edition(found[0], found[1], _posted(con, found[2]), found[3])


def _posted(con: duckdb.DuckDBPyConnection, file_name: str) -> date | None:
    """The day an index page gives for this very file."""
    found = con.execute("SELECT max(posted_on) FROM base.postings WHERE file_name = ?", [file_name]).fetchone()
    return found[0] if found else None


def _older(revised_on: date | None, posted_on: date | None, current: _Edition) -> bool:
    """Whether an edition is older than the one in force: by its revision date, then by its posting date."""
    if revised_on != current.revised_on:
        return (revised_on or date.min) < (current.revised_on or date.min)
    return posted_on is not None and current.posted_on is not None and posted_on < current.posted_on


def _insert_document(con: duckdb.DuckDBPyConnection, incoming: Incoming, state: str) -> None:
    document = incoming.document
    seq = con.execute("SELECT coalesce(max(seq), 0) + 1 FROM base.documents").fetchone()
    posted = None
    if isinstance(document, Notice):
        posted = document.posted_on
    elif isinstance(document, IndexPage):
        posted = document.corrections_posted_on
    report_id = str(document.period_start) if isinstance(document, Report) else None
    pages = document.pages if isinstance(document, Report | Notice) else None
    con.execute(
        "INSERT INTO base.documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            incoming.key,
            seq[0] if seq else 1,
            kind_of(document),
            incoming.source,
            rows.file_name(incoming.source),
            PARSER_VERSION,
            datetime.now(UTC).replace(tzinfo=None),
            pages,
            document.sample,
            posted,
            report_id,
            state,
            incoming.content,
        ],
    )


def replace_disputes(con: duckdb.DuckDBPyConnection, disputes: list[Dispute]) -> bool:
    """Make the register of disputes what it is now; returns whether that changed anything."""
    before = [Dispute(*row) for row in con.execute(_DISPUTES).fetchall()]
    if sorted(before, key=str) == sorted(disputes, key=str):
        return False
    con.execute("BEGIN")
    con.execute("DELETE FROM base.disputes")
    rows.insert(con, "disputes", [astuple(dispute) for dispute in disputes])
    con.execute("COMMIT")
    return True


def drop_samples(con: duckdb.DuckDBPyConnection) -> int:
    """Remove all documents labelled reconstructions; returns how many."""
    found = con.execute("SELECT document_id FROM base.documents WHERE sample").fetchall()
    con.execute("BEGIN")
    for (document_id,) in found:
        rows.remove(con, document_id)
    con.execute("COMMIT")
    return len(found)
