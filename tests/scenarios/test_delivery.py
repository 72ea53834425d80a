"""Nothing lost, nothing doubled: deliveries that repeat, processes that die, a Slack that fails."""

from __future__ import annotations

import threading

import pytest

from bot.answer.answer import Answer
from bot.ask import Desk, Turn
from bot.messages import slack as words
from bot.slack.delivery import errors
from bot.slack.run import Bot
from bot.understand.outcome import Decline, Thread
from tests.scenarios.conftest import Start
from tests.slack_peer.newsroom import Newsroom
from tests.slack_peer.peer import ALICE, Json

TRAVIS = "How many Travis County refusals involved convictions?"
over_http = pytest.mark.parametrize("mode", ["http"])
over_socket = pytest.mark.parametrize("mode", ["socket"])


class Gated(Desk):
    """The desk, waiting at a gate before it answers: for what happens while a question is in work."""

    def __init__(self, desk: Desk) -> None:
        self.__dict__.update(desk.__dict__)
        self.gate, self.asked = threading.Event(), threading.Event()

    def converse(self, question: str, thread: Thread | None = None) -> Turn:
        """Answer once the gate is open."""
        self.asked.set()
        self.gate.wait(30)
        return super().converse(question, thread)


def mention(newsroom: Newsroom, ts: str, kind: str = "app_mention") -> Json:
    """A mention as Slack tells it."""
    text = f"<@{newsroom.app.bot_user}> {TRAVIS}"
    return {"type": kind, "user": ALICE, "text": text, "channel": newsroom.channel, "ts": ts, "event_ts": ts}


def stated(newsroom: Newsroom) -> list[str]:
    """The desk's messages that state the answer, in the whole channel."""
    return [m["ts"] for m in newsroom.peer.messages(newsroom.channel) if m.get("bot_id") and "76 of 154" in m["text"]]


def settled(newsroom: Newsroom, bot: Bot) -> None:
    """Nothing is waiting or in work any more."""

    def idle() -> bool | None:
        left = bot.services.deliveries.waiting(limit=1)
        return True if bot.services.queue.idle() and not left else None

    newsroom.peer.wait(idle, "the queue to run empty")


@over_http
def test_an_event_delivered_three_times_is_answered_once(newsroom: Newsroom, bot: Bot) -> None:
    event = newsroom.event(mention(newsroom, "1700000001.000100"), "Ev-three-times")
    assert [newsroom.delivers(event, retry=retry).status_code for retry in (None, 1, 2)] == [200, 200, 200]
    newsroom.posted(lambda said: "76 of 154" in said.text)
    settled(newsroom, bot)
    assert len(stated(newsroom)) == 1


@over_http
def test_two_events_for_one_post_are_answered_once(newsroom: Newsroom, bot: Bot) -> None:
    for number, kind in enumerate(("message", "app_mention")):
        newsroom.delivers(newsroom.event(mention(newsroom, "1700000002.000100", kind), f"Ev-of-two-{number}"))
    newsroom.posted(lambda said: "76 of 154" in said.text)
    settled(newsroom, bot)
    assert len(stated(newsroom)) == 1


