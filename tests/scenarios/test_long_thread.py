"""After a crash a message is looked for in the whole of its thread, however much was said there since."""

from __future__ import annotations

import pytest

from bot.slack.message import Message, Place
from bot.slack.run import Bot
from tests.scenarios.test_delivery import over_http
from tests.slack_peer.newsroom import Newsroom
from tests.slack_peer.peer import TEAM


@over_http
@pytest.mark.parametrize("before", [0, 23])
def test_an_earlier_message_is_found_on_a_later_page(newsroom: Newsroom, bot: Bot, before: int) -> None:
    newsroom.front.page = 10
    start = newsroom.says("People talk here.")
    for number in range(before):
        newsroom.says(f"Remark {number}", thread=start.ts)
    place, sender = Place(TEAM, newsroom.channel, start.ts), bot.services.sender
    ts = sender.post(place, Message("An answer."), "key")
    newsroom.says("Thanks", thread=start.ts)
    assert sender.find(place, "another key") is None
    assert sender.post(place, Message("An answer, whole."), "key", look_first=True) == ts
    assert [said.text for said in newsroom.thread(start.ts)] == ["An answer, whole."]
    pages = [args.get("cursor") for args in newsroom.front.called("conversations.replies")]
    assert len(pages) >= 2 * (1 + (before + 2) // 10)


@over_http
def test_a_file_is_not_shared_twice_in_a_long_thread(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.front.page = 5
    start = newsroom.says("People talk here.")
    for number in range(12):
        newsroom.says(f"Remark {number}", thread=start.ts)
    place, files = Place(TEAM, newsroom.channel, start.ts), bot.services.files
    files.share(place, b"a", "rows.csv", "Rows")
    files.share(place, b"a", "rows.csv", "Rows", resumed=True)
    named = [f["name"] for m in newsroom.peer.messages(newsroom.channel) for f in m.get("files") or []]
    assert named == ["rows.csv"]
