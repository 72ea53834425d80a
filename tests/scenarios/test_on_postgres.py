"""The same stories with the state in Postgres: a real server, from the wheel that ships one."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.ask import Desk
from bot.ops.marks import VARIABLE
from bot.slack.delivery.outbox import OutboxSender
from bot.slack.run import Bot
from bot.state import open_store
from bot.state.outbox import Outbox
from tests.bot.state.postgres import Postgres
from tests.scenarios.conftest import QUICK, Bots
from tests.scenarios.test_around import ALERT
from tests.scenarios.test_delivery import TRAVIS, mention, over_http, over_socket, settled, stated
from tests.scenarios.test_killed import bot_process
from tests.slack_peer.newsroom import Newsroom, running
from tests.slack_peer.peer import TEAM

Begin = Callable[[], Bot]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One server for the session, in a folder that its own user may look into."""
    with TemporaryDirectory(prefix="desk-") as folder:
        server = Postgres(Path(folder) / "postgres")
        yield server
        server.stop()


@pytest.fixture
def url(postgres: Postgres) -> str:
    """The address of an empty store."""
    return postgres.new_database()


@pytest.fixture
def begin(newsroom: Newsroom, bots: Bots, desk: Desk, db: Path, url: str) -> Iterator[Begin]:
    """Start a bot in this process on that store."""
    bots.rest(newsroom.mode)
    with ExitStack() as open_bots:
        yield lambda: open_bots.enter_context(running(newsroom, desk, db, url, QUICK))


@over_socket
def test_a_mention_a_follow_up_and_an_edit(newsroom: Newsroom, begin: Begin) -> None:
    bot = begin()
    question = newsroom.asks(TRAVIS)
    assert newsroom.answer(question).text.startswith("76 of 154")
    follow_up = newsroom.says("and in Denver?", thread=question.ts)
    assert newsroom.answer(follow_up, number=2).text.startswith("2 of 5")
    settled(newsroom, bot)
    kept = bot.services.answers.by_question(TEAM, newsroom.channel, question.ts)
    assert kept is not None
    assert kept.answer.lineage.places == (("Travis", "Texas"),)
    assert next(bot.services.answers.resting_on({"2017-02-11"})).id == kept.id


@over_http
def test_an_event_delivered_again_and_again_is_answered_once(newsroom: Newsroom, begin: Begin) -> None:
    bot = begin()
    event = newsroom.event(mention(newsroom, "1700000201.000100"), "Ev-postgres")
    assert [newsroom.delivers(event, retry=retry).status_code for retry in (None, 1, 2)] == [200, 200, 200]
    newsroom.posted(lambda said: "76 of 154" in said.text)
    settled(newsroom, bot)
    assert len(stated(newsroom)) == 1


@over_http
def test_killed_between_ack_and_answer_the_next_process_answers_once(
    newsroom: Newsroom, bots: Bots, db: Path, url: str, tmp_path: Path
) -> None:
    bots.rest(newsroom.mode)
    state = {"DETAINER_DESK_STATE": url}
    with bot_process(newsroom, db, tmp_path, **state, **{VARIABLE: "asked"}) as first:
        first.ready()
        newsroom.delivers(newsroom.event(mention(newsroom, "1700000202.000100"), "Ev-killed"))
        assert first.dead() == -signal.SIGKILL, first.log.read_text()
    with bot_process(newsroom, db, tmp_path, **state) as second:
        second.ready()
        newsroom.posted(lambda said: "76 of 154" in said.text)
        second.process.send_signal(signal.SIGTERM)
        assert second.dead() == 0, second.log.read_text()
    assert len(stated(newsroom)) == 1


@over_socket
def test_an_alert_goes_out_once_however_many_send(newsroom: Newsroom, begin: Begin, url: str) -> None:
    bot = begin()
    store = open_store(url)
    services = bot.services
    outbox = Outbox(store, "another process")
    other = OutboxSender(outbox, services.prepared, services.subscriptions, bot.outbox.corrected)
    other.start()
    for _ in range(2):
        Outbox(store).put("alert", newsroom.channel, "2017-02-11@1", ALERT, team=TEAM)
    newsroom.posted(lambda said: said.text == ALERT["text"])
    newsroom.peer.wait(lambda: True if outbox.counts() == {"sent": 1} else None, "the outbox to be empty")
    other.close()
    assert len([m for m in newsroom.peer.messages(newsroom.channel) if m["text"] == ALERT["text"]]) == 1
    store.close()
