"""Slips put right in the same breath: what was taken back is out of the plan, and nothing else is."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood
from tests.bot.understand.asking import plan

REPAIRED = [
    ("how many in Texas, no wait, California", "how many in California"),
    ("how many in Texas scratch that California", "how many in California"),
    ("refusals in Denver - oops - Boulder", "refusals in Boulder"),
    ("how many Mexicans, no, Hondurans in Virginia", "how many Hondurans in Virginia"),
    ("how many convictions, I meant charges, in Denver", "how many charges in Denver"),
    ("how many in week 1, never mind, week 2", "how many in week 2"),
    ("refusals in Texas, actually in Colorado", "refusals in Colorado"),
    ("refusals in Texas by county, I mean by offense", "refusals in Texas by offense"),
    ("which county had the most, sorry, the fewest", "which county had the fewest"),
    ("burglary, er, robbery in Texas", "robbery in Texas"),
    ("issued, I mean refused, in Denver", "refused in Denver"),
    ("how many charged - convicted, I mean - in Denver", "how many convicted in Denver"),
    ("how many in Texas, California rather", "how many in California"),
]


@pytest.mark.parametrize(("said", "meant"), REPAIRED, ids=[said for said, _ in REPAIRED])
def test_what_was_taken_back_is_out(interpreter: Interpreter, said: str, meant: str) -> None:
    assert plan(said, interpreter=interpreter) == plan(meant, interpreter=interpreter)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("how many did Denver actually refuse", "how many did Denver refuse"),
        ("sorry, how many in Texas", "how many in Texas"),
        ("how many in Texas, sorry to bother you", "how many in Texas"),
        ("Texas, no Mexicans", "Texas, not Mexicans"),
    ],
)
def test_the_same_words_elsewhere_take_nothing_back(interpreter: Interpreter, said: str, plain: str) -> None:
    ours = interpreter.interpret(said)
    assert not isinstance(ours, Understood) or ours.query == plan(plain, interpreter=interpreter)


@pytest.mark.parametrize(
    "question",
    [
        "how many Mexicans in Texas, I mean Hondurans",  # in Texas still?
        "how many in week 1... forget it, everything",
        "refusals in Texas, scratch that",
        "how many in Texas by county, strike that, 2016",
    ],
)
def test_what_is_left_in_doubt_is_no_figure(interpreter: Interpreter, question: str) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)
