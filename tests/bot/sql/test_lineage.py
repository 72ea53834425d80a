"""What a statement's figures rest on, found through aliases, CTEs, subqueries and joins."""

from __future__ import annotations

import pytest

from bot.sql.lineage import Filter, Lineage
from tests.bot.sql.conftest import Judge


def _lineage(judge: Judge, sql: str) -> Lineage:
    return judge.accepts(sql).lineage


def test_views_and_columns_wherever_they_are_read(judge: Judge) -> None:
    lineage = _lineage(
        judge,
        "WITH t AS (SELECT county AS c, state, report_id FROM refusals WHERE facility IS NOT NULL) "
        "SELECT t.c, (SELECT max(p.pages) FROM reports p WHERE p.report_id = t.report_id) AS m FROM t "
        "WHERE EXISTS (SELECT 1 FROM policies x WHERE x.county = t.c AND x.state = t.state) "
        "ORDER BY (SELECT count(*) FROM issued)",
    )
    assert set(lineage.views) == {"refusals", "reports", "policies", "issued"}
    assert set(lineage.columns["refusals"]) >= {"county", "report_id", "facility"}
    assert set(lineage.shown["refusals"]) == {"county"}
    assert "reports" in lineage.counts
    assert "refusals" not in lineage.counts


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("county = 'Travis'", Filter("refusals", "county", "=", ("Travis",), True)),
        ("'Travis' = county", Filter("refusals", "county", "=", ("Travis",), True)),
        ("NOT county = 'Travis'", Filter("refusals", "county", "<>", ("Travis",), True)),
        ("row_no > 5", Filter("refusals", "row_no", ">", ("5",), True)),
        ("5 > row_no", Filter("refusals", "row_no", "<", ("5",), True)),
        ("state IN ('a', 'b')", Filter("refusals", "state", "in", ("a", "b"), True)),
        ("state NOT IN ('a', 'b')", Filter("refusals", "state", "not in", ("a", "b"), True)),
        ("row_no BETWEEN 1 AND 3", Filter("refusals", "row_no", "between", ("1", "3"), True)),
        ("facility IS NULL", Filter("refusals", "facility", "is null", (), True)),
        ("offense LIKE 'A%'", Filter("refusals", "offense", "like", ("A%",), True)),
        ("offense NOT ILIKE 'A%'", Filter("refusals", "offense", "not ilike", ("A%",), True)),
        ("regexp_matches(offense, 'a.c')", Filter("refusals", "offense", "matches", ("a.c",), True)),
        ("lower(county) = 'travis'", Filter("refusals", "county", "=", ("travis",), True, bare=False)),
        ("withdrawn", Filter("refusals", "withdrawn", "=", ("true",), True)),
        ("NOT withdrawn", Filter("refusals", "withdrawn", "<>", ("true",), True)),
        ("declined_on >= DATE '2017-02-01'", Filter("refusals", "declined_on", ">=", ("2017-02-01",), True)),
    ],
)
def test_filters(judge: Judge, condition: str, expected: Filter) -> None:
    assert expected in _lineage(judge, f"SELECT count(*) FROM refusals WHERE {condition}").filters


def test_a_filter_that_not_every_row_satisfies_says_so(judge: Judge) -> None:
    for sql in (
        "SELECT count(*) FROM refusals WHERE county = 'Travis' OR state = 'Ohio'",
        "SELECT count(*) FILTER (WHERE county = 'Travis') FROM refusals",
        "SELECT sum(CASE WHEN county = 'Travis' THEN 1 ELSE 0 END) FROM refusals",
        "SELECT p.report_id, count(r.row_no) FROM refusals r LEFT JOIN reports p ON p.report_id = r.report_id "
        "AND r.county = 'Travis' GROUP BY 1",
    ):
        found = [f for f in _lineage(judge, sql).filters if f.values == ("Travis",)]
        assert found, sql
        assert not any(f.everywhere for f in found), sql


def test_filters_are_followed_through_names(judge: Judge) -> None:
    lineage = _lineage(
        judge,
        "SELECT n FROM (SELECT c, count(*) AS n FROM (SELECT county AS c FROM refusals) GROUP BY c) WHERE c = 'Travis'",
    )
    assert ("county", "Travis") in lineage.places


@pytest.mark.parametrize(
    ("sql", "reports"),
    [
        ("SELECT count(*) FROM refusals", None),
        ("SELECT count(*) FROM refusals WHERE report_id = '2017-01-28'", ("2017-01-28",)),
        ("SELECT count(*) FROM refusals WHERE report_id IN ('2017-01-28', '2017-02-04')", ("2017-01-28", "2017-02-04")),
        ("SELECT count(*) FROM refusals WHERE report_id <> '2017-01-28'", None),
        ("SELECT count(*) FROM refusals WHERE report_id = '2017-01-28' OR state = 'Texas'", None),
        (
            "SELECT count(*) FROM refusals r JOIN reports p USING (report_id) WHERE p.report_id = '2017-01-28'",
            ("2017-01-28",),
        ),
        ("SELECT pages FROM reports WHERE period_start = DATE '2017-01-28'", ("2017-01-28",)),
        (
            "SELECT count(*) FROM refusals r JOIN policies p USING (county, state) WHERE r.report_id = '2017-01-28' "
            "AND p.row_no = 1 GROUP BY p.report_id, p.row_no",
            None,
        ),
        (
            "SELECT (SELECT count(*) FROM refusals WHERE report_id = '2017-02-04') - "
            "(SELECT count(*) FROM refusals WHERE report_id = '2017-01-28') AS change",
            ("2017-01-28", "2017-02-04"),
        ),
    ],
)
def test_reports_only_when_every_row_comes_from_them(judge: Judge, sql: str, reports: tuple[str, ...] | None) -> None:
    assert _lineage(judge, sql).reports == reports


def test_places_asked_for_but_not_those_left_out(judge: Judge) -> None:
    lineage = _lineage(
        judge,
        "SELECT count(*) FILTER (WHERE county = 'Travis') FROM refusals WHERE (county, state) IN (('Travis', 'Texas'), "
        "('Cook', 'Illinois')) AND state <> 'Ohio'",
    )
    assert set(lineage.places) == {
        ("county", "Travis"),
        ("county", "Cook"),
        ("state", "Texas"),
        ("state", "Illinois"),
    }


@pytest.mark.parametrize(
    ("condition", "withdrawn", "asks"),
    [
        ("county = 'x'", ("refusals",), False),
        ("NOT withdrawn", (), True),
        ("withdrawn = false", (), True),
        ("withdrawn IS FALSE", (), True),
        ("withdrawn", ("refusals",), True),
        ("NOT withdrawn OR county = 'x'", ("refusals",), True),
    ],
)
def test_whether_withdrawn_rows_may_be_among_them(
    judge: Judge, condition: str, withdrawn: tuple[str, ...], asks: bool
) -> None:
    lineage = _lineage(judge, f"SELECT count(*) FROM refusals WHERE {condition}")
    assert lineage.withdrawn == withdrawn
    assert lineage.asks_withdrawn is asks


def test_every_use_of_a_view_counts_for_withdrawn(judge: Judge) -> None:
    both = "(SELECT count(*) FROM refusals) - (SELECT count(*) FROM refusals WHERE NOT withdrawn)"
    assert _lineage(judge, f"SELECT {both} AS n").withdrawn == ("refusals",)


def test_corrections_are_asked_for(judge: Judge) -> None:
    assert _lineage(judge, "SELECT text FROM corrections").asks_withdrawn
