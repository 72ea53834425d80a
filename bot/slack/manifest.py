"""The app's manifest: what Slack has to grant and send, made from what the listeners need.

python -m bot.slack.manifest > bot/slack/manifest.json
python -m bot.slack.manifest EVENTS_URL [REDIRECT_URL]
"""

from __future__ import annotations

import json
from typing import Any

from bot.messages import slack_app as say
from bot.slack.commands import COMMAND
from bot.slack.listeners.shortcut import SHORTCUT

EVENTS = (
    "agent_session_stopped",
    "app_home_opened",
    "app_mention",
    "message.channels",
    "message.groups",
    "message.im",
)

LEAVING = ("app_uninstalled", "tokens_revoked")
"""Events of an app that several workspaces install."""

SCOPES = {
    "app_mentions:read": "hear questions that name the desk",
    "assistant:write": "suggested prompts and the session's status",
    "channels:history": "follow-ups in threads, and finding its own message after a crash",
    "chat:write": "answer",
    "commands": "/detainers and the message shortcut",
    "files:read": "check that an upload was shared",
    "files:write": "CSV files, charts and pictures of pages",
    "groups:history": "the same in private channels it was invited to",
    "im:history": "questions in direct messages",
    "users:read": "the time zone of who asks for a weekly summary at an hour",
    "im:write": "tell the owner of a subscription that it was switched off",
}
"""Each scope with what it is for: the least that the listeners and the delivery need."""


def manifest(events_url: str | None = None, redirect_url: str | None = None) -> dict[str, Any]:
    """The manifest for socket mode, or for http mode where the public address of `/slack/events` is given.

    `redirect_url`: the public address of `/slack/oauth_redirect`, for an app that several workspaces install.
    """
    interactivity: dict[str, Any] = {"is_enabled": True}
    command: dict[str, Any] = {
        "command": COMMAND,
        "description": say.COMMAND,
        "usage_hint": say.USAGE,
        "should_escape": True,
    }
    subscriptions: dict[str, Any] = {"bot_events": sorted({*EVENTS, *(LEAVING if redirect_url else ())})}
    oauth: dict[str, Any] = {"scopes": {"bot": sorted(SCOPES)}}
    if redirect_url:
        oauth["redirect_urls"] = [redirect_url]
    if events_url:
        interactivity["request_url"] = command["url"] = subscriptions["request_url"] = events_url
    shortcut = {
        "name": say.SHORTCUT,
        "type": "message",
        "callback_id": SHORTCUT,
        "description": say.SHORTCUT_SAYS,
    }
    return {
        "display_information": {
            "name": say.NAME,
            "description": say.DESCRIPTION,
            "long_description": say.LONG_DESCRIPTION,
            "background_color": "#1f4e79",
        },
        "features": {
            "agent_view": {"agent_description": say.DESCRIPTION},
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": say.NAME, "always_online": True},
            "shortcuts": [shortcut],
            "slash_commands": [command],
        },
        "oauth_config": oauth,
        "settings": {
            "event_subscriptions": subscriptions,
            "interactivity": interactivity,
            "org_deploy_enabled": False,
            "socket_mode_enabled": events_url is None,
            "token_rotation_enabled": False,
        },
    }


def as_json(events_url: str | None = None, redirect_url: str | None = None) -> str:
    """The manifest as the file holds it."""
    return json.dumps(manifest(events_url, redirect_url), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(as_json(*sys.argv[1:3]))
