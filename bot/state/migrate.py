"""Brings the tables up to date with Alembic; safe when several processes start at once."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 7_310_217  # any number that no other program uses on the same Postgres database


def upgrade(engine: Engine) -> None:
    """Make the tables or migrate them to this version, in one transaction.

    Two processes may start together: on Postgres the second waits for an advisory lock, on SQLite for the writer's.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        command.upgrade(config(connection), "head")


def config(connection: Connection) -> Config:
    """Alembic's settings without an ini file: the wheel carries the migrations, the caller the connection."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings
