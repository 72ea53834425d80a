"""The weekly summary at a channel's own hour, set up in Slack."""

from __future__ import annotations

import pytest

from tests.scenarios.conftest import Start
from tests.slack_peer.newsroom import Newsroom


@pytest.mark.parametrize("mode", ["socket"])
def test_set_up_seen_first_and_listed(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    newsroom.commands("subscribe weekly Monday 9:00 America/New_York")
    told = newsroom.whispered(lambda said: "Mondays at 9:00 (America/New_York)" in said.text)
    assert "preview" in told.text
    (kept,) = bot.services.subscriptions.listed(kind="weekly")
    assert kept.schedule is not None
    assert (kept.schedule["day"], kept.schedule["hour"]) == ("mon", 9)
    seen = newsroom.posted(lambda said: "This is how it will look" in said.text, channel=newsroom.direct())
    assert "65 refused detainers" in seen.text
    newsroom.commands("list")
    newsroom.whispered(lambda said: "• " in said.text and "Mondays at 9:00" in said.text)


@pytest.mark.parametrize("mode", ["socket"])
def test_an_hour_that_cannot_be_read_is_said(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    newsroom.commands("subscribe weekly Monday 27:00")
    newsroom.whispered(lambda said: "Name a day and an hour" in said.text)
    assert bot.services.subscriptions.listed(kind="weekly") == []


@pytest.mark.parametrize("mode", ["socket"])
def test_a_filter_with_a_threshold(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    newsroom.commands("subscribe alerts Travis County at least 10")
    newsroom.whispered(lambda said: "only about: Travis County at least 10" in said.text)
    (kept,) = bot.services.subscriptions.listed(kind="alerts")
    assert kept.filter_query is not None
    assert kept.filter_query.having is not None
    assert (kept.filter_query.having.op, kept.filter_query.having.n) == ("at_least", 10)
