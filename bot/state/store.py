"""Opening the state store: SQLite in a file by default, Postgres by URL; made and migrated at start."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from bot.messages import state as messages

READ = "desk_read"


class StateError(Exception):
    """The store cannot be opened. The text says what to do next."""


class StateStore:
    """The engine, and the two ways to use it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction that changes something: committed when the block ends, undone when it raises."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One transaction that only looks; on SQLite it waits for no writer."""
        with self.engine.connect() as bare:
            connection = bare.execution_options(**{READ: True})
            with Session(connection, expire_on_commit=False) as session:
                yield session

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def open_store(url: str) -> StateStore:
    """The store at a SQLAlchemy URL, its tables made or brought up to date.

    Raises StateError with a sentence for people when the URL is no URL, its driver is missing, or no server answers.
    """
    try:
        engine = _engine(url)
    except (ArgumentError, ImportError) as problem:
        raise StateError(messages.bad_url(_shown(url), problem)) from problem
    except OSError as problem:
        raise StateError(messages.unreachable(_shown(url), problem)) from problem
    from bot.state.migrate import upgrade

    try:
        upgrade(engine)
    except SQLAlchemyError as problem:
        engine.dispose()
        raise StateError(messages.unreachable(_shown(url), problem)) from problem
    return StateStore(engine)


def _shown(url: str) -> str:
    """The URL without its password; text that is no URL is not shown at all, it may hold one."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "DETAINER_DESK_STATE"


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.drivername in ("postgres", "postgresql"):  # psycopg 3 is the driver the `postgres` extra brings
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_size=10, max_overflow=20, pool_pre_ping=True)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed, connect_args={"timeout": 30})
    event.listen(engine, "connect", _on_sqlite_connect)
    event.listen(engine, "begin", _on_sqlite_begin)
    return engine


def _on_sqlite_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own transaction handling would start writers as readers, and two of those can lock each other out.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()


def _on_sqlite_begin(connection: Connection) -> None:
    read_only = connection.get_execution_options().get(READ)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
