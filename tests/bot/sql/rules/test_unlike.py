"""Figures that count different things are not combined, and a name says what is counted."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT issued_nationwide - declined_stated AS honored FROM reports",
        "SELECT count(*) + (SELECT sum(issued) FROM issued) AS total FROM refusals",
        "SELECT count(*) + count(DISTINCT county) AS n FROM refusals",
        "SELECT greatest(count(*), count(DISTINCT county)) AS n FROM refusals",
        "SELECT (SELECT count(*) FROM foia_detainers) + (SELECT count(*) FROM refusals) AS detainers",
        "SELECT sum(n) FROM (SELECT count(*) AS n FROM refusals UNION ALL SELECT sum(issued) FROM issued)",
        "SELECT count(*) FROM (SELECT county, state FROM refusals UNION ALL SELECT county, state FROM issued)",
        "SELECT sum(checks_failed) + count(*) AS n FROM reports",
        "SELECT count(*) / (SELECT max(row_no) FROM refusals) AS share FROM refusals WHERE state = 'Texas'",
        "SELECT 100.0 * count(DISTINCT county) / count(*) AS pct FROM refusals",
        "SELECT 100.0 * count(*) / (SELECT count(*) FROM policies) AS pct FROM refusals",
    ],
)
def test_sums_and_differences_of_unlike_figures_are_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "unlike_figures")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 100.0 * (SELECT count(*) FROM refusals) / (SELECT sum(issued) FROM issued WHERE state = "
        "'Texas') AS rate",
        "SELECT (SELECT count(*) FROM refusals WHERE state = 'Ohio') / (SELECT sum(issued) FROM issued WHERE "
        "state = 'Texas')",
        "SELECT (SELECT count(*) FROM refusals) / (SELECT issued_nationwide FROM reports WHERE report_id = "
        "'2017-02-04')",
    ],
)
def test_a_rate_of_other_places_or_reports_is_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "unlike_rows")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(DISTINCT county) AS declined FROM refusals",
        "SELECT count(*) AS issued FROM issued",
        "SELECT sum(pages) AS total_declined FROM reports",
        "SELECT max(length(state)) AS refused FROM refusals",
        "SELECT count(*) AS declined FROM (SELECT DISTINCT state, offense FROM refusals)",
        "SELECT count(*) AS n_refused FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)",
        "SELECT count(*) AS declined FROM (SELECT county FROM refusals UNION SELECT county FROM refusals)",
        "SELECT sqrt(count(*)) AS declined FROM refusals",
        "SELECT year(declined_on) AS declined FROM refusals",
        "SELECT 'MMM' AS declined, count(*) AS n FROM refusals",
        "SELECT count(*) AS declined FROM (SELECT * FROM refusals QUALIFY row_number() OVER (PARTITION BY "
        "offense ORDER BY declined_on) = 1)",
    ],
)
def test_a_name_that_promises_something_else_is_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "misnamed")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT issued_nationwide - issued_listed AS elsewhere FROM reports",
        "SELECT declined_stated - (SELECT count(*) FROM refusals r WHERE r.report_id = p.report_id) AS off "
        "FROM reports p",
        "SELECT count(*) - count(facility) AS without FROM refusals",
        "SELECT 100.0 * declined_stated / issued_nationwide AS pct FROM reports",
        "SELECT count(*) / count(DISTINCT county) AS per_county FROM refusals",
        "SELECT count(*) AS declined, sum(n) AS issued FROM refusals r JOIN (SELECT report_id, "
        "issued_nationwide AS n FROM reports) p USING (report_id) GROUP BY r.report_id, r.row_no",
        "SELECT sum(n) AS total_declined FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)",
        "SELECT max(declined_on) AS declined FROM refusals",
        "SELECT sum(issued) AS issued FROM issued",
        "SELECT count(DISTINCT (report_id, row_no)) AS declined FROM refusals",
        "SELECT what, sum(n) AS n FROM (SELECT 'r' AS what, count(*) AS n FROM refusals UNION ALL SELECT "
        "'i', sum(issued) FROM issued) GROUP BY what",
        "SELECT (SELECT count(*) FROM refusals WHERE state = 'Ohio') * 1.0 / (SELECT count(*) FROM refusals) AS share",
    ],
)
def test_like_figures_rates_and_fitting_names_are_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
