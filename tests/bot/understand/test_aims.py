"""A figure is not given in place of another that the question may ask for."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Decline


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("number of requests in week 2", {"Detainers issued", "Refusals"}),
        ("percent by offense among Mexicans", {"Within the group named", "The named group's"}),
        ("how many policies are there", {"Entries in the newest report", "Different jurisdictions"}),
        ("which places will not honor detainers at all", {"Policies that honor no detainers", "Refusals"}),
        ("how many Section I entries were withdrawn", {"Entries of Section I", "Detainers issued to places"}),
    ],
)
def test_two_figures_are_offered(interpreter: Interpreter, question: str, labels: set[str]) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify)
    assert all(any(c.label.startswith(said) for c in outcome.choices) for said in labels)


@pytest.mark.parametrize(
    "question",
    ["last week of February", "quietest day in week 2", "how many counties have policies"],
)
def test_no_figure_is_no_answer(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Decline)
