"""The tables of the state store. A change here needs a migration in `migrations/versions`; a test compares both."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Index, Integer, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bot.state.types import Json, UtcDateTime, now

BIG = BigInteger().with_variant(Integer(), "sqlite")  # SQLite numbers rows only in a plain INTEGER key


class Base(DeclarativeBase):
    """Every constraint has a name, so that a later migration can change it on any database."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, dict[str, Any]: Json, list[Any]: Json, int: BIG}  # noqa: RUF012


class ThreadRow(Base):
    """What a follow-up in a Slack thread builds on."""

    __tablename__ = "threads"
    team: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel: Mapped[str] = mapped_column(String(32), primary_key=True)
    thread_ts: Mapped[str] = mapped_column(String(32), primary_key=True)
    state: Mapped[dict[str, Any]]
    updated_at: Mapped[datetime] = mapped_column(default=now, index=True)


class AnswerRow(Base):
    """An answer as given: what was asked, how it was read, what was said, on which rows it stood."""

    __tablename__ = "answers"
    __table_args__ = (
        Index("ix_answers_channel_ts", "channel", "ts"),
        Index("ix_answers_channel_question_ts", "channel", "question_ts"),
    )
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    team: Mapped[str] = mapped_column(String(32))
    channel: Mapped[str] = mapped_column(String(32))
    thread_ts: Mapped[str] = mapped_column(String(32))
    question_ts: Mapped[str] = mapped_column(String(32))
    ts: Mapped[str | None] = mapped_column(String(32))
    user: Mapped[str] = mapped_column(String(32))
    question: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(16))
    reading: Mapped[str] = mapped_column(Text)
    sql: Mapped[str | None] = mapped_column(Text)
    query: Mapped[dict[str, Any] | None]
    answer: Mapped[dict[str, Any]]
    lineage: Mapped[dict[str, Any]]
    edition: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=now, index=True)
    removed_at: Mapped[datetime | None]


class ClarificationRow(Base):
    """A question back that waits for a button; it outlives the process that asked."""

    __tablename__ = "clarifications"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    answer_id: Mapped[str] = mapped_column(String(32))
    choices: Mapped[list[Any]]
    queries: Mapped[list[Any]]
    chosen: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now, index=True)


class FeedbackRow(Base):
    """Right or wrong, with the reason and everything needed to look into it."""

    __tablename__ = "feedback"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    answer_id: Mapped[str | None] = mapped_column(String(32), index=True)
    team: Mapped[str] = mapped_column(String(32))
    user: Mapped[str] = mapped_column(String(32))
    verdict: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(Text, default="")
    question: Mapped[str | None] = mapped_column(Text)
    reading: Mapped[str] = mapped_column(Text, default="")
    sql: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=now)


class DeliveryRow(Base):
    """A thing Slack delivered, and how far we got with it. `post_key` names the post, however often it is delivered."""

    __tablename__ = "deliveries"
    __table_args__ = (Index("ix_deliveries_status_lease_until", "status", "lease_until"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    event_id: Mapped[str | None] = mapped_column(String(64), unique=True)
    post_key: Mapped[str] = mapped_column(String(160), unique=True)
    lane: Mapped[str] = mapped_column(String(128), default="")
    task: Mapped[dict[str, Any] | None]
    status: Mapped[str] = mapped_column(String(16))
    attempts: Mapped[int] = mapped_column(default=0)
    worker: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[datetime | None]
    accepted_at: Mapped[datetime] = mapped_column(default=now, index=True)
    finished_at: Mapped[datetime | None]


class SubscriptionRow(Base):
    """A channel that wants alerts or the weekly summary: one of each kind; asking again replaces its filter."""

    __tablename__ = "subscriptions"
    __table_args__ = (UniqueConstraint("team", "channel", "kind"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    team: Mapped[str] = mapped_column(String(32))
    channel: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(16))
    owner: Mapped[str] = mapped_column(String(32))
    filter_text: Mapped[str] = mapped_column(Text, default="")
    filter_query: Mapped[dict[str, Any] | None]
    schedule: Mapped[dict[str, Any] | None]
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    off_reason: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=now)


class OutboxRow(Base):
    """A message that has to reach a channel once. Written before it is sent; `ts` is written after."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("team", "channel", "document_revision", "kind"),
        Index("ix_outbox_status_not_before", "status", "not_before"),
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    team: Mapped[str] = mapped_column(String(32), default="")
    channel: Mapped[str] = mapped_column(String(32))
    document_revision: Mapped[str] = mapped_column(String(128))
    kind: Mapped[str] = mapped_column(String(32))
    payload: Mapped[dict[str, Any]]
    status: Mapped[str] = mapped_column(String(16), default="pending")
    attempts: Mapped[int] = mapped_column(default=0)
    owner: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[datetime | None]
    not_before: Mapped[datetime] = mapped_column(default=now)
    ts: Mapped[str | None] = mapped_column(String(32))
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=now)
    sent_at: Mapped[datetime | None]
