"""Felony and misdemeanor: no column of refusals, and no judgement; in Section III a word of the criteria."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Understood


@pytest.mark.parametrize(
    "question",
    [
        "how many felony convictions",
        "felonies in Travis",
        "misdemeanors by state",
        "how many felons were released in week 2",
        "felony DUI in Colorado",
        "share of class A misdemeanors in report 1",
        "policies of places with felony convictions",
    ],
)
def test_the_reports_do_not_print_it(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify), outcome
    assert outcome.code == "offense_class"
    assert "judgement" not in outcome.question


def test_a_judgement_beside_it_is_asked_of_first(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("dangerous felons in Texas")
    assert isinstance(outcome, Clarify)
    assert outcome.code == "judgement"


@pytest.mark.parametrize(
    ("question", "texts", "negated"),
    [
        ("policies that mention felonies", ("felon…",), False),
        ("what policies require a felony conviction", ("felon…",), False),
        ("which policies mention a misdemeanor, week 2", ("misdemeanor…",), False),
        ("which policies mention gang members or felonies", ("gang", "felon…"), False),
        ("policies that don't mention a warrant", ("warrant",), True),
        ("which policies do not mention probable cause", ("probable cause",), True),
        ("which policies ask for both a court order and a warrant", ("court order", "warrant"), False),
    ],
)
def test_criteria_are_searched(question: str, texts: tuple[str, ...], negated: bool, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    found = [f for f in outcome.query.filters if f.field == "criteria"]
    assert sorted(str(v) for f in found for v in f.values) == sorted(texts)
    assert {f.negated for f in found} == {negated}
    assert len(found) == (2 if "both" in question else 1)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("who wants to be paid back", True),
        ("which counties want to get paid", True),
        ("which jurisdictions ask to be reimbursed for detention costs", True),
        ("which policies want ICE to foot the bill", True),
        ("were the counties paid back", False),
        ("did the counties get paid", False),
        ("how many were paid", False),
        ("how many were let go to be paid back", False),
    ],
)
def test_who_wants_to_be_paid(question: str, answered: bool, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    if not answered:
        assert not isinstance(outcome, Understood), outcome
        return
    assert isinstance(outcome, Understood), outcome
    assert [(f.field, f.values) for f in outcome.query.filters] == [("requirement", ("costs_reimbursed",))]


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("policies mentioning murder", {"murder"}),
        ("policies mentioning violent crime", {"violent"}),
        ("which policies mention sexual assaults", {"sexual assault"}),
        ("what policies talk about kidnapping or murder", {"kidnapping", "murder"}),
        ("which policies mention violent or serious crimes", {"violent", "serious"}),
        ("how many policies in week 1 mention murder", {"murder"}),
    ],
)
def test_a_crime_that_a_policy_mentions_is_looked_for_in_its_criteria(
    question: str, texts: set[str], interpreter: Interpreter
) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert outcome.query.subject == "policies"
    assert {str(v) for f in outcome.query.filters if f.field == "criteria" for v in f.values} == texts


@pytest.mark.parametrize("question", ["policies for murder", "policies of Mexicans", "serious policies"])
def test_and_by_nothing_else(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)
