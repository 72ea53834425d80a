"""Joins equate a column of each side, and columns that mean the same."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "join",
    [
        *("JOIN reports p ON r.report_id <> p.report_id", "JOIN reports p ON p.pages > r.page"),
        *("JOIN reports p ON r.report_id = p.report_id OR r.state = 'Texas'", "JOIN reports p ON r.report_id = 'x'"),
    ],
)
def test_a_join_without_an_equality_is_refused(judge: Judge, join: str) -> None:
    judge.refuses(f"SELECT r.county FROM refusals r {join}", "join")


def test_rows_of_two_views_do_not_belong_together_by_their_number(judge: Judge) -> None:
    judge.refuses("SELECT r.county, p.policy FROM refusals r JOIN policies p USING (report_id, row_no)", "join")
    judge.accepts("SELECT a.county FROM refusals a JOIN refusals b USING (report_id, row_no)")


def test_only_a_one_row_total_stands_beside_a_table(judge: Judge) -> None:
    judge.refuses("SELECT r.county FROM refusals r CROSS JOIN reports p", "cross_join")
    judge.accepts("SELECT r.county, t.n FROM refusals r CROSS JOIN (SELECT count(*) AS n FROM refusals) t")
