"""Averages of averages, sums of shares, averages of places."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT avg(p) FROM (SELECT state, 100.0 * count_if(withdrawn) / count(*) AS p FROM refusals GROUP BY state)",
        "SELECT sum(p) FROM (SELECT report_id, avg(withdrawn::INT) AS p FROM refusals GROUP BY report_id)",
        "SELECT avg(d) FROM (SELECT state, avg(declined_on - issued_on) AS d FROM refusals GROUP BY state)",
        "SELECT sum(d) FROM (SELECT state, median(declined_on - issued_on) AS d FROM refusals GROUP BY state)",
        "SELECT avg(declined_stated / issued_nationwide) FROM reports",
        "SELECT median(d) FROM (SELECT state, median(declined_on - issued_on) AS d FROM refusals GROUP BY state)",
        "SELECT quantile_cont(d, 0.9) FROM (SELECT state, avg(declined_on - issued_on) AS d FROM refusals GROUP BY 1)",
        "WITH x AS (SELECT county, state, round(100.0 * count(*) / (SELECT count(*) FROM refusals), 1) AS p "
        "FROM refusals GROUP BY county, state) SELECT avg(p) FROM x",
        "SELECT avg(d / 7) FROM (SELECT report_id, avg(declined_on - issued_on) AS d FROM refusals GROUP BY report_id)",
    ],
)
def test_averages_and_shares_are_not_put_together_again(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "mean_of_means")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT avg(row_no) FROM refusals",
        "SELECT stddev(page) FROM refusals",
        "SELECT median(row_no) FROM refusals",
        "SELECT avg(year(issued_on)) FROM refusals",
        "SELECT corr(row_no, page) FROM refusals",
        "SELECT sum(length(offense)) FROM refusals",
        "SELECT avg(right(report_id, 2)::INT) FROM refusals",
    ],
)
def test_places_have_no_average(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "no_quantity")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT avg(n) FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)",
        "SELECT median(n) FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)",
        "SELECT avg((disposition = 'charge')::INT) FROM refusals",
        "SELECT avg(CASE WHEN withdrawn THEN 100.0 ELSE 0 END) FROM refusals",
        "SELECT avg(declined_on - issued_on) / 7 FROM refusals",
        "WITH s AS (SELECT state, count(*) AS n FROM refusals GROUP BY 1), t AS (SELECT sum(n) AS n FROM s) "
        "SELECT sum(p) FROM (SELECT 1.0 * s.n / t.n AS p FROM s CROSS JOIN t ORDER BY s.n DESC, s.state LIMIT 3)",
        "SELECT max(d) FROM (SELECT state, median(declined_on - issued_on) AS d FROM refusals GROUP BY state)",
        "SELECT max(page) - min(page) AS pages FROM refusals WHERE report_id = '2017-02-04'",
    ],
)
def test_counts_are_averaged_and_shares_of_one_whole_added(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
