"""A circuit breaker: a model that keeps failing is left alone for a while, so that questions are not kept waiting."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock


@dataclass(slots=True)
class Breaker:
    """Opens after `limit` failures in a row, for `rest_s` seconds; then one call is let through to try."""

    limit: int = 3
    rest_s: float = 60.0
    clock: Callable[[], float] = time.monotonic
    _failures: int = 0
    _opened: float = 0.0
    _lock: Lock = field(default_factory=Lock, repr=False)

    @property
    def open(self) -> bool:
        """Whether calls are to be left out now."""
        with self._lock:
            return self._failures >= self.limit and self.clock() - self._opened < self.rest_s

    def failed(self) -> None:
        """Count a failure; a failed trial opens the breaker again."""
        with self._lock:
            self._failures += 1
            if self._failures >= self.limit:
                self._opened = self.clock()

    def worked(self) -> None:
        """A call came back: start counting anew."""
        with self._lock:
            self._failures = 0
