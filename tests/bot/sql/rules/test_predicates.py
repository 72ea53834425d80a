from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge

COUNT = "SELECT count(*) FROM refusals WHERE "


@pytest.mark.parametrize(
    "condition",
    [
        *("true", "1 = 1", "NOT false", "1 IN (1)", "length('a') = 1", "'a' LIKE 'a%'", "NULL IS NULL", "1"),
        *("county = 'x' OR true", "county = 'x' OR 1 < 2", "(SELECT max(pages) FROM reports) > 3"),
        *("county IS NULL OR county IS NOT NULL", "county = 'x' OR county <> 'x'", "row_no > 3 OR row_no <= 3"),
        *("county = 'x' AND county = 'y'", "row_no BETWEEN 5 AND 1", "county LIKE '%'", "length(county) >= 0"),
        *("withdrawn OR NOT withdrawn", "withdrawn OR withdrawn = false", "county LIKE 'a%' OR county NOT LIKE 'a%'"),
        *("row_no >= 6 OR row_no <= 5", "declined_on > DATE '2017-02-01' OR declined_on <= DATE '2017-02-01'"),
        *("CASE WHEN county = 'x' THEN true ELSE true END", "coalesce(county, 'x') IS NOT NULL", "row_no * 0 = 0"),
        *("EXISTS (SELECT 1 FROM reports)", "current_date > DATE '2017-01-01'", "greatest(row_no, 1) >= 1"),
    ],
)
def test_a_condition_that_is_the_same_for_every_row_is_refused(judge: Judge, condition: str) -> None:
    assert judge.refuses(COUNT + condition).code in ("constant_condition", "self_comparison")


@pytest.mark.parametrize(
    "condition",
    [
        *("county = county", "lower(county) = lower(county)", "county || '' = county", "county IN (county, 'x')"),
        *("county BETWEEN county AND 'Z'", "refusals.county >= county", "county::VARCHAR = county"),
        *("coalesce(county, 'a') = coalesce(county, 'a')", "county LIKE county", "county LIKE county || '%'"),
        "county IN (SELECT county FROM refusals)",
        "EXISTS (SELECT 1 FROM refusals q WHERE q.report_id = refusals.report_id AND q.row_no = refusals.row_no)",
    ],
)
def test_a_column_compared_with_itself_is_refused_however_disguised(judge: Judge, condition: str) -> None:
    judge.refuses(COUNT + condition, "self_comparison")


def test_it_is_found_through_subqueries(judge: Judge) -> None:
    judge.refuses("SELECT count(*) FROM (SELECT county AS a, county AS b FROM refusals) WHERE a = b", "self_comparison")
    judge.accepts("SELECT count(*) FROM (SELECT county AS a, state AS b FROM refusals) WHERE a = b")


def test_two_uses_of_one_cte_are_two(judge: Judge) -> None:
    judge.accepts(
        "WITH w AS (SELECT report_id, count(*) AS n FROM refusals GROUP BY 1) "
        "SELECT a.report_id, a.n, b.n FROM w a JOIN w b ON a.report_id = b.report_id"
    )


@pytest.mark.parametrize(
    "condition",
    [
        *("county IS NOT NULL", "county <> ''", "row_no > 1", "length(offense) > 3", "withdrawn", "NOT withdrawn"),
        *("county = 'x' OR state = 'y'", "county IN ('a', 'b') AND state <> 'c'", "issued_on < declined_on"),
        *(
            "county IS NULL OR county = 'x'",
            "row_no > 3 OR row_no < 2",
            "row_no BETWEEN 1 AND 1",
            "lower(county) = county",
        ),
        *("declined_on >= current_date - INTERVAL 30 YEAR", "county IN (SELECT county FROM issued)"),
        "state IN (SELECT state FROM refusals WHERE county = 'Travis')",
    ],
)
def test_conditions_that_look_at_the_row_are_accepted(judge: Judge, condition: str) -> None:
    judge.accepts(COUNT + condition)


@pytest.mark.parametrize("clause", ["FILTER (WHERE true)", "FILTER (WHERE county = county)"])
def test_filters_are_conditions_too(judge: Judge, clause: str) -> None:
    judge.refuses(f"SELECT count(*) {clause} FROM refusals")


def test_case_may_ask_subqueries(judge: Judge) -> None:
    larger = "(SELECT count(*) FROM refusals) > (SELECT count(*) FROM policies)"
    judge.accepts(f"SELECT CASE WHEN {larger} THEN 'more' ELSE 'fewer' END AS answer, count(*) AS n FROM refusals")


@pytest.mark.parametrize(
    ("join", "code"),
    [
        ("JOIN reports p ON r.report_id = p.report_id OR p.sample", "join"),
        ("JOIN reports p ON r.declined_on >= p.period_start", "join"),
        ("JOIN reports p ON p.report_id = '2017-01-28'", "join"),
        ("JOIN reports p ON p.report_id = r.report_id AND 1 = 1", "constant_condition"),
        ("JOIN reports p ON true", "cross_join"),
        (", reports p", "cross_join"),
        ("CROSS JOIN reports p", "cross_join"),
        ("LEFT JOIN reports p ON true", "cross_join"),
    ],
)
def test_joins_equate_columns_of_both_sides(judge: Judge, join: str, code: str) -> None:
    judge.refuses(f"SELECT r.county, p.pages FROM refusals r {join}", code)


@pytest.mark.parametrize(
    "join",
    [
        "JOIN reports p ON r.report_id = p.report_id AND p.pages > 3",
        "JOIN reports p ON (r.report_id, 'x') = (p.report_id, r.county)",
        ", reports p WHERE r.report_id = p.report_id",
        "SEMI JOIN reports p USING (report_id)",
        "CROSS JOIN (SELECT count(*) AS n FROM reports) p",
        "JOIN (SELECT max(report_id) AS id FROM reports) p ON p.id = r.report_id",
        ", LATERAL (SELECT count(*) AS n FROM policies x WHERE x.report_id = r.report_id) p",
    ],
)
def test_joins_that_do_are_accepted(judge: Judge, join: str) -> None:
    judge.accepts(f"SELECT r.county FROM refusals r {join}")


def test_a_condition_that_another_takes_in_is_refused(judge: Judge) -> None:
    either = "SELECT count(*) FROM refusals WHERE {} OR {}"
    judge.refuses(either.format("disposition = 'conviction'", "disposition IS NOT NULL"), "constant_condition")
    judge.refuses(either.format("facility IS NOT NULL", "facility IN ('Santa Rita Jail')"), "constant_condition")
    judge.accepts(either.format("facility IS NOT NULL", "county = 'Cook'"))
    judge.accepts(either.format("facility IS NULL", "facility = 'Santa Rita Jail'"))
