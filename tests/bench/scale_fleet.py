"""Ten thousand questions over two bots, one watcher and one Postgres, a new report in the middle. By hand, in minutes:

    python -m tests.bench.scale_fleet [QUESTIONS]

Prints what was lost, what came twice, how long answers took, and what the processes weigh. Real: the desk's processes,
Postgres, the peer with its signed deliveries. Ours: the balancer, which hands one delivery in twenty to both bots.
"""

from __future__ import annotations

import statistics
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.alerts.announce import SETTLE
from tests.slack_peer.fleet import TOLD, Fleet
from tests.slack_peer.peer import Json

QUESTIONS = (
    "How many Travis County refusals involved convictions?",
    "Which five places refused most?",
    "How many refusals were there in Denver?",
    "How many refusals were there?",
)
IN_FLIGHT = 24
LONG = 600.0


class Run:
    """Asks with so many questions open at a time, and notes when each was answered."""

    def __init__(self, fleet: Fleet) -> None:
        self.fleet, self._read = fleet, 0
        self.answered: dict[str, float] = {}

    def ask(self, number: int) -> None:
        """That many questions."""
        for n in range(number):
            self.until(lambda: self.open() < IN_FLIGHT)
            self.fleet.ask(QUESTIONS[n % len(QUESTIONS)])
        self.until(lambda: self.open() == 0)

    def open(self) -> int:
        """How many wait for their answer."""
        frames = self.fleet.peer.frames
        for frame in frames[self._read :]:
            self._note(frame)
            self._read += 1
        return len(self.fleet.asked) - len(self.answered)

    def until(self, look: Callable[[], bool]) -> None:
        """Wait for it; a run that stands still for ten minutes has failed."""
        self.fleet.peer.wait(lambda: look() or None, "answers", LONG)

    def _note(self, frame: Json) -> None:
        message = frame.get("message") or {}
        if frame["t"] == "message" and message.get("bot_id") and not str(message.get("text")).startswith(TOLD):
            self.answered.setdefault(str(message.get("thread_ts")), time.monotonic())

    def times(self) -> list[float]:
        """Milliseconds from question to answer."""
        asked = self.fleet.asked
        return sorted(1000 * (self.answered[ts] - at) for ts, at in asked.items() if ts in self.answered)


def main(number: int) -> None:
    """Measure and print."""
    with TemporaryDirectory() as name:
        fleet = Fleet(Path(name))
        try:
            _measure(fleet, Run(fleet), number)
        finally:
            fleet.stop()


def _measure(fleet: Fleet, run: Run, number: int) -> None:
    run.ask(40)  # warm
    memory, began = [fleet.memory()], time.monotonic()
    dropper = threading.Timer(0, fleet.drop)
    run.ask(number // 2 - 20)
    dropper.start()
    run.ask(number - number // 2 - 20)
    took = time.monotonic() - began
    memory.append(fleet.memory())
    run.until(lambda: bool(fleet.alerts()))
    settled = time.monotonic() + 1.5 * SETTLE.total_seconds()  # who was answered just then is told a while later
    run.until(lambda: time.monotonic() > settled and set(fleet.outbox.counts()) == {"sent"})
    answers, told, times = fleet.answers(), fleet.told(), run.times()
    lost, twice = [ts for ts in fleet.asked if ts not in answers], sum(n > 1 for n in answers.values())
    print(
        f"{len(fleet.asked):,} questions, {IN_FLIGHT} open at a time: {len(lost)} lost, {twice} answered twice; ",
        end="",
    )
    print(f"deliveries to each bot: {sorted(fleet.balancer.served.values())}")
    print(f"{len(fleet.asked) / took:.0f} answers a second over {took:.0f} s; question to answer: ", end="")
    p95 = times[int(len(times) * 0.95)]
    print(f"median {statistics.median(times):.0f} ms, p95 {p95:.0f} ms, most {times[-1]:.0f} ms")
    before = [ts for ts, text in fleet.threads() if text.startswith("253 refusals")]
    print(f"alerts {len(fleet.alerts())}; answered otherwise before the new report {len(before)}, ", end="")
    print(f"of them told so {len(set(before) & set(told))}, twice {sum(n > 1 for n in told.values())}")
    print(f"outbox {fleet.outbox.counts()}; memory of bots and watcher, MB: {memory}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
