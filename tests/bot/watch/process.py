"""`detainer-desk watch` as a process of its own, and what it says, round by round."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Json = dict[str, Any]
DEADLINE = 180.0


class Process:
    """A watcher that stays. It looks several times a second, so that a test sees many rounds."""

    def __init__(self, folder: Path, sources: list[str], *, every: float = 0.2, timeout: float = 1.0) -> None:
        self.db, self.state = folder / "data" / "d.duckdb", f"sqlite:///{folder}/state.sqlite"
        said = {"EVERY": every, "FOLDER_EVERY": every, "TIMEOUT": timeout, "TROUBLE_CHANNEL": "C0KEEPERS"}
        environment = os.environ | {f"DETAINER_DESK_WATCH_{name}": str(value) for name, value in said.items()}
        environment |= {"DETAINER_DESK_DB": str(self.db), "DETAINER_DESK_STATE": self.state}
        self.rounds: list[Json] = []
        self.errors: list[str] = []
        self._changed = threading.Condition()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "watch", "--json", *sources],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._readers = [threading.Thread(target=read, daemon=True) for read in (self._read, self._read_errors)]
        for reader in self._readers:
            reader.start()

    def until(self, look: Callable[[], bool], what: str) -> None:
        """Wait for what the rounds are to bring."""
        end = time.monotonic() + DEADLINE
        with self._changed:
            while not look():
                assert time.monotonic() < end, f"{what}: {self.rounds[-3:]} {self.errors[-3:]}"
                assert self.process.poll() is None, self.errors
                self._changed.wait(0.2)

    def more_rounds(self, number: int) -> None:
        """Wait for further rounds."""
        with self._changed:
            seen = len(self.rounds)
        self.until(lambda: len(self.rounds) >= seen + number, f"{number} more rounds")

    def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Tell it to stop; its exit status."""
        self.process.send_signal(by)
        return self.ended()

    def ended(self) -> int:
        """Its exit status, once it has ended and everything it said is read."""
        status = self.process.wait(DEADLINE)
        for reader in self._readers:
            reader.join(DEADLINE)
        return status

    def troubles(self) -> list[tuple[str, str]]:
        """Every trouble told so far: path and code."""
        return [(_path(t["source"]), t["code"]) for done in self.rounds for t in done["troubles"]]

    def outcomes(self) -> list[tuple[str, str]]:
        """What became of every document so far: path and status."""
        return [(_path(o["source"]), o["status"]) for done in self.rounds for o in done["outcomes"]]

    def recovered(self) -> list[str]:
        """What was told to be well again."""
        return [_path(source) for done in self.rounds for source in done["recovered"]]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._changed:
                self.rounds.append(json.loads(line))
                self._changed.notify_all()

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self._changed:
                self.errors.append(line.rstrip())
                self._changed.notify_all()


def _path(source: str) -> str:
    return "/" + source.split("/", 3)[3] if "://" in source else source
