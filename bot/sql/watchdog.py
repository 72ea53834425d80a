"""Interrupts a cursor at its deadline: one waiting thread for all questions, started with the first."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Watchdog:
    """Calls `interrupt` when a block of code takes longer than its deadline. One block at a time."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._due: float | None = None
        self._wakes: float | None = None  # when the thread looks next; None while it waits to be told
        self._interrupt: Callable[[], None] | None = None
        self._thread: threading.Thread | None = None

    @contextmanager
    def watch(self, seconds: float, interrupt: Callable[[], None]) -> Iterator[None]:
        """While the block runs, `interrupt` is called once `seconds` have passed."""
        with self._changed:
            due = time.monotonic() + seconds
            self._due, self._interrupt = due, interrupt
            if self._thread is None:
                self._thread = threading.Thread(target=self._wait, name="sql-watchdog", daemon=True)
                self._thread.start()
            elif self._wakes is None or due < self._wakes:
                self._changed.notify()  # waking it costs more than many a statement, so it sleeps over short ones
        try:
            yield
        finally:
            with self._changed:
                self._due, self._interrupt = None, None

    def _wait(self) -> None:
        with self._changed:
            while True:
                self._wakes = self._due
                if self._due is None:
                    self._changed.wait()
                elif (left := self._due - time.monotonic()) > 0:
                    self._changed.wait(left)
                else:
                    interrupt, self._due = self._interrupt, None
                    if interrupt is not None:
                        interrupt()
