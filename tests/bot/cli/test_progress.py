"""The bar of a long ingest: drawn on a terminal, never into a file, and never among the data."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "-m", "bot.cli"]


def files(folder: Path, count: int) -> list[str]:
    """So many small files that are refused at once."""
    found = []
    for number in range(count):
        path = folder / f"{number}.pdf"
        path.write_text("no PDF")
        found.append(str(path))
    return found


def on_a_terminal(arguments: list[str]) -> tuple[str, str]:
    """What the command writes to standard output (a pipe) and to a terminal that is its standard error."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=theirs, env=env) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                more = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not more:
                break
            shown += more
        assert process.stdout is not None
        out = process.stdout.read()
    os.close(ours)
    return out.decode(), shown.decode(errors="replace")


def test_a_terminal_is_shown_how_far_it_is(tmp_path: Path) -> None:
    out, shown = on_a_terminal(["--db", str(tmp_path / "x.duckdb"), "ingest", "--json", *files(tmp_path, 5)])
    assert "5/5" in shown
    assert "Reading" in shown
    assert [json.loads(line)["status"] for line in out.splitlines()] == ["rejected"] * 5


def test_two_files_need_no_bar(tmp_path: Path) -> None:
    _, shown = on_a_terminal(["--db", str(tmp_path / "x.duckdb"), "ingest", *files(tmp_path, 2)])
    assert "Reading" not in shown


def test_what_is_no_terminal_gets_lines_alone(tmp_path: Path) -> None:
    arguments = ["--db", str(tmp_path / "x.duckdb"), "ingest", *files(tmp_path, 5)]
    done = subprocess.run([*COMMAND, *arguments], capture_output=True, check=False)
    assert done.stderr == b""
    assert len(done.stdout.splitlines()) == 5
