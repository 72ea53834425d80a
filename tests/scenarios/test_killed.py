"""The bot as a process of its own: killed at its weakest points, told to stop, started without what it needs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.messages import slack_setup as say
from bot.ops.marks import VARIABLE
from tests.scenarios.conftest import Bots
from tests.scenarios.test_delivery import TRAVIS, mention, over_http, over_socket, stated
from tests.slack_peer.newsroom import Newsroom

READY_SECONDS = 4.0


class Process:
    """`detainer-desk slack`, its log in a file."""

    def __init__(self, newsroom: Newsroom, db: Path, folder: Path, **extra: str) -> None:
        app = newsroom.app
        self.log = folder / f"bot-{time.monotonic_ns()}.log"
        self.started = time.monotonic()
        environment = os.environ | {
            "SLACK_BOT_TOKEN": app.bot_token,
            "SLACK_APP_TOKEN": app.app_token,
            "SLACK_SIGNING_SECRET": app.secret,
            "SLACK_API_URL": newsroom.front.api_url,
            "DETAINER_DESK_STATE": f"sqlite:///{folder}/state.sqlite",
            "DETAINER_DESK_SLACK_PORT": str(newsroom.peer.events_port),
            "DETAINER_DESK_SLACK_LEASE": "1",
            **extra,
        }
        command = [sys.executable, "-m", "bot.cli", "--db", str(db), "slack", "--mode", newsroom.mode]
        self.process = subprocess.Popen(command, env=environment, stderr=self.log.open("w"), stdout=subprocess.DEVNULL)
        self.newsroom = newsroom

    def ready(self) -> float:
        """Wait until it listens; how many seconds that took."""

        def look() -> float | None:
            assert self.process.poll() is None, self.log.read_text()
            return time.monotonic() - self.started if "listens to Slack" in self.log.read_text() else None

        return self.newsroom.peer.wait(look, "the bot to listen", 40)

    def dead(self) -> int:
        """Wait until it is no more; its exit status."""
        return self.process.wait(20)


@contextmanager
def bot_process(newsroom: Newsroom, db: Path, folder: Path, **extra: str) -> Iterator[Process]:
    """A bot that listens; killed at the end if it still lives."""
    process = Process(newsroom, db, folder, **extra)
    try:
        yield process
    finally:
        if process.process.poll() is None:
            process.process.kill()
            process.process.wait()


@pytest.fixture(autouse=True)
def _alone(newsroom: Newsroom, bots: Bots) -> None:
    bots.rest(newsroom.mode)


@over_http
@pytest.mark.parametrize("mark", ["asked", "stated"])
def test_killed_on_the_way_the_next_process_answers_once(
    newsroom: Newsroom, db: Path, tmp_path: Path, mark: str
) -> None:
    with bot_process(newsroom, db, tmp_path, **{VARIABLE: mark}) as first:
        first.ready()
        newsroom.delivers(newsroom.event(mention(newsroom, f"17000000{len(mark)}.000100"), f"Ev-{mark}"))
        assert first.dead() == -signal.SIGKILL, first.log.read_text()
    with bot_process(newsroom, db, tmp_path) as second:
        second.ready()
        newsroom.posted(lambda said: "76 of 154" in said.text)
        second.process.send_signal(signal.SIGTERM)
        assert second.dead() == 0
    assert len(stated(newsroom)) == 1


@over_socket
def test_told_to_stop_it_finishes_and_goes(newsroom: Newsroom, db: Path, tmp_path: Path) -> None:
    with bot_process(newsroom, db, tmp_path) as bot:
        bot.ready()
        question = newsroom.asks(TRAVIS)
        bot.process.send_signal(signal.SIGTERM)
        assert bot.dead() == 0
        log = bot.log.read_text()
    assert len(stated(newsroom)) <= 1
    assert say.closing() in log
    assert TRAVIS not in log
    assert newsroom.app.bot_token not in log
    with bot_process(newsroom, db, tmp_path) as again:  # what was not begun is answered by the next
        again.ready()
        assert "76 of 154" in newsroom.answer(question).text
    assert len(stated(newsroom)) == 1


@pytest.mark.parametrize(
    ("mode", "unset", "sentence"),
    [
        ("socket", "SLACK_BOT_TOKEN", say.NO_BOT),
        ("socket", "SLACK_APP_TOKEN", say.NO_APP),
        ("http", "SLACK_SIGNING_SECRET", say.NO_SIGNING),
    ],
)
def test_without_a_setting_it_says_which_and_ends(
    newsroom: Newsroom, db: Path, tmp_path: Path, unset: str, sentence: str
) -> None:
    with bot_process(newsroom, db, tmp_path, **{unset: ""}) as bot:
        assert bot.dead() == 2
        assert bot.log.read_text().strip() == sentence


@over_socket
def test_a_secret_for_http_is_not_asked_for_in_socket_mode(newsroom: Newsroom, db: Path, tmp_path: Path) -> None:
    with bot_process(newsroom, db, tmp_path, SLACK_SIGNING_SECRET="") as bot:
        bot.ready()


@over_socket
def test_a_refused_token_and_a_missing_database_are_said(newsroom: Newsroom, db: Path, tmp_path: Path) -> None:
    newsroom.front.fail("auth.test", body={"ok": False, "error": "invalid_auth"})
    with bot_process(newsroom, db, tmp_path) as bot:
        assert bot.dead() == 2
        assert bot.log.read_text().strip() == say.refused("invalid_auth")
    with bot_process(newsroom, tmp_path / "none.duckdb", tmp_path) as bot:
        assert bot.dead() == 2
        assert bot.log.read_text().strip() == say.no_database(str(tmp_path / "none.duckdb"))
