"""What happens inside views: turning pages, picking a jurisdiction."""

from __future__ import annotations

import re

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.messages import slack as words
from bot.slack import rows
from bot.slack.blocks import modals
from bot.slack.delivery.outlet import update_view
from bot.slack.listeners.actions import Body, Press
from bot.slack.services import Services
from bot.slack.tasks import Task


def register(app: App, services: Services) -> None:
    """Buttons in views."""

    def turned(ack: Ack, body: Body, client: WebClient) -> None:
        ack()
        press = Press.of(body)
        given = services.answers.get(press.value)
        page = int(press.action_id.partition(":")[2])
        shown = modals.notice(words.ROWS_TITLE, words.GONE) if given is None else rows.view(services, given, page)
        update_view(client, body["view"], shown, unless_changed=True)

    def picked(ack: Ack, body: Body, client: WebClient) -> None:
        press = Press.of(body)
        answer_id, _, place = press.value.partition(":")
        given = services.answers.get(answer_id)
        if given is not None:
            task = Task(
                kind="place",
                team=given.team,
                channel=given.channel,
                user=press.user,
                ts=press.action_ts,
                thread_ts=given.thread_ts,
                answer_id=answer_id,
                text=place,
            )
            services.take_in(press.key, None, task)
        ack()
        said = words.GONE if given is None else words.IN_THE_THREAD
        update_view(client, body["view"], modals.notice(words.PLACES_TITLE, said))

    app.action(re.compile(f"^{modals.ROWS_PAGE}:"))(turned)
    app.action(re.compile(f"^{modals.PLACE}:"))(picked)
