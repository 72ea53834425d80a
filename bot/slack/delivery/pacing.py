"""One message a second and channel, after a short burst: what Slack allows without saying 429."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Pacer:
    """Gives out turns, channel by channel, in the order they are asked for. A turn not yet due is waited for."""

    def __init__(
        self,
        every: float,
        burst: int,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], object] | None = None,
    ) -> None:
        self.every, self.burst, self.clock = every, burst, clock
        self.closing = threading.Event()
        self.wait = wait or self.closing.wait
        self._lock = threading.Lock()
        self._due: dict[str, float] = {}

    def turn(self, channel: str) -> None:
        """Wait for this channel's turn."""
        delay = self._reserve(channel)
        if delay > 0:
            self.wait(delay)

    def _reserve(self, channel: str) -> float:
        """Book the next turn: seconds until it is due.

        `_due` is the moment the channel's allowance is whole again; while it lies less than a burst ahead, a message
        may go at once.
        """
        with self._lock:
            at = self.clock()
            due = max(self._due.get(channel, at), at) + self.every
            self._due[channel] = due
            if len(self._due) > 10_000:  # channels gone quiet need no memory
                self._due = {name: moment for name, moment in self._due.items() if moment > at}
            return due - at - self.every * self.burst

    def close(self) -> None:
        """Nobody waits any longer: what is in hand goes out now."""
        self.closing.set()
