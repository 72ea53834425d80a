"""What is being answered right now, so that the stop button can end it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Run:
    """One question in work. `interrupt` is set by the work itself to whatever ends it at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._interrupt: Callable[[], None] | None = None
        self.stopped = False

    def on_stop(self, interrupt: Callable[[], None]) -> None:
        """How to end the work that begins now; called at once where it was stopped already."""
        with self._lock:
            self._interrupt = interrupt
            if self.stopped:
                interrupt()

    def off_stop(self) -> None:
        """The work is done; a stop has nothing to end any more."""
        with self._lock:
            self._interrupt = None

    def stop(self) -> None:
        """End it."""
        with self._lock:
            self.stopped = True
            if self._interrupt is not None:
                self._interrupt()


_current: ContextVar[Run | None] = ContextVar("run", default=None)


def current() -> Run | None:
    """The run this thread works for."""
    return _current.get()


class Running:
    """Runs by thread; workspaces may share the names of theirs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._runs: dict[tuple[str, str, str], Run] = {}

    @contextmanager
    def begin(self, team: str, channel: str, thread_ts: str) -> Iterator[Run]:
        """A run for as long as the block lasts."""
        run = Run()
        with self._lock:
            self._runs[team, channel, thread_ts] = run
        token = _current.set(run)
        try:
            yield run
        finally:
            _current.reset(token)
            with self._lock:
                if self._runs.get((team, channel, thread_ts)) is run:
                    del self._runs[team, channel, thread_ts]

    def stop(self, team: str, channel: str, thread_ts: str) -> bool:
        """End what runs in this thread; False where nothing does."""
        with self._lock:
            run = self._runs.get((team, channel, thread_ts))
        if run is not None:
            run.stop()
        return run is not None
