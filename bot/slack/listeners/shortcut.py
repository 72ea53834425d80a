"""The message shortcut "Ask about this": a question about a message, answered in its thread."""

from __future__ import annotations

import json
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.messages import slack as words
from bot.slack.blocks import modals
from bot.slack.delivery.outlet import open_view
from bot.slack.intake import allowed
from bot.slack.services import Services
from bot.slack.tasks import Task
from bot.slack.text import plain

SHORTCUT = "ask_about_this"


def register(app: App, services: Services) -> None:
    """The shortcut, and the view in which the question is put."""

    def chosen(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        message, channel = body["message"], str(body["channel"]["id"])
        if not allowed(services, channel):
            open_view(client, body["trigger_id"], modals.notice(words.ASK_ABOUT_TITLE, words.NOT_HERE))
            return
        ts = str(message["ts"])
        text = plain(str(message.get("text", "")), services.clients.bot_user(str(body["team"]["id"])))
        view = modals.ask_about(channel, str(message.get("thread_ts") or ts), text)
        open_view(client, body["trigger_id"], view)

    def asked(ack: Ack, body: dict[str, Any], view: dict[str, Any]) -> None:
        where = json.loads(view["private_metadata"])
        question = (view["state"]["values"][modals.QUESTION][modals.QUESTION]["value"] or "").strip()
        if not question:
            ack(response_action="errors", errors={modals.QUESTION: words.WRITE_QUESTION})
            return
        task = Task(
            kind="ask",
            team=str(body["team"]["id"]),
            channel=where["channel"],
            user=str(body["user"]["id"]),
            thread_ts=where["thread_ts"],
            text=question,
            show_question=True,
        )
        services.take_in(f"shortcut:{view['id']}", None, task)
        ack()

    app.shortcut({"type": "message_action", "callback_id": SHORTCUT})(chosen)
    app.view(modals.ASK_VIEW)(asked)
