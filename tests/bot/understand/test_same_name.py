"""One name said once for places in two states: asked about, never taken for the whole of the second state."""

from pathlib import Path

import pytest

from bot.ask import Desk
from bot.query import Place
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Decline, Understood


@pytest.mark.parametrize(
    ("question", "county"),
    [
        ("Middlesex MA and NJ together", "Middlesex County, New Jersey"),
        ("Franklin, NY and PA combined", "Franklin County, Pennsylvania"),
        ("Franklin County in New York and Iowa", "Franklin County, Iowa"),
        ("how many in Jefferson County, CO or TX", "Jefferson County, Texas"),
        ("Orange County, California and Florida", "Orange County, Florida"),
        ("Franklin County, Ohio vs New York", "Franklin County, New York"),
        ("Orange County, California versus Florida", "Orange County, Florida"),
        ("Portland, Maine or Oregon", "Portland (Multnomah County, Oregon)"),
    ],
)
def test_a_state_beside_a_county_is_asked_about(interpreter: Interpreter, question: str, county: str) -> None:
    outcome = interpreter.interpret(question)
    if isinstance(outcome, Understood):  # where no other county of that state is listed, both readings are the same
        assert county.partition(" County")[0] in str(outcome.query)
        return
    assert isinstance(outcome, Clarify)
    assert county in [c.label for c in outcome.choices]


@pytest.mark.parametrize(
    "question", ["Baltimore city and county together", "Lake IL and IN together", "Jefferson CO & KY"]
)
def test_a_name_said_once_for_two_levels_is_not_read(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Decline)


@pytest.mark.parametrize(
    "question",
    ["Travis County, TX and Oregon", "Denver and Texas", "Travis County and Boulder County", "Dallas vs Alabama"],
)
def test_another_place_is_another_place(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Understood)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "before", ["how many in Cook County, Illinois", "refusals in California", "how many charged in Travis"]
)
@pytest.mark.parametrize("message", ["LA", "and in LA?", "what about LA"])
def test_la_is_asked_about_in_a_thread_too(sample_db: Path, before: str, message: str) -> None:
    desk = Desk(sample_db)
    answer = desk.ask(message, desk.replay([before]))
    assert (answer.status, answer.code) == ("clarify", "which_place")


def test_a_state_after_a_state_is_a_state(sample_db: Path) -> None:
    desk = Desk(sample_db)
    answer = desk.ask("and New York?", desk.replay(["refusals in Texas"]))
    assert answer.status == "answered"


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Oregon's Jackson County vs Missouri's Jackson County", ["Oregon", "Missouri"]),
        ("refusals in Texas's Travis County and Ohio’s Franklin County", ["Texas", "Ohio"]),
        ("New York's Franklin County", ["New York"]),
    ],
)
def test_a_county_behind_its_owner_is_in_that_state(interpreter: Interpreter, question: str, places: list[str]) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    filters = [*outcome.query.filters, *(f for s in outcome.query.slices for f in s.filters)]
    found = [v for f in filters for v in f.values if isinstance(v, Place)]
    assert [v.state for v in found] == places
    assert all(v.county for v in found)
