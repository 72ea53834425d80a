"""Messages that have to reach a channel once, whatever is killed when.

A message is put before anything is sent; (channel, document revision, kind) is unique, so putting it twice is putting
it once. A sender claims it for the length of a lease and marks it sent with the timestamp Slack gave. A sender that
dies in between leaves a claimed message with an expired lease; `attempts` above 1 tells the next one to look in the
channel first, where the message carries its id in its metadata.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, or_, select, update
from sqlalchemy.exc import IntegrityError

from bot.state.models import OutboxRow
from bot.state.store import StateStore
from bot.state.types import now

PENDING, CLAIMED, SENT, DEAD = "pending", "claimed", "sent", "dead"
MARK = "mark_answer"
"""Kind of what is said on an answer's own message: that it no longer holds, that it holds again."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A claimed message. `payload`: {"text": ..., "blocks": [...], "replies": [{"text", "blocks"}], "update": ts}."""

    id: int
    team: str
    channel: str
    document_revision: str
    kind: str
    payload: dict[str, Any]
    attempts: int
    ts: str | None = None
    """Set where an earlier try got as far as posting the message itself."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something said on an answer's own message: which news it is, and when it was put."""

    key: str
    at: datetime


class Outbox:
    """The table of outgoing messages. `owner` names this process in its claims."""

    def __init__(self, store: StateStore, owner: str = "", lease: timedelta = timedelta(seconds=60)) -> None:
        self.store, self.owner, self.lease = store, owner, lease

    def put(
        self,
        kind: str,
        channel: str,
        document_revision: str,
        payload: dict[str, Any],
        *,
        team: str = "",
        not_before: datetime | None = None,
    ) -> bool:
        """Write a message down. False when the same one (channel, revision, kind) was put before: nothing changes."""
        try:
            with self.store.write() as session:
                session.add(
                    OutboxRow(
                        team=team,
                        kind=kind,
                        channel=channel,
                        document_revision=document_revision,
                        payload=payload,
                        not_before=not_before or now(),
                    )
                )
            return True
        except IntegrityError:
            return False

    def claim(self, limit: int = 10, at: datetime | None = None) -> list[Outgoing]:
        """Take messages that are due and in nobody's hands, oldest first."""
        at = at or now()
        due = and_(OutboxRow.status == PENDING, OutboxRow.not_before <= at)
        left = and_(OutboxRow.status == CLAIMED, OutboxRow.lease_until < at)
        wanted = select(OutboxRow).where(or_(due, left)).order_by(OutboxRow.id).limit(limit)
        with self.store.write() as session:
            rows = list(session.scalars(wanted.with_for_update(skip_locked=True)))
            for row in rows:
                row.status, row.owner, row.lease_until = CLAIMED, self.owner, at + self.lease
                row.attempts += 1
            return [_outgoing(row) for row in rows]

    def posted(self, message_id: int, ts: str) -> None:
        """Slack took the message itself; what belongs into its thread is still to go."""
        self._set(message_id, ts=ts, lease_until=now() + self.lease)

    def sent(self, message_id: int, ts: str) -> None:
        """Slack took it under this timestamp."""
        self._set(message_id, status=SENT, ts=ts, sent_at=now(), lease_until=None, error=None)

    def retry(self, message_id: int, error: str, after: timedelta) -> None:
        """It did not go out this time; it is due again after a while."""
        self._set(message_id, status=PENDING, owner=None, lease_until=None, error=error, not_before=now() + after)

    def dead(self, message_id: int, error: str) -> None:
        """It can never go out (the channel is gone, the bot was removed)."""
        self._set(message_id, status=DEAD, lease_until=None, error=error)

    def drop(self, team: str, error: str) -> int:
        """None of the messages that still wait for this workspace can go out any more; how many there were."""
        waiting = and_(OutboxRow.team == team, OutboxRow.status.in_((PENDING, CLAIMED)))
        with self.store.write() as session:
            rows = list(session.scalars(select(OutboxRow).where(waiting)))
            for row in rows:
                row.status, row.owner, row.lease_until, row.error = DEAD, None, None, error
            return len(rows)

    def sent_ts(self, channel: str, document_revision: str, kind: str, team: str = "") -> str | None:
        """The timestamp of a message that went out: what an update of it is addressed to."""
        wanted = select(OutboxRow.ts).where(
            OutboxRow.team == team,
            OutboxRow.channel == channel,
            OutboxRow.document_revision == document_revision,
            OutboxRow.kind == kind,
        )
        with self.store.read() as session:
            return session.scalars(wanted).one_or_none()

    def marks(self, answer_id: str) -> list[Mark]:
        """What was to be said on an answer's own message, oldest first."""
        wanted = select(OutboxRow.document_revision, OutboxRow.created_at).where(
            OutboxRow.kind == MARK, OutboxRow.document_revision.startswith(f"told:{answer_id}:", autoescape=True)
        )
        with self.store.read() as session:
            return [Mark(key, at) for key, at in session.execute(wanted.order_by(OutboxRow.id))]

    def counts(self) -> dict[str, int]:
        """How many messages stand where: for `doctor`, metrics and tests."""
        with self.store.read() as session:
            statuses = list(session.scalars(select(OutboxRow.status)))
        return {status: statuses.count(status) for status in sorted(set(statuses))}

    def _set(self, message_id: int, **values: Any) -> None:
        # Only the claim's owner may change it: a sender whose lease ran out must not undo the next one's work.
        mine = and_(OutboxRow.id == message_id, OutboxRow.owner == self.owner)
        with self.store.write() as session:
            session.execute(update(OutboxRow).where(mine).values(**values))


def _outgoing(row: OutboxRow) -> Outgoing:
    head = (row.id, row.team, row.channel, row.document_revision, row.kind)
    return Outgoing(*head, payload=dict(row.payload), attempts=row.attempts, ts=row.ts)
