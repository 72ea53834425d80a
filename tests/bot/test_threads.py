"""Whole conversations over the sample reports: each message's figure is that of its SQL, or it is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from bot.answer.answer import Answer
from bot.ask import Desk
from bot.understand.outcome import Thread

THREADS = yaml.safe_load((Path(__file__).parent.parent / "questions" / "threads.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def desk(sample_db: Path) -> Desk:
    return Desk(sample_db)


@pytest.fixture(scope="module")
def rows(sample_db: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(sample_db), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("thread", THREADS, ids=[f"{n}: {t['family']}" for n, t in enumerate(THREADS, 1)])
def test_a_conversation(thread: dict[str, Any], desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    state = Thread()
    for said, wanted in thread["turns"]:
        turn = desk.converse(said, state)
        state = turn.thread
        if wanted.get("asks"):
            assert turn.answer.status != "answered", (said, turn.answer.reading)
        else:
            assert turn.answer.status == "answered", (said, turn.answer.text)
            _fits(said, turn.answer, wanted, rows)


def _fits(said: str, answer: Answer, wanted: dict[str, Any], rows: duckdb.DuckDBPyConnection) -> None:
    where = wanted.get("n") or wanted.get("both")
    sql = f"select count(*) from refusals where {where}" if where else wanted.get("n1")
    if sql:
        expected = rows.execute(sql).fetchall()[0][0]
        assert answer.figures[0].value == expected, (said, answer.reading)
    if "n" in wanted:
        assert not _two(answer), (said, answer.reading)
    if "both" in wanted:
        assert _two(answer), (said, answer.reading)
    if "rows" in wanted:
        expected_rows = {frozenset(map(str, row)) for row in rows.execute(wanted["rows"]).fetchall()}
        given = [set(map(str, row)) for row in answer.rows]
        assert len(given) == len(expected_rows), (said, answer.rows)
        assert all(any(row <= g for g in given) for row in expected_rows), (said, answer.rows)
    assert answer.text.startswith(wanted.get("says", "")), (said, answer.text)


def _two(answer: Answer) -> bool:
    """Whether two questions are answered."""
    return answer.query is not None and answer.query.also is not None
