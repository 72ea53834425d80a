"""An answer whose numbers its rows do not hold never reaches the channel, in no form and under no circumstances."""

from __future__ import annotations

from typing import Any

import pytest

from bot.answer.answer import Answer
from bot.ask import Desk, Turn
from bot.messages import slack as words
from bot.slack.blocks import notes
from bot.slack.blocks.kit import context
from bot.slack.message import Blocks
from bot.understand.outcome import Thread
from tests.scenarios.conftest import Start
from tests.scenarios.test_delivery import TRAVIS, Gated
from tests.slack_peer.newsroom import Newsroom, Said

WITHHELD = words.WITHHELD.partition("{")[0]
over_socket = pytest.mark.parametrize("mode", ["socket"])


class Wrong(Gated):
    """A desk whose writers went wrong after the rows were read."""

    def __init__(self, desk: Desk, **changes: Any) -> None:
        super().__init__(desk)
        self.changes = changes

    def converse(self, question: str, thread: Thread | None = None) -> Turn:
        """The right answer, with something wrong in it."""
        turn = Desk.converse(self, question, thread)
        return Turn(turn.answer.model_copy(update=self.changes), turn.thread, turn.outcome)


def withheld(newsroom: Newsroom) -> Said:
    """The answer to Travis, which should not be one."""
    question = newsroom.asks(TRAVIS)
    answer = newsroom.answer(question)
    assert answer.text.startswith(WITHHELD)
    assert answer.blocks == []
    assert len(newsroom.thread(question.ts)) == 1
    return answer


@over_socket
@pytest.mark.parametrize(
    "changes",
    [
        {"text": "78 of 154 refusals in Travis County, Texas, are listed with a conviction."},
        {"rows": [[77]]},
        {"reading": "Number of refused detainers in Travis County, Texas, over all 4 reports loaded"},
    ],
)
def test_a_number_that_no_row_holds_is_withheld(
    newsroom: Newsroom, start: Start, desk: Desk, changes: dict[str, Any]
) -> None:
    bot = start(Wrong(desk, **changes))
    answer = withheld(newsroom)
    (kept,) = [bot.services.answers.by_question("T01TEST", newsroom.channel, answer.raw["thread_ts"])]
    assert kept is not None
    assert (kept.answer.status, kept.answer.code) == ("declined", "withheld")
    assert kept.answer.figures == []


@over_socket
def test_a_number_that_the_drawing_brings_in_is_withheld(
    newsroom: Newsroom, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def misread(answer: Answer) -> Blocks:
        return [context(f"Read as: {answer.reading.replace('3 reports', '5 reports')}")]

    monkeypatch.setattr(notes, "reading", misread)
    start()
    withheld(newsroom)
