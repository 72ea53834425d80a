"""Section III in everyday words: what a place requires, since when, what changed; and what Section III does not say."""

from __future__ import annotations

import pytest

from bot.query import Place, Query
from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Clarify, Decline, Understood
from bot.understand.reading import describe


def plan(question: str, interpreter: Interpreter) -> Query:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), (question, outcome)
    assert outcome.query.subject == "policies"
    return outcome.query


@pytest.mark.parametrize(
    "question",
    [
        "will Boulder hold someone for ICE?",
        "what does Boulder want from ICE",
        "what would ICE have to bring for Boulder to hold a person?",
        "Boulder's stance on ICE holds?",
        "how does Boulder treat ICE requests",
        "under what conditions will Boulder keep somebody for ICE",
        "tell me about the Boulder policy",
        "quote the Boulder policy",
        "any rules in Boulder about ICE holds",
    ],
)
def test_what_a_place_requires(question: str, interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    query = plan(question, interpreter)
    assert query.measure.kind == "text"
    assert "Boulder" in describe(query, words_lexicon)


@pytest.mark.parametrize(
    "question",
    ["when did Ithaca adopt its policy", "date of Ithaca's policy?", "how long has Ithaca had its policy"],
)
def test_since_when(question: str, interpreter: Interpreter) -> None:
    assert plan(question, interpreter).measure.fields == ("enacted",)


@pytest.mark.parametrize(
    ("question", "field", "value"),
    [
        ("who wants a warrant before holding somebody", "criteria", "warrant"),
        ("who won't hold anyone without a warrant", "criteria", "warrant"),
        ("which policies talk about probable cause", "criteria", "probable cause"),
        ("who only tells ICE when someone is released", "requirement", "notification_only"),
        ("which places notify ICE before a release", "requirement", "notification"),
        ("which policies say ICE pays", "requirement", "costs_reimbursed"),
    ],
)
def test_conditions(question: str, field: str, value: str, interpreter: Interpreter) -> None:
    assert [(f.field, f.values) for f in plan(question, interpreter).filters] == [(field, (value,))]


@pytest.mark.parametrize("question", ["which place adopted its policy most recently", "the newest policy in the table"])
def test_the_newest(question: str, interpreter: Interpreter) -> None:
    measure = plan(question, interpreter).measure
    assert (measure.kind, measure.field, measure.stat) == ("extreme", "enacted", "max")


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("which policies are new in report 2", ("2017-02-04", "2017-01-28")),
        ("which places were added to the policy table in week 3", ("2017-02-11", "2017-02-04")),
        ("what got added to section III in report 2", ("2017-02-04", "2017-01-28")),
        ("which policies were dropped in report 2", ("2017-01-28", "2017-02-04")),
        ("which policies are new in report 3 compared to the one before", ("2017-02-11", "2017-02-04")),
    ],
)
def test_what_changed(question: str, sides: tuple[str, str], interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.contrast == "except"
    assert tuple(s.filters[0].values[0] for s in query.slices) == sides


def test_in_one_and_not_in_the_other_is_no_list_of_the_one(interpreter: Interpreter) -> None:
    query = plan("jurisdictions in section III of report 3 but not report 2", interpreter)
    assert query.contrast == "except"
    assert not query.filters


def test_a_change_both_ways_is_two_plans(interpreter: Interpreter) -> None:
    query = plan("how did the policy list change from report 1 to report 2", interpreter)
    assert query.also is not None
    assert query.also.slices == tuple(reversed(query.slices))


def test_between_which_reports_is_asked(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("what changed in the policy list between reports")
    assert isinstance(outcome, Clarify)
    assert {c.query.contrast for c in outcome.choices} == {"except"}
    assert isinstance(interpreter.interpret("which places changed policies in 2014"), Decline)


def test_the_latest_list_is_that_of_the_newest_report(interpreter: Interpreter) -> None:
    query = plan("which places ask for a warrant, going by the latest policy list?", interpreter)
    assert ("report", ("2017-02-11",)) in [(f.field, f.values) for f in query.filters]


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("which counties honor detainers", "cooperating"),
        ("who cooperates with ICE", "cooperating"),
        ("how many detainers did Denver honor", "honored"),
        ("did Travis honor any", "honored"),
        ("how many refusals came from places with a policy", "two_sections"),
        ("how many refusals in counties with a warrant requirement", "two_sections"),
        ("which policies have no conditions", "unaccounted"),
        ("does anyone honor detainers", "cooperating"),
        ("did Denver refuse all detainers", "honored"),
        ("did Travis change its policy", "unaccounted"),
        ("which policies were amended", "unaccounted"),
        ("is the policy okay", "unaccounted"),
    ],
)
def test_what_section_iii_does_not_say(question: str, code: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline), outcome
    assert outcome.code == code


def test_disputes_are_those_of_places(interpreter: Interpreter) -> None:
    nassau = interpreter.interpret("did Nassau push back?")
    assert isinstance(nassau, Understood)
    assert nassau.query.subject == "corrections"
    assert nassau.query.filters[0].values == (Place(state="New York", county="Nassau"),)
    corrected = interpreter.interpret("places with corrections")
    assert isinstance(corrected, Understood)
    assert corrected.query.subject == "corrections"
    right = interpreter.interpret("is Chester County's listing right")
    assert isinstance(right, Understood)
    assert right.query.subject == "corrections"
    everybody = interpreter.interpret("who pushed back on the report")
    assert isinstance(everybody, Understood)
    assert [f.values for f in everybody.query.filters] == [("disputed",)]
    assert isinstance(interpreter.interpret("do you disagree"), Decline)
    for of_requests in (
        "how did Denver react to the detainers",
        "which counties object to detainers",
        "which counties respond to ICE",
    ):
        assert isinstance(interpreter.interpret(of_requests), Decline | Clarify), of_requests


@pytest.mark.parametrize("question", ["how many had deportation orders", "what rules did they break"])
def test_people_and_rules_are_no_policies(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)
