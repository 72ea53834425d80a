"""What the reports' database holds, by document: what need not be fetched or read again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


@contextmanager
def reading(db_path: Path) -> Iterator[duckdb.DuckDBPyConnection | None]:
    """A read-only connection to the newest edition; None where there is no database yet.

    The link is followed first: DuckDB would hand out an edition it already has open under the link's own name.
    """
    import duckdb

    if not db_path.exists():
        yield None
        return
    with duckdb.connect(str(db_path.resolve()), read_only=True) as connection:
        yield connection


def document_ids(db_path: Path) -> set[str]:
    """SHA-256 of every document ever loaded."""
    with reading(db_path) as connection:
        if connection is None:
            return set()
        return {str(row[0]) for row in connection.execute("SELECT document_id FROM base.documents").fetchall()}
