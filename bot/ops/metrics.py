"""Prometheus metrics, read from the stores at each scrape: the same whichever process is asked.

Latencies of answers are in the log, one line an answer (question id, latency by step, outcome); what is counted here
survives restarts and adds up over processes, because it is counted in the database.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from bot.messages import ops as say
from bot.state.models import AnswerRow, DeliveryRow, FeedbackRow, OutboxRow, SubscriptionRow
from bot.state.operations import LeaseRow, WatchedSourceRow
from bot.state.store import StateStore
from bot.state.types import now

PREFIX = "detainer_desk_"
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Stores(Collector):
    """Collects from the state store and from the newest edition's file."""

    def __init__(self, store: StateStore, db_path: Path) -> None:
        self.store, self.db_path = store, db_path

    def collect(self) -> Iterator[Metric]:
        """One family a metric."""
        yield self._by("outbox", "status", OutboxRow.status)
        yield self._one("outbox_oldest", self._oldest())
        yield self._by("deliveries", "status", DeliveryRow.status)
        yield self._by("answers", "status", AnswerRow.status)
        yield self._by("feedback", "verdict", FeedbackRow.verdict)
        yield self._by("subscriptions", "kind", SubscriptionRow.kind, SubscriptionRow.active)
        yield self._by("troubles", "code", WatchedSourceRow.trouble, WatchedSourceRow.trouble.is_not(None))
        yield self._leaders()
        yield from self._database()

    def _by(self, name: str, label: str, column: InstrumentedAttribute[Any], *where: object) -> Metric:
        family = GaugeMetricFamily(PREFIX + name, say.METRICS[name], labels=[label])
        wanted = select(column, func.count()).group_by(column)
        for condition in where:
            wanted = wanted.where(condition)  # type: ignore[arg-type]
        with self.store.read() as session:
            for value, number in session.execute(wanted):
                family.add_metric([str(value)], float(str(number)))
        return family

    def _oldest(self) -> float:
        at = now()
        waiting = OutboxRow.status.in_(("pending", "claimed"))
        with self.store.read() as session:
            oldest = session.scalars(select(OutboxRow.not_before).where(waiting).order_by(OutboxRow.not_before)).first()
        return max(0.0, (at - oldest).total_seconds()) if oldest else 0.0

    def _leaders(self) -> Metric:
        family = GaugeMetricFamily(PREFIX + "leader", say.METRICS["leader"], labels=["name"])
        with self.store.read() as session:
            for row in session.scalars(select(LeaseRow)):
                family.add_metric([row.name], float(row.until >= now()))
        return family

    def _database(self) -> Iterator[Metric]:
        import duckdb

        from bot.watch.loaded import reading

        try:
            with reading(self.db_path) as connection:
                row = connection.execute("SELECT count(*) FROM main.reports").fetchone() if connection else None
        except duckdb.Error:
            return
        yield self._one("reports", row[0] if row else 0)
        if self.db_path.exists():
            yield self._one("edition_age", max(0.0, time.time() - self.db_path.stat().st_mtime))

    def _one(self, name: str, value: float) -> Metric:
        return GaugeMetricFamily(PREFIX + name, say.METRICS[name], value=value)


def render(store: StateStore, db_path: Path) -> bytes:
    """The metrics as Prometheus reads them."""
    registry = CollectorRegistry()
    registry.register(Stores(store, db_path))
    return generate_latest(registry)
