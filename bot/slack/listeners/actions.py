"""The buttons under answers, questions back and declines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.backing import Backing, Part
from bot.messages import slack as words
from bot.slack import rows
from bot.slack.blocks import buttons, clarify, decline, modals, pages
from bot.slack.delivery.guard import Look
from bot.slack.delivery.outlet import open_view, reply_over
from bot.slack.drill import Drill
from bot.slack.message import Place, View
from bot.slack.removal import KEEP, REMOVE
from bot.slack.services import Services
from bot.slack.tasks import Kind, Task
from bot.state.answers import Given

Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: by whom, where, and what it carries. In a view there is no message, so no place either."""

    team: str
    user: str
    channel: str
    message_ts: str
    thread_ts: str
    value: str
    action_id: str
    action_ts: str
    trigger_id: str

    @classmethod
    def of(cls, body: Body) -> Press:
        """Out of Slack's payload."""
        action, message = body["actions"][0], body.get("message") or {}
        container = body.get("container") or {}
        ts = str(message.get("ts") or container.get("message_ts") or "")
        return cls(
            team=str((body.get("team") or {}).get("id") or body["user"].get("team_id") or ""),
            user=str(body["user"]["id"]),
            channel=str((body.get("channel") or {}).get("id") or container.get("channel_id") or ""),
            message_ts=ts,
            thread_ts=str(message.get("thread_ts") or container.get("thread_ts") or ts),
            value=str(action.get("value") or ""),
            action_id=str(action["action_id"]),
            action_ts=str(action.get("action_ts") or ""),
            trigger_id=str(body.get("trigger_id") or ""),
        )

    def task(self, kind: Kind, answer_id: str, index: int = -1) -> Task:
        """Something to do about an answer, in the thread of the message that was pressed."""
        return Task(
            kind=kind,
            team=self.team,
            channel=self.channel,
            user=self.user,
            ts=self.action_ts,
            thread_ts=self.thread_ts,
            answer_id=answer_id,
            index=index,
        )

    @property
    def key(self) -> str:
        """A name for this press that is the same at every delivery of it."""
        return f"press:{self.team}:{self.user}:{self.action_id}:{self.value[:60]}:{self.action_ts}"


def register(app: App, services: Services) -> None:
    """Every button."""
    views = {
        buttons.SQL: lambda given: modals.sql(given.answer),
        buttons.CAVEATS: lambda given: modals.caveats(given.answer, Look(given.answer)),
        buttons.ROWS: lambda given: rows.view(services, given, 0),
        buttons.PLACES: lambda given: places_view(services, given),
    }
    for action_id, make in views.items():
        _opens(app, services, action_id, make)
    _queues(app, services, buttons.CSV, "csv")
    _queues(app, services, buttons.PAGE, "page")
    _register_choices(app, services)
    _register_removal(app, services)


def places_view(services: Services, given: Given) -> View:
    """Jurisdictions with their number of rows."""
    steps = Drill(services.desk).steps(given)
    return modals.places(
        [(f"{step.name} ({step.rows:,})", f"{given.id}:{step.key}", words.ask_about(step.name)) for step in steps],
        Backing.of(named={step.name: Part.of(step.rows) for step in steps}),
    )


def _opens(app: App, services: Services, action_id: str, make: Any) -> None:
    """A button that opens a view; the view is opened within the three seconds its trigger lives."""

    def pressed(ack: Ack, body: Body, client: WebClient) -> None:
        ack()
        press = Press.of(body)
        given = services.answers.get(press.value)
        view = modals.notice(words.ROWS_TITLE, words.GONE) if given is None else make(given)
        open_view(client, press.trigger_id, view)

    app.action(action_id)(pressed)


def _queues(app: App, services: Services, action_id: str, kind: Kind) -> None:
    """A button whose work takes longer; it is done in the thread."""

    def pressed(ack: Ack, body: Body) -> None:
        press = Press.of(body)
        services.take_in(press.key, None, press.task(kind, press.value))
        ack()

    app.action(action_id)(pressed)


def _register_choices(app: App, services: Services) -> None:
    def chosen(ack: Ack, body: Body) -> None:
        press = Press.of(body)
        answer_id, _, index = press.value.partition(":")
        services.take_in(press.key, None, press.task("choose", answer_id, int(index)))
        ack()

    def paged(ack: Ack, body: Body) -> None:
        press = Press.of(body)
        answer_id, _, index = press.value.partition(":")
        services.take_in(press.key, None, press.task("page", answer_id, int(index)))
        ack()

    def summed(ack: Ack, body: Body) -> None:
        press = Press.of(body)
        task = press.task("summary", "").model_copy(update={"text": press.value})
        services.take_in(press.key, None, task)
        ack()

    def suggested(ack: Ack, body: Body) -> None:
        press = Press.of(body)
        task = Task(
            kind="ask",
            team=press.team,
            channel=press.channel,
            user=press.user,
            ts=press.action_ts,
            thread_ts=press.thread_ts,
            text=press.value,
            show_question=True,
        )
        services.take_in(press.key, None, task)
        ack()

    app.action(re.compile(f"^{clarify.CHOOSE}:"))(chosen)
    app.action(re.compile(f"^{decline.SUGGEST}:"))(suggested)
    app.action(re.compile(f"^{pages.PAGE}:"))(paged)
    app.action("report_summary")(summed)
    app.action("open_document")(lambda ack: ack())  # a link: Slack opens it, and wants to be told all the same


def _register_removal(app: App, services: Services) -> None:
    def remove(ack: Ack, body: Body, respond: Any) -> None:
        ack()
        press = Press.of(body)
        given = services.answers.get(press.value)
        if given is not None and given.ts is not None:
            services.sender.delete(Place(given.team, given.channel, given.thread_ts), given.ts)
            services.answers.removed(given.id)
        reply_over(respond, words.REMOVED)

    def keep(ack: Ack, respond: Any) -> None:
        ack()
        reply_over(respond, words.KEPT)

    app.action(REMOVE)(remove)
    app.action(KEEP)(keep)
