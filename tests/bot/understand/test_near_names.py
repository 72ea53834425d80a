"""A county without rows whose name is all but that of one with rows is asked about, and no zero."""

import pytest

from bot.query import Place
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Understood


@pytest.mark.parametrize(
    "question",
    [
        "prince george refusals",
        "how many in Prince George",
        "how many mexicans in prince george county in week 1",
        "travis vs prince george",
        "is prince george ahead of Travis",
        "share of prince george",
    ],
)
def test_is_asked(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify)
    assert [c.label for c in outcome.choices] == ["Prince George’s County, Maryland", "Prince George County, Virginia"]


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ("prince george, virginia", "Virginia"),
        ("how many in Prince George County in Virginia", "Virginia"),
        ("prince georges refusals", "Maryland"),
        ("Prince George's County", "Maryland"),
    ],
)
def test_is_plain(interpreter: Interpreter, question: str, state: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    place = next(f for f in outcome.query.filters if f.field == "place").values[0]
    assert isinstance(place, Place)
    assert place.state == state


@pytest.mark.parametrize("question", ["how many in Fresno", "refusals in Maricopa County", "how many in Kern"])
def test_a_county_without_rows_is_a_zero(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Understood)
