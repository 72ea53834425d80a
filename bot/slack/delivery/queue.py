"""Bounded workers over the deliveries table. The table is the queue; what is in memory only says where to look first.

Posts of one lane (a Slack thread) are worked on one after the other, so that a follow-up finds the answer before it.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from datetime import timedelta

from bot.slack.log import trouble
from bot.state.deliveries import Deliveries, Delivery

Handler = Callable[[Delivery], None]
SWEEP_SECONDS = 1.0


class TryAgainError(Exception):
    """Slack is out of reach; the post goes back and is due again after `after`."""

    def __init__(self, after: timedelta) -> None:
        super().__init__(str(after))
        self.after = after


class WorkQueue:
    """`handle` answers one claimed post. It may raise TryAgainError; anything else it raises counts as given up."""

    def __init__(self, deliveries: Deliveries, handle: Handler, workers: int) -> None:
        self.deliveries, self.handle = deliveries, handle
        self._lanes: dict[str, deque[int]] = {}
        self._ready: deque[str] = deque()
        self._busy: set[str] = set()
        self._known: set[int] = set()
        self._changed = threading.Condition()
        self._closing, self._finished = threading.Event(), threading.Event()
        self._workers = [threading.Thread(target=self._work, name=f"worker-{n}", daemon=True) for n in range(workers)]
        self._sweeper = threading.Thread(target=self._sweep, name="sweeper", daemon=True)

    def start(self) -> None:
        """Take up what an earlier process has left, then what comes in."""
        for thread in (*self._workers, self._sweeper):
            thread.start()

    def offer(self, delivery_id: int, lane: str) -> None:
        """A post is in the table; look at it soon. Offering one twice does no harm."""
        with self._changed:
            if delivery_id in self._known:
                return
            self._known.add(delivery_id)
            self._lanes.setdefault(lane, deque()).append(delivery_id)
            if lane not in self._busy and lane not in self._ready:
                self._ready.append(lane)
            self._changed.notify()

    def close(self, timeout: float = 30.0) -> None:
        """Finish what is in hand; what is not begun stays in the table for the next process.

        The leases are kept up until the last is finished: another process must not take up what is being answered.
        """
        self._closing.set()
        with self._changed:
            self._changed.notify_all()
        for thread in self._workers:
            if thread.is_alive():
                thread.join(timeout)
        self._finished.set()
        if self._sweeper.is_alive():
            self._sweeper.join(timeout)

    def idle(self) -> bool:
        """Whether nothing is waiting or in work here."""
        with self._changed:
            return not self._known

    def _take(self) -> tuple[str, int] | None:
        with self._changed:
            while not self._ready:
                if self._closing.is_set():
                    return None
                self._changed.wait()
            if self._closing.is_set():
                return None
            lane = self._ready.popleft()
            self._busy.add(lane)
            return lane, self._lanes[lane].popleft()

    def _done(self, lane: str, delivery_id: int) -> None:
        with self._changed:
            self._busy.discard(lane)
            self._known.discard(delivery_id)
            if self._lanes[lane]:
                self._ready.append(lane)
                self._changed.notify()
            else:
                del self._lanes[lane]

    def _work(self) -> None:
        while (taken := self._take()) is not None:
            lane, delivery_id = taken
            try:
                self._one(delivery_id)
            except Exception:  # the store itself failed: the lease runs out and the post is taken up again
                trouble("delivery lost for now", delivery=delivery_id)
            finally:
                self._done(lane, delivery_id)

    def _one(self, delivery_id: int) -> None:
        delivery = self.deliveries.claim(delivery_id)
        if delivery is None:
            return
        try:
            self.handle(delivery)
        except TryAgainError as later:
            self.deliveries.postpone(delivery_id, later.after)
        except Exception:
            trouble("delivery given up", delivery=delivery_id, attempts=delivery.attempts)
            self.deliveries.finish(delivery_id, failed=True)
        else:
            self.deliveries.finish(delivery_id)

    def _sweep(self) -> None:
        """Keep the leases of what is in hand; find what a process that died, or a second delivery, has left."""
        while True:
            try:
                with self._changed:
                    mine = set(self._known)
                if mine:
                    self.deliveries.renew(mine)
                for delivery_id, lane in () if self._closing.is_set() else self.deliveries.waiting():
                    self.offer(delivery_id, lane)
            except Exception:  # a store that is away for a moment must not end the sweeping
                trouble("sweep failed")
            if self._finished.wait(SWEEP_SECONDS):
                return
