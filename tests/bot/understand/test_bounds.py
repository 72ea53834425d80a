"""Signs before numbers and dates, and bounds on what one week or day holds."""

from datetime import date

import pytest

from bot.query import Dimension, Filter, Having
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Decline, Understood


@pytest.mark.parametrize(
    ("question", "op", "day"),
    [
        ("refusals issued > 2016", "after", date(2016, 12, 31)),
        ("refusals issued < 2016", "before", date(2016, 1, 1)),
        ("refusals issued >= 2016", "since", date(2016, 1, 1)),
        ("Texas refusals issued <= 2015", "until", date(2015, 12, 31)),
        ("issued > jan 2016 in Texas", "after", date(2016, 1, 31)),
    ],
)
def test_a_sign_before_a_year_is_a_date(interpreter: Interpreter, question: str, op: str, day: date) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert Filter(field="issued_on", op=op, values=(day,)) in outcome.query.filters
    assert outcome.query.claim is None


@pytest.mark.parametrize(("question", "n"), [("counties > 10", 10), ("counties with refusals > 5", 5)])
def test_a_sign_before_a_number_is_a_bound(interpreter: Interpreter, question: str, n: int) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.having == Having(op="over", n=n)


@pytest.mark.parametrize(
    ("question", "field", "unit"),
    [
        ("has any county refused more than 8 in a week", "place", "report"),
        ("did any state refuse more than 8 Mexicans in any week", "state", "report"),
        ("which counties had more than 8 in at least one week", "place", "report"),
        ("counties with more than 8 in a single week", "place", "report"),
        ("has any jail refused more than 8 in any one week", "facility", "report"),
        ("states with more than 8 in any report", "state", "report"),
        ("did any county refuse more than 8 on a single day", "place", "declined_on"),
        ("which counties had more than 8 convictions in one day", "place", "declined_on"),
    ],
)
def test_a_bound_of_one_week_is_put_on_each(interpreter: Interpreter, question: str, field: str, unit: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    each = Dimension(field="report") if unit == "report" else Dimension(field="declined_on", bucket="day")
    assert outcome.query.group_by[:2] == (Dimension.model_validate({"field": field}), each)
    assert (outcome.query.measure.kind, outcome.query.having) == ("count", Having(op="over", n=8))


@pytest.mark.parametrize(
    "question",
    [
        "how many counties refused more than 8 in a week",
        "did any county refuse fewer than 2 in a week",
        "did any county refuse more than 8 a week",
    ],
)
def test_how_many_did_and_who_did_so_little_is_not_told(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Decline)


@pytest.mark.parametrize(
    ("question", "n"), [("which counties were in more than two of the weeks", 2), ("states in more than one report", 1)]
)
def test_a_number_of_weeks_stays_one(interpreter: Interpreter, question: str, n: int) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert (outcome.query.measure.field, outcome.query.having) == ("report", Having(op="over", n=n))


@pytest.mark.parametrize(
    ("question", "low", "high"),
    [
        ("how many between 10 and 20 days old", 10, 20),
        ("refusals issued between 100 and 200 days before the refusal", 100, 200),
        ("how many were refused between 10 and 20 days after issue", 10, 20),
        ("how many in Texas waited between 14 and 21 days", 14, 21),
        ("how many detainers between 1 and 2 years old at the refusal", 365, 730),
    ],
)
def test_days_between_two_numbers(interpreter: Interpreter, question: str, low: int, high: int) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    days = {(f.op, f.values) for f in outcome.query.filters if f.field == "days"}
    assert days == {("at_least", (low,)), ("at_most", (high,))}


@pytest.mark.parametrize(
    "question",
    ["how many people between 20 and 30 years old", "between 20 and 10 days old", "Mexicans between 1 and 9"],
)
def test_ages_of_people_and_empty_spans_are_none(interpreter: Interpreter, question: str) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    "question",
    ["how many refusals once corrections are taken off", "hw many in Texas with the corrections taken off"],
)
def test_corrections_taken_off_are_figures_after_them(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.corrected
