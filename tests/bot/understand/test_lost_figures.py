"""Words of breakdowns and rankings that were passed over: read, or declined."""

import pytest

from bot.query import Having
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood


@pytest.mark.parametrize(
    "question",
    [
        "most common day of week",
        "refusals by day of the week",
        "how many with nationality",
        "most refusals by a county in one day",
        "main jail",
        "how many at main jail in week 1",
        "refusals by issue month in 2017",
        "dc area",
        "how many in the Austin area",
        "states where convictions outnumber charges",
        "how many currently held in Denver",
        "how many are still detained in Travis",
        "how many are being held in Travis",
        "how many in California issued before 2016 before Feb 5",
        "Texas refusals issued after 2014 after 2015",
        "downtown Denver",
        "counties in week 1 and week 2",
        "states in report 2 and report 3",
        "how many different states only charges",
    ],
)
def test_is_not_passed_over(interpreter: Interpreter, question: str) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("busiest day of week 2", ["declined_on"]),
        ("refusals by issue month", ["issued_on"]),
        ("most refusals in one county in one week", ["place", "report"]),
        ("county by week in Texas", ["place", "report"]),
        ("state by week", ["state", "report"]),
        ("offense by state in week 2", ["offense", "state"]),
        ("which areas refused the most", ["place"]),
        ("how many states in all reports", []),
        ("number of counties that show up in Section II, all reports", []),
        ("mean refusals per week", []),
        ("counties in week 1 or week 2", ["place"]),
        ("top 5 states by Mexicans", ["state"]),
        ("top 3 counties by convictions in week 2", ["place"]),
        ("top 2 counties by charges", ["place"]),
        ("for each county of Florida how many", ["place"]),
        ("refusals for each county of Texas", ["place"]),
        ("every county of Washington", ["place"]),
    ],
)
def test_is_read(interpreter: Interpreter, question: str, fields: list[str]) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert [d.field for d in outcome.query.group_by] == fields
    assert not outcome.query.slices


@pytest.mark.parametrize("question", ["top 5 states by Mexicans", "top 3 counties by convictions"])
def test_a_ranking_by_people_is_of_those_alone(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert len(outcome.query.filters) == 1
    assert outcome.query.order == "most"


@pytest.mark.parametrize(
    "question",
    [
        "how many counties refused in every report",
        "how many states refused every week",
        "how many counties appear in all reports",
        "which counties are in all three reports",
    ],
)
def test_in_every_report_is_in_each_of_them(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.contrast == "both"


@pytest.mark.parametrize(
    "question", ["counties that refused Mexicans only", "which counties refused Mexicans only in week 2"]
)
def test_only_behind_what_was_refused_is_of_the_group(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.having == Having(op="at_least", n=100)


@pytest.mark.parametrize("question", ["counties, Mexicans only", "refusals by county, Mexicans only"])
def test_only_behind_a_comma_is_of_the_rows(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.having is None
