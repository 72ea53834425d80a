"""Conditions that exclude one another though they stand in different places."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "sql",
    [
        "WITH t AS (SELECT * FROM refusals WHERE state = 'Ohio') SELECT count(*) FROM t WHERE state = 'Texas'",
        "WITH t AS (SELECT * FROM refusals WHERE state = 'Ohio') SELECT count(*) FILTER (WHERE state = 'Texas') FROM t",
        "SELECT count(*) FROM (SELECT state AS s FROM refusals WHERE state IN ('Ohio')) WHERE s = 'Texas'",
        "SELECT state, count(*) FROM refusals WHERE state = 'Ohio' GROUP BY state HAVING state = 'Texas'",
        "SELECT count(*) FROM refusals r JOIN reports p ON p.report_id = r.report_id AND p.report_id = '2017-01-28' "
        "WHERE r.report_id = '2017-02-04'",
        "SELECT count_if(state = 'Texas') FROM refusals WHERE state <> 'Texas'",
    ],
)
def test_a_figure_of_no_rows_is_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "constant_condition")


@pytest.mark.parametrize(
    "sql",
    [
        "WITH t AS (SELECT * FROM refusals WHERE state IN ('Ohio', 'Texas')) "
        "SELECT count(*) FROM t WHERE state = 'Texas'",
        "WITH t AS (SELECT report_id, state, row_no FROM refusals) SELECT a.row_no FROM t a JOIN t b "
        "ON a.row_no = b.row_no AND a.report_id = '2017-01-28' AND b.report_id = '2017-02-04'",
        "SELECT i.county, r.offense FROM issued i LEFT JOIN refusals r ON r.report_id = i.report_id "
        "AND r.county = i.county AND r.state = i.state AND r.state = 'Texas' WHERE i.state <> 'Texas'",
        "SELECT count(*) FROM refusals r ANTI JOIN refusals s ON s.report_id = r.report_id AND s.row_no = r.row_no "
        "AND s.state = 'Texas' WHERE r.state = 'Ohio'",
    ],
)
def test_conditions_on_different_rows_do_not_exclude_one_another(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
