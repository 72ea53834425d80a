"""App Home and the messages tab: what is there before anything was asked."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.messages import slack_commands as say
from bot.slack import catalogue
from bot.slack.blocks import home as blocks
from bot.slack.blocks import modals
from bot.slack.delivery.outlet import open_view, publish_home
from bot.slack.listeners.actions import Body, Press
from bot.slack.services import Services
from bot.slack.tasks import Task


def register(app: App, services: Services) -> None:
    """Both tabs, and the buttons on Home."""
    app.event("app_home_opened")(lambda event, body, client: _opened(services, event, body, client))
    app.action(re.compile(f"^{blocks.HOME_ASK}:"))(lambda ack, body, client: _asked(services, ack, body, client))
    app.action(re.compile(f"^{blocks.HOME_UNSUBSCRIBE}:"))(
        lambda ack, body, client: _unsubscribed(services, ack, body, client)
    )
    app.action(blocks.HOME_DICTIONARY)(lambda ack, body, client: _dictionary(services, ack, body, client))


def publish(services: Services, client: WebClient, team: str, user: str) -> None:
    """Show Home as it now stands for this person."""
    reports = catalogue.loaded(services.desk)
    mine = services.subscriptions.listed(team=team, owner=user)
    publish_home(client, user, blocks.home(reports, mine, services.options.docs_url))


def _opened(services: Services, event: dict[str, Any], body: Body, client: WebClient) -> None:
    if event.get("tab") == "messages":
        _suggest(services, client, str(body.get("team_id") or ""), str(event["channel"]))
    else:
        publish(services, client, str(body.get("team_id") or ""), str(event["user"]))


def _suggest(services: Services, client: WebClient, team: str, channel: str) -> None:
    method, lacking = "assistant.threads.setSuggestedPrompts", services.progress.lacking
    if not lacking.has(team, method):
        return
    prompts = [{"title": title, "message": message} for title, message in say.PROMPTS]
    try:
        client.assistant_threads_setSuggestedPrompts(channel_id=channel, title=say.PROMPTS_TITLE, prompts=prompts)
    except SlackApiError as error:
        lacking.learn(team, method, error)


def _asked(services: Services, ack: Ack, body: Body, client: WebClient) -> None:
    """A question pressed on Home is answered in the person's messages with the desk."""
    press = Press.of(body)
    channel = str(client.conversations_open(users=press.user)["channel"]["id"])
    task = Task(
        kind="ask",
        team=press.team,
        channel=channel,
        user=press.user,
        text=press.value,
        show_question=True,
    )
    services.take_in(press.key, None, task)
    ack()


def _unsubscribed(services: Services, ack: Ack, body: Body, client: WebClient) -> None:
    ack()
    press = Press.of(body)
    channel, _, kind = press.value.partition(":")
    services.subscriptions.stop(press.team, channel, kind)
    publish(services, client, press.team, press.user)


def _dictionary(services: Services, ack: Ack, body: Body, client: WebClient) -> None:
    """Without an address for the docs, the words open in a view."""
    ack()
    if not services.options.docs_url:
        view = modals.dictionary(catalogue.dictionary())
        open_view(client, str(body["trigger_id"]), view)
