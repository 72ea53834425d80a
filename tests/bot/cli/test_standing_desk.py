"""Commands that answer many questions run statements in a worker process, which is gone when they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.sql import pool
from bot.sql.runner import Runner
from tests.bot.cli.conftest import Run

QUESTION = "How many refusals did Travis County have?"


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> list[pool._Worker]:
    """The workers that a command starts; a statement in this process is an error."""
    started: list[pool._Worker] = []

    class Noted(pool._Worker):
        def __init__(self, db_path: str, memory_mb: int) -> None:
            super().__init__(db_path, memory_mb)
            started.append(self)

    def in_process(*_: object, **__: object) -> None:
        raise AssertionError("a statement ran in this process")

    monkeypatch.setattr(pool, "_Worker", Noted)
    monkeypatch.setattr(Runner, "execute", in_process)
    return started


def asked(command: str, folder: Path) -> list[str]:
    """The command's arguments to ask QUESTION; what is typed lies in the folder."""
    if command == "chat":
        (folder / "typed").write_text(f"{QUESTION}\n")
        return ["chat", "--json"]
    if command == "ask":
        (folder / "asked.jsonl").write_text(json.dumps({"id": "q", "question": QUESTION}) + "\n")
        return ["ask", "--batch", str(folder / "asked.jsonl")]
    answer = {"type": "scalar", "value": 154, "tolerance": 0}
    item = {"id": "q", "kind": "count", "question": QUESTION, "expect": "answered", "answer": answer, "must_caveat": []}
    (folder / "set.yaml").write_text(json.dumps([item]))  # JSON is YAML
    return ["eval", str(folder / "set.yaml"), "--json"]


@pytest.mark.parametrize("command", ["ask", "chat", "eval"])
def test_one_worker_answers_and_ends(
    command: str,
    workers: list[pool._Worker],
    run: Run,
    sample_db: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    arguments = asked(command, tmp_path)
    (tmp_path / "typed").touch()
    with (tmp_path / "typed").open() as typed:
        monkeypatch.setattr("sys.stdin", typed)
        done = run("--db", str(sample_db), *arguments)
    assert done.status == 0, done.err
    assert "154" in done.out or json.loads(done.out)["right"] == 1
    assert [worker.process.poll() is not None for worker in workers] == [True]
