"""What is supposed of any one report is looked for in each of them, and never decided by the total."""

import pytest

from bot.query import Dimension, Having
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Decline, Understood


@pytest.mark.parametrize(
    ("question", "bound"),
    [
        ("did Travis ever go over 100", Having(op="over", n=100)),
        ("has Denver ever had fewer than 2", Having(op="under", n=2)),
        ("did Cook ever have exactly 1 in a week", Having(op="is", n=1)),
        ("was Denver below 3 in any report", Having(op="under", n=3)),
        ("was Denver ever at zero", Having(op="is", n=0)),
        ("did Cook County have no refusals in any report", Having(op="is", n=0)),
        ("reports where Texas had fewer than 20", Having(op="under", n=20)),
    ],
)
def test_the_bound_is_put_on_each_report(interpreter: Interpreter, question: str, bound: Having) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.group_by == (Dimension(field="report"),)
    assert (outcome.query.having, outcome.query.claim) == (bound, None)


@pytest.mark.parametrize(
    "question",
    ["was there ever a week without Texas", "is there a report without Denver"],
)
def test_a_report_that_is_there_is_no_row_that_is_there(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Decline)


@pytest.mark.parametrize("question", ["did Denver ever refuse a detainer", "has Travis ever refused any Mexicans"])
def test_ever_without_a_figure_asks_of_all_reports(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert (outcome.query.yes_no, outcome.query.group_by) == (True, ())


@pytest.mark.parametrize("question", ["is 26 a lot for Denver", "did a lot of people get out in Cook County?"])
def test_a_lot_is_a_judgement(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify)
    assert outcome.code == "judgement"
