"""The watcher killed with kill -9 at each of its marked points: after the next round everything is there, once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.ops.marks import MARKS, VARIABLE
from bot.state import StateStore, open_store
from bot.state.models import OutboxRow
from bot.state.subscriptions import Subscriptions
from bot.watch.loaded import document_ids
from tests.bot.watch.conftest import NOTICE, sample
from tests.bot.watch.server import Server, file, page

WATCHER = [mark for mark, says in MARKS.items() if says.startswith("watcher")]


class Desk:
    """A newsroom's set-up in a folder, and its watcher as a process of its own."""

    def __init__(self, folder: Path, source: str) -> None:
        self.db, self.url, self.source = folder / "data" / "d.duckdb", f"sqlite:///{folder}/state.sqlite", source
        self.store: StateStore = open_store(self.url)
        for channel in ("C1", "C2"):
            Subscriptions(self.store).put("T", channel, "alerts", "U")

    def watch(self, die_at: str) -> int:
        """One round in a process of its own, which dies at a mark; its exit status."""
        command = [sys.executable, "-m", "bot.cli", "watch", "--once", self.source]
        environment = {**os.environ, **self.settings, VARIABLE: die_at}
        return subprocess.run(command, env=environment, capture_output=True, timeout=120, check=False).returncode

    def watch_on(self) -> Result:
        """The next round."""
        return CliRunner().invoke(app, ["watch", "--once", "--json", self.source], env=self.settings)

    @property
    def settings(self) -> dict[str, str]:
        """What the process is told."""
        return {"DETAINER_DESK_DB": str(self.db), "DETAINER_DESK_STATE": self.url}

    def outbox(self) -> list[tuple[str, str]]:
        """Channel and kind of every message put."""
        with self.store.read() as session:
            return sorted((row.channel, row.kind) for row in session.scalars(select(OutboxRow)))


@pytest.mark.parametrize("mark", WATCHER)
def test_killed_while_a_folder_is_taken_in(tmp_path: Path, mark: str) -> None:
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / NOTICE).write_bytes(sample(NOTICE))
    desk = Desk(tmp_path, str(folder))
    assert desk.watch(mark) == -9, "it died at the mark"
    after = desk.watch_on()
    assert after.exit_code == 0, after.output
    assert desk.outbox() == [("C1", "alert"), ("C2", "alert")]
    assert len(document_ids(desk.db)) == 1


@pytest.mark.parametrize("mark", ["ingested", "remembered"])
def test_killed_while_a_page_is_taken_in(tmp_path: Path, server: Server, mark: str) -> None:
    server.routes["/"] = page(NOTICE)
    server.routes[f"/{NOTICE}"] = file(sample(NOTICE))
    desk = Desk(tmp_path, f"{server.url}/")
    assert desk.watch(mark) == -9
    after = desk.watch_on()
    assert after.exit_code == 0, after.output
    assert desk.outbox() == [("C1", "alert"), ("C2", "alert")]
    assert list(desk.db.parent.glob(".watched-*")) == [], "nothing fetched is left lying about"


def test_a_round_for_programs(tmp_path: Path) -> None:
    ended = Desk(tmp_path, str(tmp_path / "none")).watch_on()
    assert ended.exit_code == 1, "something newly went wrong"
    done = json.loads(ended.stdout)
    assert [trouble["code"] for trouble in done["troubles"]] == ["gone"]
    assert (done["looked"], done["queued"]) == ([str(tmp_path / "none")], 0)


def test_without_sources_it_says_how_to_name_them(tmp_path: Path) -> None:
    settings = {"DETAINER_DESK_SOURCES": "", "DETAINER_DESK_STATE": f"sqlite:///{tmp_path}/s.sqlite"}
    done = CliRunner().invoke(app, ["watch", "--once"], env=settings)
    assert done.exit_code == 2
    assert "DETAINER_DESK_SOURCES" in done.stderr
