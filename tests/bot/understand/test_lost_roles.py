"""Words that a plan would take for something else: declined or asked about, and their neighbours still read."""

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood
from bot.understand.thread import replay


@pytest.mark.parametrize(
    "question",
    [
        "top 3 counties combined",
        "the top 5 states together",
        "top county in week 1 and week 2 separately",
        "nationalities in every weekly list",
        "at least 5 in week 2 and week 3",
        "which counties doubled from week 1 to week 2",
        "who posted the correction",
        "report 2 total corrected",
        "sum of days",
        "did Travis get more than Denver",
        "how many times does Travis appear in Section I",
        "which county refused the largest share of its detainers",
        "which county ignored most of its detainers",
        "what share of their detainers do Texas counties refuse",
        "how long did it take to publish the reports",
        "which counties are in Section I every week",
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
        "how many were older than five years when they were refused",
        "what share of refusals were issued before 2017",
        "top offense per state",
        "how many of its detainers did Travis County refuse",
        "how long is the report",
        "which counties are in Section I in week 2",
        "for each county the week with the most",
        "for each state, the county with the most refusals",
        "how many detainers were older than five years when the jail said no",
        "what percent of week 1 refusals were on detainers from before 2017?",
        "policies in Boston's AOR",
    ],
)
def test_is_still_read(question: str, interpreter: Interpreter) -> None:
    assert isinstance(interpreter.interpret(question), Understood)


def test_the_criteria_of_a_state_are_quoted(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("what are Connecticut's criteria")
    assert isinstance(outcome, Understood)
    assert outcome.query.measure.kind == "text"


def test_a_share_without_a_part_is_not_laid_over(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("what share of the report is that?", replay(["refusals in Texas"], interpreter))
    assert not isinstance(outcome, Understood)
