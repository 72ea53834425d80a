"""The manifest asks for what the listeners need, and for nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from slack_sdk import WebClient

import bot.slack
from bot.slack.manifest import EVENTS, SCOPES, as_json, manifest

SOURCE = Path(bot.slack.__file__).parent
SCOPE_OF = {
    "assistant_threads_setSuggestedPrompts": "assistant:write",
    "agents_sessions_setStatus": "assistant:write",
    "chat_startStream": "chat:write",
    "chat_stopStream": "chat:write",
    "chat_postMessage": "chat:write",
    "chat_postEphemeral": "chat:write",
    "chat_update": "chat:write",
    "chat_delete": "chat:write",
    "conversations_history": "channels:history",
    "conversations_replies": "channels:history",
    "conversations_open": "im:write",
    "files_upload_v2": "files:write",
    "files_info": "files:read",
    "users_info": "users:read",
    "views_open": None,
    "views_update": None,
    "views_publish": None,
    "auth_test": None,
}
EVENT_SCOPE = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "agent_session_stopped": "assistant:write",
    "app_home_opened": None,
}


def called() -> set[str]:
    """The Web API methods that the code calls."""
    methods = {name for name in dir(WebClient) if "_" in name and not name.startswith("_")}
    text = "\n".join(path.read_text() for path in SOURCE.rglob("*.py"))
    return {name for name in re.findall(r"\.(\w+_\w+)\(", text) if name in methods and name not in ("api_call",)}


def test_the_file_is_what_the_code_makes() -> None:
    assert (SOURCE / "manifest.json").read_text() == as_json()


def test_the_scopes_are_those_that_the_calls_and_events_need() -> None:
    assert called() <= set(SCOPE_OF), "name the scope of the new method here"
    needed = {SCOPE_OF[name] for name in called()} | {EVENT_SCOPE[event] for event in EVENTS} | {"commands"}
    assert needed - {None} == set(SCOPES)


def test_the_events_are_those_with_a_listener() -> None:
    text = "\n".join(path.read_text() for path in (SOURCE / "listeners").glob("*.py"))
    heard = set(re.findall(r"app\.event\(\"([a-z_.]+)\"", text))
    assert heard == {event.partition(".")[0] for event in EVENTS}


def test_http_mode_names_its_address_everywhere() -> None:
    url = "https://desk.example/slack/events"
    made = manifest(url)
    assert made["settings"]["socket_mode_enabled"] is False
    assert as_json(url).count(url) == 3


def test_the_texts_fit_slacks_limits() -> None:
    shown = manifest()["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 175 <= len(shown["long_description"]) <= 4000
