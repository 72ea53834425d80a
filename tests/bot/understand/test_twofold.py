"""Two questions in one message: what one half names and the other does not is asked about, never left out."""

import pytest

from bot.query import Filter
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Understood

WEEK_2 = Filter(field="report", values=("2017-02-04",))
OF_ONE_HALF = [
    "how many Mexicans and how many Hondurans in week 2",
    "how many were charged in Texas and how many convicted in the second report",
    "how many detainers did Clark County, Nevada get and how many did it refuse in week 2",
    "how many detainers were issued to Clark County, Nevada in week 2 and how many did Travis refuse",
    "how many did Travis refuse in week 2? and how many did Denver refuse?",
]
OF_BOTH = [
    "in week 2, how many Mexicans and how many Hondurans",
    "In week 2, how many detainers did Clark County, Nevada get and how many did it refuse?",
    "how many in Travis in week 2 and how many in Denver",
]


@pytest.mark.parametrize("question", OF_ONE_HALF)
def test_a_time_of_one_half_is_asked_about(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify), outcome
    assert outcome.code == "when_of_both"
    both, one = (choice.query for choice in outcome.choices)
    assert both.also is not None
    assert one.also is not None
    assert WEEK_2 in both.filters
    assert WEEK_2 in both.also.filters
    assert (WEEK_2 in one.filters) != (WEEK_2 in one.also.filters)


@pytest.mark.parametrize("question", OF_BOTH)
def test_a_time_before_both_is_of_both(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert outcome.query.also is not None
    assert WEEK_2 in outcome.query.filters
    assert WEEK_2 in outcome.query.also.filters


def test_a_place_before_both_is_of_both(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("in Texas, how many were charged and how many convicted")
    assert isinstance(outcome, Understood), outcome
    halves = (outcome.query, outcome.query.also)
    assert [[f.field for f in half.filters] for half in halves if half] == [["place", "disposition"]] * 2


def test_sentences_of_their_own_are_not_asked_about(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("How many did Travis refuse in week 2? How many did Denver refuse in all?")
    assert isinstance(outcome, Understood), outcome


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("how many Mexicans and how many convictions", True),
        ("for Texas, how many Hondurans and how many convictions", True),
        ("how many Mexicans in Travis and how many of them were convicted", False),
        ("how many Mexicans and how many Hondurans", False),
        ("how many Mexicans did Travis release and how many did Denver", False),
    ],
)
def test_of_those_or_of_all(question: str, asked: bool, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify if asked else Understood), outcome


@pytest.mark.parametrize(
    ("question", "by"),
    [
        ("for each report, how many charges and how many convictions?", "report"),
        ("by state, how many Mexicans and how many Hondurans", "state"),
        ("per report, how many in Texas and how many in California", "report"),
    ],
)
def test_two_breakdowns_that_differ_in_one_condition_are_one_table(
    question: str, by: str, interpreter: Interpreter
) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert [d.field for d in outcome.query.group_by] == [by]
    assert len(outcome.query.slices) == 2
    assert outcome.query.also is None
