"""A client for each workspace, with the token it was installed with."""

from __future__ import annotations

import threading

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_bolt.context.context import BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.slack.clients import web_client
from bot.slack.install.vault import Vault
from bot.state.workspaces import Workspace, Workspaces


class NotInstalledError(SlackApiError):
    """The desk is not (or no longer) in this workspace: what Slack itself answers to the token of a removed app."""

    def __init__(self, team: str) -> None:
        super().__init__(f"not installed in {team}", {"ok": False, "error": "account_inactive"})  # type: ignore[no-untyped-call]


class ManyWorkspaces:
    """Looks into the database each time: another process may have installed or removed the desk just now."""

    def __init__(self, workspaces: Workspaces, vault: Vault, base_url: str) -> None:
        self.workspaces, self.vault, self.base_url = workspaces, vault, base_url
        self.client = web_client(None, base_url)
        self._lock = threading.Lock()
        self._clients: dict[str, tuple[str, WebClient]] = {}

    def of(self, team: str) -> WebClient:
        """The client with this workspace's token. Raises NotInstalledError, SealError."""
        found = self._installed(team)
        with self._lock:
            sealed, client = self._clients.get(team, ("", self.client))
            if sealed != found.sealed:  # installed anew, or sealed with another key
                client = web_client(self.vault.open(team, found.sealed), self.base_url)
                self._clients[team] = found.sealed, client
            return client

    def bot_user(self, team: str) -> str:
        """The bot's own user id there. Raises NotInstalledError."""
        return self._installed(team).bot_user

    def forget(self, team: str) -> None:
        """Keep no client of a workspace that has gone."""
        with self._lock:
            self._clients.pop(team, None)

    def _installed(self, team: str) -> Workspace:
        found = self.workspaces.get(team)
        if found is None:
            raise NotInstalledError(team)
        return found


class ByWorkspace(Authorize):
    """Tells Bolt which token an event's workspace has. Slack signed the event; the token is not tried out each time."""

    def __init__(self, clients: ManyWorkspaces) -> None:
        self.clients = clients

    def __call__(
        self,
        *,
        context: BoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,
        actor_team_id: str | None = None,
        actor_user_id: str | None = None,
    ) -> AuthorizeResult | None:
        """The bot in that workspace; None where the desk is not installed."""
        found = self.clients.workspaces.get(team_id or "")
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=found.enterprise,
            team_id=found.team,
            bot_id=found.bot_id,
            bot_user_id=found.bot_user,
            bot_token=self.clients.vault.open(found.team, found.sealed),
            user_id=user_id,
        )
