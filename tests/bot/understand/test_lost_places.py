"""Places and jails that a plan would take for others, or for a number of them: declined or asked about."""

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Decline, Understood


@pytest.mark.parametrize(
    "question",
    [
        "refusals in the San Antonio AOR",
        "how many refusals does the Boston office have",
        "Mexicans refused in the San Francisco field office",
        "refusals in counties under the Boston field office",
    ],
)
def test_no_refusal_is_listed_with_a_field_office(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline)
    assert outcome.code == "two_sections"


@pytest.mark.parametrize(
    "question",
    [
        "how many in the boroughs",
        "how many in the counties",
        "how many in states",
        "how many refused at prisons",
        "how many prisons",
        "how many agencies refused",
        "how many same-week refusals",
        "how many were in or around Travis County",
        "refusals in Travis County and surrounding counties",
        "how many refusals remain in Williamson County, Texas",
        "how many in Carolina",
        "how many at Travis County Jail in California",
    ],
)
def test_is_not_answered(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize("question", ["how many in Richmond", "how many in Lincoln"])
def test_a_name_of_several_places_is_asked_about(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify)
    assert outcome.code == "which_place"


@pytest.mark.parametrize(
    "question",
    [
        "policies in the Boston field office",
        "in how many counties were there refusals",
        "how many states are in the reports",
        "how many facilities in the state of Texas",
        "which prison refused the most",
        "leaving aside Travis County, how many remain",
        "how many in North Carolina",
        "how many at Travis County Jail in Texas",
        "how many in Carolina, Puerto Rico",
    ],
)
def test_is_still_read(question: str, interpreter: Interpreter) -> None:
    assert isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(("sign", "op"), [(">", "after"), ("<", "before")])
def test_a_sign_before_a_day_is_a_bound(sign: str, op: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(f"refusals {sign} February 3")
    assert isinstance(outcome, Understood)
    assert [(f.field, f.op) for f in outcome.query.filters] == [("declined_on", op)]


@pytest.mark.parametrize("question", ["charge vs conv in Texas", "convs vs charges, Texas"])
def test_a_conviction_in_short_is_no_connecticut(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert [d.field for d in outcome.query.group_by] == ["disposition"]
