"""Opens an edition of the database so that a statement can read it and do nothing else.

The file is attached, read-only, under the fixed name CATALOG to an engine of its own, whose writable catalog is
then taken away; then the engine is locked down. A fixed name lets statements name their catalog (a temporary table
cannot pass for `desk.main.refusals`), and an engine of its own never collides with another connection of
the process to the same file.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

import duckdb

from bot.messages import sql as say
from bot.sql.engine import MEMORY_MB, THREADS, blank_engine
from bot.sql.schema import ModelLike
from bot.sql.twin import CATALOG, LOCKED_DOWN
from ingest.version import SCHEMA_VERSION

LONGEST_S = 60  # what the engine itself allows a statement, whatever the caller's deadline


class RunError(Exception):
    """A statement could not be run. `code` is one of no_database, not_a_database, old_schema, deadline, memory,
    failed, worker; the text says what was wrong, `hint` what to do."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


def edition_path(db: str | Path) -> Path:
    """The file behind the path, links followed. Raises RunError when there is none."""
    path = Path(os.path.realpath(db))
    if not path.is_file():
        raise RunError("no_database", say.no_database(str(db)), say.NO_DATABASE_HINT)
    return path


Fingerprint = tuple[int, int, int, int]


def fingerprint(db: str | Path) -> Fingerprint:
    """What tells the edition behind the path from another, also when a file was replaced under the same name. One look
    at the disk: it is asked for before every statement. Raises RunError when there is none."""
    try:
        found = os.stat(db)
    except OSError:
        found = None
    if found is None or not stat.S_ISREG(found.st_mode):
        raise RunError("no_database", say.no_database(str(db)), say.NO_DATABASE_HINT)
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def open_edition(path: Path, memory_mb: int = MEMORY_MB, threads: int = THREADS) -> duckdb.DuckDBPyConnection:
    """A locked-down connection whose cursors see the edition's views. Raises RunError."""
    connection = blank_engine(memory_mb, threads)
    quoted = str(path).replace("'", "''")
    try:
        connection.execute(f"ATTACH '{quoted}' AS {CATALOG} (READ_ONLY)")
        connection.execute(f"USE {CATALOG}")
    except duckdb.Error as error:
        connection.close()
        raise RunError("not_a_database", say.not_a_database(path.name), say.NOT_A_DATABASE_HINT) from error
    _same_version(connection)
    connection.execute("DETACH memory")
    connection.execute(f"SET max_execution_time = {LONGEST_S * 1000}")
    for setting, value in LOCKED_DOWN.items():
        shown = str(value).lower() if isinstance(value, bool) else f"'{value}'"
        connection.execute(f"SET {setting} = {shown}")
    return connection


def _same_version(connection: duckdb.DuckDBPyConnection) -> None:
    """Raises RunError (old_schema) for a database of the desk's with another schema, whatever its views look like: the
    same columns may mean other things. A database of views alone has no version to compare."""
    try:
        found = connection.execute(f"SELECT schema_version FROM {CATALOG}.base.meta").fetchone()  # noqa: S608 - our name
    except duckdb.Error:
        return
    if found is not None and found[0] != SCHEMA_VERSION:
        connection.close()
        hint = say.OLD_SCHEMA_HINT if found[0] < SCHEMA_VERSION else say.NEW_SCHEMA_HINT
        raise RunError("old_schema", say.other_version(), hint)


def require_views(connection: duckdb.DuckDBPyConnection, model: ModelLike) -> None:
    """Raises RunError (old_schema) when a view or column of the model is not in the database."""
    compare_views(connection.execute(COLUMNS).fetchall(), model)


COLUMNS = (
    f"SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = '{CATALOG}' AND schema_name = 'main'"  # noqa: S608 - our name
)


def compare_views(rows: Iterable[tuple[object, ...]], model: ModelLike) -> None:
    """Raises RunError (old_schema) when a view or column of the model is not among `rows`, the answer to COLUMNS."""
    have = {(str(view).lower(), str(column).lower()) for view, column, *_ in rows}
    missing = [f"{v}.{c}" for v, view in model.views.items() for c in view.columns if (v, c.lower()) not in have]
    if missing:
        raise RunError("old_schema", say.old_schema(missing), say.OLD_SCHEMA_HINT)


def untouched(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """Whether the engine still holds the edition and nothing else that a statement could have brought along."""
    try:
        rows = connection.execute(
            "SELECT database_name, path, readonly FROM duckdb_databases() WHERE NOT internal"
        ).fetchall()
    except duckdb.Error:  # the catalog itself is gone
        return False
    return rows == [(CATALOG, str(path), True)]
