"""The store is made, migrated and shared by several processes, on SQLite and Postgres alike."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.state import open_store, operations, workspaces
from bot.state.migrate import MIGRATIONS
from bot.state.models import Base
from bot.state.outbox import Outbox
from bot.state.store import StateError


def test_the_migrations_make_what_the_models_say(url: str) -> None:
    tables = (operations.AnnouncedRow, workspaces.InstallationRow)
    assert all(table.metadata is Base.metadata for table in tables)  # its tables are compared as well
    store = open_store(url)
    with store.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    store.close()
    assert differences == []


def test_opening_again_changes_nothing(url: str) -> None:
    open_store(url).close()
    again = open_store(url)
    with again.engine.connect() as connection:
        (head,) = ScriptDirectory(str(MIGRATIONS)).get_heads()
        assert MigrationContext.configure(connection).get_current_revision() == head
    again.close()


def test_processes_that_start_together_make_the_store_once(url: str) -> None:
    program = f"from bot.state import open_store; open_store({url!r}).close()"
    started = [subprocess.Popen([sys.executable, "-c", program]) for _ in range(3)]
    assert [process.wait(timeout=60) for process in started] == [0, 0, 0]


def test_a_url_that_is_none_is_said_so_without_showing_it() -> None:
    with pytest.raises(StateError, match="DETAINER_DESK_STATE") as problem:
        open_store("secret-password@nowhere")
    assert "secret" not in str(problem.value)


def test_a_server_that_does_not_answer_is_said_so_without_its_password() -> None:
    with pytest.raises(StateError, match="cannot be opened") as problem:
        open_store("postgresql://desk:hunter2@127.0.0.1:1/state?connect_timeout=2")
    assert "hunter2" not in str(problem.value)


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StateError, match="cannot be"):
        open_store(f"sqlite:///{tmp_path}/file/state.sqlite")


def test_what_one_process_writes_another_reads(url: str) -> None:
    store = open_store(url)
    program = (
        "from bot.state import open_store; from bot.state.outbox import Outbox;"
        f"print(Outbox(open_store({url!r})).put('alert', 'C1', 'r1', {{}}))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()
    assert said == "True"
    assert Outbox(store).put("alert", "C1", "r1", {}) is False
    store.close()
