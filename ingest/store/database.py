"""The database file: opened for the next edition, made where there is none, rebuilt where its schema is older."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ingest import editions, messages
from ingest.errors import Rejected
from ingest.sandbox import Pool
from ingest.store import snapshot, store
from ingest.version import PARSER_VERSION, SCHEMA_VERSION

if TYPE_CHECKING:
    import duckdb


@dataclass(slots=True)
class Edition:
    """The next edition: a connection to change it, and whether anything was changed."""

    con: duckdb.DuckDBPyConnection
    changed: bool = False


def known(db_path: Path) -> set[str]:
    """Documents in the newest edition that this parser version has read (by SHA-256)."""
    current = editions.newest(db_path)
    if current is None or _schema_version(current) != SCHEMA_VERSION:
        return set()
    import duckdb

    with duckdb.connect(str(current), read_only=True) as con:
        found = con.execute("SELECT document_id FROM base.documents WHERE parser_version = ?", [PARSER_VERSION])
        return {row[0] for row in found.fetchall()}


@contextmanager
def next_edition(db_path: Path, pool: Pool) -> Iterator[Edition]:
    """Change a copy of the newest edition; it takes over at the end if it was changed.

    Raises `ValueError` where the file at `db_path` is a database of another kind, or of a newer schema.
    """
    import duckdb

    with editions.writing(db_path) as workshop:
        current = editions.newest(db_path)
        outdated = current is not None and _schema_version(current) != SCHEMA_VERSION
        if outdated:
            workshop.path.unlink()
        with duckdb.connect(str(workshop.path)) as con:
            edition = Edition(con)
            if workshop.fresh or outdated:
                store.create(con)
            if outdated and current is not None:
                edition.changed = _carry_over(con, current, pool)
            yield edition
            if edition.changed:
                snapshot.refresh(con)
            con.execute("CHECKPOINT")
        workshop.publish = edition.changed


def unusable(db_path: Path) -> str:
    """Why the database at `db_path` cannot be read by this version, in a sentence; empty where it can, or is not."""
    current = editions.newest(db_path)
    if current is None:
        return ""
    try:
        version = _schema_version(current)
    except ValueError as error:
        return str(error)
    return "" if version == SCHEMA_VERSION else messages.older_database(str(db_path))


@contextmanager
def opened(db_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The newest edition, to read.

    Raises `FileNotFoundError` where there is none, `ValueError` where it is no database of this desk's or has another
    schema.
    """
    import duckdb

    current = editions.newest(db_path)
    if current is None:
        raise FileNotFoundError(messages.no_database(str(db_path)))
    if why := unusable(db_path):
        raise ValueError(why)
    with duckdb.connect(str(current), read_only=True) as con:
        yield con


def _schema_version(path: Path) -> int:
    """The version of a database of ours, at most that of this program. Raises `ValueError`."""
    import duckdb

    try:
        with duckdb.connect(str(path), read_only=True) as con:
            found = con.execute("SELECT schema_version FROM base.meta").fetchone()
    except (duckdb.Error, OSError) as error:
        raise ValueError(messages.not_our_database(str(path), _why(path, error))) from error
    version = int(found[0]) if found else 0
    if version > SCHEMA_VERSION:
        raise ValueError(messages.newer_database(str(path)))
    return version


def _why(path: Path, error: Exception) -> str:
    """What the file is instead, in a few words; DuckDB's own text can run over many lines."""
    import duckdb

    if isinstance(error, duckdb.CatalogException):
        return messages.OTHER_TABLES
    if path.is_file() and path.read_bytes()[8:12] != b"DUCK":
        return messages.NO_DUCKDB
    return str(error).splitlines()[0]


def _carry_over(con: duckdb.DuckDBPyConnection, current: Path, pool: Pool) -> bool:
    """Read all documents of an edition with another schema again, in the order in which they were loaded."""
    import duckdb

    with duckdb.connect(str(current), read_only=True) as old:
        keys = old.execute("SELECT document_id, source FROM base.documents ORDER BY seq").fetchall()
        for key, source in keys:
            found = old.execute("SELECT content FROM base.documents WHERE document_id = ?", [key]).fetchone()
            content = bytes(found[0]) if found else b""
            try:
                store.store(con, store.Incoming(key, source, content, pool.submit(content).result()))
            except Rejected:
                continue  # the newer reader refuses it; the file can be loaded by hand, and is named then
    return True
