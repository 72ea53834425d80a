"""Right or wrong: what readers said about answers, with all it takes to look into it."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import select

from bot.state.answers import Given
from bot.state.models import FeedbackRow
from bot.state.store import StateStore

Verdict = Literal["right", "wrong", "note"]


class Feedback:
    """The table of feedback; rows are only ever added, and given their reason."""

    def __init__(self, store: StateStore) -> None:
        self.store = store

    def add(self, verdict: Verdict, *, team: str, user: str, given: Given | None, reason: str = "") -> None:
        """Keep what a person said, with the question, its reading and its SQL as they were."""
        with self.store.write() as session:
            session.add(
                FeedbackRow(
                    answer_id=given.id if given else None,
                    team=team,
                    user=user,
                    verdict=verdict,
                    reason=reason,
                    question=given.question if given else None,
                    reading=given.answer.reading if given else "",
                    sql=given.answer.sql if given else None,
                )
            )

    def all(self, answer_id: str | None = None) -> list[FeedbackRow]:
        """What was said, oldest first; about one answer where its id is given."""
        wanted = select(FeedbackRow).order_by(FeedbackRow.id)
        if answer_id is not None:
            wanted = wanted.where(FeedbackRow.answer_id == answer_id)
        with self.store.read() as session:
            return list(session.scalars(wanted))
