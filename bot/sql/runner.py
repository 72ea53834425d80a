"""Runs checked statements in this process: for one-shot commands.

A long-lived process takes `bot.sql.pool.WorkerRunner` instead, which can kill what does not stop.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb

from bot.messages import sql as say
from bot.sql.database import (
    Fingerprint,
    RunError,
    edition_path,
    fingerprint,
    open_edition,
    require_views,
    untouched,
)
from bot.sql.engine import MEMORY_MB, THREADS
from bot.sql.result import DEFAULT_DEADLINE_S, DEFAULT_MAX_ROWS, Result
from bot.sql.schema import ModelLike
from bot.sql.verdict import Accepted
from bot.sql.watchdog import Watchdog


class Runner:
    """Reads the database behind `db_path`; a link is followed anew at each question, so a new edition is seen at
    once. Safe to use from several threads, one question at a time.

    `model`: when given, a statement that meets a database without the model's views and columns is refused with code
    old_schema. Asking every database at its opening took 18 ms, a fifth of reading one in.
    """

    def __init__(
        self,
        db_path: str | Path,
        model: ModelLike | None = None,
        memory_mb: int = MEMORY_MB,
        threads: int = THREADS,
    ) -> None:
        self._db_path = db_path
        self._model = model
        self._memory_mb = memory_mb
        self._threads = threads
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._path = Path()
        self._fingerprint: Fingerprint | None = None
        self._lock = threading.RLock()
        self._watchdog = Watchdog()

    def run(
        self,
        accepted: Accepted,
        *,
        deadline_s: float = DEFAULT_DEADLINE_S,
        max_rows: int = DEFAULT_MAX_ROWS,
        meanwhile: Callable[[], object] | None = None,
    ) -> Result:
        """The rows of a checked statement. Raises RunError.

        meanwhile: what a runner with worker processes does while it waits. This one has nothing to wait for, and leaves
        it undone.
        """
        return self.execute(accepted.runs, deadline_s=deadline_s, max_rows=max_rows)

    def lookup(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Rows of one of our own statements (never one that a person or a model wrote), all of them."""
        return self.execute(sql, parameters, deadline_s=DEFAULT_DEADLINE_S, max_rows=100_000).rows

    def edition(self) -> str:
        """The file name of the edition that the next question will read. Raises RunError."""
        with self._lock:
            self._current()
            return self._path.name

    def verify(self) -> None:
        """Let go of the database if a statement got anything else into the engine."""
        with self._lock:
            if self._connection is not None and not untouched(self._connection, self._path):
                self.close()

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection, self._fingerprint = None, None

    def execute(self, sql: str, parameters: Sequence[object] = (), *, deadline_s: float, max_rows: int) -> Result:
        """Run SQL text on a fresh cursor, with a deadline. Raises RunError."""
        with self._lock:
            cursor = self._current().cursor()
            try:
                statement = _one_select(cursor, sql)
                with self._watchdog.watch(deadline_s, cursor.interrupt):
                    cursor.execute(statement, list(parameters) or None)
                    described = cursor.description or []
                    rows = cursor.fetchmany(max_rows + 1)
            except (duckdb.BinderException, duckdb.CatalogException) as error:
                if self._model is not None:  # the twin knew these names: is the database of an older make?
                    require_views(cursor, self._model)
                raise run_error(error, deadline_s) from error
            except duckdb.Error as error:
                raise run_error(error, deadline_s) from error
            finally:
                cursor.close()
            return Result(
                columns=tuple(str(d[0]) for d in described),
                types=tuple(str(d[1]) for d in described),
                rows=rows[:max_rows],
                truncated=len(rows) > max_rows,
                edition=self._path.name,
            )

    def _current(self) -> duckdb.DuckDBPyConnection:
        """The connection to the edition in force, opened anew when the edition changed."""
        found = fingerprint(self._db_path)  # before the path: an edition that comes in between is seen next time
        if self._connection is not None and found == self._fingerprint:
            return self._connection
        self.close()
        path = edition_path(self._db_path)
        connection = open_edition(path, self._memory_mb, self._threads)
        self._connection, self._path, self._fingerprint = connection, path, found
        return connection


def _one_select(cursor: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """The statement, parsed. A second gate behind the checker: whatever got here, only one SELECT runs."""
    statements = cursor.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise RunError("failed", say.NOT_SELECT, say.NOT_SELECT_HINT)
    return statements[0]


def run_error(error: duckdb.Error, deadline_s: float) -> RunError:
    """What went wrong, in words for a person."""
    if isinstance(error, duckdb.InterruptException):
        return RunError("deadline", say.deadline(deadline_s), say.DEADLINE_HINT)
    if isinstance(error, duckdb.OutOfMemoryException):
        return RunError("memory", say.MEMORY, say.DEADLINE_HINT)
    first = str(error).splitlines()[0] if str(error) else type(error).__name__
    return RunError("failed", say.failed(first), say.FAILED_HINT)
