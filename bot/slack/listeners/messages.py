"""Mentions, direct messages and follow-ups in threads; edits and deletions of what was asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt import App

from bot.messages import slack as words
from bot.slack.intake import allowed, task_of
from bot.slack.message import Place
from bot.slack.services import Services


def register(app: App, services: Services) -> None:
    """Hear both events Slack sends for a mention; the post's name makes them one."""

    def take_in(body: dict[str, Any], next_: Callable[[], None]) -> None:
        """Runs before Slack is told that the event has arrived: a failure here makes Slack deliver it again."""
        found = task_of(services, body)
        if found is not None:
            post_key, task = found
            if allowed(services, task.channel):
                services.take_in(post_key, body.get("event_id"), task)
            elif not task.quiet:
                services.sender.whisper(Place(task.team, task.channel, task.thread_ts), task.user, words.NOT_HERE)
        next_()

    def heard() -> None:
        """Nothing is left to do: the middleware has taken the event in."""

    app.event("app_mention", middleware=[take_in])(heard)
    app.event("message", middleware=[take_in])(heard)
