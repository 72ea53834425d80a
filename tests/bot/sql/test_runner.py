"""The in-process runner on real databases: rows, limits, editions, bad files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb
import pytest

from bot.semantic import SemanticModel
from bot.sql.checker import Checker
from bot.sql.database import RunError, open_edition
from bot.sql.lineage import Lineage
from bot.sql.runner import Runner
from bot.sql.verdict import Accepted
from tests.bot.sql.conftest import Judge

COUNT = "SELECT count(*) AS n FROM refusals"


def forged(sql: str) -> Accepted:
    """A statement that no checker saw: what stands behind the checker has to hold by itself."""
    return Accepted(sql, Lineage(), sql)


def test_rows_columns_types_and_edition(runner: Runner, judge: Judge) -> None:
    result = runner.run(
        judge.accepts("SELECT state, count(*) AS n FROM refusals GROUP BY state ORDER BY n DESC LIMIT 1")
    )
    assert result.columns == ("state", "n")
    assert result.types == ("VARCHAR", "BIGINT")
    assert result.rows[0][0] == "Texas"
    assert not result.truncated
    assert result.edition == "gold.duckdb"


@pytest.mark.parametrize(("most", "cut"), [(4, True), (5, False), (6, False)])
def test_a_cut_result_says_so(runner: Runner, judge: Judge, most: int, cut: bool) -> None:
    result = runner.run(judge.accepts("SELECT county FROM refusals LIMIT 5"), max_rows=most)
    assert len(result.rows) == min(most, 5)
    assert result.truncated is cut


def test_views_are_named_with_their_catalog(judge: Judge) -> None:
    accepted = judge.accepts("SELECT 'é' AS e, r.county FROM refusals r JOIN \"main\".reports p USING (report_id)")
    assert "FROM desk.main.refusals r" in accepted.runs
    assert 'JOIN desk."main".reports p' in accepted.runs


def test_a_new_edition_is_seen_at_the_next_question(tmp_path: Path, gold_db: Path, judge: Judge) -> None:
    first, second, link = tmp_path / "a.duckdb", tmp_path / "b.duckdb", tmp_path / "current.duckdb"
    shutil.copy(gold_db, first)
    shutil.copy(gold_db, second)
    with duckdb.connect(str(second)) as connection:
        connection.execute("DELETE FROM refusals_rows WHERE county = 'Travis'")
    link.symlink_to(first)
    runner = Runner(link)
    before = runner.run(judge.accepts(COUNT))
    (tmp_path / "next").symlink_to(second)
    os.replace(tmp_path / "next", link)
    after = runner.run(judge.accepts(COUNT))
    assert before.edition == "a.duckdb"
    assert after.edition == "b.duckdb" == runner.edition()
    assert before.rows[0][0] - after.rows[0][0] == 154
    runner.close()


def test_a_file_replaced_under_the_same_name_is_seen_too(tmp_path: Path, gold_db: Path, judge: Judge) -> None:
    path, other = tmp_path / "facts.duckdb", tmp_path / "new.duckdb"
    shutil.copy(gold_db, path)
    shutil.copy(gold_db, other)
    with duckdb.connect(str(other)) as connection:
        connection.execute("DELETE FROM refusals_rows")
    runner = Runner(path)
    assert runner.run(judge.accepts(COUNT)).rows != [(0,)]
    os.replace(other, path)
    assert runner.run(judge.accepts(COUNT)).rows == [(0,)]
    runner.close()


def test_reading_does_not_lock_others_out(runner: Runner, gold_db: Path, judge: Judge) -> None:
    runner.run(judge.accepts(COUNT))
    with duckdb.connect(str(gold_db), read_only=True, config={"threads": 1}) as other:
        assert other.execute(COUNT).fetchall() == runner.run(judge.accepts(COUNT)).rows


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "no_database"), (b"", "not_a_database"), (b"%PDF-1.7 not a database", "not_a_database")],
)
def test_a_bad_database_is_named(
    tmp_path: Path, checker: Checker, model: SemanticModel, judge: Judge, content: bytes | None, code: str
) -> None:
    path = tmp_path / "facts.duckdb"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RunError) as error:
        Runner(path, model).run(judge.accepts(COUNT))
    assert error.value.code == code
    assert error.value.message
    assert error.value.hint


def test_an_older_schema_says_what_it_lacks(tmp_path: Path, model: SemanticModel, judge: Judge) -> None:
    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE VIEW refusals AS SELECT 'x' AS county")
    with pytest.raises(RunError) as error:
        Runner(path, model).run(judge.accepts("SELECT count(*) FROM refusals WHERE state = 'Texas'"))
    assert error.value.code == "old_schema"
    assert "lacks" in error.value.message


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TEMP TABLE refusals AS SELECT 1 AS county",
        "CREATE TEMP MACRO count(x) AS 7",
        "SET VARIABLE v = 1",
        "SET search_path = 'temp'",
        "ATTACH ':memory:' AS other",
        "SELECT 1; CREATE TEMP TABLE refusals AS SELECT 1",
        "COPY (SELECT 1) TO '/tmp/never.csv'",
        "EXPLAIN SELECT 1",
        "PRAGMA database_list",
    ],
)
def test_only_a_select_runs_whatever_got_past_the_checker(runner: Runner, sql: str) -> None:
    with pytest.raises(RunError):
        runner.run(forged(sql))


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT content FROM read_text('/etc/hostname')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM secret_frame",
        "FROM 'x.parquet'",
    ],
)
def test_the_engine_is_locked_down(runner: Runner, sql: str) -> None:
    secret_frame = [1]
    with pytest.raises(RunError):
        runner.run(forged(sql))
    assert secret_frame


def test_nothing_can_be_written(gold_db: Path) -> None:
    connection = open_edition(gold_db)
    for sql in ("DELETE FROM desk.main.refusals_rows", "CREATE TABLE t (a INT)", "CREATE MACRO count(x) AS 7"):
        with pytest.raises(duckdb.Error):
            connection.execute(sql)
    for setting in ("enable_external_access = true", "memory_limit = '9GB'", "lock_configuration = false"):
        with pytest.raises(duckdb.Error):
            connection.execute(f"SET {setting}")
    connection.close()


def test_a_runaway_is_stopped_and_the_next_question_answered(runner: Runner, judge: Judge) -> None:
    with pytest.raises(RunError) as error:
        runner.run(forged("SELECT count(*) FROM range(10000000) a, range(10000000) b"), deadline_s=0.2)
    assert error.value.code == "deadline"
    assert runner.run(judge.accepts(COUNT)).rows == [(318,)]


def test_memory_is_limited(gold_db: Path) -> None:
    runner = Runner(gold_db, memory_mb=64)
    with pytest.raises(RunError) as error:
        runner.run(forged("SELECT count(*) FROM (SELECT DISTINCT a.range, b.range FROM range(9000) a, range(9000) b)"))
    assert error.value.code in ("memory", "deadline")
    runner.close()


def test_it_can_be_used_from_several_threads(runner: Runner, judge: Judge) -> None:
    from concurrent.futures import ThreadPoolExecutor

    accepted = judge.accepts(COUNT)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: runner.run(accepted).rows, range(40)))
    assert answers == [[(318,)]] * 40
