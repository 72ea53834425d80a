"""A database of another version or make, or a file that is none: one sentence and a status, in every command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from bot.cli import main
from ingest.version import SCHEMA_VERSION

COMMANDS = {
    "ask": ["ask", "refusals in Texas"],
    "summary": ["summary"],
    "doctor": ["doctor"],
    "watch": ["watch", "--once"],
    "slack": ["slack"],
    "ingest": ["ingest"],
}


def _text(path: Path, _: Path) -> None:
    path.write_text("no database at all, only words\n" * 100)


def _others(path: Path, _: Path) -> None:
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE birds (name TEXT)")


def _version(number: int) -> Callable[[Path, Path], None]:
    def make(path: Path, sample_db: Path) -> None:
        path.write_bytes(sample_db.read_bytes())
        with duckdb.connect(str(path)) as con:
            con.execute("UPDATE base.meta SET schema_version = ?", [number])

    return make


MAKERS = {"text": _text, "other tables": _others, "newer": _version(99), "older": _version(SCHEMA_VERSION - 1)}


# Ingest alone brings an older database up to date.
CASES = [(kind, command) for kind in MAKERS for command in COMMANDS if (kind, command) != ("older", "ingest")]


@pytest.mark.parametrize(("kind", "command"), CASES)
def test_it_is_said_in_one_sentence(
    capsys: pytest.CaptureFixture[str],
    sample_db: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    command: str,
) -> None:
    path = tmp_path / "desk.duckdb"
    MAKERS[kind](path, sample_db)
    before = path.read_bytes()
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"):
        monkeypatch.setenv(name, "xoxb-1")
    monkeypatch.setenv("DETAINER_DESK_STATE", f"sqlite:///{tmp_path / 'state.sqlite'}")
    monkeypatch.setenv("DETAINER_DESK_SOURCES", str(tmp_path))
    page = tmp_path / "index.html"
    page.write_text("<html><body>nothing</body></html>")
    arguments = [*COMMANDS[command], *([str(page)] if command == "ingest" else [])]
    with pytest.raises(SystemExit) as ended:
        main(["--db", str(path), *arguments])
    assert ended.value.code
    said = "".join(capsys.readouterr())
    assert "Traceback" not in said
    assert any(words in said for words in ("not a database", "another version", "older version", "newer version"))
    assert path.read_bytes() == before
