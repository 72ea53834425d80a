"""Jails of a place that only say where, and no breakdown by jail."""

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood


@pytest.mark.parametrize(
    "question",
    [
        "how many Hondurans did Texas jails let out in week 1",
        "burglary in New York jails",
        "Mexicans in Colorado jails",
        "how many did Oregon jails refuse",
        "refusals in California jails",
    ],
)
def test_jails_of_a_place_say_where(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.group_by == ()


@pytest.mark.parametrize(
    "question", ["California jails", "Texas jails with more than 3", "which Texas jails refused Mexicans"]
)
def test_jails_asked_for_are_a_breakdown(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert [d.field for d in outcome.query.group_by] == ["facility"]


def test_the_whole_country_is_no_citizenship(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("Hondurans in the whole country in week 2")
    assert isinstance(outcome, Understood)
    assert outcome.query.group_by == ()
