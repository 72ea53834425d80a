"""Groups that refused in every report, and bounds of rows beside a share."""

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Decline, Understood


@pytest.mark.parametrize(
    "question",
    [
        "which states refused in every report",
        "states that refused every week",
        "counties that refused detainers in every report",
        "which counties declined every week",
        "which offenses were refused every week",
    ],
)
def test_groups_that_refused_every_week_are_a_set(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert (outcome.query.contrast, len(outcome.query.slices)) == ("both", 3)


def test_how_many_in_every_report_is_a_table(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("how many refusals did each state have in every report")
    assert isinstance(outcome, Understood)
    assert [d.field for d in outcome.query.group_by] == ["state", "report"]


@pytest.mark.parametrize(
    "question",
    [
        "which county has the highest share of convictions with at least 10 refusals",
        "which states have the highest conviction share among those with more than 5 refusals",
        "highest percentage of Mexicans by county with at least 3 refusals",
    ],
)
def test_a_bound_of_rows_is_no_percentage(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Decline)


@pytest.mark.parametrize(
    "question",
    [
        "states with fewer than 5 refusals, average days",
        "average wait in counties with at least 10",
        "longest average wait among counties with 5 or more refusals",
        "which nationality with at least 10 has the highest share convicted",
        "counties with an average wait over 100 days",
        "among counties with more than 20 refusals, which has the lowest share charged",
    ],
)
def test_a_bound_beside_an_average_is_not_mistaken(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Decline)


@pytest.mark.parametrize(
    "question", ["states where the median wait is at least 200", "counties where at least 30% were Mexicans"]
)
def test_a_bound_of_the_measure_is(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.having is not None
