"""The stop button of Slack's agent view: what runs in that thread ends at once."""

from __future__ import annotations

from typing import Any

from slack_bolt import App

from bot.slack.intake import team_of
from bot.slack.log import note
from bot.slack.services import Services


def register(app: App, services: Services) -> None:
    """Hear the button."""

    def stopped(event: dict[str, Any], body: dict[str, Any]) -> None:
        thread_ts = str(event.get("thread_ts") or "")
        note("stop asked", stopped=services.running.stop(team_of(body), str(event.get("channel", "")), thread_ts))

    app.event("agent_session_stopped")(stopped)
