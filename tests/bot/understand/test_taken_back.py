"""Casual questions of what ICE took back, and whether a listing is for real."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood
from tests.bot.understand.asking import plan, said


@pytest.mark.parametrize(
    ("before", "fragment"),
    [
        ("refusals in week 1", "did ICE take any of these back"),
        ("refusals in week 1", "did ICE take any of them back?"),
        ("refusals in Williamson County, Texas", "did they take any back"),
    ],
)
def test_of_those_asked_about(before: str, fragment: str, interpreter: Interpreter) -> None:
    query = plan(before, fragment, interpreter=interpreter)
    assert query.subject == "refusals"
    assert {f.field for f in query.filters} >= {"withdrawn"}
    assert len(query.filters) == 2


@pytest.mark.parametrize(
    "question",
    [
        "is the week 1 refusal in Bastrop County, Texas real",
        "are the refusals in Williamson County, Texas for real",
        "were the Montgomery County, Iowa detainers in week 1 legit?",
        "is the Franklin County, New York entry genuine",
        "are the Bastrop County, Texas refusals valid",
        "did ICE take the Williamson County, Texas refusals back",
        "what did ICE say about Bastrop County, Texas afterwards",
    ],
)
def test_whether_a_listing_stands(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter=interpreter)
    assert (query.subject, query.measure.kind) == ("corrections", "text")
    assert any(f.field == "place" for f in query.filters)


@pytest.mark.parametrize(
    "question", ["is Travis real", "is it real", "valid refusals in Travis", "refusals in Travis gone"]
)
def test_other_words_are_not_so_read(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize("fragment", ["what did ICE say about it afterwards", "what did ICE say about them?"])
def test_what_ice_said_of_the_place_asked_about(fragment: str, interpreter: Interpreter) -> None:
    query = plan("refusals in Bastrop County, Texas", fragment, interpreter=interpreter)
    assert (query.subject, query.measure.kind) == ("corrections", "text")
    assert [f.field for f in query.filters] == ["place"]
    assert not isinstance(said("refusals in Denver", fragment, interpreter=interpreter), Understood)


@pytest.mark.parametrize(
    "question",
    [
        "how many refusals overall once the withdrawn ones are gone?",
        "refusals in week 1 with the withdrawn ones gone",
        "how many in Williamson County, Texas still count",
        "Texas by county with corrections applied",
        "corrected refusals by county in Texas",
    ],
)
def test_figures_without_what_was_taken_back(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter=interpreter)
    assert query.corrected
    assert query.subject == "refusals"


def test_how_many_of_those_still_stand(interpreter: Interpreter) -> None:
    query = plan("refusals in week 1", "how many of those still stand after the correction", interpreter=interpreter)
    assert query.corrected
    assert [f.field for f in query.filters] == ["report"]


@pytest.mark.parametrize("question", ["counties with corrections", "which counties have corrections"])
def test_places_with_corrections_are_listed(question: str, interpreter: Interpreter) -> None:
    assert plan(question, interpreter=interpreter).subject == "corrections"


@pytest.mark.parametrize(
    "question",
    [
        "Texas total without corrections",
        "refusals in Travis disregarding the corrections",
        "refusals in Texas ignoring corrections",
        "Williamson County, Texas in week 1 without the correction",
    ],
)
def test_without_corrections_is_as_published(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter=interpreter)
    assert not query.corrected
    assert not any(f.field == "withdrawn" for f in query.filters)
    assert plan("refusals in Texas without the withdrawn ones", interpreter=interpreter).corrected


def test_without_corrections_in_a_thread(interpreter: Interpreter) -> None:
    query = plan("refusals in Texas", "corrected", "without corrections", interpreter=interpreter)
    assert not query.corrected
    issued = said("detainers issued to Franklin County, Iowa", "without corrections", interpreter=interpreter)
    assert not isinstance(issued, Understood) or issued.query.subject == "issued"


@pytest.mark.parametrize("question", ["did ICE correct the issued numbers", "which issued numbers were corrected"])
def test_corrections_of_issued_numbers_are_of_section_i(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter=interpreter)
    assert (query.subject, query.measure.kind) == ("corrections", "text")
    assert [f.values for f in query.filters] == [("I",)]


@pytest.mark.parametrize(
    "question",
    [
        "which states change after corrections",
        "how many were withdrawn and in which counties",
        "what would the Texas share be without Williamson County's withdrawn rows",
    ],
)
def test_what_corrections_change_is_no_table_of_weeks(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


def test_still_valid_of_its_own_clause_is_no_condition(interpreter: Interpreter) -> None:
    query = plan("Bastrop County - how many refused, and is that number still valid?", interpreter=interpreter)
    assert not query.corrected  # the figure as published is asked for too
