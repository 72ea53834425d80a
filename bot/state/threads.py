"""The memory of Slack threads: what was asked, what the last answer was about, which question back is open."""

from __future__ import annotations

from pydantic import ValidationError
from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.state.codec import dump_thread, load_thread
from bot.state.models import ThreadRow
from bot.state.store import StateStore
from bot.state.types import now
from bot.understand.outcome import Thread


class Threads:
    """Threads by workspace, channel and the timestamp of their first message."""

    def __init__(self, store: StateStore) -> None:
        self.store = store

    def get(self, team: str, channel: str, thread_ts: str) -> Thread | None:
        """The thread, or None where the desk has not spoken (or what it kept is of a version no longer read)."""
        with self.store.read() as session:
            row = session.get(ThreadRow, (team, channel, thread_ts))
        if row is None:
            return None
        try:
            return load_thread(row.state)
        except ValidationError:  # written by an older version: the thread starts afresh, better than failing in it
            return Thread()

    def put(self, team: str, channel: str, thread_ts: str, thread: Thread) -> None:
        """Remember the thread as it now stands."""
        with self.store.write() as session:
            session.merge(
                ThreadRow(team=team, channel=channel, thread_ts=thread_ts, state=dump_thread(thread), updated_at=now())
            )

    def forget(self, team: str, channel: str, thread_ts: str) -> None:
        """The desk no longer follows this thread."""
        with self.store.write() as session:
            _forget(session, team, channel, thread_ts)


def _forget(session: Session, team: str, channel: str, thread_ts: str) -> None:
    session.execute(
        delete(ThreadRow).where(ThreadRow.team == team, ThreadRow.channel == channel, ThreadRow.thread_ts == thread_ts)
    )
