"""From an event to a task: which messages are for the desk, and which are not."""

from __future__ import annotations

import hashlib
from typing import Any

from bot.slack.services import Services
from bot.slack.tasks import Task
from bot.slack.text import addresses_someone_else, mentions, plain

Event = dict[str, Any]
Found = tuple[str, Task]
"""A name for the post that is the same at every delivery, and what to do about it."""

SPOKEN = (None, "file_share", "thread_broadcast")
"""Kinds of message a person writes; all others are Slack's own notices."""


def task_of(services: Services, body: dict[str, Any]) -> Found | None:
    """The task in an `app_mention` or `message` event; None where it is none of the desk's business."""
    event: Event = body["event"]
    team = team_of(body)
    channel = str(event.get("channel", ""))
    subtype = event.get("subtype")
    if subtype == "message_changed":
        return _edited(services, team, channel, event)
    if subtype == "message_deleted":
        return _deleted(services, team, channel, event)
    if subtype not in SPOKEN or not _by_a_person(services, team, event):
        return None
    if event.get("edited"):  # the mention came with an edit: Slack tells of both, and they are one
        return _edited(services, team, channel, {**event, "message": event})
    return _asked(services, team, channel, event)


def team_of(body: dict[str, Any]) -> str:
    """The workspace an event is for: in a channel shared with another, not always where it was said."""
    installed = (body.get("authorizations") or [{}])[0].get("team_id")
    return str(installed or body.get("team_id") or (body.get("event") or {}).get("team") or "")


def _by_a_person(services: Services, team: str, message: Event) -> bool:
    """Bots, this one included, are never answered: two of them could talk for ever."""
    user = message.get("user")
    return bool(user) and not message.get("bot_id") and user != services.clients.bot_user(team)


def _asked(services: Services, team: str, channel: str, event: Event) -> Found | None:
    text, ts = str(event.get("text", "")), str(event["ts"])
    bot_user = services.clients.bot_user(team)
    direct = _is_direct(channel, event)
    named = direct or event["type"] == "app_mention" or mentions(text, bot_user)
    thread_ts = event.get("thread_ts")
    if not named:
        follows = thread_ts is not None and not addresses_someone_else(text, bot_user)
        if not follows or not _known(services, team, channel, str(thread_ts)):
            return None
    task = Task(
        kind="ask",
        team=team,
        channel=channel,
        user=str(event["user"]),
        ts=ts,
        thread_ts=str(thread_ts or ts),
        text=plain(text, bot_user),
        quiet=not named,
    )
    return f"post:{team}:{channel}:{ts}", task


def _known(services: Services, team: str, channel: str, thread_ts: str) -> bool:
    """Whether the desk has spoken in this thread."""
    services.posting.settle(team, channel)
    return services.threads.get(team, channel, thread_ts) is not None


def _edited(services: Services, team: str, channel: str, event: Event) -> Found | None:
    message, before = event.get("message") or {}, event.get("previous_message") or {}
    text = str(message.get("text", ""))
    if not _by_a_person(services, team, message) or text == before.get("text"):  # a preview of a link was added
        return None
    ts, bot_user = str(message["ts"]), services.clients.bot_user(team)
    named = _is_direct(channel, event) or mentions(text, bot_user)
    if not named and services.answers.by_question(team, channel, ts) is None:
        return None
    task = Task(
        kind="edit",
        team=team,
        channel=channel,
        user=str(message["user"]),
        ts=ts,
        thread_ts=str(message.get("thread_ts") or ts),
        text=plain(text, bot_user),
        quiet=not named,
    )
    version = (message.get("edited") or {}).get("ts") or hashlib.sha256(text.encode()).hexdigest()[:16]
    return f"edit:{team}:{channel}:{ts}:{version}", task


def _deleted(services: Services, team: str, channel: str, event: Event) -> Found | None:
    message = event.get("previous_message") or {}
    ts = str(event.get("deleted_ts") or message.get("ts") or "")
    if not _by_a_person(services, team, message) or services.answers.by_question(team, channel, ts) is None:
        return None
    thread_ts = str(message.get("thread_ts") or ts)
    task = Task(kind="deleted", team=team, channel=channel, user=str(message["user"]), ts=ts, thread_ts=thread_ts)
    return f"deleted:{team}:{channel}:{ts}", task


def _is_direct(channel: str, event: Event) -> bool:
    return event.get("channel_type") == "im" or channel.startswith("D")


def allowed(services: Services, channel: str) -> bool:
    """Whether the desk may speak here: everywhere unless channels are named; direct messages always."""
    return not services.options.allowed or channel in services.options.allowed or channel.startswith("D")
