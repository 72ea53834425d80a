"""Tables of the watcher and the scheduler: what was looked at, what was announced, who leads, what ran when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.state.models import Base
from bot.state.types import now


class WatchedSourceRow(Base):
    """A source as last looked at: its trouble, if it has one, and when it may be looked at again."""

    __tablename__ = "watched_sources"
    source: Mapped[str] = mapped_column(String(2000), primary_key=True)
    links: Mapped[int] = mapped_column(default=0)
    failures: Mapped[int] = mapped_column(default=0)
    trouble: Mapped[str | None] = mapped_column(String(64))
    not_before: Mapped[datetime | None]
    looked_at: Mapped[datetime] = mapped_column(default=now)


class WatchedPageRow(Base):
    """An address as last taken in: how to ask whether it changed, and the bytes it had (SHA-256)."""

    __tablename__ = "watched_pages"
    url: Mapped[str] = mapped_column(String(2000), primary_key=True)
    source: Mapped[str] = mapped_column(String(2000))
    etag: Mapped[str | None] = mapped_column(Text)
    last_modified: Mapped[str | None] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    outcome: Mapped[str] = mapped_column(String(64))
    checked_at: Mapped[datetime] = mapped_column(default=now)


class AnnouncedRow(Base):
    """A document whose alerts are all in the outbox, or that was there before anybody watched (`baseline`)."""

    __tablename__ = "announced"
    document_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    how: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(default=now)


class LeaseRow(Base):
    """Who does a thing that only one process may do, and until when unless renewed."""

    __tablename__ = "leases"
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    holder: Mapped[str] = mapped_column(String(64))
    until: Mapped[datetime]


class ScheduledRunRow(Base):
    """A weekly summary that was due: posted, or skipped and why. One a channel, kind and moment."""

    __tablename__ = "scheduled_runs"
    __table_args__ = (UniqueConstraint("team", "channel", "kind", "due_at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    team: Mapped[str] = mapped_column(String(32))
    channel: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(16))
    due_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(32))
    report_id: Mapped[str | None] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(default=now)
