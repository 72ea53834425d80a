"""Is the process alive, and is it ready: can it read reports and remember things?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.messages import ops as say
from bot.state.store import StateStore


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that has to work."""

    name: str
    ok: bool
    says: str


def database(db_path: Path) -> Part:
    """The reports' database can be opened and holds a report."""
    import duckdb

    from bot.watch.loaded import reading

    try:
        with reading(db_path) as connection:
            if connection is None:
                return Part("database", False, say.NO_DATABASE)
            row = connection.execute("SELECT count(*), max(report_id) FROM main.reports").fetchone()
    except duckdb.Error:
        return Part("database", False, say.DATABASE_UNREADABLE)
    reports, newest = row if row else (0, None)
    return Part("database", reports > 0, say.reports(reports, newest) if reports else say.NO_REPORTS)


def state(store: StateStore) -> Part:
    """The state store answers."""
    try:
        with store.read() as session:
            session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return Part("state", False, say.STATE_SILENT)
    return Part("state", True, say.STATE_ANSWERS)


def ready(db_path: Path, store: StateStore) -> list[Part]:
    """Everything a bot needs before a balancer may send it questions."""
    return [database(db_path), state(store)]
