"""Messages of their own that are just being posted: their threads are known to nobody yet.

Between Slack taking such a message and the store knowing its thread lies a moment in which somebody may already have
replied. Whoever looks for the thread of a reply waits for that moment to pass.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_WAIT = 2.0


class Posting:
    """Channels in which this process posts right now."""

    def __init__(self) -> None:
        self._channels: Counter[tuple[str, str]] = Counter()
        self._changed = threading.Condition()

    @contextmanager
    def at(self, team: str, channel: str) -> Iterator[None]:
        """From before the message is posted until its thread is remembered."""
        with self._changed:
            self._channels[team, channel] += 1
        try:
            yield
        finally:
            with self._changed:
                self._channels[team, channel] -= 1
                self._changed.notify_all()

    def settle(self, team: str, channel: str) -> None:
        """Wait until nothing is being posted there; not for long, since Slack waits for its answer too."""
        with self._changed:
            self._changed.wait_for(lambda: self._channels[team, channel] <= 0, LONGEST_WAIT)
