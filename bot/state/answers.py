"""Answers as they were given: for the buttons under them, for follow-ups, and for corrections that arrive later."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.answer.answer import Answer
from bot.query import Query
from bot.state.codec import dump_query, load_query
from bot.state.models import AnswerRow, ClarificationRow
from bot.state.store import StateStore
from bot.state.types import now

LEAD = "lead"  # kept with the answer, though no part of it


@dataclass(frozen=True, slots=True)
class Given:
    """An answer with where and to whom it was given. `ts` is None until Slack has taken the message.

    What it rests on is kept with it (`answer.lineage`): a later correction is held against that.
    """

    id: str
    team: str
    channel: str
    thread_ts: str
    question_ts: str
    user: str
    question: str
    answer: Answer
    ts: str | None = None
    lead: str = ""
    """The line above it in Slack, as sent: whose question it is."""
    created_at: datetime = field(default_factory=now)


class Answers:
    """Answers by id, by message, and by the question they belong to."""

    def __init__(self, store: StateStore) -> None:
        self.store = store

    def put(self, given: Given) -> None:
        """Write an answer down, or write it anew after the question was edited."""
        with self.store.write() as session:
            session.merge(_row(given))
            if given.answer.status == "clarify":
                queries = [dump_query(query) for query in given.answer.choice_queries]
                session.merge(
                    ClarificationRow(
                        id=given.id,
                        answer_id=given.id,
                        choices=list(given.answer.choices),
                        queries=queries,
                        chosen=None,
                    )
                )

    def posted(self, answer_id: str, ts: str) -> None:
        """Slack took the message under this timestamp."""
        with self.store.write() as session:
            row = session.get(AnswerRow, answer_id)
            if row is not None:
                row.ts = ts
                row.thread_ts = row.thread_ts or ts  # a message of its own starts the thread of its follow-ups

    def removed(self, answer_id: str) -> None:
        """The message was taken back in Slack; the record stays until its retention ends."""
        with self.store.write() as session:
            row = session.get(AnswerRow, answer_id)
            if row is not None:
                row.removed_at = now()

    def get(self, answer_id: str) -> Given | None:
        """The answer with this id."""
        with self.store.read() as session:
            row = session.get(AnswerRow, answer_id)
            return None if row is None else _given(row)

    def by_question(self, team: str, channel: str, question_ts: str) -> Given | None:
        """The newest standing answer to the message with this timestamp."""
        wanted = (
            select(AnswerRow)
            .where(AnswerRow.channel == channel, AnswerRow.question_ts == question_ts, AnswerRow.team == team)
            .where(AnswerRow.removed_at.is_(None))
            .order_by(AnswerRow.created_at.desc())
            .limit(1)
        )
        with self.store.read() as session:
            row = session.scalars(wanted).first()
            return None if row is None else _given(row)

    def resting_on(self, reports: Collection[str]) -> Iterator[Given]:
        """The figures given that looked into one of these reports and still stand in Slack, oldest first."""
        wanted = select(AnswerRow.id, AnswerRow.lineage, AnswerRow.answer).where(
            AnswerRow.status == "answered", AnswerRow.ts.is_not(None), AnswerRow.removed_at.is_(None)
        )
        with self.store.read() as session:
            rows = session.execute(wanted.order_by(AnswerRow.created_at)).all()
        for row in rows:
            if set(reports) & _looked_into(row.lineage, row.answer) and (given := self.get(row.id)) is not None:
                yield given

    def given_since(self, moment: datetime, edition: str) -> Iterator[Given]:
        """The figures given since a moment that were not read from this edition and stand in Slack, oldest first."""
        wanted = select(AnswerRow.id).where(
            AnswerRow.created_at >= moment,
            AnswerRow.edition != edition,
            AnswerRow.status == "answered",
            AnswerRow.ts.is_not(None),
            AnswerRow.removed_at.is_(None),
        )
        with self.store.read() as session:
            ids = list(session.scalars(wanted.order_by(AnswerRow.created_at)))
        for answer_id in ids:
            if (given := self.get(answer_id)) is not None:
                yield given

    def askers(self, team: str, channel: str, thread_ts: str) -> set[str]:
        """Who has been answered in a thread."""
        wanted = select(AnswerRow.user).where(
            AnswerRow.team == team, AnswerRow.channel == channel, AnswerRow.thread_ts == thread_ts
        )
        with self.store.read() as session:
            return set(session.scalars(wanted))

    def choose(self, answer_id: str, index: int) -> tuple[str, Query | None] | None:
        """Take a choice of an open question back: its label, and its plan where there is one.

        None where there is no such choice. Taking one again is fine: people change their minds.
        """
        with self.store.write() as session:
            row = session.get(ClarificationRow, answer_id)
            if row is None or not 0 <= index < len(row.choices):
                return None
            row.chosen = index
            plan: dict[str, Any] | None = row.queries[index] if index < len(row.queries) else None
            return row.choices[index], None if plan is None else load_query(plan)


def _looked_into(lineage: dict[str, Any], answer: dict[str, Any]) -> set[str]:
    """The reports of an answer; of one kept before lineages were, those it names as sources."""
    return set((lineage or {}).get("reports") or (source["report"] for source in answer.get("sources") or ()))


def _row(given: Given) -> AnswerRow:
    answer = given.answer
    return AnswerRow(
        id=given.id,
        team=given.team,
        channel=given.channel,
        thread_ts=given.thread_ts,
        question_ts=given.question_ts,
        ts=given.ts,
        user=given.user,
        question=given.question,
        status=answer.status,
        reading=answer.reading,
        sql=answer.sql,
        query=None if answer.query is None else dump_query(answer.query),
        answer=answer.to_json()
        | {"suggestions": answer.suggestions, "truncated": answer.truncated}
        | {LEAD: given.lead},
        lineage=answer.lineage.model_dump(mode="json"),
        edition=answer.edition,
        created_at=given.created_at,
    )


def _given(row: AnswerRow) -> Given:
    query = None if row.query is None else load_query(row.query)
    kept = {"query": query, "edition": row.edition, "lineage": row.lineage or {}}
    return Given(
        id=row.id,
        team=row.team,
        channel=row.channel,
        thread_ts=row.thread_ts,
        question_ts=row.question_ts,
        user=row.user,
        question=row.question or "",
        answer=Answer.model_validate({name: row.answer[name] for name in row.answer if name != LEAD} | kept),
        ts=row.ts,
        lead=str(row.answer.get(LEAD, "")),
        created_at=row.created_at,
    )
