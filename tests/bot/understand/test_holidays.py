"""Days with a name in a question, and ages that can only be those of detainers."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understand.dates import date_at
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Decline, Understood
from bot.understand.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("Veterans Day", "2017-11-11", 2),
        ("veteran's day refusals", "2017-11-11", 2),
        ("Labor Day 2016", "2016-09-05", 3),
        ("Thanksgiving, 2015", "2015-11-26", 2),
        ("Presidents' Day", "2017-02-20", 2),
        ("Presidents Day", "2017-02-20", 2),
        ("christmas eve 2016", "2016-12-24", 3),
        ("Veterans", None, 0),
        ("labor. Day by day", None, 0),
        ("memorial hospital", None, 0),
    ],
)
def test_mentions(text: str, day: str | None, words: int) -> None:
    found = date_at(tokens_of(text), 0, 2017)
    assert (found.stop if found else 0) == words
    assert (found.days.start if found else None) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("question", "field", "op", "day"),
    [
        ("how many were turned down on Valentines Day", "declined_on", "is", "2017-02-14"),
        ("refusals since Valentine's Day", "declined_on", "since", "2017-02-14"),
        ("detainers issued before Labor Day 2016", "issued_on", "before", "2016-09-05"),
        ("Travis refusals of detainers issued after Christmas 2016", "issued_on", "after", "2016-12-25"),
        ("was anyone released on Valentine's Day", "declined_on", "is", "2017-02-14"),
    ],
)
def test_a_holiday_is_a_date(question: str, field: str, op: str, day: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    found = [(f.field, f.op, f.values) for f in outcome.query.filters if f.field.endswith("_on")]
    assert found == [(field, op, (date.fromisoformat(day),))]


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("refusals on Labor Day", "not_loaded"),
        ("Thanksgiving refusals", "not_loaded"),
        ("how many veterans were refused", "demographics"),
        ("refusals on Veterans Day weekend", "other_data"),
        ("how many inmates were over 60 years old", "demographics"),
        ("how many were over two years old", "demographics"),
        ("how many people were less than a week old", "demographics"),
        ("Mexicans less than a month old", "demographics"),
    ],
)
def test_what_is_no_such_day_or_no_such_age(question: str, code: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline), outcome
    assert outcome.code == code


@pytest.mark.parametrize(
    ("question", "op", "days"),
    [
        ("how many were less than a week old", "under", 7),
        ("how many were more than 30 days old", "over", 30),
        ("how many in Denver were under 3 weeks old", "under", 21),
        ("refusals over six months old", "over", 183),
        ("how many in week 2 were at least a month old", "at_least", 30),
    ],
)
def test_no_one_is_some_days_old(question: str, op: str, days: int, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert [(f.op, f.values) for f in outcome.query.filters if f.field == "days"] == [(op, (days,))]
