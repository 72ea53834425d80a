"""Engines made ahead are engines like others, each given once."""

import duckdb

from bot.sql.engine import blank_engine, make_ahead


def _is_blank(connection: duckdb.DuckDBPyConnection) -> bool:
    return connection.execute("SELECT count(*) FROM information_schema.tables").fetchone() == (0,)


def test_each_engine_made_ahead_is_given_once() -> None:
    make_ahead(2)
    engines = [blank_engine() for _ in range(3)]
    engines[0].execute("CREATE TABLE mine (i INTEGER)")
    assert [_is_blank(e) for e in engines] == [False, True, True]


def test_another_size_is_made_for_itself() -> None:
    make_ahead(1)
    small = blank_engine(memory_mb=64)
    usual = blank_engine()
    setting = "SELECT value FROM duckdb_settings() WHERE name = 'memory_limit'"
    assert small.execute(setting).fetchone() != usual.execute(setting).fetchone()
