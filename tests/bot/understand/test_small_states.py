"""Small two-letter words where a state may stand: read, or stopped at, and never passed over."""

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Decline, Understood


@pytest.mark.parametrize(
    "question", ["how many in cases", "in refusals", "in cases in week 2", "or cases", "how many refused in in week 2"]
)
def test_is_not_passed_over(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Decline)


@pytest.mark.parametrize(
    "question",
    ["how many in cases of dui", "how many refused in cases with a conviction", "how many in in Texas", "in Texas"],
)
def test_is_the_preposition(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Understood)
