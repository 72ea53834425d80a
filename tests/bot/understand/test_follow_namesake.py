"""A state named behind a county or a city: the county of its name there, or the state? Asked where both may be."""

from __future__ import annotations

import pytest

from bot.ask import Desk
from bot.query import Place


@pytest.mark.parametrize(
    ("messages", "county"),
    [
        (("how many in jackson", "missouri"), "Jackson County, Missouri"),
        (("how many in jackson", "and texas"), "Jackson County, Texas"),
        (("how many in miami", "ohio"), "Miami County, Ohio"),
        (("how many in jackson county, oregon", "nah, missouri"), "Jackson County, Missouri"),
        (("how many in jackson county, oregon", "no, I meant missouri"), "Jackson County, Missouri"),
        (("how many in jackson county", "missouri"), "Jackson County, Missouri"),
    ],
)
def test_the_state_or_the_county_of_the_name_there(messages: tuple[str, ...], county: str, desk: Desk) -> None:
    answer = desk.ask(messages[-1], desk.replay(messages[:-1]))
    assert answer.code == "which_place"
    assert answer.choices[0] == county


@pytest.mark.parametrize("message", ["no the missouri one", "nah the missouri one", "no, the missouri one"])
def test_the_one_in_a_state_is_the_county_there(message: str, desk: Desk) -> None:
    query = desk.ask(message, desk.replay(["how many in jackson county, oregon"])).query
    assert query is not None
    assert [v for f in query.filters for v in f.values] == [Place(state="Missouri", county="Jackson")]


@pytest.mark.parametrize(
    ("messages", "state"),
    [
        (("how many in chicago", "texas"), "Texas"),
        (("how many in travis county", "california"), "California"),
        (("how many in travis county", "no, california"), "California"),
        (("how many in denver", "and virginia"), "Virginia"),
    ],
)
def test_a_state_without_one_of_the_name_is_the_state(messages: tuple[str, ...], state: str, desk: Desk) -> None:
    query = desk.ask(messages[-1], desk.replay(messages[:-1])).query
    assert query is not None
    assert [v for f in query.filters for v in f.values] == [Place(state=state)]


def test_all_of_a_name_are_not_the_one_among_the_choices(desk: Desk) -> None:
    answer = desk.ask("all jackson counties", desk.replay(["how many dui in jackson", "missouri"]))
    assert answer.status != "answered"
