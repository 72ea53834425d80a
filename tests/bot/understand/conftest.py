"""The lexicon of the bundled samples, and an interpreter over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest

from bot.ask import Desk
from bot.query import Filter, Query
from bot.sql.compile import compile_query
from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import QUERIES, Lexicon


@pytest.fixture(scope="session")
def words_lexicon(sample_db: Path) -> Iterator[Lexicon]:
    """Built from the real database of the samples, whose rows it can have counted."""
    with duckdb.connect(str(sample_db), read_only=True) as connection:

        def count(filters: Sequence[Filter]) -> int:
            plan = compile_query(Query(subject="refusals", filters=tuple(filters)))
            return int((connection.execute(plan.sql).fetchone() or (0,))[0])

        def groups(ranking: Query) -> list[tuple[Any, ...]]:
            return connection.execute(compile_query(ranking).sql).fetchall()

        rows = {name: connection.execute(sql).fetchall() for name, sql in QUERIES.items()}
        yield Lexicon.build(rows, count=count, groups=groups)


@pytest.fixture(scope="session")
def interpreter(words_lexicon: Lexicon) -> Interpreter:
    """Reads questions over the samples."""
    return Interpreter(words_lexicon)


@pytest.fixture(scope="session")
def desk(sample_db: Path) -> Desk:
    """Answers from the samples."""
    return Desk(sample_db)


@pytest.fixture(scope="session")
def rows(sample_db: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The samples' own rows, to count beside the desk."""
    with duckdb.connect(str(sample_db), read_only=True) as connection:
        yield connection
