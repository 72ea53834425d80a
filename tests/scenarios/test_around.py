"""App Home, the shortcut, subscriptions, the outbox: what happens beside questions and answers."""

from __future__ import annotations

import json

import pytest

from bot.backing import quoting
from bot.messages import slack as words
from bot.messages import slack_commands as say
from bot.slack.blocks import modals
from bot.slack.delivery.outbox import OutboxSender
from bot.slack.message import Place
from bot.slack.run import Bot
from bot.slack.services import Services
from bot.state.outbox import Outbox
from tests.scenarios.conftest import Start
from tests.scenarios.test_delivery import TRAVIS, over_http, settled
from tests.slack_peer.newsroom import Newsroom, words_of
from tests.slack_peer.peer import ALICE, TEAM, Json

TEXT = "A report posted: Feb 11 – Feb 17, 2017"
ALERT = {"text": TEXT, "blocks": [], "report": "2017-02-11", "backing": quoting(TEXT).model_dump()}


def home(newsroom: Newsroom) -> Json:
    """Home as Alice sees it."""
    newsroom.peer.control("/open-home", user=ALICE, appId=newsroom.app.app_id)
    return newsroom.peer.wait(lambda: newsroom.peer.home_of(ALICE, newsroom.app.app_id), "Home")


def test_home_says_what_is_loaded_and_how_to_ask(newsroom: Newsroom, bot: Bot) -> None:
    shown = words_of(home(newsroom))
    assert "Feb 4 – Feb 10, 2017" in shown
    assert "47 refusals read, as many as the report states" in shown
    assert say.HOME_NONE in shown
    assert say.EXAMPLES[0] in shown


