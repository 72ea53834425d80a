"""Shares: which words say the whole and which the part."""

import pytest

from bot.ask import Desk
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
        ("what percentage of Mexican refusals declined in week 2", "Mexico", "2017-02-04"),
        ("what share of the Texas refusals were declined in week 2", TEXAS, "2017-02-04"),
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


@pytest.mark.parametrize(
    "question",
    [
        "percent of the national refusals in Texas",
        "what percent of national refusals were in Texas",
        "Texas's share of the nationwide refusals",
        "what share of refusals nationwide is Texas",
    ],
)
def test_refusals_nationwide_are_all_of_them(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert outcome.query.measure.kind == "share"
    assert (outcome.query.filters, [f.values for f in outcome.query.measure.of]) == ((), [(TEXAS,)])


@pytest.mark.parametrize(
    "question",
    [
        "what percent of detainers were refused nationwide",
        "what percent of the national detainers were refused",
        "refusals as a percent of detainers issued nationwide",
    ],
)
def test_refused_of_those_issued_nationwide_is_a_rate(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert outcome.query.measure.kind == "rate"


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("share of Austin in Travis County", "share_of_county"),
        ("what percent of Travis County is Austin", "share_of_county"),
        ("what share of Travis County's refusals are in Austin", "share_of_county"),
        ("Austin's share of Travis County", "share_of_county"),
        ("share of Franklin County in Ohio", "share_of_what"),
        ("share of NYC in New York", "share_of_what"),
        ("share of convictions in week 2 among all weeks", "share_of_what"),
        ("half of Texas", "share_of_what"),
        ("what's half of Travis's refusals", "share_of_what"),
        ("what is a third of the refusals in Texas", "share_of_what"),
        ("share of Mexicans in week 1 of all weeks", "share_of_what"),
        ("Texas's Travis County share of Texas", "share_of_what"),
        ("what share of section I in week 1 is Clark County, Nevada", "share_of_issued"),
        ("what percent of detainers issued nationwide in week 1 went to Cook County", "share_of_issued"),
        ("did more than half of the detainers issued in week 1 go to Clark County, Nevada", "share_of_issued"),
    ],
)
def test_a_share_that_no_row_tells_is_not_worked_out(question: str, code: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert not isinstance(outcome, Understood)
    assert outcome.code == code


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("half of Texas refusals were convictions, right?", "No."),
        ("were more than half of the refusals in Texas", "Yes "),
        ("more than half of them were in Texas, right?", "Yes "),
    ],
)
def test_half_of_what_is_said_has_its_verdict(question: str, verdict: str, desk: Desk) -> None:
    assert desk.ask(question).text.startswith(verdict)


def test_a_state_that_section_one_lacks_is_no_reason_for_its_namesake(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("detainers issued to LA exceeded 30 in week 2?")
    assert isinstance(outcome, Understood) or outcome.code != "not_listed"
