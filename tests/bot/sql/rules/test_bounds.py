from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


def _nested(levels: int) -> str:
    sql = "SELECT county FROM refusals"
    for _ in range(levels - 1):
        sql = f"SELECT county FROM ({sql})"
    return sql


def _joined(joins: int) -> str:
    more = " ".join(f"JOIN reports p{i} ON p{i}.report_id = r.report_id" for i in range(joins))
    return f"SELECT r.county FROM refusals r {more}"


def test_nesting_is_bounded(judge: Judge) -> None:
    judge.accepts(_nested(6))
    judge.refuses(_nested(7), "bounds")


def test_joins_are_bounded(judge: Judge) -> None:
    judge.accepts(_joined(8))
    judge.refuses(_joined(9), "bounds")


def test_a_statement_that_grows_when_spelled_out_is_refused_and_not_spelled_out(judge: Judge) -> None:
    doubling = ", ".join(f"a{i} - a{i} * a{i} AS a{i + 1}" for i in range(60))
    judge.refuses(f"SELECT row_no AS a0, {doubling} FROM refusals", "too_complex")
    chain = ", ".join(f"t{i + 1} AS (SELECT county FROM t{i})" for i in range(200))
    judge.refuses(f"WITH t0 AS (SELECT county FROM refusals), {chain} SELECT county FROM t200", "too_complex")


def test_many_conditions_are_judged_in_parts(judge: Judge) -> None:
    other = " OR ".join(f"county = 'x{i}' AND state = 'y{i}'" for i in range(60))
    judge.accepts(f"SELECT count(*) FROM refusals WHERE {other}")
    judge.refuses(f"SELECT count(*) FROM refusals WHERE {other} OR page = 1 OR page <> 1", "constant_condition")
    judge.refuses(f"SELECT count(*) FROM refusals WHERE {other} OR facility LIKE 'a%' OR NOT facility LIKE 'a%'")
    many = " OR ".join(f"row_no = {i}" for i in range(1, 401))
    assert "IN (" in judge.refuses(f"SELECT count(*) FROM refusals WHERE {many}", "too_complex").hint


@pytest.mark.parametrize("limit", ["1001", "1 + 1", "(SELECT max(row_no) FROM refusals)", "-1", "1.5"])
def test_limit_is_a_plain_number_and_not_too_high(judge: Judge, limit: str) -> None:
    judge.refuses(f"SELECT county FROM refusals LIMIT {limit}", "bounds")


def test_limits_that_are_fine(judge: Judge) -> None:
    judge.accepts("SELECT county FROM refusals LIMIT 1000 OFFSET 5000")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM (SELECT county FROM refusals LIMIT 5)",
        "SELECT count(*) FROM (SELECT county FROM refusals OFFSET 5)",
        "WITH t AS (SELECT county FROM refusals LIMIT 5) SELECT county, count(*) FROM t GROUP BY county",
        "SELECT count(*) FROM refusals WHERE county IN (SELECT county FROM issued LIMIT 2)",
        "SELECT count(*) OVER () FROM (SELECT county FROM refusals LIMIT 5)",
        "SELECT DISTINCT ON (county) county, row_no FROM refusals",
        "SELECT row_number() OVER () FROM refusals",
        "SELECT first(county) FROM refusals",
    ],
)
def test_a_figure_is_no_sample(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "sampled")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT sum(n) FROM (SELECT county, count(*) AS n FROM refusals GROUP BY county ORDER BY n "
        "DESC, county LIMIT 5)",
        "SELECT county, count(*) FROM refusals GROUP BY county LIMIT 5",
        "SELECT county FROM (SELECT county FROM refusals LIMIT 5)",
        "SELECT count(*) FROM refusals r WHERE EXISTS (SELECT 1 FROM policies p WHERE p.state = r.state LIMIT 1)",
        "SELECT first(county ORDER BY county) FROM refusals",
    ],
)
def test_an_ordered_cut_is_none(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
