"""No number reaches Slack that the answer's rows do not hold: any digit of any message, changed, is refused."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.answer.answer import Answer
from bot.ask import Desk
from bot.backing import READ
from bot.query import Query
from bot.slack.blocks.answer import Extras, answer_message
from bot.slack.blocks.chart import Chart
from bot.slack.blocks.clarify import clarify_message
from bot.slack.blocks.decline import decline_message
from bot.slack.delivery.guard import Look
from bot.slack.message import Blocks, Message
from bot.state.answers import Given
from tests.bot.sql.plans import queries

ANY = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LEAD = "<@U7> asked: how many in 2017?"
ASKED = (
    "How many Travis County refusals involved convictions?",
    "Which five places refused most?",
    "How many refusals in each report, charge or conviction?",
    "What share of week 1 refusals were only charged?",
    "How many more refusals in week 1 than in week 2?",
    "What does Travis County require before it honors a detainer?",
    "How many refusals did Williamson County, Texas have?",
    "List the refusals in Denver County",
    "Which county had the most detainers issued in report 1?",
    "How many did Franklin County have?",
    "What are the names of the people?",
)


@pytest.fixture(scope="module")
def desk(sample_db: Path) -> Desk:
    return Desk(sample_db)


def rendered(answer: Answer) -> Message:
    """The answer as a message."""
    look = Look(answer, LEAD)
    if answer.status == "clarify":
        return clarify_message(answer, "a" * 16, look)
    if answer.status == "declined":
        return decline_message(answer, look)
    chart = None if look.chart is None else Chart(look.chart)
    shown = Given("a" * 16, "T1", "C1", "1.0", "1.0", "U7", "how many in 2017?", answer)
    return answer_message(shown, Extras(chart, lambda _: "F1", lambda: None, LEAD), look)


def found(answer: Answer, text: str, forms: list[Blocks]) -> list[str]:
    """What the look finds."""
    look = Look(answer, LEAD)
    return [*look.at_source(), *look.at_text(text), *(token for blocks in forms for token in look.at_blocks(blocks))]


def digits(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], int]]:
    """Where the digits that a person reads are: the path to a text, and the place in it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in READ and isinstance(inner, str):
                yield from (((*path, key), at.start()) for at in re.finditer(r"\d", inner))
            elif key not in ("slack_file", "data"):
                yield from digits(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from digits(inner, (*path, at))


def changed(text: str, at: int, by: int) -> str:
    """The text with another digit there."""
    return f"{text[:at]}{(int(text[at]) + by) % 10}{text[at + 1 :]}"


@ANY
@given(query=queries())
def test_whatever_the_desk_answers_may_be_sent(desk: Desk, query: Query) -> None:
    answer = desk.ask_query(query)
    message = rendered(answer)
    assert found(answer, message.text, [rung.blocks() for rung in message.rungs]) == [], answer.text


@pytest.mark.parametrize("question", ASKED)
def test_whatever_is_asked_may_be_answered(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    message = rendered(answer)
    assert found(answer, message.text, [rung.blocks() for rung in message.rungs]) == []


@pytest.mark.no_cover
@ANY
@given(query=queries(), data=st.data())
def test_a_digit_changed_in_the_text_is_refused(desk: Desk, query: Query, data: st.DataObject) -> None:
    answer = desk.ask_query(query)
    text = rendered(answer).text
    places = [at.start() for at in re.finditer(r"\d", text)]
    assume(places)
    at, by = data.draw(st.sampled_from(places)), data.draw(st.integers(1, 9))
    assert found(answer, changed(text, at, by), []), text[max(0, at - 20) : at + 20]


@pytest.mark.no_cover
@ANY
@given(query=queries(), data=st.data())
def test_a_digit_changed_in_the_blocks_is_refused(desk: Desk, query: Query, data: st.DataObject) -> None:
    answer = desk.ask_query(query)
    blocks = copy.deepcopy(data.draw(st.sampled_from(rendered(answer).rungs)).blocks())
    places = list(digits(blocks))
    assume(places)
    (path, at), by = data.draw(st.sampled_from(places)), data.draw(st.integers(1, 9))
    holder: Any = blocks
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = changed(holder[path[-1]], at, by)
    assert found(answer, answer.text, [blocks]), (path, holder[path[-1]])


def test_a_point_moved_in_a_chart_is_refused(desk: Desk) -> None:
    answer = desk.ask("Which five places refused most?")
    blocks = copy.deepcopy(rendered(answer).rungs[0].blocks())
    (chart,) = [block for block in blocks if block["type"] == "data_visualization"]
    assert found(answer, answer.text, [blocks]) == []
    chart["chart"]["series"][0]["data"][1]["value"] += 1
    assert found(answer, answer.text, [blocks])


def test_rows_that_change_places_are_refused(desk: Desk) -> None:
    answer = desk.ask("Which five places refused most?")
    blocks = copy.deepcopy(rendered(answer).rungs[0].blocks())
    (table,) = [block for block in blocks if block["type"] == "data_table"]
    first, second = table["rows"][1], table["rows"][2]
    first[-1], second[-1] = second[-1], first[-1]
    assert found(answer, answer.text, [blocks])
