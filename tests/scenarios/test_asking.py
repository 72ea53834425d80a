"""A reporter asks and reads: in a channel, in a thread, in direct messages, by command, about another's message."""

from __future__ import annotations

import pytest

from bot.messages import slack as words
from bot.messages import slack_commands as say
from bot.slack.run import Bot
from tests.slack_peer.newsroom import Newsroom
from tests.slack_peer.peer import BOB

TRAVIS = "How many Travis County refusals involved convictions?"


def test_an_answer_in_a_channel_says_all_it_has_to(newsroom: Newsroom, bot: Bot) -> None:
    question = newsroom.asks(TRAVIS)
    answer = newsroom.answer(question)
    assert answer.text.startswith("76 of 154 refusals in Travis County, Texas")
    assert "Read as: " in answer.shown
    assert "A charge is not a conviction" in answer.shown
    assert "report of January 28, 2017, pp. 8–20" in answer.shown
    assert set(answer.buttons()) >= {words.SHOW_SQL, words.SHOW_ROWS, words.SHOW_PAGE, words.CSV, words.BY_PLACE}
    assert len(newsroom.thread(question.ts)) == 1


def test_a_ranking_comes_with_a_table_and_a_chart(newsroom: Newsroom, bot: Bot) -> None:
    answer = newsroom.answer(newsroom.asks("Which five places refused most?"))
    kinds = [block["type"] for block in answer.blocks]
    assert kinds.count("data_table") == kinds.count("data_visualization") == 1
    assert "154" in answer.text


def test_the_thread_goes_on_without_naming_the_desk(newsroom: Newsroom, bot: Bot) -> None:
    question = newsroom.asks(TRAVIS)
    newsroom.answer(question)
    follow_up = newsroom.says("and in Denver?", thread=question.ts)
    second = newsroom.answer(follow_up, number=2)
    assert second.text.startswith("2 of 5 refusals in Denver County, Colorado")


def test_the_desk_keeps_out_of_talk_that_is_not_for_it(newsroom: Newsroom, bot: Bot) -> None:
    question = newsroom.asks(TRAVIS)
    newsroom.answer(question)
    newsroom.says("thanks!", thread=question.ts)
    newsroom.says(f"<@{BOB}> can you use that?", thread=question.ts)
    newsroom.says("how many refusals were there?")  # a message of its own that names nobody
    last = newsroom.says("and in Denver?", thread=question.ts)
    newsroom.answer(last, number=2)
    assert len(newsroom.thread(question.ts)) == 2
    assert len([m for m in newsroom.peer.messages(newsroom.channel) if m.get("bot_id")]) == 2


def test_a_question_in_direct_messages_is_answered_under_it(newsroom: Newsroom, bot: Bot) -> None:
    direct = newsroom.direct()
    question = newsroom.says(TRAVIS, channel=direct)
    assert "76 of 154" in newsroom.answer(question, channel=direct).text


def test_a_bare_mention_is_met_with_questions_that_work(newsroom: Newsroom, bot: Bot) -> None:
    answer = newsroom.answer(newsroom.asks(""))
    assert any(label in say.EXAMPLES for label in answer.buttons())


