"""Another bound after a list of those that pass one, and questions that begin with "who had"."""

from __future__ import annotations

import pytest

from bot.query import Having
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood
from tests.bot.understand.asking import said


@pytest.mark.parametrize(
    ("before", "fragment", "having"),
    [
        ("who had 20 or more refusals", "and 10 or more", Having(op="at_least", n=10)),
        ("who refused more than 5", "and more than 10?", Having(op="over", n=10)),
        ("which states had more than 5 refusals", "and more than 50", Having(op="over", n=50)),
        ("which counties had at least 3 refusals in week 1", "at least 2?", Having(op="at_least", n=2)),
        ("how many counties refused at least 3", "and more than 5?", Having(op="over", n=5)),
        ("which nationalities had at least 4", "exactly 3", Having(op="is", n=3)),
    ],
)
def test_another_bound_of_the_groups(before: str, fragment: str, having: Having, interpreter: Interpreter) -> None:
    outcome = said(before, fragment, interpreter=interpreter)
    assert isinstance(outcome, Understood), outcome
    assert outcome.query.having == having
    assert not outcome.query.yes_no
    assert outcome.query.claim is None


@pytest.mark.parametrize(
    "question",
    [
        "who had 20 or more refusals",
        "who have 2 or more refusals in week 1",
        "who had exactly 3 refusals",
        "Who had at least 2 refusals in Texas?",
    ],
)
def test_who_had_so_many_lists_places(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert [d.field for d in outcome.query.group_by] == ["place"]
    assert outcome.query.having is not None
    assert outcome.query.claim is None


def test_who_had_the_most_refusals(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("who had the most refusals in week 1")
    assert isinstance(outcome, Understood), outcome
    assert (outcome.query.group_by[0].field, outcome.query.limit, outcome.query.order) == ("place", 1, "most")


@pytest.mark.parametrize("question", ["who had convictions", "which had 20 or more refusals", "who had Mexicans"])
def test_who_with_nothing_to_list_is_not_counted(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize("question", ["people who had convictions", "refusals of those who had convictions"])
def test_who_had_behind_a_noun_describes(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert [f.field for f in outcome.query.filters] == ["disposition"]


def test_a_bound_of_one_number_is_still_a_claim(interpreter: Interpreter) -> None:
    outcome = said("refusals in Travis", "and more than 20?", interpreter=interpreter)
    assert isinstance(outcome, Understood), outcome
    assert outcome.query.claim == Having(op="over", n=20)
