"""What outlives the process that said it, and what the desk keeps to itself."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from bot.ask import Desk
from bot.messages import slack as words
from bot.slack.log import JsonLines
from bot.slack.run import Bot
from bot.state.models import AnswerRow
from tests.scenarios.conftest import QUICK, Bots, Start
from tests.scenarios.test_buttons import file
from tests.scenarios.test_delivery import TRAVIS, mention, over_http, over_socket, settled, stated
from tests.slack_peer.newsroom import Newsroom, running, words_of
from tests.slack_peer.peer import ALICE

Process = Callable[[], AbstractContextManager[Bot]]


@pytest.fixture
def process(newsroom: Newsroom, bots: Bots, desk: Desk, db: Path, tmp_path: Path) -> Process:
    """One bot after the other on one store: the next knows only what the last has written down."""
    bots.rest(newsroom.mode)
    return lambda: running(newsroom, desk, db, f"sqlite:///{tmp_path}/state.sqlite", QUICK)


def test_a_question_back_can_be_answered_after_a_restart(newsroom: Newsroom, process: Process) -> None:
    with process():
        question = newsroom.asks("How many detainers did Washington refuse?")
        back = newsroom.answer(question)
    with process():
        newsroom.presses(back, "Washington County, Oregon")
        assert "Washington County, Oregon" in newsroom.answer(question, number=2).text


@over_socket
def test_an_answers_buttons_and_its_thread_go_on_after_a_restart(newsroom: Newsroom, process: Process) -> None:
    with process():
        question = newsroom.asks(TRAVIS)
        answer = newsroom.answer(question)
    with process():
        newsroom.presses(answer, words.SHOW_ROWS)
        assert "Rows 1–10 of 76" in words_of(newsroom.view())
        follow_up = newsroom.says("and in Denver?", thread=question.ts)
        assert newsroom.answer(follow_up, number=2).text.startswith("2 of 5")


@over_socket
def test_an_answer_that_is_no_longer_kept_says_so(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    answer = newsroom.answer(newsroom.asks(TRAVIS))
    settled(newsroom, bot)
    with bot.store.write() as session:
        session.query(AnswerRow).delete()
    newsroom.presses(answer, words.SHOW_SQL)
    assert words.GONE in words_of(newsroom.view())


@over_socket
def test_files_and_pictures_do_not_state_the_answer_again(newsroom: Newsroom, bot: Bot) -> None:
    question = newsroom.asks(TRAVIS)
    answer = newsroom.answer(question)
    newsroom.presses(answer, words.CSV)
    file(newsroom, question.ts, 1)
    newsroom.presses(answer, words.SHOW_PAGE)
    file(newsroom, question.ts, 2)
    settled(newsroom, bot)
    assert [said.text for said in newsroom.thread(question.ts) if said.text] == [answer.text]
    assert stated(newsroom) == [answer.ts]


@over_socket
def test_an_answer_whose_question_was_deleted_can_be_kept(newsroom: Newsroom, bot: Bot) -> None:
    question = newsroom.asks(TRAVIS)
    answer = newsroom.answer(question)
    newsroom.peer.control("/delete-message", channel=newsroom.channel, ts=question.ts, user=ALICE)
    offer = newsroom.whispered(lambda said: said.text == words.DELETED)
    newsroom.presses(offer, words.KEEP)
    newsroom.whispered(lambda said: said.text == words.KEPT)
    assert stated(newsroom) == [answer.ts]


@over_http
@pytest.mark.parametrize("who", [{"bot_id": "B0OTHER"}, {"user": "", "bot_id": "B0OTHER", "subtype": "bot_message"}])
def test_two_bots_cannot_talk_for_ever(newsroom: Newsroom, bot: Bot, who: dict[str, str]) -> None:
    ts = f"17000003{len(who):02}.000100"
    assert newsroom.delivers(newsroom.event(mention(newsroom, ts) | who, f"Ev-bot-{len(who)}")).status_code == 200
    assert bot.services.deliveries.find(f"post:T01TEST:{newsroom.channel}:{ts}", None) is None
    assert stated(newsroom) == []


@over_socket
def test_the_log_tells_how_it_went_and_not_what_was_asked(
    newsroom: Newsroom, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "detainer_desk.slack")
    bot = start()
    newsroom.answer(newsroom.asks(TRAVIS))
    settled(newsroom, bot)
    lines = [JsonLines().format(record) for record in caplog.records]
    (told,) = [line for line in map(json.loads, lines) if line["event"] == "answered"]
    assert len(told["id"]) == 16
    assert (told["status"], told["code"]) == ("answered", None)
    assert set(told["steps"]) == {"thread", "answer", "draw", "send"}
    assert told["total"] >= told["steps"]["answer"]
    for secret in (TRAVIS, "Travis", newsroom.app.bot_token, newsroom.app.app_token):
        assert secret not in "\n".join(lines)
