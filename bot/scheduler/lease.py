"""One leader among several processes: a row in the database, held for a while and renewed.

The clock is the caller's: processes that share a database have to agree on the time within seconds, and the lease is
long against that. What the leader does is idempotent besides, so that a moment of two leaders doubles nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import or_, update
from sqlalchemy.exc import IntegrityError

from bot.state.operations import LeaseRow
from bot.state.store import StateStore
from bot.state.types import now

LEASE = timedelta(seconds=60)


class Lease:
    """A named lease for one holder; no two running processes share a holder's name."""

    def __init__(self, store: StateStore, name: str, holder: str, length: timedelta = LEASE) -> None:
        self.store, self.name, self.holder, self.length = store, name, holder, length

    def take(self, at: datetime | None = None) -> bool:
        """Take or renew it. False while another holder's has not run out."""
        at = at or now()
        free = or_(LeaseRow.holder == self.holder, LeaseRow.until < at)
        with self.store.write() as session:
            taken = session.execute(
                update(LeaseRow)
                .where(LeaseRow.name == self.name, free)
                .values(holder=self.holder, until=at + self.length)
                .returning(LeaseRow.name)
            ).first()
        return taken is not None or self._first(at)

    def give_up(self) -> None:
        """Let the next one have it at once: the process is closing."""
        mine = (LeaseRow.name == self.name, LeaseRow.holder == self.holder)
        with self.store.write() as session:
            session.execute(update(LeaseRow).where(*mine).values(until=now() - timedelta(seconds=1)))

    def holder_now(self, at: datetime | None = None) -> str | None:
        """Who holds it, for `doctor` and metrics; None where nobody does."""
        with self.store.read() as session:
            row = session.get(LeaseRow, self.name)
            return row.holder if row and row.until >= (at or now()) else None

    def _first(self, at: datetime) -> bool:
        try:
            with self.store.write() as session:
                session.add(LeaseRow(name=self.name, holder=self.holder, until=at + self.length))
            return True
        except IntegrityError:  # somebody holds it, or was first just now
            return False
