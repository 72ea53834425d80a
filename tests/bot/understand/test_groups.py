"""Groups that are meant as a whole: the top of each report, only charges, in so many reports, so many of a kind."""

from __future__ import annotations

import duckdb
import pytest

from bot.ask import Desk

EACH = [
    ("top county in each report", "report_id", "county, state", "max"),
    ("which nationality had the most refusals every week?", "report_id", "citizenship", "max"),
    ("most common offense per state", "state", "offense", "max"),
    ("which state had the fewest refusals in each report", "report_id", "state", "min"),
    ("who refused the most in each report", "report_id", "county, state", "max"),
]


@pytest.mark.parametrize(("question", "each", "group", "end"), EACH, ids=[e[0] for e in EACH])
def test_the_top_of_each(
    question: str, each: str, group: str, end: str, desk: Desk, rows: duckdb.DuckDBPyConnection
) -> None:
    first = group.split(", ")[0]
    sql = (
        f"WITH g AS (SELECT {each} AS each, {group}, count(*) AS n FROM refusals "
        f"WHERE {first} IS NOT NULL GROUP BY ALL) "
        f"SELECT each, {first}, n FROM g WHERE n = (SELECT {end}(n) FROM g AS o WHERE o.each = g.each)"
    )
    at = 1 + len(group.split(", "))
    answer = desk.ask(question)
    assert answer.status == "answered", answer.text
    assert sorted((row[0], row[1], row[at]) for row in answer.rows) == sorted(rows.execute(sql).fetchall())
    assert answer.query is not None
    assert answer.query.each is not None


GROUPS = [
    ("counties with only charges", "county, state", "bool_and(disposition = 'charge')"),
    ("which counties had no convictions?", "county, state", "NOT bool_or(disposition = 'conviction')"),
    ("which states refused only Mexicans", "state", "bool_and(coalesce(citizenship = 'Mexico', false))"),
    ("states where all refusals were convictions", "state", "bool_and(disposition = 'conviction')"),
    ("counties where most refusals were Mexicans", "county, state", "avg((citizenship = 'Mexico')::int) > 0.5"),
    ("states where more than half were convictions", "state", "avg((disposition = 'conviction')::int) > 0.5"),
    ("counties that appear in exactly two reports", "county, state", "count(DISTINCT report_id) = 2"),
    ("which nationalities are in only one week", "citizenship", "count(DISTINCT report_id) = 1"),
    ("counties that refused in more than two weeks", "county, state", "count(DISTINCT report_id) > 2"),
    ("which nationalities appear in just one state?", "citizenship", "count(DISTINCT state) = 1"),
    ("states with more than three counties", "state", "count(DISTINCT county) > 3"),
    (
        "counties with more charges than convictions",
        "county, state",
        "count(*) FILTER (disposition = 'charge') > count(*) FILTER (disposition = 'conviction')",
    ),
]


@pytest.mark.parametrize(("question", "group", "having"), GROUPS, ids=[g[0] for g in GROUPS])
def test_groups_by_what_all_their_rows_are(
    question: str, group: str, having: str, desk: Desk, rows: duckdb.DuckDBPyConnection
) -> None:
    first = group.split(", ")[0]
    sql = f"SELECT {group} FROM refusals WHERE {first} IS NOT NULL GROUP BY ALL HAVING {having}"
    wanted = sorted(rows.execute(sql).fetchall())
    answer = desk.ask(question)
    assert answer.status == "answered", answer.text
    assert sorted(tuple(row[: len(group.split(", "))]) for row in answer.rows) == wanted


@pytest.mark.parametrize(
    ("question", "group", "having"),
    [
        ("how many counties had only charges?", "county, state", "bool_and(disposition = 'charge')"),
        ("how many states had no Mexicans", "state", "NOT bool_or(coalesce(citizenship = 'Mexico', false))"),
        ("how many counties refused in only one week", "county, state", "count(DISTINCT report_id) = 1"),
        ("how many counties had more than one nationality?", "county, state", "count(DISTINCT citizenship) > 1"),
    ],
)
def test_how_many_such_groups(
    question: str, group: str, having: str, desk: Desk, rows: duckdb.DuckDBPyConnection
) -> None:
    sql = f"SELECT {group} FROM refusals WHERE {group.split(', ')[0]} IS NOT NULL GROUP BY ALL HAVING {having}"
    answer = desk.ask(question)
    assert answer.figures[0].value == len(rows.execute(sql).fetchall())


@pytest.mark.parametrize(
    "question",
    [
        "how many had more than one offense",
        "which county had the most refusals in a single week",
        "who refused in each report",
        "which counties refused in every week but week 2",
        "second most common offense in each report",
        "average refusals per county in each report",
        "the most common offense and nationality in each report",
    ],
)
def test_what_is_left_open_is_not_answered(question: str, desk: Desk) -> None:
    assert desk.ask(question).status != "answered"