def test_a_command_asks_for_everyone_and_its_thread_goes_on(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.commands(f"ask {TRAVIS}")
    answer = newsroom.posted(lambda said: said.text.startswith("76 of 154"))
    assert "thread_ts" not in answer.raw
    assert TRAVIS in answer.shown
    newsroom.says("and in Denver?", thread=answer.ts)
    assert newsroom.answer(answer, to=answer.ts).text.startswith("2 of 5")


def test_a_command_where_the_desk_is_not_is_answered_to_the_asker_alone(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.front.fail("chat.postMessage", body={"ok": False, "error": "not_in_channel"}, times=9)
    newsroom.commands(f"ask {TRAVIS}", channel="C0QUIET")
    private = newsroom.whispered(lambda said: "76 of 154" in said.text)
    assert words.NOT_JOINED in private.text


def test_the_latest_report_by_command(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.commands("latest")
    assert newsroom.posted(lambda said: said.text.startswith("65 refusals"))


@pytest.mark.parametrize("text", ["help", ""])
def test_help_is_said_to_the_asker(newsroom: Newsroom, bot: Bot, text: str) -> None:
    newsroom.commands(text)
    assert "/detainers subscribe alerts" in newsroom.whispered(lambda said: "/detainers latest" in said.text).text


def test_the_sources_are_listed_with_their_checks(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.commands("sources")
    listed = newsroom.whispered(lambda said: "Jan 28 – Feb 3, 2017" in said.text)
    assert "206 refusals read, as many as the report states" in listed.text
    assert len(listed.text.splitlines()) == 3


def test_a_summary_comes_with_its_details_in_the_thread(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.commands("summary")
    head = newsroom.posted(lambda said: said.blocks[:1] != [] and "Feb 11 – Feb 17, 2017" in said.shown)
    newsroom.peer.wait(lambda: len(newsroom.thread(head.ts)) >= 8 or None, "the summary's thread")
    follow_up = newsroom.says("how many in Travis County?", thread=head.ts)
    found = newsroom.peer.wait(
        lambda: next((s for s in newsroom.thread(head.ts) if s.text.startswith("10 refusals in Travis")), None),
        f"an answer to {follow_up.text}",
    )
    assert "Feb 11 – Feb 17, 2017" in found.text


@pytest.mark.parametrize("words_", ["summary of week 1", "give us the weekly summary of 2017-01-28, please"])
def test_a_summary_of_a_named_week(newsroom: Newsroom, bot: Bot, words_: str) -> None:
    question = newsroom.asks(words_)
    assert "Jan 28 – Feb 3, 2017" in newsroom.answer(question).shown


@pytest.mark.parametrize("mode", ["socket"])
@pytest.mark.parametrize("words_", ["summary of week 1", "summary of 2017-01-28", "summary 2017-01-28"])
def test_a_summary_of_a_named_week_by_command(newsroom: Newsroom, bot: Bot, words_: str) -> None:
    newsroom.commands(words_)
    newsroom.posted(lambda said: said.blocks[:1] != [] and "Jan 28 – Feb 3, 2017" in said.shown)


def test_a_clarification_is_a_button_away(newsroom: Newsroom, bot: Bot) -> None:
    question = newsroom.asks("How many did Franklin County have?")
    back = newsroom.answer(question)
    assert "Franklin County" in back.text
    newsroom.presses(back, "Franklin County, New York")
    answer = newsroom.answer(question, number=2)
    assert "Franklin County, New York" in answer.text


def test_a_decline_offers_questions_that_do_work(newsroom: Newsroom, bot: Bot) -> None:
    question = newsroom.asks("What are the names of the people?")
    declined = newsroom.answer(question)
    assert "no names" in declined.text
    suggestion = next(iter(declined.buttons()))
    assert len(declined.buttons()) == 2
    newsroom.presses(declined, suggestion)
    answer = newsroom.answer(question, number=2)
    assert words.SHOW_SQL in answer.buttons()
    assert suggestion in answer.shown


def test_another_bot_is_never_answered(newsroom: Newsroom, bot: Bot) -> None:
    other = newsroom.peer.apps["http" if newsroom.mode == "socket" else "socket"]
    newsroom.says(f"<@{newsroom.app.bot_user}> {TRAVIS}", user=newsroom.app.bot_user)
    answer = newsroom.answer(newsroom.asks(TRAVIS))
    assert other.bot_user != newsroom.app.bot_user
    said = [(m["thread_ts"], m["text"]) for m in newsroom.peer.messages(newsroom.channel) if m.get("thread_ts")]
    assert said == [(answer.raw["thread_ts"], answer.text)]
