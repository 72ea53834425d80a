"""Words that a plan would take for something else: declined or asked about, and their neighbours still read."""

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood


@pytest.mark.parametrize(
    "question",
    [
        "top 3 counties combined",
        "the top 5 states together",
        "top county in week 1 and week 2 separately",
        "nationalities in every weekly list",
        "for each county the week with the most",
        "at least 5 in week 2 and week 3",
        "which counties doubled from week 1 to week 2",
        "who posted the correction",
        "report 2 total corrected",
        "sum of days",
        "did Travis get more than Denver",
    ],
)
def test_is_not_answered(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    "question",
    [
        "top 3 counties",
        "Texas and California combined",
        "top county in week 1",
        "nationalities by report",
        "the top county in each report",
        "at least 5 in Denver in week 2",
        "did Travis refuse more than Denver",
        "when was the correction posted",
        "how many corrections are there",
        "did refusals double from week 1 to week 2",
    ],
)
def test_is_still_read(question: str, interpreter: Interpreter) -> None:
    assert isinstance(interpreter.interpret(question), Understood)
