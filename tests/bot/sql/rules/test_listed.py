"""A list of rows shows each row once."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT r.county, r.offense FROM refusals r JOIN policies p ON p.state = r.state",
        "SELECT r.row_no, r.county FROM refusals r JOIN caveats c USING (report_id)",
        "SELECT i.county, i.issued FROM issued i LEFT JOIN refusals r USING (report_id, county, state)",
    ],
)
def test_a_join_that_repeats_what_is_listed_is_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "fan_out")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT r.county, r.offense, p.policy FROM refusals r JOIN policies p USING (report_id, county, state)",
        "SELECT DISTINCT r.county, r.offense FROM refusals r JOIN policies p USING (report_id, county, state)",
        "SELECT r.county, r.offense FROM refusals r JOIN reports p USING (report_id)",
        "SELECT r.county, r.offense FROM refusals r SEMI JOIN policies p USING (report_id, county, state)",
        "SELECT i.county FROM issued i LEFT JOIN refusals r USING (report_id, county, state) WHERE r.row_no IS NULL",
    ],
)
def test_what_is_shown_of_both_or_once_is_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
