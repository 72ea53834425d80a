"""Shares: which words say the whole and which the part."""

import pytest

from bot.query import Place
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood

TEXAS, TRAVIS = Place(state="Texas"), Place(state="Texas", county="Travis")


@pytest.mark.parametrize(
    ("question", "whole", "part"),
    [
        ("of the convicted, how many percent mexican", "conviction", "Mexico"),
        ("of the convicted how many percent mexican", "conviction", "Mexico"),
        ("of the refusals in Texas, how many percent mexican", TEXAS, "Mexico"),
        ("among Mexicans, percent convicted", "Mexico", "conviction"),
        ("among the Mexicans, Texas share", "Mexico", TEXAS),
        ("of all convictions, Texas's share", "conviction", TEXAS),
        ("out of Texas refusals, how many percent were Mexican", TEXAS, "Mexico"),
        ("Travis's share of the Texas refusals", TEXAS, TRAVIS),
        ("Texas share of all convictions", "conviction", TEXAS),
        ("In Texas, what share of refusals were in Travis?", TEXAS, TRAVIS),
        ("week 2's share of Texas's refusals", TEXAS, "2017-02-04"),
        ("what is week 2's share of Texas's refusals", TEXAS, "2017-02-04"),
        ("did Mexicans make up over 10 percent of refusals in Texas?", TEXAS, "Mexico"),
        ("did Texas make up over 10 percent of the convictions?", "conviction", TEXAS),
        ("do convictions account for more than 40% of Texas", TEXAS, "conviction"),
        ("does Texas account for less than 5% of convictions", "conviction", TEXAS),
        ("are Mexicans over 10 percent of Texas refusals", TEXAS, "Mexico"),
        ("is Texas at least 10% of all convictions", "conviction", TEXAS),
        ("are refusals in Texas over 10 percent of convictions", "conviction", TEXAS),
        ("were more than 10 percent of Texas refusals Mexican", TEXAS, "Mexico"),
        ("were more than 10 percent of convictions in Texas", "conviction", TEXAS),
    ],
)
def test_the_whole_and_the_part(question: str, whole: object, part: object, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    query = outcome.query
    assert [f.values for f in query.filters] == [(whole,)]
    assert [f.values for f in query.measure.of] == [(part,)]


def test_a_place_behind_the_question_is_of_the_whole(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("percent of Mexicans that were convicted, Texas")
    assert isinstance(outcome, Understood), outcome
    assert {f.values for f in outcome.query.filters} == {("Mexico",), (TEXAS,)}
    assert [f.values for f in outcome.query.measure.of] == [("conviction",)]


@pytest.mark.parametrize(
    "question", ["In Texas, Travis's share of refusals", "how many in Texas and Travis County", "Travis and Texas"]
)
def test_a_county_is_no_choice_beside_its_state(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)
