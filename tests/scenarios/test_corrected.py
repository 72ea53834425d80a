"""A correction comes after the answer: the old message says so, its figure still legible, and the person is told."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.alerts.announce import Announcer
from bot.ask import Desk
from bot.messages import slack as words
from bot.messages.summary import day
from bot.settings import Settings
from bot.slack.engine import desk_for
from bot.slack.run import Bot
from tests.bot.alerts.world import FIRST, NOTICE, SECOND, World
from tests.scenarios.conftest import Start
from tests.scenarios.test_delivery import over_http
from tests.slack_peer.newsroom import Newsroom, Said
from tests.slack_peer.peer import ALICE

WILLIAMSON = "How many refusals did Williamson County, Texas have?"


class Desks:
    """A bot over reports that come one after the other, and the announcer of a watcher beside it."""

    def __init__(self, world: World, start: Start) -> None:
        self.world = world
        world.show(FIRST, SECOND)
        self.bot: Bot = start(own_desk=desk_for(Settings(db=world.db), workers=1))
        self.announce = Announcer(self.bot.store, world.db, Desk(world.db))
        self.announce.baseline()

    def correct(self) -> int:
        """ICE's notice arrives; how many messages it gives."""
        self.world.show(FIRST, SECOND, NOTICE)
        return self.announce()


@pytest.fixture
def desks(db: Path, tmp_path: Path, start: Start) -> Desks:
    return Desks(World(db, tmp_path), start)


def marked(newsroom: Newsroom, answer: Said) -> Said:
    """The answer's message, once it is marked."""
    return newsroom.posted(lambda said: said.ts == answer.ts and said.text.startswith("This answer no longer holds."))


@over_http
def test_the_old_message_is_marked_and_its_asker_told_once(newsroom: Newsroom, desks: Desks) -> None:
    question = newsroom.asks(WILLIAMSON)
    answer = newsroom.answer(question)
    assert answer.text.startswith("4 refusals")
    assert desks.correct() == 2
    now = marked(newsroom, answer)
    note = f"The figure given on {day(datetime.now(UTC).date())} was 4; after the correction it is 0."
    assert now.text == f"This answer no longer holds. {note} {answer.text}"
    assert now.shown.splitlines()[0] == f"*This answer no longer holds. {note}*"
    assert answer.shown in now.shown, "the figure given, its caveats and its source stay legible"
    assert set(now.buttons()) == set(answer.buttons())
    told = newsroom.answer(question, number=2)
    assert told.text == f"<@{ALICE}> An answer given here no longer holds (“{WILLIAMSON}”). {note}"
    assert desks.announce() == 0
    newsroom.peer.wait(lambda: True if set(desks.bot.services.outbox.counts()) == {"sent"} else None, "the outbox")
    assert len(newsroom.thread(question.ts)) == 2


@over_http
def test_a_revision_that_restores_the_figure_takes_the_mark_back(newsroom: Newsroom, desks: Desks) -> None:
    question = newsroom.asks("How many refusals in Kings County, New York?")
    answer = newsroom.answer(question)
    desks.world.revise(SECOND, "Kings", 1)
    assert desks.announce() == 2
    assert "was 5; after the revision it is 4." in marked(newsroom, answer).text
    desks.world.revise(SECOND, "Kings", 0)
    assert desks.announce() == 2
    now = newsroom.posted(lambda said: said.ts == answer.ts and said.text.startswith("This answer holds again."))
    today = day(datetime.now(UTC).date())
    note = f"This answer holds again. After the revision it reads as it was given on {today}."
    assert now.text == f"{note} {answer.text}"
    assert "no longer" not in now.shown
    told = newsroom.answer(question, number=3)
    assert told.text.startswith(f"<@{ALICE}> An answer given here holds again (“How many refusals in Kings County")
    assert desks.announce() == 0


@over_http
def test_a_table_and_whose_question_it_was_stay(newsroom: Newsroom, desks: Desks) -> None:
    newsroom.commands("ask Which five counties refused most in the first report?")
    answer = newsroom.posted(lambda said: "Williamson" in said.text)
    assert desks.correct() >= 2
    now = marked(newsroom, answer)
    assert [block["type"] for block in now.blocks[1:]] == [block["type"] for block in answer.blocks]
    assert words.asked_by(ALICE, "Which five counties refused most in the first report?") in now.shown
    assert "Williamson, Texas: the figure given" in now.text


@over_http
def test_an_answer_that_still_holds_is_left_alone(newsroom: Newsroom, desks: Desks) -> None:
    answer = newsroom.answer(newsroom.asks("How many refusals did Travis County have?"))
    assert desks.correct() == 0
    (shown,) = newsroom.thread(answer.raw["thread_ts"])
    assert shown.text == answer.text
