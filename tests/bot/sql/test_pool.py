"""Worker processes: warm, killed at the deadline, replaced, and no question reaches another."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from bot.semantic import SemanticModel
from bot.sql.database import RunError, fingerprint, open_edition
from bot.sql.pool import WorkerRunner, _Worker
from bot.sql.runner import Runner
from tests.bot.sql.conftest import Judge
from tests.bot.sql.corpus import HONEST
from tests.bot.sql.test_runner import COUNT, forged


@pytest.fixture(scope="module")
def pool(gold_db: Path) -> Iterator[WorkerRunner]:
    with WorkerRunner(gold_db, workers=2) as pool:
        pool.warm()
        yield pool


@pytest.mark.no_cover
def test_it_answers_as_the_runner_in_this_process_does(pool: WorkerRunner, runner: Runner, judge: Judge) -> None:
    for sql in HONEST["ratio"] + HONEST["window"] + HONEST["text"]:
        accepted = judge.accepts(sql)
        here, there = runner.run(accepted), pool.run(accepted)
        assert (here.columns, here.types, sorted(map(repr, here.rows))) == (
            there.columns,
            there.types,
            sorted(map(repr, there.rows)),
        ), sql


def test_the_worker_is_kept(pool: WorkerRunner, judge: Judge) -> None:
    pid = "SELECT 1"
    workers = {id(worker) for worker in pool._free}
    pool.run(forged(pid))
    pool.run(judge.accepts(COUNT))
    assert {id(worker) for worker in pool._free} == workers


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM range(10000000) a, range(10000000) b",
        "SELECT max(sleep_ms(60000))",
        "SELECT length(repeat('x', 2000000000) || repeat('y', 2000000000))",
    ],
)
def test_a_runaway_dies_and_the_next_question_is_answered(pool: WorkerRunner, judge: Judge, sql: str) -> None:
    with pytest.raises(RunError) as error:
        pool.run(forged(sql), deadline_s=0.3)
    assert error.value.code in ("deadline", "memory", "worker")
    assert pool.run(judge.accepts(COUNT)).rows == [(318,)]


def test_what_the_engine_cannot_stop_is_killed(gold_db: Path, judge: Judge) -> None:
    # interrupts do not reach into one scalar function: only the kill does
    stubborn = "SELECT count(*) FROM (SELECT list_sort(list_transform(range(30000000), lambda x: -x)) AS l)"
    with WorkerRunner(gold_db) as pool:
        pool.warm()
        worker = pool._free[0]
        with pytest.raises(RunError):
            pool.run(forged(stubborn), deadline_s=0.2)
        assert pool.run(judge.accepts(COUNT)).rows == [(318,)]
        assert worker.process.poll() is not None or worker in pool._free


def test_a_worker_killed_from_outside_is_replaced(pool: WorkerRunner, judge: Judge) -> None:
    pool.run(judge.accepts(COUNT))
    for worker in pool._free:
        worker.process.kill()
        worker.process.wait()
    assert pool.run(judge.accepts(COUNT)).rows == [(318,)]


def test_a_worker_that_dies_during_a_question_is_told(gold_db: Path, judge: Judge) -> None:
    with WorkerRunner(gold_db) as pool:
        pool.warm()
        worker = pool._free[0]
        with ThreadPoolExecutor(1) as threads:
            answer = threads.submit(pool.run, forged("SELECT max(sleep_ms(60000))"), deadline_s=30)
            while pool._free:
                pass
            with pool._lock:  # taken and found alive: from here on its end is the end of this question
                worker.process.kill()
            with pytest.raises(RunError) as error:
                answer.result()
        assert error.value.code == "worker"
        assert pool.run(judge.accepts(COUNT)).rows == [(318,)]


COUNTS = [  # as statements are run, and more trusting than that: bare names
    "SELECT count(county) AS n FROM desk.main.refusals",
    "SELECT count(county) AS n FROM refusals",
]
FALSIFICATIONS = [
    "CREATE TEMP TABLE refusals AS SELECT 1 AS county",
    "CREATE OR REPLACE TEMP VIEW refusals AS SELECT 'x' AS county",
    "CREATE TEMP MACRO count(x) AS 7",
    "CREATE MACRO main.count(x) AS 7",
    "SET search_path = 'temp'",
    "SET VARIABLE n = 7",
    "USE temp",
    "ATTACH ':memory:' AS other",
    "ATTACH ':memory:' AS desk2; USE desk2; DETACH desk",
    "PREPARE p AS SELECT 7",
    "BEGIN TRANSACTION",
    "SELECT setseed(0.5)",
    "PRAGMA enable_profiling",
]


@pytest.mark.parametrize("attempt", FALSIFICATIONS)
def test_no_question_changes_the_answer_to_another(pool: WorkerRunner, judge: Judge, attempt: str) -> None:
    """Past the checker and past the runner's own gate: straight to the cursor of a question."""
    path = Path(pool._db_path)
    connection = open_edition(path)
    runner = Runner(path)
    runner._connection, runner._path = connection, path
    runner._fingerprint = fingerprint(path)
    with contextlib.suppress(duckdb.Error):  # refused by the engine: as good
        connection.cursor().execute(attempt)
    runner.verify()
    accepted = judge.accepts("SELECT count(county) AS n FROM refusals")
    assert runner.run(accepted).rows == [(318,)]
    assert pool.run(accepted).rows == [(318,)]
    runner.close()


