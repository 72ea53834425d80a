"""The lexicon of the bundled samples, and an interpreter over it."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import QUERIES, Lexicon


@pytest.fixture(scope="session")
def words_lexicon(sample_db: Path) -> Lexicon:
    """Built from the real database of the samples."""
    with duckdb.connect(str(sample_db), read_only=True) as connection:
        return Lexicon.build({name: connection.execute(sql).fetchall() for name, sql in QUERIES.items()})


@pytest.fixture(scope="session")
def interpreter(words_lexicon: Lexicon) -> Interpreter:
    """Reads questions over the samples."""
    return Interpreter(words_lexicon)
