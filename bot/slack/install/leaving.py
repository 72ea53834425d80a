"""A workspace removed the desk, or revoked its token: nothing more is sent there, and its token is forgotten."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from slack_bolt import App

from bot.slack.install.clients import ManyWorkspaces
from bot.slack.log import note
from bot.slack.services import Services

UNINSTALLED, REVOKED = "uninstalled", "token_revoked"


def register(app: App, services: Services, clients: ManyWorkspaces) -> None:
    """Hear both; Slack sends them in either order."""

    def uninstalled(body: dict[str, Any]) -> None:
        leave(services, clients, body, UNINSTALLED)

    def revoked(body: dict[str, Any], event: dict[str, Any]) -> None:
        if (event.get("tokens") or {}).get("bot"):  # people's own tokens are none of ours
            leave(services, clients, body, REVOKED)

    app.event("app_uninstalled")(uninstalled)
    app.event("tokens_revoked")(revoked)


def leave(services: Services, clients: ManyWorkspaces, body: dict[str, Any], why: str) -> None:
    """End everything of a workspace, unless it has installed the desk again since."""
    team = str(body.get("team_id") or "")
    said_at = body.get("event_time")
    before = datetime.fromtimestamp(int(said_at) + 1, UTC) if said_at else None
    if not clients.workspaces.remove(team, before) and clients.workspaces.get(team) is not None:
        note("old news of a workspace", team=team, why=why)
        return
    clients.forget(team)
    ended = services.subscriptions.stop_all(team, why)
    dropped = services.outbox.drop(team, why)
    note("workspace left", team=team, why=why, subscriptions=ended, messages=dropped)
