"""What Slack delivered, each post once, and how far we got: the queue that survives the process.

A post is accepted before Slack is told so. It is then claimed by a worker for the length of a lease; a worker that dies
lets the lease run out, and the post is claimed again: by the next process, or at Slack's own second delivery.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, or_, select, update
from sqlalchemy.exc import IntegrityError

from bot.state.models import DeliveryRow
from bot.state.store import StateStore
from bot.state.types import now

ACCEPTED, WORKING, DONE, FAILED = "accepted", "working", "done", "failed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A claimed post. `attempts` counts the claims, this one included: above 1, an earlier worker may have answered."""

    id: int
    post_key: str
    task: dict[str, Any]
    attempts: int


class Deliveries:
    """The table of deliveries. `worker` names this process; no two running processes share a name."""

    def __init__(self, store: StateStore, worker: str, lease: timedelta = timedelta(seconds=15)) -> None:
        self.store, self.worker, self.lease = store, worker, lease

    def accept(self, post_key: str, event_id: str | None, task: dict[str, Any], lane: str = "") -> int | None:
        """Write the post down. None when it was delivered before; its first delivery is then answered or waiting.

        Posts of one `lane` build on each other and are worked on in order.
        """
        try:
            with self.store.write() as session:
                row = DeliveryRow(event_id=event_id, post_key=post_key, lane=lane, task=task, status=ACCEPTED)
                session.add(row)
                session.flush()
                return row.id
        except IntegrityError:
            return None

    def claim(self, delivery_id: int, at: datetime | None = None) -> Delivery | None:
        """Take one post to work on, or None where another worker has it or it is finished."""
        at = at or now()
        with self.store.write() as session:
            row = session.scalars(
                select(DeliveryRow).where(DeliveryRow.id == delivery_id, _free(at)).with_for_update(skip_locked=True)
            ).one_or_none()
            if row is None:
                return None
            row.status, row.worker, row.lease_until = WORKING, self.worker, at + self.lease
            row.attempts += 1
            return Delivery(row.id, row.post_key, dict(row.task or {}), row.attempts)

    def waiting(self, at: datetime | None = None, limit: int = 100) -> list[tuple[int, str]]:
        """Posts nobody works on, with their lanes, oldest first: new ones, and what a process that died has left."""
        found = select(DeliveryRow.id, DeliveryRow.lane).where(_free(at or now())).order_by(DeliveryRow.id).limit(limit)
        with self.store.read() as session:
            return [(number, lane) for number, lane in session.execute(found)]

    def find(self, post_key: str, event_id: str | None) -> int | None:
        """The id of a post delivered before, by either of its names."""
        with self.store.read() as session:
            same = DeliveryRow.post_key == post_key
            if event_id is not None:
                same = or_(same, DeliveryRow.event_id == event_id)
            return session.scalars(select(DeliveryRow.id).where(same).limit(1)).first()

    def remember(self, delivery_id: int, **extra: Any) -> None:
        """Add to the task what a next try has to know, should this one not come to its end."""
        with self.store.write() as session:
            row = session.get(DeliveryRow, delivery_id)
            if row is not None and row.task is not None:
                row.task = {**row.task, **extra}

    def renew(self, delivery_ids: Collection[int]) -> None:
        """This process is still at work on these."""
        mine = and_(DeliveryRow.id.in_(delivery_ids), DeliveryRow.worker == self.worker, DeliveryRow.status == WORKING)
        with self.store.write() as session:
            session.execute(update(DeliveryRow).where(mine).values(lease_until=now() + self.lease))

    def holds(self, delivery_id: int) -> bool:
        """Whether the post is still this process's: not finished, and not taken over since its lease ran out."""
        mine = and_(DeliveryRow.id == delivery_id, DeliveryRow.worker == self.worker, DeliveryRow.status == WORKING)
        with self.store.read() as session:
            return session.scalars(select(DeliveryRow.id).where(mine)).first() is not None

    def finish(self, delivery_id: int, failed: bool = False) -> None:
        """Answered, or given up and said so. The post's text is dropped; its names stay, so that it is never redone."""
        self._set(delivery_id, status=FAILED if failed else DONE, task=None, lease_until=None, finished_at=now())

    def postpone(self, delivery_id: int, after: timedelta) -> None:
        """Hand the post back: Slack is out of reach; it is taken up again after a while."""
        self._set(delivery_id, status=WORKING, worker=None, lease_until=now() + after)

    def _set(self, delivery_id: int, **values: Any) -> None:
        # Only the one at work may: a worker that was stopped for longer than its lease must not undo the next one's.
        mine = and_(DeliveryRow.id == delivery_id, DeliveryRow.worker == self.worker)
        with self.store.write() as session:
            session.execute(update(DeliveryRow).where(mine).values(**values))


def _free(at: datetime) -> Any:
    """Accepted and untouched, or in the hands of a worker whose lease has run out."""
    return or_(
        DeliveryRow.status == ACCEPTED,
        and_(DeliveryRow.status == WORKING, DeliveryRow.lease_until < at),
    )
