"""One value of many does not take its column's name; labels and moved dates do not mislead."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT state, max(county) AS county, count(*) AS n FROM refusals GROUP BY state",
        "SELECT any_value(state) AS state, count(*) AS n FROM refusals",
        "SELECT declined_on + INTERVAL 1 MONTH AS declined_on, count(*) AS n FROM refusals GROUP BY ALL",
        "SELECT CASE WHEN disposition = 'charge' THEN 'convicted' ELSE 'charged' END AS s, count(*) FROM "
        "refusals GROUP BY s",
        "SELECT replace(disposition, 'charge', 'conviction') AS d, count(*) FROM refusals GROUP BY d",
        "SELECT CASE disposition WHEN 'conviction' THEN 'charged' ELSE disposition END AS d, count(*) FROM "
        "refusals GROUP BY d",
    ],
)
def test_one_of_many_under_the_columns_name_is_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "misnamed")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT state, any_value(county) AS example, count(*) AS n FROM refusals GROUP BY state",
        "SELECT county, any_value(state) AS state, count(*) AS n FROM refusals GROUP BY county, state",
        "SELECT p.report_id, any_value(p.file_name) AS file_name, count(*) AS n FROM refusals r JOIN reports "
        "p USING (report_id) GROUP BY p.report_id",
        "SELECT issued_on + INTERVAL 1 YEAR AS a_year_later FROM refusals",
        "SELECT CASE WHEN disposition = 'charge' THEN 'charged' ELSE 'convicted' END AS s, count(*) FROM "
        "refusals GROUP BY s",
        "SELECT CASE WHEN disposition = 'conviction' THEN 'convicted' ELSE 'only charged' END AS s, count(*) "
        "FROM refusals GROUP BY s",
        "SELECT replace(disposition, 'charge', 'charged') AS d, count(*) FROM refusals GROUP BY d",
    ],
)
def test_what_is_one_or_named_for_what_it_is_is_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
