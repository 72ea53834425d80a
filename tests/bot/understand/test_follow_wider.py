"""Fragments that widen the last plan or turn to what it leaves out: "for the whole country", "the others"."""

from __future__ import annotations

import pytest

from bot.ask import Desk
from tests.bot.understand.asking import plan_of


@pytest.mark.parametrize(
    ("message", "fields"),
    [
        ("for the whole country", ["report"]),
        ("and nationwide", ["report"]),
        ("in the entire country", ["report"]),
        ("the whole country", ["report"]),
        ("dui for the whole country", ["report", "offense"]),
        ("mexicans in the whole country", ["report", "citizenship"]),
    ],
)
def test_the_country_takes_the_place_away_and_no_week(message: str, fields: list[str], desk: Desk) -> None:
    query = plan_of(desk, "how many in travis county in week 2", message)
    assert [f.field for f in query.filters] == fields


@pytest.mark.parametrize("message", ["and the others", "the rest", "what about the others?", "and all the others"])
def test_the_others_of_a_ranking_are_all_groups_but_the_first(message: str, desk: Desk) -> None:
    query = plan_of(desk, "which state refused the most", message)
    assert [d.field for d in query.group_by] == ["state"]
    assert query.limit is None
    assert [(f.field, f.negated) for f in query.filters] == [("place", True)]


@pytest.mark.parametrize(
    ("first", "message", "field"),
    [
        ("how many in travis county", "and the rest", "place"),
        ("how many mexicans", "everyone else", "citizenship"),
        ("how many dui", "the others", "offense"),
        ("how many convictions", "how many of the others", "disposition"),
        ("how many in week 2", "and the others", "report"),
    ],
)
def test_the_others_are_all_rows_but_those_asked_about(first: str, message: str, field: str, desk: Desk) -> None:
    (item,) = plan_of(desk, first, message).filters
    assert item.field == field
    assert item.negated


def test_which_of_two_conditions_the_rest_turns_round_is_asked(desk: Desk) -> None:
    answer = desk.ask("the rest", desk.replay(["how many mexicans in week 2"]))
    assert answer.code == "all_of_what"
    assert len(answer.choices) == 2


@pytest.mark.parametrize(
    ("first", "message"),
    [
        ("what share were mexicans", "and the rest"),
        ("how many in travis county", "the rest of texas"),
        ("refusals by state", "the others"),
        ("oldest detainer", "and the others"),
    ],
)
def test_the_rest_of_a_part_or_of_a_table_is_not_guessed(first: str, message: str, desk: Desk) -> None:
    assert desk.ask(message, desk.replay([first])).status != "answered"


@pytest.mark.parametrize(
    "message", ["is that up or down from week 1", "is it up or down from week 1", "was that up or down from week 1?"]
)
def test_up_or_down_from_a_week_sets_both_side_by_side(message: str, desk: Desk) -> None:
    query = plan_of(desk, "how many in travis county in week 2", message)
    assert len(query.slices) == 2
    assert [f.field for f in query.filters] == ["place"]


@pytest.mark.parametrize("message", ["and after corrections", "after corrections", "and after the corrections"])
def test_after_corrections_is_the_same_figure_corrected(message: str, desk: Desk) -> None:
    query = plan_of(desk, "how many in week 1", message)
    assert query.corrected
    assert [f.field for f in query.filters] == ["report"]


@pytest.mark.parametrize("message", ["what were they for", "what are those for?", "what were those for"])
def test_what_they_were_for_is_their_offense(message: str, desk: Desk) -> None:
    query = plan_of(desk, "how many in travis county", message)
    assert [d.field for d in query.group_by] == ["offense"]
    assert [f.field for f in query.filters] == ["place"]


@pytest.mark.parametrize("message", ["what share of texas", "what percentage of texas?", "share of texas"])
def test_a_share_of_the_state_of_the_county_is_asked(message: str, desk: Desk) -> None:
    answer = desk.ask(message, desk.replay(["how many in travis county"]))
    assert answer.code == "share_of_what"
    assert len(answer.choices) == 2


@pytest.mark.parametrize("message", ["of all refusals", "of all", "of california"])
def test_the_whole_of_a_share_is_no_count(message: str, desk: Desk) -> None:
    answer = desk.ask(message, desk.replay(["california by county", "as percent of all"]))
    assert answer.code == "share_of_what"