def test_home_lists_the_persons_own_subscriptions(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    bot.services.subscriptions.put(TEAM, newsroom.channel, "alerts", ALICE, filter_text="Travis County")
    bot.services.subscriptions.put(TEAM, newsroom.channel, "weekly", "U02BOB")
    shown = words_of(home(newsroom))
    assert "only about: Travis County" in shown
    assert say.KIND["weekly"] not in shown


@over_http
def test_a_question_pressed_on_home_is_answered_in_messages(newsroom: Newsroom, bot: Bot) -> None:
    ask = next(e for b in home(newsroom)["blocks"] for e in b.get("elements", []) if e.get("value") == say.EXAMPLES[0])
    pressed = {key: ask[key] for key in ("type", "action_id", "value")} | {"action_ts": "7.7", "block_id": "b"}
    newsroom.interacts({"type": "block_actions", "view": {"id": "V1"}, "container": {}, "actions": [pressed]})
    newsroom.posted(lambda said: "76 of 154" in said.text, channel=newsroom.direct())


@over_http
def test_unsubscribing_on_home_takes_the_line_away(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    bot.services.subscriptions.put(TEAM, newsroom.channel, "alerts", ALICE)
    accessory = next(b["accessory"] for b in home(newsroom)["blocks"] if "accessory" in b)
    pressed = {key: accessory[key] for key in ("type", "action_id", "value")} | {"action_ts": "7.8", "block_id": "b"}
    newsroom.interacts({"type": "block_actions", "view": {"id": "V1"}, "container": {}, "actions": [pressed]})

    def gone() -> bool | None:
        return True if say.HOME_NONE in words_of(newsroom.peer.home_of(ALICE, newsroom.app.app_id)) else None

    newsroom.peer.wait(gone, "Home without the subscription")


@over_http
def test_the_words_of_the_data_open_from_home(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.presses(newsroom.answer(newsroom.asks(TRAVIS)), words.SHOW_SQL)  # gives the peer a trigger
    button = {"type": "button", "action_id": "home_dictionary", "value": "dictionary", "action_ts": "7.9"}
    newsroom.interacts(
        {"type": "block_actions", "trigger_id": newsroom.trigger(), "container": {}, "actions": [button]}
    )
    view = newsroom.view(lambda view: view["title"]["text"] == say.DICTIONARY_TITLE)
    assert "declined_on" in words_of(view)


@over_http
def test_the_messages_tab_offers_questions(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.front.agent = True
    bot.services.progress.lacking.methods.clear()
    opened = {"type": "app_home_opened", "user": ALICE, "channel": newsroom.direct(), "tab": "messages"}
    newsroom.delivers(newsroom.event(opened, "Ev-tab"))
    method = "assistant.threads.setSuggestedPrompts"
    newsroom.peer.nudge()
    (call,) = newsroom.peer.wait(lambda: newsroom.front.called(method) or None, "prompts")
    assert [prompt["title"] for prompt in call["prompts"]] == [title for title, _ in say.PROMPTS]


@over_http
def test_the_shortcut_asks_about_a_message_in_its_thread(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.presses(newsroom.answer(newsroom.asks(TRAVIS)), words.SHOW_SQL)
    message = newsroom.says("The sheriff says most of the Travis refusals involved convictions")
    about = {"type": "message_action", "callback_id": "ask_about_this", "trigger_id": newsroom.trigger()}
    newsroom.interacts(about | {"channel": {"id": newsroom.channel}, "message": message.raw, "message_ts": message.ts})
    view = newsroom.view(lambda view: view.get("callback_id") == modals.ASK_VIEW)
    assert "The sheriff says" in json.dumps(view)
    newsroom.submits({modals.QUESTION: TRAVIS})
    answer = newsroom.answer(message)
    assert "76 of 154" in answer.text
    assert f"<@{ALICE}>" in answer.shown


def test_a_channel_subscribes_lists_and_unsubscribes(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    newsroom.commands("subscribe alerts Travis County")
    newsroom.whispered(lambda said: said.text.startswith("This channel now gets an alert"))
    (kept,) = bot.services.subscriptions.listed(channel=newsroom.channel)
    assert kept.filter_query is not None
    assert kept.filter_query.filters[0].field == "place"
    newsroom.commands("list")
    newsroom.whispered(lambda said: "only about: Travis County" in said.text)
    newsroom.commands("unsubscribe alerts")
    newsroom.whispered(lambda said: said.text == say.unsubscribed("alerts"))
    assert bot.services.subscriptions.listed(channel=newsroom.channel) == []


def test_a_filter_that_cannot_be_read_is_not_guessed_at(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    newsroom.commands("subscribe alerts Atlantis")
    newsroom.whispered(lambda said: "“Atlantis”" in said.text)
    assert bot.services.subscriptions.listed(channel=newsroom.channel) == []


@pytest.mark.parametrize("text", ["subscribe", "subscribe everything", "unsubscribe", "feedback", "ask"])
def test_a_command_that_lacks_something_says_what(newsroom: Newsroom, start: Start, text: str) -> None:
    start()
    newsroom.commands(text)
    assert newsroom.whispered(lambda said: bool(said.text)).text


def test_feedback_reaches_the_keepers(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    newsroom.commands("feedback more maps, please")
    newsroom.whispered(lambda said: said.text == say.FEEDBACK_THANKS)
    assert [row.reason for row in bot.services.feedback.all()] == ["more maps, please"]


def test_what_stands_in_the_outbox_reaches_its_channel_once(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    outbox = Outbox(bot.store)
    payload = ALERT | {"replies": [{"text": "Details"}], "files": [{"name": "a.csv", "title": "a", "content": "x"}]}
    assert outbox.put("alert", newsroom.channel, "2017-02-11@1", payload, team=TEAM)
    assert not outbox.put("alert", newsroom.channel, "2017-02-11@1", payload, team=TEAM)
    alert = newsroom.posted(lambda said: said.text == ALERT["text"])
    newsroom.peer.wait(lambda: True if outbox.counts() == {"sent": 1} else None, "the outbox to be empty")
    newsroom.peer.nudge()
    assert [said.text for said in newsroom.thread(alert.ts)] == ["Details", ""]
    newsroom.says("how many in Travis County?", thread=alert.ts)
    newsroom.posted(lambda said: said.text.startswith("10 refusals in Travis"))


def test_a_sender_that_died_after_posting_leaves_no_second_message(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    services: Services = bot.services
    bot.outbox.close()
    outbox = Outbox(bot.store, "died")
    outbox.put("alert", newsroom.channel, "r1", ALERT, team=TEAM)
    outbox.lease = outbox.lease * 0
    (claimed,) = outbox.claim()
    services.prepared.head(_place(newsroom), claimed.payload, f"outbox:{claimed.id}", resumed=False)  # and dies here
    assert OutboxSender(services.outbox, services.prepared, services.subscriptions, bot.outbox.corrected).once() == 1
    assert outbox.counts() == {"sent": 1}
    assert len([m for m in newsroom.peer.messages(newsroom.channel) if m["text"] == ALERT["text"]]) == 1


def test_a_channel_that_is_gone_ends_its_subscription_and_tells_the_owner(newsroom: Newsroom, start: Start) -> None:
    bot = start()
    bot.services.subscriptions.put(TEAM, "C0GONE", "alerts", ALICE)
    Outbox(bot.store).put("alert", "C0GONE", "r1", ALERT, team=TEAM)
    told = newsroom.posted(lambda said: "C0GONE" in said.text, channel=newsroom.direct())
    assert "switched off" in told.text
    assert bot.services.subscriptions.listed(channel="C0GONE") == []
    settled(newsroom, bot)


def test_only_named_channels_are_answered_in(newsroom: Newsroom, start: Start) -> None:
    start(channels="C0ELSEWHERE")
    question = newsroom.asks(TRAVIS)
    newsroom.whispered(lambda said: said.text == words.NOT_HERE)
    direct = newsroom.direct()
    newsroom.answer(newsroom.says(TRAVIS, channel=direct), channel=direct)
    assert newsroom.thread(question.ts) == []


def _place(newsroom: Newsroom) -> Place:

    return Place(TEAM, newsroom.channel)
