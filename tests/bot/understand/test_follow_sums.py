"""Fragments that add up, widen or point at what a ranking found; and those that must not give the last figure again."""

from __future__ import annotations

import pytest

from bot.query import Place
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Decline
from bot.understand.thread import replay
from tests.bot.understand.asking import plan, said


@pytest.mark.parametrize(
    ("messages", "whole"),
    [
        (("refusals in Travis", "and Denver", "together"), "refusals in Travis or Denver"),
        (("refusals in Travis", "combined with Denver"), "refusals in Travis or Denver"),
        (("refusals in Travis versus Denver", "together"), "refusals in Travis or Denver"),
        (("refusals in week 1", "week 2", "combined"), "refusals in week 1 or week 2"),
        (("refusals in Travis", "how many in total"), "how many refusals"),
        (("refusals in Travis", "what about all of Texas"), "refusals in Texas"),
        (("what percent of refusals are from Mexico in week 1", "week 2", "number"), "refusals from Mexico in week 2"),
        (("refusals in Travis for DUI", "any offense"), "refusals in Travis"),
        (("Mexicans in Travis", "by nationality"), "refusals in Travis by nationality"),
        (("top 3 states", "and counties"), "top 3 counties"),
    ],
)
def test_a_thread_comes_to_the_whole_question(messages: tuple[str, ...], whole: str, interpreter: Interpreter) -> None:
    wanted = plan(whole, interpreter=interpreter)
    found = plan(*messages, interpreter=interpreter)
    sides = [{(f.field, frozenset(f.values), f.negated) for f in q.filters} for q in (found, wanted)]
    assert sides[0] == sides[1]
    assert found.model_copy(update={"filters": (), "yes_no": False}) == wanted.model_copy(
        update={"filters": (), "yes_no": False}
    )


@pytest.mark.parametrize(
    "messages",
    [
        ("refusals in Travis in week 1", "in total?"),
        ("refusals in Travis", "and Denver", "in total"),
        ("convictions in Travis in week 1", "how many altogether"),
        ("refusals in Travis", "by county"),
    ],
)
def test_several_totals_are_asked_about(messages: tuple[str, ...], interpreter: Interpreter) -> None:
    outcome = said(*messages, interpreter=interpreter)
    assert isinstance(outcome, Clarify), outcome
    last = replay(messages[:-1], interpreter).last
    assert len({c.query for c in outcome.choices}) == len(outcome.choices) >= 2
    assert all(c.query != last for c in outcome.choices)


@pytest.mark.parametrize(
    "messages",
    [
        ("refusals in Travis", "together"),
        ("refusals in Texas", "combined with Travis"),
        ("refusals in Travis", "combined with week 2"),
        ("median wait in Travis", "together"),
        ("refusals in Travis", "the one in Colorado"),
        ("refusals in Travis", "without Travis"),
        ("refusals in Travis", "number"),
        ("refusals in Travis", "main jail"),
        ("oldest detainer in Travis", "where was it declined"),
    ],
)
def test_what_is_not_clear_gives_no_figure(messages: tuple[str, ...], interpreter: Interpreter) -> None:
    assert isinstance(said(*messages, interpreter=interpreter), Decline)


def test_a_state_less_one_county(interpreter: Interpreter) -> None:
    query = plan("refusals in Texas", "and without Travis", interpreter=interpreter)
    assert [(f.values, f.negated) for f in query.filters] == [
        ((Place(state="Texas"),), False),
        ((Place(state="Texas", county="Travis"),), True),
    ]


def test_the_county_of_that_name_in_another_state(interpreter: Interpreter) -> None:
    before = "refusals in Montgomery County, Maryland"
    for fragment in ("what about the one in Pennsylvania", "and Pennsylvania's"):
        query = plan(before, fragment, interpreter=interpreter)
        assert query.filters[0].values == (Place(state="Pennsylvania", county="Montgomery"),)