@over_http
def test_a_request_nobody_signed_is_refused(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.app.secret, secret = "not the secret", newsroom.app.secret
    try:
        answer = newsroom.delivers(newsroom.event(mention(newsroom, "1700000003.000100"), "Ev-forged"))
    finally:
        newsroom.app.secret = secret
    assert answer.status_code == 401
    assert stated(newsroom) == []


@over_http
def test_slack_is_told_at_once_however_long_the_answer_takes(newsroom: Newsroom, start: Start, desk: Desk) -> None:
    gated = Gated(desk)
    start(gated)
    event = newsroom.event(mention(newsroom, "1700000004.000100"), "Ev-slow")
    assert newsroom.delivers(event).status_code == 200
    assert gated.asked.wait(10)
    assert stated(newsroom) == []  # Slack had its 200 while the question was still in work
    gated.gate.set()
    newsroom.posted(lambda said: "76 of 154" in said.text)


def test_a_post_that_slack_took_and_answered_500_is_not_posted_again(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.front.fail("chat.postMessage", status=500, body={"ok": False, "error": "internal_error"}, after=True)
    newsroom.answer(newsroom.asks(TRAVIS))
    settled(newsroom, bot)
    assert len(stated(newsroom)) == 1


def test_a_post_that_slack_did_not_take_is_posted_again(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.front.fail("chat.postMessage", status=500, body={"ok": False, "error": "internal_error"}, times=2)
    newsroom.answer(newsroom.asks(TRAVIS))
    settled(newsroom, bot)
    assert len(stated(newsroom)) == 1


def test_a_slack_that_is_out_for_longer_gets_the_answer_later(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    bot.services.sender.pause = lambda seconds: None
    newsroom.front.fail("chat.postMessage", status=503, body={"ok": False, "error": "service_unavailable"}, times=4)
    later, errors.DEFAULT_WAIT = errors.DEFAULT_WAIT, 0.1
    try:
        newsroom.answer(newsroom.asks(TRAVIS))
    finally:
        errors.DEFAULT_WAIT = later
    settled(newsroom, bot)
    assert len(stated(newsroom)) == 1


def test_too_many_requests_are_waited_out(newsroom: Newsroom, bot: Bot) -> None:
    limited = {"ok": False, "error": "ratelimited"}
    newsroom.front.fail("chat.postMessage", status=429, headers={"Retry-After": "1"}, body=limited)
    newsroom.answer(newsroom.asks(TRAVIS))
    first, second = newsroom.front.times("chat.postMessage")[-2:]
    assert second - first >= 1.0
    assert len(stated(newsroom)) == 1


def test_blocks_that_slack_refuses_are_said_more_plainly(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.front.refuse_blocks("data_table", "data_visualization")
    answer = newsroom.answer(newsroom.asks("Which five places refused most?"))
    kinds = [block["type"] for block in answer.blocks]
    assert "table" in kinds
    (picture,) = [block for block in answer.blocks if block["type"] == "image"]
    assert "Travis County, Texas" in picture["alt_text"]


def test_where_slack_takes_no_tables_text_and_a_csv_say_it(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.front.refuse_blocks("data_table", "data_visualization", "table", "image", "context_actions")
    question = newsroom.asks("Which five places refused most?")
    answer = newsroom.answer(question)
    assert "Los Angeles  California        10" in answer.shown

    def csv() -> Json | None:
        shared = [m for m in newsroom.peer.messages(newsroom.channel) if m.get("subtype") == "file_share"]
        return shared[0] if shared else None

    shared = newsroom.peer.wait(csv, "a CSV")
    assert (shared["text"], shared["thread_ts"]) == ("", question.ts)
    assert set(answer.buttons()) >= {words.RIGHT, words.WRONG}


def test_where_slack_takes_no_blocks_at_all_the_text_still_says_it(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.front.refuse_blocks("section")
    assert newsroom.answer(newsroom.asks(TRAVIS)).text.startswith("76 of 154")


def test_a_desk_that_fails_says_so_without_saying_why(newsroom: Newsroom, start: Start, desk: Desk) -> None:
    class Broken(Gated):
        def converse(self, question: str, thread: Thread | None = None) -> Turn:
            raise RuntimeError("secret detail at /home/desk")

    start(Broken(desk))
    answer = newsroom.answer(newsroom.asks(TRAVIS))
    assert answer.text.startswith(words.FAILED.partition("{")[0][:40])
    assert "secret" not in answer.text


def test_twenty_people_ask_at_once(newsroom: Newsroom, bot: Bot) -> None:
    people = [f"U1{number:03}" for number in range(20)]
    asked: list[str] = []

    def ask(user: str) -> None:
        asked.append(newsroom.asks(TRAVIS, user=user).ts)

    threads = [threading.Thread(target=ask, args=(user,)) for user in people]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    def answered() -> list[str]:
        return [m["thread_ts"] for m in newsroom.peer.messages(newsroom.channel) if "76 of 154" in m["text"]]

    newsroom.peer.wait(lambda: True if set(asked) <= set(answered()) else None, "twenty answers")
    settled(newsroom, bot)
    assert sorted(answered()) == sorted(asked)


@over_socket
def test_an_edited_question_is_answered_anew_in_place(newsroom: Newsroom, bot: Bot) -> None:
    question = newsroom.asks(TRAVIS)
    before = newsroom.answer(question)
    text = question.text.replace("Travis", "Denver")
    newsroom.peer.control("/edit-message", channel=newsroom.channel, ts=question.ts, user=ALICE, text=text)
    after = newsroom.posted(lambda said: said.text.startswith("2 of 5"))
    assert after.ts == before.ts
    assert words.EDITED in after.shown
    assert len(newsroom.thread(question.ts)) == 1


def test_an_edited_follow_up_keeps_its_context(newsroom: Newsroom, bot: Bot) -> None:
    question = newsroom.asks(TRAVIS)
    newsroom.answer(question)
    follow_up = newsroom.says("and in Denver?", thread=question.ts)
    newsroom.answer(follow_up, number=2)
    change = {"channel": newsroom.channel, "ts": follow_up.ts, "user": ALICE, "text": "and in Los Angeles County?"}
    newsroom.peer.control("/edit-message", **change)
    after = newsroom.posted(lambda said: "Los Angeles County, California" in said.text)
    assert "conviction" in after.text
    assert len(newsroom.thread(question.ts)) == 2


def test_a_deleted_question_takes_its_answer_along_only_when_asked_to(newsroom: Newsroom, bot: Bot) -> None:
    question = newsroom.asks(TRAVIS)
    answer = newsroom.answer(question)
    newsroom.peer.control("/delete-message", channel=newsroom.channel, ts=question.ts, user=ALICE)
    offer = newsroom.whispered(lambda said: said.text == words.DELETED)
    assert len(stated(newsroom)) == 1
    newsroom.presses(offer, words.REMOVE)
    newsroom.peer.wait(lambda: True if not stated(newsroom) else None, "the answer to be gone")
    assert answer.ts not in [m["ts"] for m in newsroom.peer.messages(newsroom.channel)]


def test_words_in_the_data_cannot_call_people(newsroom: Newsroom, start: Start, desk: Desk) -> None:
    class Hostile(Gated):
        def converse(self, question: str, thread: Thread | None = None) -> Turn:
            text = "<!channel> & <@U02BOB> <https://evil.example|click>"
            return Turn(Answer(status="declined", text=text, code="names"), Thread(), Decline("names", text))

    start(Hostile(desk))
    answer = newsroom.answer(newsroom.asks("anything"))
    assert "&lt;!channel&gt; &amp; &lt;@U02BOB&gt;" in answer.text
    assert "<!" not in answer.shown
    assert "<@" not in answer.shown
