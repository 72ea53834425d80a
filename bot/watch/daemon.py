"""The watcher as a process that stays: folders often, pages seldom, one leader, clean end."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Sequence

from bot.messages import watch as say
from bot.scheduler.lease import LEASE, Lease
from bot.watch.options import WatchOptions
from bot.watch.rounds import Round, Watcher
from bot.watch.waiting import Waiting

LEASE_NAME = "watcher"


def holder() -> str:
    """A name for this process that no other running one has."""
    return f"{socket.gethostname()[:32]}:{os.getpid()}:{threading.get_native_id()}"


class Daemon:
    """Rounds until told to stop. Only the holder of the lease looks at sources; the others wait to take over."""

    def __init__(
        self,
        watcher: Watcher,
        sources: Sequence[str],
        options: WatchOptions,
        lease: Lease,
        tell: Callable[[Round], None],
        log: Callable[[str], None],
    ) -> None:
        self.watcher, self.options, self.lease, self.tell, self.log = watcher, options, lease, tell, log
        self.due = dict.fromkeys(sources, 0.0)
        self.closing = watcher.closing
        self.leads = False
        self._keeper = threading.Thread(target=self._keep_lease, name="lease", daemon=True)

    def run(self) -> None:
        """Until `close` is called; the round in hand is finished."""
        self._keeper.start()
        try:
            while not self.closing.is_set():
                self.closing.wait(self._next())
        finally:
            self.closing.set()
            self._keeper.join(5)
            self.lease.give_up()

    def close(self) -> None:
        """Stop after the round in hand; may be called from a signal's handler."""
        self.closing.set()

    def _next(self) -> float:
        """A step; whatever goes wrong in it, the store away or a full disk, the watcher stays and tries again."""
        try:
            return self.step()
        except Exception as problem:
            self.log(say.round_failed(problem))
            return self.options.folder_every

    def step(self) -> float:
        """Look at what is due, if this process leads; seconds until the next look."""
        led, self.leads = self.leads, self.lease.take()
        if not self.leads:
            if led or not self.due.get("", 0):
                self.log(say.NOT_LEADER)
                self.due[""] = 1.0  # said once
            return LEASE.total_seconds() / 4
        self.due.pop("", None)
        started = time.monotonic()
        due = [source for source, at in self.due.items() if at <= started]
        if due:
            self.tell(self.watcher.round(due))
        for source in due:
            self.due[source] = time.monotonic() + Waiting.every(self._rhythm(source))
        return max(0.05, min(self.due.values(), default=started + 60) - time.monotonic())

    def _rhythm(self, source: str) -> float:
        return self.options.every if "://" in source else self.options.folder_every

    def _keep_lease(self) -> None:
        """A round may last longer than the lease; it is renewed meanwhile."""
        while not self.closing.wait(LEASE.total_seconds() / 3):
            if self.leads:
                try:
                    self.leads = self.lease.take()
                except Exception as problem:  # the store is away for a moment; the next renewal finds it
                    self.log(say.lease_not_renewed(str(problem).splitlines()[0]))
