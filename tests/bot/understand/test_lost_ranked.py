"""A ranking that says where to look is no ranking of what is asked about: once the county with the most Mexicans was
named where those of the county with the most refusals were asked for."""

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood


@pytest.mark.parametrize(
    "question",
    [
        "how many Mexicans in the county with the most refusals",
        "how many jails are in the state with the most refusals",
        "in the county with the most refusals, how many were convicted",
        "how many convictions on the busiest day",
        "how many refusals in the state with the most Mexicans",
        "median wait in the county that refused the most",
        "top offense in the county with the most refusals",
        "share of convictions in the top county",
        "how many DUI cases in the county with the second most refusals",
        "how many counties refused in the busiest week",
        "in which county was the most common offense dui",
        "which county had the most convictions and charges",
        "in the state with the most refusals, which county leads",
        "which jail in the county with most refusals refused most",
        "how many in Texas on the busiest day",
        "which of the top 5 counties had the most convictions",
        "offenses on the day with the most refusals",
    ],
)
def test_what_is_asked_of_a_ranked_group_is_not_what_ranks_it(interpreter: Interpreter, question: str) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    "question",
    [
        "how many refusals in the county with the most refusals",
        "What is the second most frequent nationality?",
        "What are the four most common offenses in the whole data?",
        "how many Mexicans in the county with the most Mexicans",
        "how many refusals on the busiest day",
        "in which state were the most Mexicans",
        "how many refusals in the top 5 counties",
        "which county in Texas had the most convictions",
        "busiest day in Texas",
        "what was the single busiest day for refusals?",
        "what are the three most common offenses among Hondurans?",
        "What are the 5 most common offenses?",
        "what percent of refusals are in the county with the most refusals",
    ],
)
def test_the_figure_that_ranks_is_given(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.order == "most"
