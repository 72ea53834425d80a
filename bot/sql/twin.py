"""An empty copy of the views in memory: DuckDB's own parser and binder, with no data at risk."""

from __future__ import annotations

import threading

import duckdb

from bot.messages import sql as say
from bot.sql.engine import blank_engine
from bot.sql.schema import ModelLike
from bot.sql.verdict import Refusal

CATALOG = "desk"  # the name under which the database is attached, here and where statements run
LOCKED_DOWN: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "allow_persistent_secrets": False,
    "max_temp_directory_size": "0B",
    "lock_configuration": True,
}
_PARSE = "SELECT json_serialize_sql($1::VARCHAR, skip_null := true, skip_empty := true)"


class Twin:
    """Parses and binds statements. Safe to use from several threads."""

    def __init__(self, model: ModelLike) -> None:
        self._connection = blank_engine()
        self._connection.execute(f"ATTACH ':memory:' AS {CATALOG}")
        self._connection.execute(f"USE {CATALOG}")
        self._connection.execute("DETACH memory")
        for name, view in model.views.items():
            columns = ", ".join(f'"{c}" {spec.type}' for c, spec in view.columns.items())
            self._connection.execute(f'CREATE TABLE "{name}" ({columns})')
        self._connection.execute("PRAGMA disable_optimizer")  # nothing is run here but the parser: planning only costs
        for setting, value in LOCKED_DOWN.items():
            self._connection.execute(f"SET {setting} = {_literal(value)}")
        self._lock = threading.Lock()
        self._parse = self._connection.extract_statements(_PARSE)[0]

    def parse(self, sql: str) -> str:
        """The statement as DuckDB's parser sees it, in JSON (an error is JSON too)."""
        with self._lock:
            row = self._connection.execute(self._parse, [sql]).fetchone()
        return str(row[0]) if row else "{}"

    def bind(self, sql: str) -> list[str]:
        """Names of the result's columns. Raises Refusal when names or types do not fit the views."""
        with self._lock:
            try:
                return list(self._connection.sql(self._connection.extract_statements(sql)[0]).columns)
            except duckdb.Error as error:
                first = str(error).splitlines()[0] if str(error) else type(error).__name__
                raise Refusal("bind", say.bind(first), _candidates(str(error)) or say.BIND_HINT) from error

    def tries(self, sql: str) -> bool:
        """The truth value that a SELECT over written values gives; true where it cannot be run."""
        with self._lock:
            try:
                row = self._connection.execute(sql).fetchone()
            except duckdb.Error:  # a value that cannot be cast: binding says so, or the run
                return True
        return row is None or bool(row[0])


def _literal(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f"'{value}'"


def _candidates(error: str) -> str:
    return next((line.strip() for line in error.splitlines() if "Candidate bindings" in line), "")
