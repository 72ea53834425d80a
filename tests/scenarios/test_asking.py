"""A reporter asks in a channel and reads the answer in the thread."""

from __future__ import annotations

import pytest

from tests.slack_peer.newsroom import Newsroom

pytestmark = pytest.mark.usefixtures("bot")


def test_a_reporter_asks_in_a_channel(newsroom: Newsroom) -> None:
    question = newsroom.asks("How many Travis County refusals involved convictions?")
    answer = newsroom.answer(question)
    assert "Travis County, Texas" in answer.text
    assert "Source" in answer.shown
    assert "Caveats" in answer.shown
    assert len(newsroom.thread(question.ts)) == 1
