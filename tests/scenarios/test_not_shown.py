"""Messages that are no answers: with a number that nothing behind it holds, none of them reaches a person."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import bot.slack
from bot.ask import Desk
from bot.messages import alerts as say_alerts
from bot.messages import slack as words
from bot.messages import slack_commands as say
from bot.messages import summary as say_summary
from bot.slack.blocks import modals
from bot.slack.run import Bot
from tests.bot.alerts.world import FIRST, SECOND, THIRD, World
from tests.scenarios.conftest import Start
from tests.scenarios.test_around import home
from tests.scenarios.test_buttons import LIST, answered
from tests.scenarios.test_corrected import WILLIAMSON, Desks
from tests.scenarios.test_withheld import Wrong
from tests.slack_peer.newsroom import Newsroom, words_of
from tests.slack_peer.peer import TEAM

over_http = pytest.mark.parametrize("mode", ["http"])
Wrongly = Callable[..., None]


@pytest.fixture
def wrongly(monkeypatch: pytest.MonkeyPatch) -> Wrongly:
    """Have a writer go wrong: the first number of what it says becomes another one."""

    def patch(module: Any, name: str) -> None:
        right = getattr(module, name)
        wrong = lambda *args, **named: re.sub(r"\d+", "7777", right(*args, **named), count=1)  # noqa: E731
        monkeypatch.setattr(module, name, wrong)

    return patch


@pytest.fixture
def desks(db: Path, tmp_path: Path, start: Start) -> Desks:
    return Desks(World(db, tmp_path), start)


def sent(newsroom: Newsroom, desks: Desks) -> None:
    """Everything in the outbox is done with."""
    done = lambda: True if set(desks.bot.services.outbox.counts()) == {"sent"} else None  # noqa: E731
    newsroom.peer.wait(done, "the outbox to be empty")


def nowhere(newsroom: Newsroom) -> None:
    """The wrong number stands in no message, file title or view."""
    assert "7777" not in str([newsroom.peer.messages(c["id"]) for c in newsroom.peer.state["channels"]])
    for method in ("chat.postMessage", "chat.update", "chat.postEphemeral", "views.open", "views.publish"):
        assert "7777" not in str(newsroom.front.called(method))


@over_http
@pytest.mark.parametrize(("module", "name"), [(say_alerts, "new"), (say_alerts, "change"), (say_alerts, "title_new")])
def test_an_alert(newsroom: Newsroom, desks: Desks, wrongly: Wrongly, module: Any, name: str) -> None:
    desks.bot.services.subscriptions.put(TEAM, newsroom.channel, "alerts", "U")
    wrongly(module, name)
    desks.world.show(FIRST, SECOND, THIRD)
    assert desks.announce() == 1
    newsroom.posted(lambda said: said.text == words.NOT_SHOWN)
    sent(newsroom, desks)
    nowhere(newsroom)


@over_http
def test_what_follows_on_a_correction(newsroom: Newsroom, desks: Desks, wrongly: Wrongly) -> None:
    question = newsroom.asks(WILLIAMSON)
    answer = newsroom.answer(question)
    wrongly(say_alerts, "_figures")
    assert desks.correct() == 2
    newsroom.posted(lambda said: said.text == words.NOT_SHOWN)
    sent(newsroom, desks)
    said = [each.text for each in newsroom.thread(question.ts)]
    assert said == [answer.text, words.NOT_SHOWN, words.NOT_SHOWN], "the figure stays; below it, that more is known"
    nowhere(newsroom)


@over_http
@pytest.mark.parametrize(
    ("name", "shown"), [("headline", 11), ("ranking", 9), ("caveat", 11), ("left_out", 8), ("places_alt", 12)]
)
def test_a_summary(newsroom: Newsroom, bot: Bot, wrongly: Wrongly, name: str, shown: int) -> None:
    wrongly(say_summary, name)
    newsroom.commands("summary of week 1")
    newsroom.peer.wait(lambda: newsroom.front.called("files.completeUploadExternal")[5:] or None, "the summary's files")
    posted = newsroom.front.called("chat.postMessage")
    withheld = sum(args["text"] == words.NOT_SHOWN for args in posted)
    titled = sum(words.NOT_SHOWN in str(args) for args in newsroom.front.called("files.completeUploadExternal"))
    assert withheld + titled > 0
    assert len(posted) == 13, "each message of the summary was sent, or said that it could not be shown"
    assert len(posted) - withheld >= shown
    nowhere(newsroom)


@over_http
@pytest.mark.parametrize(
    ("label", "module", "name"),
    [
        (words.SHOW_ROWS, words, "rows_page"),
        (words.SHOW_ROWS, modals, "_line"),
        (words.SHOW_SQL, modals, "code"),
        (words.ALL_CAVEATS, words, "caveat"),
    ],
)
def test_a_view(newsroom: Newsroom, bot: Bot, wrongly: Wrongly, label: str, module: Any, name: str) -> None:
    answer = answered(newsroom, LIST if label == words.SHOW_ROWS else "Which five places refused most in week 1?")
    wrongly(module, name)
    newsroom.presses(answer, label)
    assert words.NOT_SHOWN in words_of(newsroom.view())
    nowhere(newsroom)


@over_http
def test_a_whisper(newsroom: Newsroom, bot: Bot, wrongly: Wrongly) -> None:
    answer = answered(newsroom)
    wrongly(words, "page_shown")
    newsroom.presses(answer, words.SHOW_PAGE)
    newsroom.whispered(lambda said: said.text == words.NOT_SHOWN)
    nowhere(newsroom)


@over_http
def test_home_and_the_sources(newsroom: Newsroom, bot: Bot, wrongly: Wrongly) -> None:
    wrongly(say, "report_line")
    assert words.NOT_SHOWN in words_of(home(newsroom))
    newsroom.commands("sources")
    newsroom.whispered(lambda said: said.text == words.NOT_SHOWN)
    nowhere(newsroom)


@over_http
def test_a_command_in_a_channel_the_desk_is_not_in(newsroom: Newsroom, start: Start, desk: Desk) -> None:
    class Wronger(Wrong):
        """Wrong without a thread as well."""

        def ask(self, question: str, thread: Any = None) -> Any:
            return Desk.ask(self, question, thread).model_copy(update=self.changes)

    start(Wronger(desk, text="78 of 154 refusals in Travis County, Texas, are listed with a conviction."))
    newsroom.front.fail("chat.postMessage", body={"ok": False, "error": "not_in_channel"}, times=100)
    newsroom.commands("ask How many Travis County refusals involved convictions?")
    told = newsroom.whispered(lambda said: words.NOT_JOINED in said.text)
    assert told.text.startswith(words.NOT_SHOWN)


def test_nothing_leaves_by_another_way() -> None:
    """Only the sender, the outlet and the signs of work speak to Slack in words."""
    speaking = re.compile(r"^(chat_(post|update|start|stop)|views_|respond$|ack$|send$)")
    found = set()
    for path in Path(bot.slack.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                worded = {keyword.arg for keyword in node.keywords} & {"text", "view", "blocks", "chunks"}
                if speaking.match(name) and worded:
                    found.add(path.name)
    assert found == {"sender.py", "outlet.py", "progress.py", "work.py", "feedback.py"}
