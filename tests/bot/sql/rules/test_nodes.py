"""Every construct that is not on the list is refused, with the way to write it instead."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("SELECT * FROM range(5)", "node"),
        ("SELECT * FROM (VALUES (1)) t", "node"),
        ("SELECT * FROM refusals TABLESAMPLE 5 ROWS", "node"),
        ("SELECT * FROM refusals AT (VERSION => 1)", "node"),
        ("SELECT r.county FROM refusals r POSITIONAL JOIN issued i", "node"),
        ("SELECT r.county FROM refusals r NATURAL JOIN issued i", "node"),
        ("SELECT r.county FROM refusals r ASOF JOIN reports p ON r.declined_on >= p.period_start", "node"),
        ("SELECT list_filter(list(county), lambda x: x = 'a') FROM refusals", "node"),
        ("SELECT COLUMNS('c.*') FROM refusals", "node"),
        ("SELECT * REPLACE (row_no * 2 AS row_no) FROM refusals", "node"),
        ("SELECT #1 FROM refusals", "node"),
        ("SELECT county FROM refusals LIMIT 10%", "node"),
        ("SELECT {'n': county} FROM refusals", "node"),
        ("SELECT count(*) FROM refusals WHERE row_no = $1", "parameter"),
        ("SELECT county::JSON FROM refusals", "type"),
        ("SELECT * FROM (SHOW TABLES)", "not_select"),
        ("SELECT * FROM (DESCRIBE refusals)", "not_select"),
        ("WITH RECURSIVE r AS (SELECT 1 AS n UNION SELECT n + 1 FROM r) SELECT n FROM r", "recursion"),
    ],
)
def test_what_is_not_on_the_list_is_refused(judge: Judge, sql: str, code: str) -> None:
    assert judge.refuses(sql, code).hint


@pytest.mark.parametrize(
    "sql",
    [
        "FROM refusals SELECT county",
        "SELECT * EXCLUDE (page) FROM refusals",
        "SELECT r.county FROM refusals r SEMI JOIN reports p USING (report_id)",
        "SELECT r.county, n FROM refusals r, LATERAL (SELECT max(issued) AS n FROM issued i WHERE i.state = r.state)",
        "SELECT county[1:3], county[1] FROM refusals",
        "SELECT county FROM refusals ORDER BY ALL",
    ],
)
def test_what_is_on_the_list_is_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
