"""Comparisons whose sides are more than one condition: a place and the rest, "Texas week 1 vs Colorado week 2"."""

import duckdb
import pytest

from bot.ask import Desk
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood
from tests.bot.understand.asking import plan, said

WEEK = {1: "2017-01-28", 2: "2017-02-04", 3: "2017-02-11"}
REST = [
    ("Texas vs the rest of the country", "state = 'Texas'", "true"),
    ("texas vs the rest", "state = 'Texas'", "true"),
    ("compare Travis County with the rest of the nation", "county = 'Travis'", "true"),
    ("Travis County versus the rest of Texas", "county = 'Travis'", "state = 'Texas'"),
    ("Colorado vs everywhere else in week 1", "state = 'Colorado'", f"report_id = '{WEEK[1]}'"),
    ("Mexicans: Texas vs the rest of the country", "state = 'Texas'", "citizenship = 'Mexico'"),
    ("convictions in Texas versus rest of the US", "state = 'Texas'", "disposition = 'conviction'"),
]


@pytest.mark.parametrize(("question", "own", "of"), REST)
def test_the_rest_is_all_but_the_one(
    question: str, own: str, of: str, desk: Desk, rows: duckdb.DuckDBPyConnection
) -> None:
    answer = desk.ask(question)
    counted = [
        (rows.execute(f"SELECT count(*) FROM refusals WHERE {of} AND {side}").fetchone() or (0,))[0]
        for side in (own, f"NOT ({own})")
    ]
    assert [f.value for f in answer.figures] == counted, answer.text


def test_the_rest_of_them_together_is_a_claim(desk: Desk) -> None:
    assert desk.ask("did Travis refuse more than the rest of Texas combined").text.startswith("Yes.")
    assert desk.ask("did Colorado refuse more than the rest of the country combined").text.startswith("No.")


@pytest.mark.parametrize(
    "question",
    [
        "did Colorado refuse more than the rest of the country",  # each of them, or all together?
        "Travis County vs the rest of the states",
        "Travis County vs the rest of Colorado",
        "Mexicans in Texas vs the rest",  # of Texas, of the Mexicans, or of everything?
        "Texas vs Colorado vs the rest of the country",
        "detainers issued to Clark County, Nevada vs the rest of the country in week 1",
        "the rest of the country",
    ],
)
def test_a_rest_that_is_not_plain_is_not_read(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


def pair(*filters: tuple[str, int]) -> list[str]:
    return [f"{where} AND report_id = '{WEEK[week]}'" for where, week in filters]


PAIRS = [
    ("Texas week 1 vs Colorado week 2", pair(("state = 'Texas'", 1), ("state = 'Colorado'", 2))),
    ("week 3 in New York versus week 2 in California", pair(("state = 'New York'", 3), ("state = 'California'", 2))),
    (
        "compare Mexicans in Texas and Hondurans in Colorado",
        ["citizenship = 'Mexico' AND state = 'Texas'", "citizenship = 'Honduras' AND state = 'Colorado'"],
    ),
    (
        "convictions in Texas vs charges in New York",
        ["disposition = 'conviction' AND state = 'Texas'", "disposition = 'charge' AND state = 'New York'"],
    ),
]


@pytest.mark.parametrize(("question", "sides"), PAIRS)
def test_each_side_has_both_of_its_conditions(
    question: str, sides: list[str], desk: Desk, rows: duckdb.DuckDBPyConnection
) -> None:
    answer = desk.ask(question)
    counted = [(rows.execute(f"SELECT count(*) FROM refusals WHERE {s}").fetchone() or (0,))[0] for s in sides]
    assert [f.value for f in answer.figures] == counted, answer.text


def test_pairs_have_a_difference_and_a_verdict(desk: Desk) -> None:
    apart = desk.ask("how many more in Texas in week 1 than in New York in week 2")
    assert [f.value for f in apart.figures if f.label.startswith("difference")] == [149 - 12]
    assert desk.ask("did Texas in week 1 have more than New York in week 2").text.startswith("Yes.")
    assert desk.ask("did New York in week 2 have more than Texas in week 1").text.startswith("No.")


@pytest.mark.parametrize(
    "question",
    [
        "Texas vs Colorado week 1 vs week 2",
        "which counties are higher in Texas week 1 than in Colorado week 2",
        "how did Texas week 1 change to Colorado week 2",
        "Texas week 1 vs Colorado week 2 vs New York week 3",
        "Texas in weeks 1 and 2 vs Colorado in week 3 vs week 2",
        "was Texas in week 1 higher than Colorado in week 2 and New York in week 3",
    ],
)
def test_what_is_no_pair_is_not_read(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    "reply", ["and in week 3?", "week 1 instead", "California?", "all of Texas", "in weeks 1 and 3"]
)
def test_after_a_pair_a_new_side_is_of_neither(reply: str, interpreter: Interpreter) -> None:
    outcome = said("Texas week 1 vs Colorado week 2", reply, interpreter=interpreter)
    assert not isinstance(outcome, Understood) or len(outcome.query.slices) == 2


@pytest.mark.parametrize("first", ["Texas week 1 vs Colorado week 2", "Texas vs the rest of the country"])
def test_after_such_a_comparison_a_condition_is_of_both_sides(first: str, interpreter: Interpreter) -> None:
    query = plan(first, "only Mexicans", interpreter=interpreter)
    assert query.slices == plan(first, interpreter=interpreter).slices
    assert [f.values for f in query.filters] == [("Mexico",)]


@pytest.mark.parametrize(
    "question",
    [
        "Cook County, Illinois week 3 vs Queens County, New York week 1",  # a name cut within a day is no day
        "District of Columbia week 1 vs Minnesota week 2",
        "did Maryland in week 1 have more than Kern County, California in week 3",
        "Maryland vs the rest of the country in week 2",
        "did Maryland refuse more than Texas in week 1",
    ],
)
def test_its_columns_pass_the_checker(question: str, desk: Desk) -> None:
    assert desk.ask(question).status == "answered"
