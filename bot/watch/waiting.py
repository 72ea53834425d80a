"""How long to wait before asking again: exponential, with jitter, so that many watchers do not come back at once."""

from __future__ import annotations

import random
from datetime import timedelta


class Waiting:
    """Waits within one look, and rests between looks."""

    SHORT = 30.0
    """A server that asks for at most this many seconds is waited for; a longer wait ends the look."""

    _LONGEST = timedelta(hours=6)

    @staticmethod
    def soon(attempt: int) -> float:
        """Seconds until the next try within a look: about 0.5, 1, 2, each times 0.5 to 1.5."""
        return float(0.5 * 2 ** (attempt - 1) * random.uniform(0.5, 1.5))  # noqa: S311 - jitter

    @staticmethod
    def every(seconds: float) -> float:
        """The watcher's rhythm, a tenth up or down."""
        return seconds * random.uniform(0.9, 1.1)  # noqa: S311 - jitter

    @classmethod
    def rest(cls, failures: int, rhythm: timedelta | None, asked: timedelta | None) -> timedelta | None:
        """How long a source in trouble rests: what the server asked for; else doubling, at most six hours."""
        if asked is not None and asked.total_seconds() > cls.SHORT:
            return asked
        if rhythm is None:
            return None
        doubled = min(rhythm.total_seconds() * 2.0 ** min(failures, 16), cls._LONGEST.total_seconds())
        return timedelta(seconds=doubled * random.uniform(0.75, 1.25))  # noqa: S311 - jitter
