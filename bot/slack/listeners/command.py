"""The slash command. Short answers are said to the asker alone; questions are answered for the channel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App

from bot.backing import quoting
from bot.messages import slack as words
from bot.messages import slack_commands as say
from bot.slack import catalogue, subscribing
from bot.slack.commands import COMMAND, Command, parse
from bot.slack.delivery.outlet import reply
from bot.slack.intake import allowed
from bot.slack.message import Reply
from bot.slack.services import Services
from bot.slack.tasks import Kind, Task
from bot.slack.text import plain

Said = dict[str, Any]
QUEUED: dict[str, Kind] = {"ask": "ask", "latest": "ask", "summary": "summary"}


def register(app: App, services: Services) -> None:
    """The one command."""

    def heard(ack: Ack, command: Said) -> None:
        if not allowed(services, command["channel_id"]):
            reply(ack, words.NOT_HERE)
            return
        asked = parse(plain(str(command.get("text") or "")))
        said = _reply(services, command, asked)
        reply(ack, said.text, said.look)

    app.command(COMMAND)(heard)


def _reply(services: Services, body: Said, asked: Command) -> Reply:
    team, channel, user = body["team_id"], body["channel_id"], body["user_id"]
    replies: dict[str, Callable[[], Reply]] = {
        "help": lambda: Reply(say.HELP, quoting(say.HELP)),
        "list": lambda: subscribing.listed(services, team, channel),
        "subscribe": lambda: subscribing.subscribe(services, team, channel, user, asked),
        "unsubscribe": lambda: subscribing.unsubscribe(services, team, channel, asked),
        "sources": lambda: _sources(services),
        "feedback": lambda: Reply(_feedback(services, team, user, asked.rest)),
    }
    if asked.verb in QUEUED:
        return Reply(_queue(services, body, asked))
    return replies[asked.verb]()


def _queue(services: Services, body: Said, asked: Command) -> str:
    text = say.LATEST_QUESTION if asked.verb == "latest" else asked.rest
    if asked.verb == "ask" and not text:
        return say.WHAT_TO_ASK.format(example=say.EXAMPLES[0])
    task = Task(
        kind=QUEUED[asked.verb],
        team=body["team_id"],
        channel=body["channel_id"],
        user=body["user_id"],
        text=text,
        show_question=True,
        response_url=str(body.get("response_url") or ""),
    )
    services.take_in(f"command:{body['trigger_id']}", None, task)
    return say.SUMMARY_MAKING if asked.verb == "summary" else words.READING


def _sources(services: Services) -> Reply:
    found = catalogue.loaded(services.desk)
    return Reply(found.text, found.backing)


def _feedback(services: Services, team: str, user: str, said: str) -> str:
    if not said:
        return say.FEEDBACK_WHAT
    services.feedback.add("note", team=team, user=user, given=None, reason=said)
    return say.FEEDBACK_THANKS