@pytest.fixture(scope="module")
def ungated(gold_db: Path) -> Iterator[WorkerRunner]:
    """A pool of one worker that lets everything through to the engine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Worker, "module", "tests.bot.sql.ungated_worker")
        with WorkerRunner(gold_db) as pool:
            pool.warm()
            yield pool


@pytest.mark.parametrize("attempt", FALSIFICATIONS)
def test_nor_does_it_in_the_worker_that_answers_the_next(ungated: WorkerRunner, attempt: str) -> None:
    worker = ungated._free[0]
    with contextlib.suppress(RunError):  # refused by the engine: as good
        ungated.run(forged(attempt))
    for sql in COUNTS:
        assert ungated.run(forged(sql)).rows == [(318,)]
    assert ungated._free == [worker], "the next question was to meet the same process"


def test_the_ungated_worker_lets_through_what_is_tried(ungated: WorkerRunner) -> None:
    """Otherwise the test above shows nothing."""
    forgery = "CREATE TEMP TABLE refusals AS SELECT 'x' AS county; SELECT count(*) FROM refusals"
    assert ungated.run(forged(forgery)).rows == [(1,)]
    assert ungated.run(forged(COUNTS[1])).rows == [(318,)]


def test_the_worker_has_none_of_our_secrets(pool: WorkerRunner, monkeypatch: pytest.MonkeyPatch, gold_db: Path) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    with WorkerRunner(gold_db) as fresh:
        fresh.warm()
        environ = Path(f"/proc/{fresh._free[0].process.pid}/environ").read_bytes()
    assert b"xoxb-secret" not in environ
    assert "SLACK_BOT_TOKEN" in os.environ


def test_a_bad_database_is_told_like_in_process(tmp_path: Path, judge: Judge) -> None:
    with WorkerRunner(tmp_path / "none.duckdb") as pool, pytest.raises(RunError) as error:
        pool.run(judge.accepts(COUNT))
    assert error.value.code == "no_database"


def test_several_at_once(pool: WorkerRunner, judge: Judge) -> None:
    accepted = judge.accepts(COUNT)
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda _: pool.run(accepted).rows, range(30)))
    assert answers == [[(318,)]] * 30
    assert len(pool._free) <= 2


def test_an_older_schema_says_what_it_lacks(tmp_path: Path, model: SemanticModel, judge: Judge) -> None:
    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE VIEW refusals AS SELECT 'x' AS county")
    asked = judge.accepts("SELECT count(*) FROM refusals WHERE state = 'Texas'")
    with WorkerRunner(path, model) as pool, pytest.raises(RunError) as error:
        pool.run(asked)
    assert error.value.code == "old_schema"
    assert "lacks" in error.value.message


def test_what_fails_on_a_sound_database_has_failed(gold_db: Path, model: SemanticModel) -> None:
    with WorkerRunner(gold_db, model) as pool, pytest.raises(RunError) as error:
        pool.run(forged("SELECT CAST(county AS INTEGER) FROM refusals"))
    assert error.value.code == "failed"
