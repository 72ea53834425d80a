"""Which channels want to be told: of reports as they post (alerts), of the week (weekly)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import select

from bot.query import Query
from bot.state.codec import dump_query, load_query
from bot.state.models import SubscriptionRow
from bot.state.store import StateStore

Kind = Literal["alerts", "weekly"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A channel's wish. `filter_query` holds the filters as understood; None: everything."""

    id: int
    team: str
    channel: str
    kind: str
    owner: str
    filter_text: str = ""
    filter_query: Query | None = None
    schedule: dict[str, Any] | None = None


class Subscriptions:
    """One subscription of each kind a channel."""

    def __init__(self, store: StateStore) -> None:
        self.store = store

    def put(
        self,
        team: str,
        channel: str,
        kind: Kind,
        owner: str,
        *,
        filter_text: str = "",
        filter_query: Query | None = None,
        schedule: dict[str, Any] | None = None,
    ) -> bool:
        """Subscribe, or replace the filter of a subscription there is. True when it is new."""
        with self.store.write() as session:
            row = session.scalars(_one(team, channel, kind)).one_or_none()
            is_new = row is None or not row.active
            if row is None:
                row = SubscriptionRow(team=team, channel=channel, kind=kind, owner=owner)
                session.add(row)
            row.owner, row.filter_text, row.active, row.off_reason = owner, filter_text, True, None
            row.filter_query = None if filter_query is None else dump_query(filter_query)
            row.schedule = schedule
            return is_new

    def stop(self, team: str, channel: str, kind: str, reason: str | None = None) -> bool:
        """Switch a subscription off; False where there was none. `reason` says why where no person asked for it."""
        with self.store.write() as session:
            row = session.scalars(_one(team, channel, kind)).one_or_none()
            if row is None or not row.active:
                return False
            row.active, row.off_reason = False, reason
            return True

    def stop_all(self, team: str, reason: str) -> int:
        """Switch every subscription of a workspace off; how many there were."""
        wanted = select(SubscriptionRow).where(SubscriptionRow.team == team, SubscriptionRow.active)
        with self.store.write() as session:
            rows = list(session.scalars(wanted))
            for row in rows:
                row.active, row.off_reason = False, reason
            return len(rows)

    def listed(
        self, *, team: str | None = None, channel: str | None = None, owner: str | None = None, kind: str | None = None
    ) -> list[Subscription]:
        """The active subscriptions that fit, oldest first."""
        wanted = select(SubscriptionRow).where(SubscriptionRow.active).order_by(SubscriptionRow.id)
        for column, value in (
            (SubscriptionRow.team, team),
            (SubscriptionRow.channel, channel),
            (SubscriptionRow.owner, owner),
            (SubscriptionRow.kind, kind),
        ):
            if value is not None:
                wanted = wanted.where(column == value)
        with self.store.read() as session:
            return [_subscription(row) for row in session.scalars(wanted)]


def _one(team: str, channel: str, kind: str) -> Any:
    return select(SubscriptionRow).where(
        SubscriptionRow.team == team, SubscriptionRow.channel == channel, SubscriptionRow.kind == kind
    )


def _subscription(row: SubscriptionRow) -> Subscription:
    query = None if row.filter_query is None else load_query(row.filter_query)
    return Subscription(row.id, row.team, row.channel, row.kind, row.owner, row.filter_text, query, row.schedule)
