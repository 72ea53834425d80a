"""The clock that looks for due summaries: in every long-running process, at work in the one that holds the lease."""

from __future__ import annotations

import logging
from collections.abc import Callable

from bot.scheduler.lease import Lease
from bot.scheduler.weekly import WeeklyRuns

LEASE_NAME = "weekly"
EVERY = 20.0

_log = logging.getLogger(__name__)


class Clock:
    """Starts APScheduler with one job. `start` once; `close` waits for the look in hand."""

    def __init__(self, runs: WeeklyRuns, lease: Lease, every: float = EVERY) -> None:
        self.runs, self.lease, self.every = runs, lease, every
        self._stop: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Look now and then every `every` seconds. Looks never overlap; missed ones are made up for by one."""
        from apscheduler.schedulers.background import BackgroundScheduler

        scheduler = BackgroundScheduler(timezone="UTC", daemon=True)
        scheduler.add_job(self.look, "interval", seconds=self.every, max_instances=1, coalesce=True, id=LEASE_NAME)
        scheduler.start()
        self._stop = lambda: scheduler.shutdown(wait=True)

    def close(self) -> None:
        """Stop looking, and let another process lead."""
        self._stop()
        self.lease.give_up()

    def look(self) -> None:
        """Run what is due, if this process leads. Whatever goes wrong is logged, and the next look tries again."""
        try:
            if not self.lease.take():
                return
            for run in self.runs.tick():
                _log.info("weekly summary %s: %s", run.outcome, run.channel)
        except Exception:
            _log.exception("weekly summaries not looked at")
