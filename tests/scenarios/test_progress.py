"""While a question is in work its thread says so, and it never goes on saying so afterwards."""

from __future__ import annotations

from collections.abc import Callable

from bot.ask import Desk, Turn
from bot.messages import slack as words
from bot.query import Query
from bot.slack.run import Bot
from bot.slack.running import current
from bot.understand.outcome import Thread
from tests.scenarios.conftest import Start
from tests.scenarios.test_delivery import TRAVIS, Gated, over_http, settled, stated
from tests.slack_peer.newsroom import Newsroom, Said, is_working
from tests.slack_peer.peer import TEAM

ENDLESS = "SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE a.range <> b.range"


def working(newsroom: Newsroom) -> Said:
    """The message that shows that work goes on."""
    return newsroom.posted(is_working)


def statuses(newsroom: Newsroom) -> list[str]:
    """What the session was said to be doing."""
    return [call["status"] for call in newsroom.front.called("agents.sessions.setStatus")]


def test_a_plain_message_shows_work_and_becomes_the_answer(newsroom: Newsroom, start: Start, desk: Desk) -> None:
    gated = Gated(desk)
    start(gated, status_after=0)
    question = newsroom.asks(TRAVIS)
    shown = working(newsroom)
    gated.gate.set()
    answer = newsroom.answer(question)
    assert answer.ts == shown.ts
    assert len(newsroom.thread(question.ts)) == 1


def test_where_slack_has_streams_the_work_is_streamed(newsroom: Newsroom, start: Start, desk: Desk) -> None:
    newsroom.front.agent = True
    gated = Gated(desk)
    start(gated, status_after=0)
    question = newsroom.asks(TRAVIS)
    newsroom.peer.wait(lambda: newsroom.front.called("chat.startStream") or None, "a stream")
    working(newsroom)
    gated.gate.set()
    answer = newsroom.answer(question)
    assert answer.text.startswith("76 of 154")
    (stopped,) = newsroom.front.called("chat.stopStream")
    assert stopped["ts"] == answer.ts
    newsroom.peer.wait(lambda: True if statuses(newsroom) == ["processing", "active"] else None, "the session's end")


def test_a_stream_that_slack_has_closed_still_ends_in_the_answer(newsroom: Newsroom, start: Start, desk: Desk) -> None:
    newsroom.front.agent = True
    gated = Gated(desk)
    start(gated, status_after=0)
    question = newsroom.asks(TRAVIS)
    shown = working(newsroom)
    newsroom.front.stream_lives = False
    gated.gate.set()
    answer = newsroom.answer(question)
    assert answer.ts == shown.ts
    assert len(stated(newsroom)) == 1


def test_a_failure_takes_the_place_of_the_sign_of_work(newsroom: Newsroom, start: Start, desk: Desk) -> None:
    class Breaks(Gated):
        def converse(self, question: str, thread: Thread | None = None) -> Turn:
            self.gate.wait(30)
            raise RuntimeError("broken")

    gated = Breaks(desk)
    start(gated, status_after=0)
    question = newsroom.asks(TRAVIS)
    shown = working(newsroom)
    gated.gate.set()
    assert newsroom.answer(question).ts == shown.ts


def test_unknown_methods_are_asked_for_once(newsroom: Newsroom, start: Start, desk: Desk) -> None:
    gated = Gated(desk)
    start(gated, status_after=0)
    for number in (1, 2):
        gated.gate.clear()
        question = newsroom.asks(TRAVIS)
        newsroom.peer.wait(lambda: True if newsroom.thread(question.ts) else None, "a sign of work")  # noqa: B023
        gated.gate.set()
        newsroom.answer(question)
        assert len(newsroom.front.called("chat.startStream")) == 1, number


@over_http
def test_the_stop_button_ends_the_query_itself(newsroom: Newsroom, start: Start, desk: Desk) -> None:
    class Endless(Gated):
        """Runs a statement that would take years, in the desk's own worker."""

        def converse(self, question: str, thread: Thread | None = None) -> Turn:
            run = current()
            assert run is not None
            on_stop = run.on_stop

            def has_the_worker(interrupt: Callable[[], None]) -> None:
                on_stop(interrupt)
                self.asked.set()

            run.on_stop = has_the_worker  # type: ignore[method-assign]
            self.__dict__["_runner"].execute(ENDLESS, deadline_s=3600, max_rows=1)
            raise AssertionError("it ended by itself")

    endless = Endless(desk)
    start(endless)
    question = newsroom.asks(TRAVIS)
    assert endless.asked.wait(30)
    stop = {"type": "agent_session_stopped", "channel": newsroom.channel, "thread_ts": question.ts, "user": "U01ALICE"}
    newsroom.delivers(newsroom.event(stop, "Ev-stop"))
    assert newsroom.answer(question).text == words.STOPPED


def test_after_a_stop_the_thread_goes_on(newsroom: Newsroom, bot: Bot) -> None:
    question = newsroom.asks(TRAVIS)
    newsroom.answer(question)
    settled(newsroom, bot)
    assert bot.services.running.stop(TEAM, newsroom.channel, question.ts) is False  # nothing runs any more
    follow_up = newsroom.says("and in Denver?", thread=question.ts)
    assert newsroom.answer(follow_up, number=2).text.startswith("2 of 5")
    assert bot.services.threads.get("T01TEST", newsroom.channel, question.ts) is not None
    assert isinstance(bot.services.answers.by_question("T01TEST", newsroom.channel, question.ts).answer.query, Query)  # type: ignore[union-attr]
