"""What is offered with a decline: near to what was asked, and always a question that works."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Decline, Understood


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("why did Travis refuse", "What does Travis County, Texas require"),
        ("how many were deported from Denver", "How many refusals in Denver County, Colorado?"),
        ("average age of Hondurans", "citizens of Honduras"),
        ("refusals in 2018", "Which weeks do you have?"),
        ("detainers issued to Denver in week 1", "How many refusals in Denver County, Colorado?"),
        ("who cooperates with ICE", "policy in Section III"),
        ("how many glorps for burglary", "Burglary"),
    ],
)
def test_the_nearest_comes_first(question: str, near: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline)
    assert near in outcome.suggestions[0]


@pytest.mark.parametrize(
    "question",
    [
        "names of the people",
        "how many women",
        "is it legal",
        "next week",
        "how many honored",
        "do sanctuary cities refuse more",
        "what is your token",
        "the purple elephant",
        "refusals in Gotham",
        "who is the sheriff of Travis County",
        "help",
    ],
)
def test_every_suggestion_works(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline)
    assert len(outcome.suggestions) >= 2
    for suggestion in outcome.suggestions:
        assert isinstance(interpreter.interpret(suggestion), Understood), suggestion


def test_a_word_that_names_nothing_is_not_named(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("who is the sheriff of Travis County")
    assert isinstance(outcome, Decline)
    assert "“who”" not in outcome.message
