"""Records of a document as table rows, inserted in bulk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from ingest.records import Correction, FoiaFile, IndexPage, Notice, Quarantined, Report, Source, Unread

if TYPE_CHECKING:
    import duckdb

_DOCUMENT_TABLES = (
    "editions",
    "pages",
    "issued",
    "refusals",
    "policies",
    "caveats",
    "corrections",
    "postings",
    "checks",
    "quarantine",
    "unread",
    "foia_detainers",
)


def insert(con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows in one statement, a list for each column (many times faster than row by row)."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    if columns:
        types = con.execute(
            "SELECT data_type FROM duckdb_columns() "
            "WHERE schema_name = 'base' AND table_name = ? ORDER BY column_index",
            [table],
        ).fetchall()
        lists = ", ".join(f"unnest(?::{kind}[])" for (kind,) in types)
        con.execute(f"INSERT INTO base.{table} SELECT {lists}", columns)


def remove(con: duckdb.DuckDBPyConnection, document_id: str) -> None:
    """Delete all rows of a document, the document itself included."""
    con.execute("DELETE FROM base.row_changes WHERE document_id = $1 OR before_id = $1", [document_id])
    for table in (*_DOCUMENT_TABLES, "documents"):
        con.execute(f"DELETE FROM base.{table} WHERE document_id = ?", [document_id])  # noqa: S608 - names above


def insert_report(con: duckdb.DuckDBPyConnection, key: str, report: Report) -> None:
    """All rows of an edition of a report; `key` is the document's id."""
    titles = [report.titles.get(name) for name in ("I", "II", "III", "IV")]
    insert(
        con,
        "editions",
        [
            (
                key,
                str(report.period_start),
                report.period_start,
                report.period_end,
                report.revised_on,
                report.issued_nationwide,
                report.issued_listed,
                report.declined_stated,
                report.pages,
                *titles,
            )
        ],
    )
    insert(con, "pages", [(key, i, *size) for i, size in enumerate(report.page_sizes, start=1)])
    insert(
        con,
        "issued",
        [(key, r.row_no, r.place, r.county, r.state, r.issued, r.source.page, *r.source.box) for r in report.issued],
    )
    insert(
        con,
        "refusals",
        [
            (
                key,
                r.row_no,
                r.state,
                r.county,
                r.facility or None,
                r.citizenship or None,
                r.issued_on,
                r.declined_on,
                r.activity,
                r.offense,
                r.disposition,
                *_pages(r.source),
                *r.source.box,
                _json(r.raw),
            )
            for r in report.refusals
        ],
    )
    insert(
        con,
        "policies",
        [
            (
                key,
                r.row_no,
                r.jurisdiction,
                r.place,
                r.county,
                r.state,
                r.aor,
                r.enacted,
                r.policy,
                " | ".join(r.criteria),
                *_pages(r.source),
                *r.source.box,
                _json(r.raw),
            )
            for r in report.policies
        ],
    )
    insert(
        con,
        "caveats",
        [
            (key, i, c.section, c.topic, c.text, *_pages(c.source), *c.source.box)
            for i, c in enumerate(report.caveats, start=1)
        ],
    )
    insert_quarantine(con, key, report.quarantined)
    insert_notice(con, key, report)


def insert_index(con: duckdb.DuckDBPyConnection, key: str, index: IndexPage) -> None:
    """The links and corrections of an index page."""
    insert(con, "postings", [(key, p.link, file_name(p.link), p.period_start, p.posted_on) for p in index.postings])
    insert_notice(con, key, index)


def insert_notice(con: duckdb.DuckDBPyConnection, key: str, document: Report | Notice | IndexPage) -> None:
    """What a document takes back, its checks, and the text that no rule could place."""
    insert_corrections(con, key, document.corrections)
    insert(con, "checks", [(key, c.name, c.stated, c.read, c.ok) for c in document.checks])
    insert_unread(con, key, document.unread)


def insert_foia(con: duckdb.DuckDBPyConnection, key: str, file: FoiaFile) -> None:
    """The rows of a FOIA detainer spreadsheet."""
    insert(con, "foia_detainers", [(key, *astuple(detainer)) for detainer in file.detainers])
    insert_quarantine(con, key, file.quarantined)


def insert_quarantine(con: duckdb.DuckDBPyConnection, key: str, aside: Sequence[Quarantined]) -> None:
    """Rows that broke a rule."""
    insert(con, "quarantine", [(key, q.section, q.reason, _json(q.cells), q.source.page, *q.source.box) for q in aside])


def insert_corrections(con: duckdb.DuckDBPyConnection, key: str, corrections: Sequence[Correction]) -> None:
    """Statements of corrections; a place taken back for the first time gets its lasting id."""
    insert(
        con,
        "corrections",
        [
            (key, i, str(c.period_start), c.section, c.county, c.state, c.effect, c.text, c.source.page, *c.source.box)
            for i, c in enumerate(corrections, start=1)
        ],
    )
    con.execute(
        """
        INSERT INTO base.correction_ids
        SELECT 'c' || (row_number() OVER (ORDER BY min(seq)) + (SELECT count(*) FROM base.correction_ids)),
               report_id, section, county, state
        FROM base.corrections ANTI JOIN base.correction_ids USING (report_id, section, county, state)
        WHERE document_id = ? GROUP BY ALL
        """,
        [key],
    )


def insert_unread(con: duckdb.DuckDBPyConnection, key: str, unread: Sequence[Unread]) -> None:
    """Text that no rule could place."""
    insert(con, "unread", [(key, u.section, u.text, u.source.page, *u.source.box) for u in unread])


def file_name(link: str) -> str:
    """The last part of a path or address, without query."""
    return link.split("#")[0].split("?")[0].replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def _pages(source: Source) -> tuple[int, int]:
    return source.page, source.page_to


def _json(cells: dict[str, str]) -> str:
    return json.dumps(cells, ensure_ascii=False)
