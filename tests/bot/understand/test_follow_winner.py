"""What points at the first of a ranking is of that one alone, in a second ranking too."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ask import Desk
from bot.query import Place, Query


@pytest.fixture(scope="module")
def desk(sample_db: Path) -> Desk:
    return Desk(sample_db)


def plan_of(desk: Desk, *messages: str) -> Query:
    answer = desk.ask(messages[-1], desk.replay(messages[:-1]))
    assert answer.query is not None, answer.text
    return answer.query


FIRST = "which county had the most refusals"


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
