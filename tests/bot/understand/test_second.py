"""A second question behind "and", and a policy asked for together with its date: neither half may be lost."""

from __future__ import annotations

import pytest

from bot.query import Query
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Decline, Understood


def plan(question: str, interpreter: Interpreter) -> Query:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    return outcome.query


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("which county refused most and how many of those were convictions", ["place", "disposition"]),
        ("which state refused most and how many Mexicans did it have", ["place", "citizenship"]),
        ("which county refused the most and how many detainers were issued there", ["place"]),
        ("what nationality is most common and how many of those in Texas", ["place", "citizenship"]),
    ],
)
def test_the_second_is_of_what_the_first_found(question: str, fields: list[str], interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.filters == ()  # the ranking is not of the convictions
    assert query.limit == 1
    assert query.also is not None
    assert [f.field for f in query.also.filters] == fields


@pytest.mark.parametrize("question", ["which county refused most and how many", "top 3 counties and how many each had"])
def test_and_how_many_is_the_figure_of_the_first(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.also is None
    assert query.order == "most"


@pytest.mark.parametrize(
    "question",
    [
        "which state had the most refusals and the most convictions",
        "the most refused nationality and the most common offense",
        "top county and top state",
        "which county refused most and what share were convictions",
        "top 3 counties and how many were Mexican",
    ],
)
def test_two_rankings_are_not_one(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline), outcome
    assert outcome.code == "two_questions"


def test_and_when_asks_for_the_days(interpreter: Interpreter) -> None:
    query = plan("how many refusals in Denver, and when", interpreter)
    assert query.also is not None
    assert [d.field for d in query.also.group_by] == ["declined_on"]


@pytest.mark.parametrize(
    "question",
    ["how many DUI and how many assaults in Travis", "how many Mexicans and how many Hondurans in Texas"],
)
def test_a_place_of_the_second_half_is_asked_about(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify), outcome
    if outcome.code == "where_of_both":
        halves = outcome.choices[0].query, outcome.choices[0].query.also
        assert all(any(f.field == "place" for f in half.filters) for half in halves if half)


@pytest.mark.parametrize(
    "question",
    [
        "how many Mexicans nationwide and how many in Texas",
        "how many refusals were there and how many in Travis",
        "how many Mexicans in Texas and how many Hondurans",
    ],
)
def test_a_place_of_one_half_that_is_plain(question: str, interpreter: Interpreter) -> None:
    assert plan(question, interpreter).also is not None


@pytest.mark.parametrize(
    "question",
    [
        "Travis: policy and date",
        "date and policy of Travis County",
        "Travis County: policy, date, criteria",
        "enactment date and criteria of Travis County",
        "name and date of Travis County's policy",
        "what is Travis County's policy and when was it enacted",
        "since when does Travis County have a policy and what is it",
    ],
)
def test_a_policy_and_its_date_is_its_text(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert (query.subject, query.measure.kind) == ("policies", "text")


@pytest.mark.parametrize(
    "question",
    ["date of Travis County's policy", "when did Travis County adopt its policy", "Travis policy: date"],
)
def test_a_date_alone_is_the_date(question: str, interpreter: Interpreter) -> None:
    assert plan(question, interpreter).measure.kind == "value"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("what did ICE correct and when", "text"),
        ("what was corrected and on what day", "text"),
        ("when was the correction posted", "rows"),
    ],
)
def test_what_was_corrected_and_when(question: str, kind: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert (query.subject, query.measure.kind) == ("corrections", kind)
    listed = plan("which counties got corrected and when", interpreter)
    assert "posted_on" in listed.measure.fields


@pytest.mark.parametrize(
    "question",
    [
        "which county had the fewest and the most",
        "what is the biggest county and second biggest",
        "which county refused the most Mexicans and how many in total",
        "which state had the most DUIs and how many refusals did it have in all",
        "which counties had the most and fewest refusals",
    ],
)
def test_no_rank_is_dropped(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline), outcome
    assert outcome.code == "two_questions"


@pytest.mark.parametrize("question", ["how many in Texas, and in Travis alone", "how many in Texas and in Colorado"])
def test_and_in_another_place_is_a_count_of_its_own(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.also is not None
    first, second = (half.filters[0].values[0] for half in (query, query.also))
    assert first != second


@pytest.mark.parametrize(
    "question",
    [
        "how many issued and how many refused in Clark County, Nevada in week 1",
        "how many were refused and how many were issued in Clark County, Nevada in week 1",
        "how many detainers were issued in week 2, and how many did Texas refuse",
    ],
)
def test_issued_and_refused_in_a_place_are_both_of_it(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify), outcome
    first = outcome.choices[0].query
    halves = [half for half in (first, first.also) if half is not None]
    assert [{f.field for f in half.filters} for half in halves] == [{"report", "place"}] * 2
    assert {half.subject for half in halves} == {"issued", "refusals"}


@pytest.mark.parametrize(
    "question",
    ["how many states and counties in week 1", "what are the nationwide numbers, issued and declined, per report"],
)
def test_two_counts_are_not_one_table(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)
