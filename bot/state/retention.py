"""How long words are kept. Figures and SQL stay as long as the answers; the person's own words may go sooner."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, update

from bot.state.models import AnswerRow, ClarificationRow, DeliveryRow, FeedbackRow, ThreadRow
from bot.state.store import StateStore
from bot.state.types import now

DELIVERIES_KEPT = timedelta(days=2)
"""Slack's last retry comes about six minutes after the first try; two days leave room for a long outage."""


def forget(store: StateStore, keep_words: timedelta | None, at: datetime | None = None) -> None:
    """Drop what is older than its time: threads, and the question text of answers and feedback; old delivery names.

    `keep_words` None keeps words for good.
    """
    at = at or now()
    with store.write() as session:
        session.execute(
            delete(DeliveryRow).where(
                DeliveryRow.accepted_at < at - DELIVERIES_KEPT, DeliveryRow.status.in_(("done", "failed"))
            )
        )
        if keep_words is None:
            return
        before = at - keep_words
        session.execute(delete(ThreadRow).where(ThreadRow.updated_at < before))
        session.execute(delete(ClarificationRow).where(ClarificationRow.created_at < before))
        session.execute(update(AnswerRow).where(AnswerRow.created_at < before).values(question=None))
        session.execute(update(FeedbackRow).where(FeedbackRow.created_at < before).values(question=None))
