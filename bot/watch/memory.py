"""What the watcher remembers between looks: of each source its trouble, of each address what it last held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.state.operations import WatchedPageRow, WatchedSourceRow
from bot.state.store import StateStore
from bot.state.types import now
from bot.watch.errors import Trouble
from bot.watch.http import Validators


@dataclass(frozen=True, slots=True)
class Seen:
    """An address as last taken in."""

    url: str
    validators: Validators
    sha256: str
    outcome: str
    checked_at: datetime


class Memory:
    """Rows are written only after ingest has taken the bytes: a watcher killed in between fetches them again."""

    def __init__(self, store: StateStore) -> None:
        self.store = store

    def pages(self, source: str) -> dict[str, Seen]:
        """Every address of a source that was taken in, by address."""
        with self.store.read() as session:
            rows = session.scalars(select(WatchedPageRow).where(WatchedPageRow.source == source))
            return {row.url: _seen(row) for row in rows}

    def keep(self, source: str, url: str, validators: Validators, sha256: str, outcome: str) -> None:
        """The address was fetched and its bytes dealt with (loaded, unchanged, rejected)."""
        with self.store.write() as session:
            session.merge(
                WatchedPageRow(
                    url=url,
                    source=source,
                    etag=validators.etag,
                    last_modified=validators.last_modified,
                    sha256=sha256,
                    outcome=outcome,
                    checked_at=now(),
                )
            )

    def checked(self, url: str) -> None:
        """The server said that the address has not changed."""
        with self.store.write() as session:
            row = session.get(WatchedPageRow, url)
            if row is not None:
                row.checked_at = now()

    def resting(self, source: str, at: datetime | None = None) -> bool:
        """Whether the source is to be left alone for now: its server said so, or it failed just before."""
        with self.store.read() as session:
            row = session.get(WatchedSourceRow, source)
            return row is not None and row.not_before is not None and row.not_before > (at or now())

    def links(self, source: str) -> int:
        """How many documents the source led to when last looked at; 0 for one never seen well."""
        with self.store.read() as session:
            row = session.get(WatchedSourceRow, source)
            return row.links if row else 0

    def well(self, source: str, links: int) -> bool:
        """The source was looked at. True when it had been in trouble: worth saying that it is over."""
        with self.store.write() as session:
            row = session.get(WatchedSourceRow, source) or WatchedSourceRow(source=source)
            was_in_trouble = row.trouble is not None
            row.links, row.failures, row.trouble, row.not_before, row.looked_at = links, 0, None, None, now()
            session.add(row)
            return was_in_trouble

    def failed(self, source: str, trouble: Trouble, rest: timedelta | None) -> bool:
        """The source is in trouble and rests for a while. True when this trouble is new: said once, not every look."""
        at = now()
        with self.store.write() as session:
            row = session.get(WatchedSourceRow, source) or WatchedSourceRow(source=source, links=0, failures=0)
            is_new = row.trouble != trouble.code
            row.failures, row.trouble, row.looked_at = row.failures + 1, trouble.code, at
            row.not_before = at + rest if rest else None
            session.add(row)
            return is_new

    def failures(self, source: str) -> int:
        """How many looks in a row have failed."""
        with self.store.read() as session:
            row = session.get(WatchedSourceRow, source)
            return row.failures if row else 0

    def troubles(self) -> dict[str, str]:
        """Sources in trouble and the code of it: for `doctor`, metrics and App Home."""
        with self.store.read() as session:
            rows = session.scalars(select(WatchedSourceRow).where(WatchedSourceRow.trouble.is_not(None)))
            return {row.source: row.trouble or "" for row in rows}


def _seen(row: WatchedPageRow) -> Seen:
    return Seen(row.url, Validators(row.etag, row.last_modified), row.sha256, row.outcome, row.checked_at)
