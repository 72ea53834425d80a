"""Days, months, years, weeks and reports that are not loaded are told, in whatever form they are asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from bot.semantic import SemanticModel
from bot.sql.checker import Checker
from bot.sql.known import KnownValues
from bot.sql.runner import Runner
from bot.sql.verdict import Accepted

WHERE = "SELECT count(*) FROM refusals WHERE "
NOT_LOADED = {"date_not_loaded", "report_not_loaded", "no_match", "unknown_value"}


@pytest.fixture(scope="module")
def knowing(model: SemanticModel, gold_db: Path) -> Checker:
    return Checker(model, KnownValues(Runner(gold_db), model))


def _codes(checker: Checker, sql: str) -> set[str]:
    verdict = checker.check(sql)
    assert isinstance(verdict, Accepted), verdict
    return {w.code for w in verdict.warnings}


@pytest.mark.parametrize(
    "condition",
    [
        *("month(declined_on) = 7", "7 = month(declined_on)", "month(declined_on) BETWEEN 6 AND 8"),
        *("extract(year FROM declined_on) = 2019", "2019 <= year(declined_on)", "year(declined_on) - 1 = 2018"),
        *("extract('month' FROM declined_on) IN (1, 2, 8)", "date_part('quarter', declined_on) = 3"),
        *("week(declined_on) = 30", "yearweek(declined_on) = 201730", "dayofyear(declined_on) > 200"),
        *("monthname(declined_on) = 'July'", "strftime(declined_on, '%b %Y') = 'Jul 2017'"),
        *("strftime(declined_on, '%m') = '07'", "strftime(declined_on, '%Y%m') IN ('201702', '201707')"),
        *("date_trunc('month', declined_on) = DATE '2017-07-01'", "last_day(declined_on) >= DATE '2017-03-31'"),
        *("declined_on >= DATE '2017-01-01' + INTERVAL 1 YEAR", "declined_on = DATE '2017-02-01' + 400"),
        *("year(declined_on) = 2017 + 2", "declined_on = make_date(2019, 3, 1)", "DATE '2019-01-01' < declined_on"),
        *("declined_on > current_date - 30", "declined_on BETWEEN '2017-06-01' AND '2017-06-30'"),
        *("month(declined_on) = 2 OR month(declined_on) = 7", "month(declined_on) = 1 AND day(declined_on) = 5"),
        *("left(CAST(declined_on AS VARCHAR), 4) = '2018'", "declined_on::VARCHAR LIKE '2017-07%'"),
        *("report_id::DATE >= DATE '2018-01-01'", "year(CAST(report_id AS DATE)) = 2019", "report_id > '2017-02-11'"),
        *("left(report_id, 7) = '2017-07'", "report_id LIKE '2018%'", "year(issued_on) BETWEEN 2018 AND 2020"),
    ],
)
def test_days_that_are_not_loaded_are_told(knowing: Checker, condition: str) -> None:
    told = _codes(knowing, WHERE + condition)
    assert told
    assert told <= NOT_LOADED


@pytest.mark.parametrize(
    "condition",
    [
        *("month(declined_on) = 2", "month(declined_on) IN (1, 2)", "extract(year FROM declined_on) = 2017"),
        *("declined_on <= current_date", "declined_on BETWEEN DATE '2017-02-01' AND current_date"),
        *("date_trunc('month', declined_on) = DATE '2017-02-01'", "week(declined_on) = 6", "day(declined_on) = 31"),
        *("dayname(declined_on) = 'Monday'", "strftime(declined_on, '%Y-%m') = '2017-01'", "month(issued_on) = 7"),
        *("year(declined_on) <> 2019", "NOT (month(declined_on) = 7)", "left(report_id, 7) = '2017-02'"),
        *("declined_on - issued_on > 365", "issued_on < declined_on - INTERVAL 1 YEAR", "report_id >= '2017-02-01'"),
        "declined_on = (SELECT max(declined_on) FROM refusals)",
    ],
)
def test_days_that_are_loaded_are_not_told(knowing: Checker, condition: str) -> None:
    assert _codes(knowing, WHERE + condition) == set()


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FILTER (WHERE month(declined_on) = 7) AS july FROM refusals",
        "SELECT sum(CASE WHEN month(declined_on) = 7 THEN 1 ELSE 0 END) AS july FROM refusals",
        "SELECT m, n FROM (SELECT month(declined_on) AS m, count(*) AS n FROM refusals GROUP BY 1) WHERE m = 7",
        "SELECT month(declined_on) AS m, count(*) FROM refusals GROUP BY m HAVING m = 7",
        "WITH t AS (SELECT *, year(declined_on) AS y FROM refusals) SELECT count(*) FROM t WHERE y = 2019",
        "SELECT count(*) FROM refusals r JOIN reports p ON p.report_id = r.report_id AND month(p.period_start) = 7",
        "SELECT state FROM refusals GROUP BY state HAVING max(declined_on) > DATE '2017-01-01' + 365",
        "SELECT count(*) FROM issued WHERE report_id IN (SELECT report_id FROM reports WHERE month(period_start) = 9)",
    ],
)
def test_they_are_told_wherever_they_stand(knowing: Checker, sql: str) -> None:
    assert "date_not_loaded" in _codes(knowing, sql)


def test_the_sentence_shows_the_condition(knowing: Checker) -> None:
    verdict = knowing.check(WHERE + "declined_on >= DATE '2017-01-01' + INTERVAL 2 YEAR")
    assert isinstance(verdict, Accepted)
    assert "declined_on >= (DATE '2017-01-01' + INTERVAL 2 YEAR)" in verdict.hint
    assert "2017-01-28 to 2017-02-17" in verdict.hint


def test_a_week_that_was_left_out_between_two_others_is_not_loaded(
    tmp_path: Path, gold_db: Path, model: SemanticModel
) -> None:
    path = tmp_path / "gap.duckdb"
    shutil.copy(gold_db, path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("DELETE FROM reports_rows WHERE report_id = '2017-02-04'")
    checker = Checker(model, KnownValues(Runner(path), model))
    assert _codes(checker, WHERE + "declined_on = DATE '2017-02-06'") == {"date_not_loaded"}
    assert _codes(checker, WHERE + "declined_on BETWEEN DATE '2017-02-05' AND DATE '2017-02-08'") == {"date_not_loaded"}
    assert _codes(checker, WHERE + "declined_on = DATE '2017-02-14'") == set()


def test_a_value_that_is_no_date_is_left_to_the_engine(knowing: Checker) -> None:
    assert _codes(knowing, WHERE + "declined_on = CAST(concat('2017-02-', '99') AS DATE)") == set()
