"""Editions of the sample database that hold only some of its documents, as if the others had not come yet."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from ingest.store import snapshot

FIRST, SECOND, THIRD = "ddor2017_01-28to02-03.pdf", "ddor2017_02-04to02-10.pdf", "ddor2017_02-11to02-17.pdf"
NOTICE, INDEX = "ddor_correction_2017-04-05.pdf", "index.html"

REVISED = "r" * 64
"""The id of the revised edition that `revise` makes."""

_OF_DOCUMENTS = (
    *("documents", "editions", "pages", "issued", "refusals", "policies", "caveats", "corrections"),
    *("postings", "checks", "quarantine", "unread"),
)


class World:
    """A database path that leads to one edition after another."""

    def __init__(self, sample_db: Path, folder: Path) -> None:
        self.whole, self.folder = sample_db.resolve(), folder
        self.db = folder / "detainers.duckdb"
        self._edition = self._revisions = 0

    def show(self, *names: str) -> None:
        """From now on the database holds these documents."""
        with self._next() as connection:
            held = ", ".join(f"'{name}'" for name in names)
            gone = f"(SELECT document_id FROM base.documents WHERE file_name NOT IN ({held}))"
            for table in reversed(_OF_DOCUMENTS):  # the documents last: they say which
                connection.execute(f"DELETE FROM base.{table} WHERE document_id IN {gone}")
        self._publish()

    def revise(self, name: str, county: str, leave_out: int) -> None:
        """A revised edition of a report: the first one, but for that many rows of a county."""
        self._revisions += 1
        revised = REVISED if self._revisions == 1 else f"{self._revisions}{REVISED}"[:64]
        with self._next(self.db.resolve()) as connection:
            (first,) = connection.execute(
                "SELECT document_id FROM base.documents WHERE file_name = ? ORDER BY seq LIMIT 1", [name]
            ).fetchone()  # type: ignore[misc]
            for table in _OF_DOCUMENTS:
                copied = f"SELECT * REPLACE (? AS document_id) FROM base.{table} WHERE document_id = ?"
                connection.execute(f"INSERT INTO base.{table} {copied}", [revised, first])
            connection.execute(
                "UPDATE base.documents SET seq = 1 + (SELECT max(seq) FROM base.documents), state = 'in_force' "
                "WHERE document_id = ?",
                [revised],
            )
            connection.execute(
                "UPDATE base.documents SET state = 'replaced' WHERE file_name = ? AND document_id <> ?", [name, revised]
            )
            gone = connection.execute(
                "SELECT row_no, county, state FROM base.refusals WHERE document_id = ? AND county = ? LIMIT ?",
                [revised, county, leave_out],
            ).fetchall()
            for row_no, where, state in gone:
                connection.execute("DELETE FROM base.refusals WHERE document_id = ? AND row_no = ?", [revised, row_no])
                connection.execute(
                    "INSERT INTO base.row_changes SELECT report_id, ?, ?, 'II', 'removed', ?, "
                    "json_object('county', ?::TEXT, 'state', ?::TEXT), NULL FROM base.documents WHERE document_id = ?",
                    [revised, first, row_no, where, state, first],
                )
        self._publish()

    def _next(self, of: Path | None = None) -> duckdb.DuckDBPyConnection:
        self._edition += 1
        self._path = self.folder / f"detainers-{self._edition}.duckdb"
        shutil.copyfile(of or self.whole, self._path)
        return duckdb.connect(str(self._path))

    def _publish(self) -> None:
        with duckdb.connect(str(self._path)) as connection:
            snapshot.refresh(connection)
        link = self.folder / "link"
        os.symlink(self._path.name, link)
        os.replace(link, self.db)
