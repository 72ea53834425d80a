"""What models were asked and what it cost: a small SQLite file beside the state, shared by the desk's processes.

It holds replies by key (a hash over prompt version, question and edition: never the question itself) and the tokens
and dollars of each day. A crash loses at most the call under way; a damaged or locked file means no cache and no
count, which is reported, never a failed question.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

SCHEMA = """
CREATE TABLE IF NOT EXISTS replies (key TEXT PRIMARY KEY, reply TEXT NOT NULL, day TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS days (day TEXT PRIMARY KEY, tokens INTEGER NOT NULL, dollars REAL NOT NULL);
"""
KEEP_DAYS = 30


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens and dollars of a call or a day."""

    tokens: int = 0
    dollars: float = 0.0


def key_of(*parts: str) -> str:
    """A key over the parts; nothing can be read back from it."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


class Ledger:
    """The file. `None` as path keeps everything in this process's memory."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._memory = sqlite3.connect(":memory:", check_same_thread=False) if path is None else None
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._run(SCHEMA)

    def reply(self, key: str) -> str | None:
        """The reply given before for this key."""
        rows = self._rows("SELECT reply FROM replies WHERE key = ?", key)
        return str(rows[0][0]) if rows else None

    def keep(self, key: str, reply: str, today: date) -> None:
        """Keep a reply; those of last month go."""
        old = date.fromordinal(today.toordinal() - KEEP_DAYS).isoformat()
        self._rows("DELETE FROM replies WHERE day < ?", old)
        self._rows("INSERT OR REPLACE INTO replies VALUES (?, ?, ?)", key, reply, today.isoformat())

    def spend(self, usage: Usage, today: date) -> None:
        """Add a call to its day."""
        self._rows(
            "INSERT INTO days VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE "
            "SET tokens = tokens + excluded.tokens, dollars = dollars + excluded.dollars",
            today.isoformat(),
            usage.tokens,
            usage.dollars,
        )

    def spent(self, today: date) -> Usage:
        """What the day has cost so far."""
        rows = self._rows("SELECT tokens, dollars FROM days WHERE day = ?", today.isoformat())
        return Usage(int(rows[0][0]), float(rows[0][1])) if rows else Usage()

    def _run(self, script: str) -> None:
        if self._memory is not None:
            self._memory.executescript(script)
            return
        with closing(self._connect()) as connection:
            connection.executescript(script)

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        if self._memory is not None:
            with self._memory:
                return self._memory.execute(sql, values).fetchall()
        with closing(self._connect()) as connection, connection:
            return connection.execute(sql, values).fetchall()

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(str(self._path), timeout=2.0)
