"""Workspaces that installed the desk, their tokens sealed, and installations under way.

What is sealed, and how, is not this module's business: it keeps text it cannot read.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import String, Text, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.state.models import Base
from bot.state.store import StateStore
from bot.state.types import now


class InstallationRow(Base):
    """A workspace in which the desk is installed. `token` is sealed."""

    __tablename__ = "installations"
    team: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text, default="")
    enterprise: Mapped[str | None] = mapped_column(String(32))
    app: Mapped[str] = mapped_column(String(32))
    bot_id: Mapped[str] = mapped_column(String(32))
    bot_user: Mapped[str] = mapped_column(String(32))
    scopes: Mapped[str] = mapped_column(Text)
    installer: Mapped[str] = mapped_column(String(32))
    token: Mapped[str] = mapped_column(Text)
    installed_at: Mapped[datetime] = mapped_column(default=now)


class InstallStateRow(Base):
    """An installation that was begun in a browser: the hash of the word that has to come back with it."""

    __tablename__ = "install_states"
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)


@dataclass(frozen=True, slots=True)
class Workspace:
    """An installation. `sealed` is the token as it stands in the database."""

    team: str
    name: str
    enterprise: str | None
    app: str
    bot_id: str
    bot_user: str
    scopes: str
    installer: str
    sealed: str
    installed_at: datetime


class Workspaces:
    """The table of installations: one a workspace; installing again replaces it."""

    def __init__(self, store: StateStore) -> None:
        self.store = store

    def put(self, workspace: Workspace) -> None:
        """Keep an installation."""
        row = InstallationRow(
            team=workspace.team,
            name=workspace.name,
            enterprise=workspace.enterprise,
            app=workspace.app,
            bot_id=workspace.bot_id,
            bot_user=workspace.bot_user,
            scopes=workspace.scopes,
            installer=workspace.installer,
            token=workspace.sealed,
            installed_at=workspace.installed_at,
        )
        with self.store.write() as session:
            session.merge(row)

    def get(self, team: str) -> Workspace | None:
        """The installation of a workspace; None where the desk is not installed."""
        with self.store.read() as session:
            row = session.get(InstallationRow, team)
            return None if row is None else _workspace(row)

    def all(self) -> list[Workspace]:
        """Every installation, by workspace."""
        with self.store.read() as session:
            return [_workspace(row) for row in session.scalars(select(InstallationRow).order_by(InstallationRow.team))]

    def remove(self, team: str, before: datetime | None = None) -> bool:
        """Forget an installation and its token; False where there is none.

        `before`: only one made before this moment. News of an old installation's end may come after the new one.
        """
        wanted = delete(InstallationRow).where(InstallationRow.team == team)
        if before is not None:
            wanted = wanted.where(InstallationRow.installed_at <= before)
        with self.store.write() as session:
            return bool(session.connection().execute(wanted).rowcount)

    def reseal(self, seal: Callable[[str], str]) -> None:
        """Write every token anew, as `seal` gives it back."""
        with self.store.write() as session:
            for row in session.scalars(select(InstallationRow).with_for_update()):
                row.token = seal(row.token)


class InstallStates:
    """Words that name an installation under way: given out once, good once, for a while."""

    def __init__(self, store: StateStore, lasts: timedelta) -> None:
        self.store, self.lasts = store, lasts

    def issue(self) -> str:
        """A new word. Those that ran out are dropped on the way."""
        word = secrets.token_urlsafe(32)
        with self.store.write() as session:
            session.execute(delete(InstallStateRow).where(InstallStateRow.expires_at < now()))
            session.add(InstallStateRow(hash=_hash(word), expires_at=now() + self.lasts))
        return word

    def consume(self, word: str) -> bool:
        """Whether the word was given out, is still good and was not used; it is used up now."""
        wanted = delete(InstallStateRow).where(InstallStateRow.hash == _hash(word), InstallStateRow.expires_at >= now())
        with self.store.write() as session:
            return session.connection().execute(wanted).rowcount == 1


def _hash(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()


def _workspace(row: InstallationRow) -> Workspace:
    names = (row.team, row.name, row.enterprise, row.app, row.bot_id, row.bot_user)
    return Workspace(*names, row.scopes, row.installer, row.token, row.installed_at)
