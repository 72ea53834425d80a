"""A large database for measuring: the sample reports multiplied into years of weeks, straight into the base tables.

Simulated: the documents (no PDFs stand behind them; their bytes are as many random ones as a real report has), and the
rows (places drawn from all counties, with a few that refuse much, as in the reports). Real: the schema, the views, the
checker, the runner and everything that answers.
"""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import duckdb

from ingest.store import snapshot
from ingest.vocabulary.places import counties

FIRST_WEEK = date(2017, 1, 28)
_BYTES = 100_000  # of a document

_WEEKS = """
    CREATE TEMP TABLE weeks AS
    SELECT n, strftime(?::DATE + 7 * n::INTEGER, '%Y-%m-%d') AS report_id, ?::DATE + 7 * n::INTEGER AS start,
           md5(n::TEXT) || md5((n + 1)::TEXT) AS document_id
    FROM range(?) t(n)
"""
_PLACES = """
    CREATE TEMP TABLE places AS
    SELECT n, (?::TEXT[])[n + 1] AS county, (?::TEXT[])[n + 1] AS state FROM range(?) t(n)
"""

_DOCUMENTS = """
    INSERT INTO base.documents
    SELECT document_id, 1000 + n, 'report', 'https://reports.example/' || report_id || '.pdf', report_id || '.pdf',
           '1', now()::TIMESTAMP, 35, true, NULL, report_id, 'in_force', repeat(md5(n::TEXT), ?)::BLOB
    FROM weeks
"""
_EDITIONS = """
    INSERT INTO base.editions
    SELECT document_id, report_id, start, start + 6, NULL, 2500 + hash(n) % 1000, 300, ?, 35, 'I', 'II', 'III', 'IV'
    FROM weeks
"""
# One row in seven falls on one of twelve places that refuse much; the rest on all counties.
_REFUSALS = """
    INSERT INTO base.refusals
    WITH seeds AS (SELECT *, row_number() OVER () - 1 AS seed FROM model),
         drawn AS (
             SELECT w.document_id, w.start, r.n + 1 AS row_no, hash(w.n, r.n) AS h,
                    CASE WHEN hash(w.n, r.n) % 7 = 0 THEN hash(r.n) % 12 * 250
                    ELSE hash(r.n, w.n, 'place') % ? END AS place,
                    hash(w.n, r.n, 'seed') % (SELECT count(*) FROM model) AS seed
             FROM weeks w, range(?) r(n))
    SELECT d.document_id, d.row_no, p.state, p.county, p.county || ' County Jail', s.citizenship,
           d.start + (d.h % 7)::INTEGER - (d.h % 900)::INTEGER, d.start + (d.h % 7)::INTEGER, s.activity, s.offense,
           s.disposition, 3 + d.row_no // 80, 3 + d.row_no // 80, 50, 100, 550, 120, '{}'
    FROM drawn d JOIN seeds s USING (seed) JOIN places p ON p.n = d.place
"""
_COPIES = {
    "issued": "row_no, place, county, state, issued, page, x0, top, x1, bottom",
    "policies": "row_no, jurisdiction, place, county, state, aor, enacted, policy, criteria, page_from, page_to, "
    "x0, top, x1, bottom, raw",
    "caveats": "seq, section, topic, text, page, page_to, x0, top, x1, bottom",
}


def make(sample_db: Path, path: Path, reports: int, refusals: int) -> None:
    """A database of `reports` weeks with `refusals` rows in all, made from the three samples."""
    path.unlink(missing_ok=True)
    shutil.copyfile(sample_db.resolve(), path)
    places = [(c.report_name, c.state) for c in counties()]
    each = refusals // reports
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TEMP TABLE model AS SELECT citizenship, activity, offense, disposition FROM base.refusals")
        con.execute("CREATE TEMP TABLE latest AS SELECT document_id FROM base.editions ORDER BY report_id DESC LIMIT 1")
        con.execute(_WEEKS, [FIRST_WEEK, FIRST_WEEK, reports])
        con.execute(_PLACES, [[p[0] for p in places], [p[1] for p in places], len(places)])
        con.execute("BEGIN")
        for table, columns in _COPIES.items():
            con.execute(
                f"CREATE TEMP TABLE kept_{table} AS "
                f"SELECT {columns} FROM base.{table} SEMI JOIN latest USING (document_id)"
            )
        for table in ("documents", "editions", "pages", "refusals", *_COPIES):
            con.execute(f"DELETE FROM base.{table}")
        con.execute(_DOCUMENTS, [_BYTES // 32])
        con.execute(_EDITIONS, [each])
        con.execute(_REFUSALS, [len(places), each])
        for table, columns in _COPIES.items():
            con.execute(f"INSERT INTO base.{table} SELECT document_id, {columns} FROM weeks, kept_{table}")
        con.execute("COMMIT")
        snapshot.refresh(con)
        con.execute("CHECKPOINT")


def last_week(reports: int) -> date:
    """First day of the newest week."""
    return FIRST_WEEK + timedelta(weeks=reports - 1)
