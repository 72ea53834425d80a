"""The reply to "which county of that name?" by a state that the few choices shown do not hold."""

from pathlib import Path

import pytest

from bot.ask import Desk
from bot.query import Place


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        ("ohio", "Ohio"),
        ("the one in west virginia", "West Virginia"),
        ("wisconsin, only convictions", "Wisconsin"),
        ("refusals in texas by week", ""),
    ],
)
def test_a_state_picks_its_county_of_the_name(reply: str, state: str, sample_db: Path) -> None:
    desk = Desk(sample_db)
    turn = desk.converse(reply, desk.replay(["how many in Monroe County"]))
    if not state:  # there is none in Texas
        assert turn.answer.status == "clarify"
        return
    assert turn.answer.query is not None
    places = [v for f in turn.answer.query.filters for v in f.values if isinstance(v, Place)]
    assert places == [Place(state=state, county="Monroe")]


@pytest.mark.parametrize("reply", ["hawaii", "louisiana", "in hawaii"])
def test_a_state_without_one_is_asked_about_again(reply: str, sample_db: Path) -> None:
    desk = Desk(sample_db)
    answer = desk.ask(reply, desk.replay(["how many in Monroe County"]))
    assert (answer.status, answer.code) == ("clarify", "which_place")
