from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("SELECT count(*) FROM declined", "unknown_table"),
        ("SELECT count(*) FROM other.main.refusals", "unknown_table"),
        ("SELECT count(*) FROM temp.refusals", "unknown_table"),
        ("SELECT count(*) FROM desk.main.refusals", "unknown_table"),
        ("SELECT count(*) FROM '/etc/passwd'", "unknown_table"),
        ("SELECT name FROM refusals", "unknown_column"),
        ("SELECT r.county FROM refusals", "unknown_column"),
        ("SELECT refusals.county FROM refusals r", "unknown_column"),
        ("SELECT rowid FROM refusals", "unknown_column"),
        ("SELECT current_user, county FROM refusals", "unknown_column"),
        ("SELECT county FROM refusals r JOIN policies p USING (report_id)", "ambiguous_column"),
        ("SELECT count(*) FROM refusals JOIN refusals ON true", "ambiguous_table"),
        ("SELECT count(*) FROM policies AS refusals", "shadowed_view"),
        ("WITH refusals AS (SELECT county FROM policies) SELECT county FROM refusals", "shadowed_view"),
        ("SELECT reports.n FROM (SELECT count(*) AS n FROM refusals) AS reports", "shadowed_view"),
        ("SELECT a FROM reports AS p(a, b)", "renamed_columns"),
        ("SELECT county + 1 FROM refusals", "bind"),
        ("SELECT county, count(*) FROM refusals", "bind"),
        ("SELECT county FROM refusals UNION SELECT county, state FROM refusals", "names"),
        ("SELECT county FROM refusals ORDER BY 3", "names"),
    ],
)
def test_names_must_be_those_of_the_views(judge: Judge, sql: str, code: str) -> None:
    judge.refuses(sql, code)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT REFUSALS.County FROM Refusals",
        'SELECT "r"."county" FROM "main"."refusals" AS "r"',
        "SELECT main.refusals.county FROM refusals",
        "SELECT count(*) AS refusals FROM refusals",
        "SELECT county FROM refusals refusals",
        "SELECT c AS county FROM (SELECT county AS c FROM refusals)",
        "SELECT t.a FROM (SELECT county FROM refusals) AS t(a)",
        "WITH t(a) AS (SELECT county FROM refusals) SELECT a FROM t",
        "WITH a AS (SELECT county FROM refusals), b AS (SELECT county FROM a) SELECT county FROM b",
        "SELECT report_id FROM refusals r JOIN reports p USING (report_id)",
        "SELECT upper(county) AS c, lower(c) AS l FROM refusals WHERE c <> ''",
        "SELECT r.county, (SELECT p.posted_on FROM reports p WHERE p.report_id = r.report_id) AS "
        "posted FROM refusals r",
        "SELECT county FROM refusals GROUP BY county ORDER BY count(*) DESC",
    ],
)
def test_every_way_to_name_a_view_and_its_columns_works(judge: Judge, sql: str) -> None:
    judge.accepts(sql)


def test_an_unknown_column_is_answered_with_those_there_are(judge: Judge) -> None:
    hint = judge.refuses("SELECT nationality FROM refusals", "unknown_column").hint
    assert "citizenship" in hint
    assert "county" in hint


def test_an_unknown_table_is_answered_with_the_views(judge: Judge) -> None:
    assert "refusals" in judge.refuses("FROM detainers", "unknown_table").hint


def test_views_are_not_hard_coded(judge: Judge) -> None:
    from types import SimpleNamespace as Thing

    from bot.sql.checker import Checker
    from bot.sql.verdict import Accepted, Refused

    column = Thing(type="VARCHAR", values=())
    views = {"foia": Thing(key=("id",), columns={"id": Thing(type="INTEGER", values=()), "agency": column})}
    other = Checker(Thing(views=views, joins=()))
    assert isinstance(other.check("SELECT agency, count(*) FROM foia GROUP BY agency"), Accepted)
    assert isinstance(other.check("SELECT count(*) FROM refusals"), Refused)
