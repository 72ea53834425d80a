"""Facts of Section III: what a policy is called, its field office, its wording, hours; which list the latest is."""

from __future__ import annotations

import pytest

from bot.query import Query
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Decline, Understood
from bot.understand.thread import replay


def plan(question: str, interpreter: Interpreter) -> Query:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), (question, outcome)
    assert outcome.query.subject == "policies", (question, outcome.query)
    return outcome.query


def conditions(query: Query) -> dict[str, tuple[object, ...]]:
    return {f.field: f.values for f in query.filters}


@pytest.mark.parametrize(
    "question",
    [
        "what's Boulder's policy called",
        "title of the Boulder policy?",
        "what is the name of the Boulder ordinance",
        "name of Boulder's law on detainers",
        "the exact wording of Boulder's policy",
        "what is Boulder's policy officially called?",
        "what is the wording ICE gives for Boulder's condition on honoring a detainer?",
        "what conditions does Boulder set for honoring detainers",
        "what has to be presented before Boulder honors a request?",
        "how long will Boulder hold someone for ICE",
        "what does DC want before it honors a hold",
    ],
)
def test_name_and_wording_are_told_with_the_entry(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.measure.kind == "text"
    assert set(conditions(query)) == {"jurisdiction"}


@pytest.mark.parametrize(
    "question",
    [
        "which ICE field office is in charge of Boulder?",
        "under which field office does Boulder fall",
        "what field office covers Ithaca",
        "Boulder's field office?",
        "which ICE office covers Ithaca's entry in Section III",
        "which AOR is Boulder in",
    ],
)
def test_the_field_office_of_an_entry(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.measure.fields == ("aor",)
    assert set(conditions(query)) == {"jurisdiction"}


@pytest.mark.parametrize(
    "question",
    [
        "since when is Boulder's ordinance in force",
        "date of enactment for Boulder",
        "since when has Boulder's law been in force",
        "in which month was the Boulder policy enacted",
        "Boulder's policy, on the books since when?",
    ],
)
def test_since_when_it_is_in_force(question: str, interpreter: Interpreter) -> None:
    assert plan(question, interpreter).measure.fields == ("enacted",)


@pytest.mark.parametrize(
    "question",
    [
        "which jurisdictions insist on a judicial warrant, latest list?",
        "who needs probable cause per the newest policy list?",
        "by the newest report, which places want a judicial warrant?",
        "places asking ICE to reimburse costs, latest report",
        "places that passed their policy in 2014, newest list",
        "policies enacted in 2014 newest list",
    ],
)
def test_the_latest_list_is_a_report_and_no_latest_date(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.measure.kind == "rows"
    assert conditions(query)["report"] == ("2017-02-11",)


@pytest.mark.parametrize(
    ("question", "field", "values"),
    [
        ("which policy has a 48 hour limit", "criteria", ("48 hour",)),
        ("list of places with a 48-hour cap", "criteria", ("48 hour",)),
        ("which policies mention 72 hours", "criteria", ("72 hour",)),
        ("which jurisdictions take notification requests", "requirement", ("notification",)),
        ("which places require a warrant or a court order", "criteria", ("warrant", "court order")),
        ("who asks to be reimbursed for detention costs", "requirement", ("costs_reimbursed",)),
        ("which jurisdictions want ICE to pay or reimburse costs", "requirement", ("costs_reimbursed",)),
    ],
)
def test_conditions(question: str, field: str, values: tuple[str, ...], interpreter: Interpreter) -> None:
    assert conditions(plan(question, interpreter)) == {field: values}


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("what was added to Section III in report 3 as against report 2?", ("2017-02-11", "2017-02-04")),
        (
            "was anybody removed from the policy list between the Jan 28 and the Feb 4 report",
            ("2017-01-28", "2017-02-04"),
        ),
        ("which entry left Section III between reports 2 and 3?", ("2017-02-04", "2017-02-11")),
        ("who left the policy list in report 2", ("2017-01-28", "2017-02-04")),
        ("between reports 2 and 3, which policies went away?", ("2017-02-04", "2017-02-11")),
        ("did Section III lose any entries in report 2", ("2017-01-28", "2017-02-04")),
        ("did Section III gain any entries in report 3", ("2017-02-11", "2017-02-04")),
    ],
)
def test_what_changed(question: str, sides: tuple[str, str], interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.contrast == "except"
    assert tuple(s.filters[0].values[0] for s in query.slices) == sides


def test_the_newest_date_on_a_list(interpreter: Interpreter) -> None:
    query = plan("most recent policy date on the Feb 4 list", interpreter)
    assert (query.measure.kind, query.measure.stat) == ("extreme", "max")
    assert conditions(query) == {"report": ("2017-02-04",)}


@pytest.mark.parametrize(
    "question",
    [
        "is Boulder right to ask for a warrant?",
        "what law did Denver break",
        "was Ithaca wrong to adopt its policy",
        "who is in charge of Denver",
        "how many people were on the terrorist watch list",
        "how many were held more than 48 hours",
        "is the law in Denver constitutional",
        "how many in Denver between weeks 1 and 3",
    ],
)
def test_what_no_entry_says(question: str, interpreter: Interpreter) -> None:
    assert isinstance(interpreter.interpret(question), Decline | Clarify), question


@pytest.mark.parametrize(
    "question",
    ["change in refusals between weeks 1 and 2", "did refusals rise between reports 1 and 2?"],
)
def test_between_two_numbered_weeks(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.contrast == "difference"


@pytest.mark.parametrize(
    "question",
    ["which jurisdictions have been on Section III in all three reports?", "which policies are in every report"],
)
def test_in_every_report_is_in_none_missing(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.contrast == "both"
    assert len(query.slices) == 3


def test_a_field_offices_jurisdictions_are_those_of_section_iii(interpreter: Interpreter) -> None:
    query = plan("what are the jurisdictions under the Denver field office", interpreter)
    assert conditions(query) == {"aor": ("Denver",)}


def test_what_was_added_in_the_next_report(interpreter: Interpreter) -> None:
    asked = ["which policies are new in report 2"]
    outcome = interpreter.interpret("and in report 3?", replay(asked, interpreter))
    assert isinstance(outcome, Understood)
    assert [s.filters[0].values for s in outcome.query.slices] == [("2017-02-11",), ("2017-02-04",)]
    assert not outcome.query.filters
    assert isinstance(interpreter.interpret("and in report 1?", replay(asked, interpreter)), Decline)


def test_which_of_them_also_refused_is_another_list(interpreter: Interpreter) -> None:
    asked = ["policies in New York in report 3"]
    assert isinstance(interpreter.interpret("which of these also refused?", replay(asked, interpreter)), Decline)


@pytest.mark.parametrize(
    "question", ["name of the facility with the most refusals", "how many refusals in the county called Harris"]
)
def test_a_name_of_something_else_is_no_policys(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline | Clarify) or outcome.query.subject == "refusals"
