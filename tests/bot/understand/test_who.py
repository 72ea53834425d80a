"""Question words that no figure answers, and names that are asked about wherever they stand."""

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Decline, Understood


@pytest.mark.parametrize(
    "question",
    [
        "who issued the detainers",
        "who was issued detainers in week 1",
        "half of Travis refusals are what",
        "half of all refusals came from which states",
        "how many no's in Travis",
        "did refusals come up from week 1 to week 2",
        "convictions minus charges in Travis",
    ],
)
def test_who_and_what_are_not_answered_by_a_sum(question: str, interpreter: Interpreter) -> None:
    assert isinstance(interpreter.interpret(question), Decline)


@pytest.mark.parametrize("question", ["who got the most detainers", "are half of Travis refusals Mexicans"])
def test_what_can_be_answered_still_is(question: str, interpreter: Interpreter) -> None:
    assert isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize("question", ["LA refusals", "how many refusals in la", "refusals in LA in week 2"])
def test_la_is_asked_about_also_where_no_row_names_los_angeles(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify), outcome
    assert outcome.code == "which_place"
