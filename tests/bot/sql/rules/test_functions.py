from __future__ import annotations

import duckdb
import pytest

from bot.sql.functions import allowed
from tests.bot.sql.conftest import Judge


def test_every_allowed_function_exists_in_the_engine() -> None:
    rows = duckdb.connect().execute("SELECT DISTINCT function_name FROM duckdb_functions()").fetchall()
    missing = set(allowed()) - {str(row[0]) for row in rows}
    assert not missing


def test_nothing_that_changes_from_call_to_call_is_allowed() -> None:
    rows = (
        duckdb.connect()
        .execute(
            "SELECT DISTINCT function_name FROM duckdb_functions() WHERE stability = 'VOLATILE' OR has_side_effects"
        )
        .fetchall()
    )
    assert not set(allowed()) & {str(row[0]) for row in rows}


def test_no_table_function_or_pragma_is_allowed() -> None:
    rows = (
        duckdb.connect()
        .execute(
            "SELECT function_name FROM duckdb_functions() GROUP BY 1 "
            "HAVING bool_and(function_type IN ('table', 'pragma'))"
        )
        .fetchall()
    )
    assert not set(allowed()) & {str(row[0]) for row in rows}


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT getenv('HOME'), county FROM refusals",
        "SELECT main.upper(county) FROM refusals",
        "SELECT system.main.upper(county) FROM refusals",
        "SELECT county.md5() FROM refusals",
        "SELECT upper(county) OVER () FROM refusals",
        "SELECT row_number() FROM refusals",
    ],
)
def test_only_the_list_and_only_as_meant(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "function")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT county || county FROM refusals",
        "SELECT concat(upper(county), lower(county)) FROM refusals",
        "SELECT a || b FROM (SELECT county AS a, county || state AS b FROM refusals)",
        "SELECT replace(county, 'a', 'aaaaaaaaaa') FROM refusals",
        "SELECT replace(county, 'a', state) FROM refusals",
        r"SELECT regexp_replace(county, '.', '\0\0\0\0\0') FROM refusals",
        "SELECT replace(replace(replace(replace(replace(replace(replace(county,'a','b'),'a','b'),'a','b'),'a','b'),"
        "'a','b'),'a','b'),'a','b') FROM refusals",
        f"SELECT string_agg(county, '{'-' * 50}') FROM refusals",
        "SELECT string_agg(county, state) FROM refusals",
        "SELECT string_agg((SELECT string_agg(county) FROM refusals), '') FROM reports",
        "SELECT string_agg(a, '') OVER () FROM (SELECT string_agg(county, '') OVER () AS a FROM refusals)",
        "SELECT max(row_no, 1000000) FROM refusals",
    ],
)
def test_what_makes_big_from_small_is_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "grows")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT county.upper() FROM refusals",
        "SELECT county || ', ' || state FROM refusals",
        "SELECT CASE WHEN county = state THEN county ELSE county || ', ' || state END AS place FROM refusals",
        "SELECT max(row_no, 5) FROM refusals",
        "SELECT concat(year(issued_on), '/', month(issued_on)) FROM refusals",
    ],
)
def test_ordinary_use_is_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
