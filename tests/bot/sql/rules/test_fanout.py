from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge

POLICIES = "policies p ON p.report_id = r.report_id AND p.county = r.county AND p.state = r.state"
ISSUED = "issued i ON i.report_id = r.report_id AND i.county = r.county AND i.state = r.state"


@pytest.mark.parametrize(
    "sql",
    [
        f"SELECT count(*) FROM refusals r JOIN {POLICIES}",
        f"SELECT count(r.row_no) FROM refusals r LEFT JOIN {POLICIES}",
        f"SELECT sum(i.issued) FROM refusals r JOIN {ISSUED}",
        f"SELECT r.county, sum(i.issued) FROM refusals r JOIN {ISSUED} GROUP BY r.county",
        "SELECT avg(p.pages) FROM reports p JOIN refusals r USING (report_id)",
        "SELECT median(p.pages) FROM reports p, refusals r WHERE p.report_id = r.report_id",
        "SELECT sum(pages) FROM (SELECT p.pages FROM reports p JOIN refusals r USING (report_id))",
        "WITH j AS (SELECT p.pages, r.county FROM reports p JOIN refusals r USING (report_id)) "
        "SELECT sum(pages) FROM j",
        "SELECT sum(x) FROM (SELECT max(p.pages) AS x FROM reports p JOIN refusals r USING "
        "(report_id) GROUP BY r.county)",
        "SELECT sum(p.pages) OVER () FROM reports p JOIN refusals r USING (report_id)",
        "SELECT count(*) FROM refusals a JOIN refusals b USING (county, state)",
        "SELECT count(*) FROM (SELECT * FROM refusals UNION ALL SELECT * FROM refusals WHERE withdrawn)",
        "SELECT sum(n) FROM (SELECT state, count(*) AS n FROM refusals GROUP BY ROLLUP (state))",
        "SELECT sum(t) FROM (SELECT sum(issued) OVER (ORDER BY county) AS t FROM issued)",
        "SELECT sum((SELECT count(*) FROM refusals r WHERE r.county = p.county)) FROM policies p",
        "SELECT sum(g.n) FROM policies p JOIN (SELECT county, count(*) AS n FROM refusals GROUP BY 1) g USING (county)",
        "SELECT len(list(p.pages)) FROM reports p JOIN refusals r USING (report_id)",
        "SELECT sum(p.pages) FROM reports p JOIN refusals r ON r.report_id = p.report_id AND r.county = 'Travis'",
        "SELECT string_agg(p.file_name, ', ') FROM reports p JOIN refusals r USING (report_id)",
        "SELECT sum(pages) FROM (SELECT DISTINCT p.report_id, r.state, p.pages FROM reports p JOIN "
        "refusals r USING (report_id))",
    ],
)
def test_rows_counted_more_than_once_are_refused(judge: Judge, sql: str) -> None:
    refused = judge.refuses(sql, "fan_out")
    assert "more than once" in refused.message


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM reports p LEFT JOIN refusals r USING (report_id)",
        "SELECT p.report_id, count(1) FROM reports p LEFT JOIN refusals r USING (report_id) GROUP BY 1",
        f"SELECT count(*) FROM refusals r RIGHT JOIN {ISSUED}",
        f"SELECT count(*) FROM refusals r FULL JOIN {ISSUED}",
        "SELECT avg((r.disposition = 'charge')::INT) FROM reports p LEFT JOIN refusals r USING (report_id)",
        "SELECT count(coalesce(r.county, '?')) FROM reports p LEFT JOIN refusals r USING (report_id)",
    ],
)
def test_an_empty_row_is_not_counted(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "empty_row")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT sum(DISTINCT issued) FROM issued",
        "SELECT avg(DISTINCT issued) OVER () FROM issued",
        "SELECT sum(issued) FROM (SELECT DISTINCT county, issued FROM issued)",
        "SELECT sum(issued) FROM (SELECT issued FROM issued UNION SELECT issued FROM issued WHERE withdrawn)",
        "SELECT sum(issued) FROM (SELECT county, issued FROM issued GROUP BY county, issued)",
    ],
)
def test_equal_values_do_not_fall_together(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "distinct_sum")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM refusals r JOIN reports p USING (report_id)",
        f"SELECT count(*) FROM refusals r JOIN {ISSUED}",
        f"SELECT count(DISTINCT r.county), max(p.policy) FROM refusals r JOIN {POLICIES}",
        f"SELECT p.report_id, p.row_no, count(*) FROM refusals r JOIN {POLICIES} GROUP BY p.report_id, p.row_no",
        f"SELECT r.county, p.policy FROM refusals r JOIN {POLICIES}",
        f"SELECT r.county, count(*) FROM refusals r SEMI JOIN {POLICIES} GROUP BY r.county",
        "SELECT count(*) FROM refusals r WHERE EXISTS (SELECT 1 FROM policies p WHERE p.state = r.state)",
        "SELECT p.report_id, count(r.row_no) FROM reports p LEFT JOIN refusals r USING (report_id) GROUP BY 1",
        "SELECT count(*) FROM reports p LEFT JOIN refusals r USING (report_id) WHERE r.state = 'Texas'",
        "SELECT count(*) FILTER (WHERE r.withdrawn) FROM reports p LEFT JOIN refusals r USING (report_id)",
        "SELECT count(*) FROM issued i LEFT JOIN refusals r USING (report_id, county, state) WHERE r.row_no IS NULL",
        "SELECT sum(p.pages) FROM reports p JOIN (SELECT report_id, count(*) AS n FROM refusals "
        "GROUP BY 1) r USING (report_id)",
        "SELECT sum(i.issued) FROM issued i JOIN reports p USING (report_id)",
        "SELECT sum(issued) FROM (SELECT DISTINCT report_id, county, state, issued FROM issued)",
        "SELECT count(*) FROM (SELECT DISTINCT r.county, p.policy FROM refusals r JOIN policies p USING (report_id))",
        "SELECT count(*) FROM (SELECT row_no FROM refusals WHERE withdrawn = false AND state = 'Texas' "
        "UNION ALL SELECT row_no FROM refusals WHERE state = 'Ohio')",
        "SELECT sum((SELECT count(*) FROM refusals r WHERE r.report_id = p.report_id)) FROM reports p",
        "SELECT sum(n) FROM (SELECT report_id, row_number() OVER (PARTITION BY report_id "
        "ORDER BY n DESC, state) AS rn, n "
        "FROM (SELECT report_id, state, count(*) AS n FROM refusals GROUP BY ALL)) WHERE rn = 1",
        "SELECT avg(p.posted_on - r.declined_on) FROM refusals r JOIN reports p USING (report_id)",
        "SELECT count(*) FROM refusals r JOIN issued i ON i.county = r.county AND i.state = r.state AND "
        "i.report_id = r.report_id AND i.report_id = '2017-01-28'",
        "SELECT sum(a.issued) FROM issued a JOIN issued b USING (county, state) "
        "WHERE a.report_id = '2017-01-28' AND b.report_id = '2017-02-04'",
    ],
)
def test_rows_counted_once_are_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)


def test_the_refusal_says_how_to_write_it(judge: Judge) -> None:
    refused = judge.refuses("SELECT sum(p.pages) FROM reports p JOIN refusals r USING (report_id)", "fan_out")
    assert "reports" in refused.message
    assert "refusals" in refused.message
    assert "before joining" in refused.hint


def test_a_list_of_what_was_grouped_by_shows_each_once(judge: Judge) -> None:
    counted = "(SELECT county, count(*) AS n FROM refusals WHERE state = 'Texas' GROUP BY {})"
    judge.accepts(f"SELECT list(county ORDER BY n DESC, county)[1:5] AS top_five FROM {counted.format('county')}")
    judge.accepts(
        f"SELECT string_agg(county || ' (' || n || ')', ', ' ORDER BY n DESC) AS s FROM {counted.format('county')}"
    )
    judge.refuses(f"SELECT list(county) AS counties FROM {counted.format('ROLLUP (county)')}", "fan_out")
