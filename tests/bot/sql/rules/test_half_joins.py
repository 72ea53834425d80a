"""A county is equated together with its state; numbers of rows and pages join nothing."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT r.county, i.issued FROM refusals r JOIN issued i ON i.county = r.county AND i.report_id = r.report_id",
        "SELECT r.county FROM refusals r SEMI JOIN policies p ON p.county = r.county",
        "SELECT count(*) FROM refusals r WHERE EXISTS (SELECT 1 FROM policies p WHERE p.county = r.county)",
        "SELECT a.county, b.n FROM (SELECT DISTINCT county, state FROM issued) a JOIN (SELECT county, state, "
        "count(*) AS n FROM refusals GROUP BY 1, 2) b ON a.county = b.county",
    ],
)
def test_a_county_without_its_state_is_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "half_join")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT r.county, p.policy FROM refusals r JOIN policies p ON p.page_from = r.page",
        "SELECT r.county, c.text FROM refusals r JOIN caveats c ON r.page = c.page",
    ],
)
def test_rows_or_pages_alone_join_nothing(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "join")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT r.county, i.issued FROM refusals r JOIN issued i USING (report_id, county, state)",
        "SELECT count(*) FROM refusals r WHERE EXISTS (SELECT 1 FROM policies p WHERE p.county = r.county "
        "AND p.state = r.state)",
        "SELECT r.county, i.issued FROM refusals r JOIN issued i ON i.county = r.county AND i.report_id = "
        "r.report_id WHERE r.state = 'Texas' AND i.state = 'Texas'",
        "SELECT a.county, a.n FROM (SELECT county, count(*) AS n FROM refusals WHERE state = 'Texas' GROUP "
        "BY 1) a JOIN (SELECT DISTINCT county FROM issued WHERE state = 'Texas') b ON a.county = b.county",
    ],
)
def test_with_the_state_equated_or_held_it_is_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
