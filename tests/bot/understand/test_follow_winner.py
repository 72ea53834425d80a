"""What points at the first of a ranking is of that one alone, in a second ranking too."""

from __future__ import annotations

import pytest

from bot.ask import Desk
from bot.query import Place, Query
from tests.bot.understand.asking import plan_of

FIRST = "which county had the most refusals"


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("its top offense", "offense"),
        ("their top offense", "offense"),
        ("most common offense there", "offense"),
        ("its busiest day", "declined_on"),
        ("which nationality was most common there", "citizenship"),
        ("its top 3 offenses", "offense"),
    ],
)
def test_a_second_ranking_is_of_the_first_ones_group(message: str, field: str, desk: Desk) -> None:
    query = plan_of(desk, FIRST, message)
    places = [v for f in query.filters if f.field == "place" for v in f.values]
    assert places == [Place(state="Texas", county="Travis")]
    assert [d.field for d in query.group_by] == [field]


def test_most_of_them_are_those_of_the_first(desk: Desk) -> None:
    query = plan_of(desk, "which nationality was refused most", "which county had the most of them")
    assert [f.values for f in query.filters if f.field == "citizenship"] == [("Mexico",)]
    assert [d.field for d in query.group_by] == ["place"]


def test_of_several_nothing_is_said_of_all_rows(desk: Desk) -> None:
    answer = desk.ask("their top offenses", desk.replay(["top 3 counties"]))  # of each of them, or of all three?
    assert answer.code == "no_context"


@pytest.mark.parametrize(
    "message",
    ["which county had the fewest", "which state had the most", "top offense", "which of them had the fewest"],
)
def test_a_ranking_that_points_at_nothing_is_of_all(message: str, desk: Desk) -> None:
    query = plan_of(desk, FIRST, message)
    assert not query.filters


def conditions(query: Query) -> dict[str, tuple[object, ...]]:
    return {f.field: f.values for f in query.filters}


@pytest.mark.parametrize(
    ("first", "then", "fields", "by"),
    [
        ("which facility refused the most", "in which county", ["facility"], ["place"]),
        ("which facility refused the most", "what county is that in", ["facility"], ["place"]),
        ("which facility refused the most", "which state is it in", ["facility"], ["state"]),
        ("which jail had the most refusals", "its top offense", ["facility"], ["offense"]),
        ("which day had the most refusals", "which report is that in", ["declined_on"], ["report"]),
        ("which day had the most refusals", "what week was that", ["declined_on"], ["report"]),
        ("which day had the most refusals", "which jail had most of them", ["declined_on"], ["facility"]),
        ("which county refused the most", "what state is that in", ["place"], ["state"]),
        ("which nationality was most common", "when was that", ["citizenship"], ["declined_on"]),
        ("which jail has the second most refusals", "its top offense", ["facility"], ["offense"]),
    ],
)
def test_what_one_of_a_ranking_lies_in_is_of_that_one(
    first: str, then: str, fields: list[str], by: list[str], desk: Desk
) -> None:
    query = plan_of(desk, first, then)
    assert [f.field for f in query.filters] == fields
    assert [d.field for d in query.group_by] == by


def test_the_report_of_the_day_found_is_the_one_that_holds_it(desk: Desk) -> None:
    query = plan_of(desk, "which day had the most refusals", "which report is that in")
    answer = desk.ask("which report is that in", desk.replay(["which day had the most refusals"]))
    (day,) = conditions(query)["declined_on"]
    assert [row for row in answer.rows if row[-1]], (day, answer.rows)
    assert len([row for row in answer.rows if row[-1]]) == 1


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("which offense was most common", "the most common offense there"),
        ("which offense was most common", "top 3 offenses there"),
        ("which nationality was most common", "how many were issued there"),
        ("which day had the most refusals", "its busiest day"),
        ("top 3 counties", "what state is that in"),
        ("which county had the second most refusals", "its top offense"),
        ("which nationality was most common", "its policy"),
        ("how many mexicans", "their policy"),
        ("which state has the highest share of convictions", "how many is that"),
    ],
)
def test_what_points_at_nothing_is_said_of_no_rows(first: str, then: str, desk: Desk) -> None:
    assert desk.ask(then, desk.replay([first])).code == "no_context"


@pytest.mark.parametrize("message", ["its policies", "what policies did it list", "the policies there"])
def test_the_policies_of_a_report_found_are_those_it_lists(message: str, desk: Desk) -> None:
    query = plan_of(desk, "which report had the most refusals", message)
    assert query.subject == "policies"
    assert list(conditions(query)) == ["report"]


@pytest.mark.parametrize("message", ["how many pages", "how many were issued", "how many were issued nationwide"])
def test_a_number_of_the_report_found_or_of_all_is_asked(message: str, desk: Desk) -> None:
    answer = desk.ask(message, desk.replay(["which report had the most refusals"]))
    assert answer.status == "clarify"
    assert len(answer.choices) == 2
    assert "report" in str(answer.choices[0])


def test_the_place_issued_most_is_that_of_its_refusals(desk: Desk) -> None:
    first = plan_of(desk, "which county was issued the most detainers")
    assert first.subject == "issued"
    query = plan_of(desk, "which county was issued the most detainers", "how many did it refuse")
    assert query.subject == "refusals"
    assert list(conditions(query)) == ["place"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("which week had the most refusals", "which county led"),
        ("which day had the most refusals", "top offense"),
        ("which report had the most refusals", "top 3 nationalities"),
    ],
)
def test_a_second_ranking_after_a_week_or_a_day_is_of_it_or_of_all(first: str, then: str, desk: Desk) -> None:
    answer = desk.ask(then, desk.replay([first]))
    assert answer.code == "here_or_all"
    assert len(answer.choices) == 2


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("which week had the most refusals", "which county led overall"),
        ("which county had the most refusals", "top offense"),
        ("which week had the most refusals", "and which county"),
    ],
)
def test_a_second_ranking_that_says_of_all_or_follows_a_place_is_of_all(first: str, then: str, desk: Desk) -> None:
    assert not plan_of(desk, first, then).filters


def test_what_a_correction_took_back_is_not_all_refusals(desk: Desk) -> None:
    assert desk.ask("how many refusals is that", desk.replay(["what was corrected"])).code == "no_context"
