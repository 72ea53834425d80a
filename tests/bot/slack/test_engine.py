"""The stop button ends a statement at once, whenever it is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.slack.engine import StoppableRunner
from bot.slack.running import Running
from bot.sql.database import RunError

ENDLESS = "SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE a.range <> b.range"
HERE = ("T1", "C1", "1.0")


@pytest.fixture
def runner(sample_db: Path) -> Iterator[StoppableRunner]:
    made = StoppableRunner(sample_db)
    made.warm()
    yield made
    made.close()


def test_the_pipes_stay_open_for_the_thread_that_reads_them(runner: StoppableRunner) -> None:
    """Closed under it, its read would wait for the deadline: nothing is heard from a file that is not open."""
    running = Running()
    with running.begin(*HERE):
        worker = runner._take()
        assert running.stop(*HERE)
        assert not worker._answers.closed
        with pytest.raises(EOFError):
            worker.ask({"sql": "SELECT 1", "parameters": [], "deadline_s": 60, "max_rows": 1}, 60)
        worker.kill()


def test_a_statement_that_runs_is_ended(runner: StoppableRunner) -> None:
    running = Running()

    def ask() -> str:
        with running.begin(*HERE):
            try:
                runner.execute(ENDLESS, deadline_s=3600, max_rows=1)
            except RunError as error:
                return error.code
        return "it ended by itself"

    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(ask)
        while not running.stop(*HERE):  # at any moment: before the worker has the statement, or after
            pass
        assert asked.result(60) in ("worker", "stopped")
    assert runner.execute("SELECT 7", deadline_s=60, max_rows=1).rows == [(7,)]


def test_stopped_before_it_began_nothing_is_run(runner: StoppableRunner) -> None:
    running = Running()
    with running.begin(*HERE):
        running.stop(*HERE)
        with pytest.raises(RunError) as told:
            runner.execute("SELECT 1", deadline_s=60, max_rows=1)
    assert told.value.code == "stopped"


def test_stopped_after_its_last_statement_nothing_is_harmed(runner: StoppableRunner) -> None:
    running = Running()
    with running.begin(*HERE):
        assert runner.execute("SELECT 1", deadline_s=60, max_rows=1).rows == [(1,)]
        running.stop(*HERE)
    assert not running.stop(*HERE)
    assert runner.execute("SELECT 2", deadline_s=60, max_rows=1).rows == [(2,)]
