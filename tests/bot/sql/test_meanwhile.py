"""What is done while a worker runs a statement: it is done, and never mixes one statement's rows with another's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.loaded import execute
from bot.semantic import load_model
from bot.sql.checker import Checker
from bot.sql.database import RunError
from bot.sql.pool import WorkerRunner
from tests.bot.sql.conftest import Judge
from tests.bot.sql.test_runner import COUNT, forged

A_MINUTE = "SELECT max(sleep_ms(60000))"
REPORTS = "SELECT count(*) AS reports FROM reports"


@pytest.fixture
def pool(gold_db: Path) -> Iterator[WorkerRunner]:
    with WorkerRunner(gold_db) as pool:
        pool.start()
        yield pool


def test_the_worker_is_at_it_when_the_rest_is_done(pool: WorkerRunner) -> None:
    """The statement takes a minute: only a worker that already runs it can be killed by its deadline."""
    done: list[str] = []
    pool.warm()
    with pytest.raises(RunError) as error:
        pool.run(forged(A_MINUTE), deadline_s=0.2, meanwhile=lambda: done.append("judged"))
    assert (done, error.value.code) == (["judged"], "deadline")


def test_what_fails_meanwhile_leaves_no_rows_for_the_next(pool: WorkerRunner, judge: Judge) -> None:
    def fails() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        pool.run(judge.accepts(COUNT), meanwhile=fails)
    assert pool.run(judge.accepts(REPORTS)).rows == [(3,)]


def test_the_next_statement_is_judged_meanwhile_and_its_verdict_kept(pool: WorkerRunner) -> None:
    checker = Checker(load_model())
    assert execute(COUNT, checker, pool, then=REPORTS).rows == [(318,)]
    assert (REPORTS, False) in checker._verdicts
    assert execute(REPORTS, checker, pool).rows == [(3,)]


def test_a_worker_started_ahead_is_the_one_that_is_asked(pool: WorkerRunner, judge: Judge) -> None:
    [worker] = pool._free
    pool.run(judge.accepts(COUNT))
    assert pool._free == [worker]
