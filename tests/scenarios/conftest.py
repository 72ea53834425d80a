"""Scenarios: people use the desk in Slack, over the real protocol, against the peer. One peer a session."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ask import Desk
from bot.settings import Settings
from bot.slack.engine import desk_for
from bot.slack.options import SlackOptions
from bot.slack.run import Bot
from ingest.job import ingest
from tests.slack_peer.front import Front
from tests.slack_peer.newsroom import Mode, Newsroom, running
from tests.slack_peer.peer import Peer
from tests.slack_peer.validate import check_message, check_view

SAMPLES = Path(__file__).parents[2] / "ingest" / "samples"


@pytest.fixture(scope="session")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled sample reports, loaded once for all test processes."""
    shared = tmp_path_factory.getbasetemp().parent / "scenarios"
    shared.mkdir(exist_ok=True)
    path = shared / "detainers.duckdb"
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            for outcome in ingest([SAMPLES], path):
                assert outcome.status == "loaded", outcome
    return path


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


@pytest.fixture
def options() -> SlackOptions:
    """Quick, so that stories take no longer than they must: no pace between messages, work shown at once or never."""
    return SlackOptions(pace=0, status_after=60, lease=2)


@pytest.fixture
def state_url(tmp_path: Path) -> str:
    """An empty state store."""
    return f"sqlite:///{tmp_path}/state.sqlite"


@pytest.fixture
def bot(newsroom: Newsroom, desk: Desk, db: Path, state_url: str, options: SlackOptions) -> Iterator[Bot]:
    """The bot at work."""
    with running(newsroom, desk, db, state_url, options) as started:
        yield started


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
