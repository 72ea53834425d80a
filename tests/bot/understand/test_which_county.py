""" "Which California county": the counties of a state, unless a county so called is listed."""

from __future__ import annotations

import pytest

from bot.query import Filter, Place
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood


@pytest.mark.parametrize(
    ("question", "state", "subject"),
    [
        ("which California county had the most refusals", "California", "refusals"),
        ("what texas county refused the most in week 1", "Texas", "refusals"),
        ("which nevada county got the most detainers in week 1", "Nevada", "issued"),
        ("which Oregon county received the most detainers in report 1", "Oregon", "issued"),
        ("which Colorado county had refusals of Mexicans", "Colorado", "refusals"),
        ("ok which California county had the most convictions", "California", "refusals"),
    ],
)
def test_of_the_state(question: str, state: str, subject: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.subject == subject
    assert Filter(field="place", values=(Place(state=state),), label=state) in [
        f.model_copy(update={"label": state}) for f in outcome.query.filters
    ]
    assert [d.field for d in outcome.query.group_by] in (["place"], ["county"])


@pytest.mark.parametrize("question", ["which Washington County is it", "which Jackson County had the most"])
def test_not_where_a_county_is_so_called(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)
