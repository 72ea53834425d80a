"""Scenarios: people use the desk in Slack, over the real protocol, against the peer. One peer a session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.ask import Desk
from bot.settings import Settings
from bot.slack.engine import desk_for
from bot.slack.options import SlackOptions
from bot.slack.run import Bot
from tests.slack_peer.front import Front
from tests.slack_peer.newsroom import Mode, Newsroom, running
from tests.slack_peer.peer import Peer
from tests.slack_peer.validate import check_message, check_view

Start = Callable[..., Bot]


class Bots:
    """One standing bot for each way of listening, started when a story first needs it."""

    def __init__(self, peer: Peer, front: Front, desk: Desk, db: Path, folder: Path) -> None:
        self.peer, self.front, self.desk, self.db, self.folder = peer, front, desk, db, folder
        self.started: dict[Mode, tuple[Bot, ExitStack]] = {}

    def standing(self, mode: Mode) -> Bot:
        """The bot of this mode."""
        if mode not in self.started:
            room, url, stack = Newsroom(self.peer, self.front, mode), f"sqlite:///{self.folder}/{mode}", ExitStack()
            self.started[mode] = stack.enter_context(running(room, self.desk, self.db, url, QUICK)), stack
        return self.started[mode][0]

    def rest(self, mode: Mode) -> None:
        """Let another bot listen in its place."""
        if mode in self.started:
            self.started.pop(mode)[1].close()


@pytest.fixture(scope="session")
def db(sample_db: Path) -> Path:
    """The bundled sample reports."""
    return sample_db


@pytest.fixture(scope="session")
def desk(db: Path) -> Desk:
    """The real desk over them."""
    return desk_for(Settings(db=db), workers=4)


@pytest.fixture(scope="session")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    """A Slack workspace."""
    started = Peer(tmp_path_factory.mktemp("peer"), channels=4, people=20)
    yield started
    started.stop()


@pytest.fixture(scope="session")
def front(peer: Peer) -> Iterator[Front]:
    """What plays Slack's faults in front of it."""
    started = Front(peer.url)
    yield started
    started.stop()


@pytest.fixture(params=["socket", "http"])
def mode(request: pytest.FixtureRequest) -> Mode:
    """Both ways of listening; a story that needs one of them says so by parametrising it."""
    chosen: Mode = request.param
    return chosen


@pytest.fixture
def newsroom(peer: Peer, front: Front, mode: Mode) -> Iterator[Newsroom]:
    """An empty workspace; at the end of the story everything in it is held against Slack's limits."""
    front.reset()
    peer.reset()
    room = Newsroom(peer, front, mode)
    yield room
    front.reset()
    check_everything(room)


QUICK = SlackOptions(pace=0, status_after=60, lease=2)
"""Stories take no longer than they must: no pace between messages, and no sign of work unless a story wants one."""


@pytest.fixture(scope="session")
def bots(peer: Peer, front: Front, desk: Desk, db: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bots]:
    """The bots of the session."""
    standing = Bots(peer, front, desk, db, tmp_path_factory.mktemp("bots"))
    yield standing
    for mode in list(standing.started):
        standing.rest(mode)


@pytest.fixture
def bot(newsroom: Newsroom, bots: Bots) -> Bot:
    """A bot at work. It serves many stories, as it would in life; a story with special wishes starts its own."""
    return bots.standing(newsroom.mode)


@pytest.fixture
def start(newsroom: Newsroom, bots: Bots, desk: Desk, db: Path, tmp_path: Path) -> Iterator[Start]:
    """Start a bot of one's own: `start(pace=1.0)`; a second start continues with what the first has kept."""
    bots.rest(newsroom.mode)
    with ExitStack() as open_bots:

        def begin(own_desk: Desk | None = None, **options: Any) -> Bot:
            wishes = QUICK.model_copy(update=options)
            url = f"sqlite:///{tmp_path}/state.sqlite"
            return open_bots.enter_context(running(newsroom, own_desk or desk, db, url, wishes))

        yield begin


def check_everything(room: Newsroom) -> None:
    """Every message and view of the story is one that Slack would take."""
    for channel in room.peer.state["channels"]:
        for message in room.peer.messages(channel["id"]):
            if message.get("bot_id") and message.get("subtype") != "file_share":
                check_message(message)
    for method in ("views.open", "views.update", "views.publish"):
        for args in room.front.called(method):
            check_view(args["view"])
    for method in ("chat.postMessage", "chat.update", "chat.postEphemeral"):
        for args in room.front.called(method):
            check_message(args)
