"""Ways in which one question could be answered twice, and is not."""

from __future__ import annotations

from sqlalchemy import update

from bot.ask import Desk
from bot.slack.run import Bot
from bot.state.models import DeliveryRow
from tests.scenarios.conftest import Start
from tests.scenarios.test_delivery import TRAVIS, Gated, mention, over_http, settled, stated
from tests.slack_peer.newsroom import Newsroom
from tests.slack_peer.peer import Json

EDITED = "1700000100.000900"


def changed(newsroom: Newsroom, ts: str, text: str) -> Json:
    """An edit as Slack tells it."""
    message = mention(newsroom, ts) | {"text": f"<@{newsroom.app.bot_user}> {text}", "edited": {"ts": EDITED}}
    return {
        "type": "message",
        "subtype": "message_changed",
        "channel": newsroom.channel,
        "message": message,
        "ts": EDITED,
    }


def answers(newsroom: Newsroom, ts: str) -> list[str]:
    """What the desk said under a message."""
    return [said.text for said in newsroom.thread(ts)]


@over_http
def test_a_mention_that_comes_with_an_edit_is_answered_once(newsroom: Newsroom, bot: Bot) -> None:
    """Slack tells of it twice: the message changed, and the desk was mentioned."""
    ts = "1700000101.000100"
    newsroom.delivers(newsroom.event(changed(newsroom, ts, TRAVIS), "Ev-changed"))
    newsroom.delivers(newsroom.event(mention(newsroom, ts) | {"edited": {"ts": EDITED}}, "Ev-mentioned"))
    newsroom.posted(lambda said: "76 of 154" in said.text)
    settled(newsroom, bot)
    assert len(answers(newsroom, ts)) == 1


@over_http
def test_a_question_delivered_after_its_edit_is_not_answered_as_it_was(newsroom: Newsroom, bot: Bot) -> None:
    ts = "1700000102.000100"
    edit = changed(newsroom, ts, TRAVIS.replace("Travis", "Denver"))
    newsroom.delivers(newsroom.event(edit, "Ev-edit-first"))
    newsroom.posted(lambda said: said.text.startswith("2 of 5"))
    newsroom.delivers(newsroom.event(mention(newsroom, ts), "Ev-late"), retry=1)
    settled(newsroom, bot)
    assert [text[:6] for text in answers(newsroom, ts)] == ["2 of 5"]


@over_http
def test_a_process_that_slept_through_its_lease_says_nothing(newsroom: Newsroom, start: Start, desk: Desk) -> None:
    gated = Gated(desk)
    bot = start(gated)
    newsroom.delivers(newsroom.event(mention(newsroom, "1700000103.000100"), "Ev-slept"))
    assert gated.asked.wait(20)
    with bot.store.write() as session:  # another process has found the lease run out
        session.execute(update(DeliveryRow).values(worker="another"))
    gated.gate.set()
    newsroom.peer.wait(lambda: True if bot.services.queue.idle() else None, "the worker to be done")
    assert stated(newsroom) == []
    assert bot.services.answers.by_question("T01TEST", newsroom.channel, "1700000103.000100") is None
