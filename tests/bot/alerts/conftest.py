"""A world to which documents come, a state store, and the announcer between them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.alerts.announce import Announcer
from bot.ask import Desk
from bot.state import StateStore, open_store
from bot.state.models import OutboxRow
from tests.bot.alerts.world import World


@pytest.fixture
def world(sample_db: Path, tmp_path: Path) -> World:
    return World(sample_db, tmp_path)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StateStore]:
    opened = open_store(f"sqlite:///{tmp_path}/state.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def announcer(world: World, store: StateStore) -> Announcer:
    """It has looked at an empty world: whatever comes is news."""
    made = Announcer(store, world.db, Desk(world.db))
    made.baseline()
    return made


class Sent:
    """What stands in the outbox, and the sending of it."""

    def __init__(self, store: StateStore) -> None:
        self.store = store

    def rows(self, kind: str = "") -> list[OutboxRow]:
        with self.store.read() as session:
            wanted = select(OutboxRow).order_by(OutboxRow.id)
            return [row for row in session.scalars(wanted) if row.kind.startswith(kind)]

    def texts(self, kind: str = "") -> list[str]:
        return [str(row.payload["text"]) for row in self.rows(kind)]

    def blocks(self, row: OutboxRow) -> str:
        found: list[dict[str, Any]] = row.payload["blocks"]
        return "\n".join(str(block.get("text", {}).get("text", "")) for block in found)

    def send_all(self) -> None:
        """As the sender does: every message gets a timestamp."""
        with self.store.write() as session:
            for row in session.scalars(select(OutboxRow)):
                row.ts, row.status = row.ts or f"1490000000.{row.id:06d}", "sent"


@pytest.fixture
def sent(store: StateStore) -> Sent:
    return Sent(store)
