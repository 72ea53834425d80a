"""Counts that are added up count no row twice."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FILTER (WHERE state = 'Texas') + count(*) FILTER (WHERE disposition = 'charge') AS "
        "n FROM refusals",
        "SELECT count(*) FILTER (WHERE state = 'Texas') + count(*) AS n FROM refusals",
        "SELECT sum(CASE WHEN state = 'Texas' THEN 1 ELSE 0 END) + count_if(county = 'Travis') AS n FROM refusals",
        "SELECT count(*) + (SELECT count(*) FROM refusals) AS n FROM refusals",
        "SELECT (SELECT count(*) FROM refusals WHERE state = 'Ohio') + (SELECT count(*) FROM refusals WHERE "
        "withdrawn) AS n",
        "WITH a AS (SELECT count(*) AS n FROM refusals), b AS (SELECT count(*) AS m FROM refusals) SELECT n "
        "+ m FROM a, b",
    ],
)
def test_counts_of_rows_that_overlap_are_not_added(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "fan_out")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FILTER (WHERE state = 'Texas') + count(*) FILTER (WHERE state = 'Ohio') AS n FROM refusals",
        "SELECT sum(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END) + count_if(disposition = "
        "'conviction') FROM refusals",
        "SELECT (SELECT count(*) FROM refusals WHERE state = 'Ohio') + (SELECT count(*) FROM refusals WHERE "
        "state = 'Iowa') AS n",
        "WITH a AS (SELECT state, count(*) AS n FROM refusals WHERE report_id = '2017-01-28' GROUP BY 1), "
        "b AS (SELECT state, count(*) AS n FROM refusals WHERE report_id = '2017-02-04' GROUP BY 1) "
        "SELECT a.state, a.n + coalesce(b.n, 0) AS n FROM a LEFT JOIN b USING (state)",
    ],
)
def test_counts_of_rows_that_exclude_one_another_are_added(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
