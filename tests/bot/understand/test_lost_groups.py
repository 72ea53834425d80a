"""What is said of each of several groups is never answered of all of them together."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood

NO_FIGURE = [
    "which county led most often",
    "who led each week",
    "in which week did Travis lead",
    "which counties led at least one week",
    "how many weeks did Travis and Denver lead",
    "which county was first most often",
    "the second most in each week",
    "refusals by week for the top 3 counties",
    "refusals by week for the top county",
    "which county has the same number as Travis",
    "which states had the same number in weeks 1 and 2",
    "which counties rose every week",
    "did refusals rise from January to February",
    "which counties had at least 5 every week",
    "how many counties had more than 10 refusals and a homicide",
    "states with fewer than 2 Mexicans",
    "which county had the fewest Mexicans",
    "how many states had fewer than 2 DUIs",
    "what percent of counties had a homicide",
    "what share of counties refused in week 1",
    "which state accounts for the largest share of convictions",
    "which nationality makes up the largest share of DUIs",
    "states that make up more than 10 percent of refusals",
    "did most wait under a month",
    "were there more than 50 in either Travis or Denver",
    "in how many counties were all refusals charges only",
    "in which counties were all convicted",
    "which counties had all their refusals with convictions",
]

STILL_READ = [
    "which state led every week",
    "which county topped the list in week 1",
    "top 2 counties per report",
    "which week had the most in Travis",
    "counties with more than 10 per week",
    "counties with at least 5",
    "which state had the fewest refusals",
    "which state has the lowest share of convictions",
    "what share of each state's refusals were convictions",
    "did refusals rise from week 1 to week 2",
    "states with more than 2 Mexicans",
    "which counties have only charges",
    "refusals by state for all convictions",
]


@pytest.mark.parametrize("question", NO_FIGURE)
def test_a_word_about_each_group_is_not_lost(interpreter: Interpreter, question: str) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize("question", STILL_READ)
def test_neighbours_are_read(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Understood)
