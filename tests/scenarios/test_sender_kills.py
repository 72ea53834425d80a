"""The sender killed with kill -9 at each of its marked points: the message stands in the channel once, and whole."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.backing import Backing
from bot.ops.marks import MARKS, VARIABLE
from bot.state import open_store
from bot.state.models import OutboxRow
from bot.state.outbox import Outbox
from bot.state.types import now
from tests.slack_peer.newsroom import Newsroom

SENDER = [mark for mark, says in MARKS.items() if says.startswith("sender")]
PAYLOAD = {
    "text": "New report. Feb 4 – Feb 10, 2017 lists 47 refused detainers.",
    "backing": Backing.of(47, words=["Feb 4 – Feb 10, 2017"]).model_dump(),
    "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "New report."}}],
    "replies": [
        {"text": "Where: Kings County, New York (4).", "backing": Backing.of(4).model_dump()},
        {"text": "Offenses: Assault (9).", "backing": Backing.of(9).model_dump()},
    ],
    "files": [{"name": "places.csv", "title": "places.csv", "content": "county,refusals\nKings,4\n"}],
}


@pytest.mark.parametrize("mode", ["socket"])
@pytest.mark.parametrize("mark", SENDER)
def test_killed_while_a_message_goes_out(newsroom: Newsroom, tmp_path: Path, mark: str) -> None:
    url = f"sqlite:///{tmp_path}/state.sqlite"
    store = open_store(url)
    Outbox(store).put("alert", newsroom.channel, "d" * 64, PAYLOAD)
    environment = {
        **os.environ,
        "DETAINER_DESK_STATE": url,
        "SLACK_BOT_TOKEN": newsroom.app.bot_token,
        "SLACK_API_URL": newsroom.front.api_url,
    }

    def send(die_at: str = "") -> int:
        command = [sys.executable, "-m", "tests.scenarios.sender_process"]
        return subprocess.run(command, env=environment | {VARIABLE: die_at}, timeout=120, check=False).returncode

    assert send(mark) == -9, "it died at the mark"
    with store.write() as session:  # a minute passes: the dead process's claim runs out
        session.execute(update(OutboxRow).values(lease_until=now() - timedelta(seconds=1)))
    assert send() == 0
    messages = [m for m in newsroom.peer.messages(newsroom.channel) if m.get("bot_id")]
    (head,) = [m for m in messages if m["text"] == PAYLOAD["text"]]
    under = [m for m in messages if m.get("thread_ts") == head["ts"] and m["ts"] != head["ts"]]
    assert sorted(m["text"] for m in under if m["text"]) == [
        "Offenses: Assault (9).",
        "Where: Kings County, New York (4).",
    ]
    assert [f["name"] for m in under for f in m.get("files") or []] == ["places.csv"]
    assert Outbox(store).counts() == {"sent": 1}
    assert Outbox(store).sent_ts(newsroom.channel, "d" * 64, "alert") == head["ts"]
    store.close()
