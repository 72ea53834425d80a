"""Right, or wrong and why."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.messages import slack as words
from bot.slack.blocks import buttons, modals
from bot.slack.delivery.outlet import open_view, sound_view
from bot.slack.listeners.actions import Body, Press
from bot.slack.message import Place
from bot.slack.services import Services


def register(app: App, services: Services) -> None:
    """Both forms of the buttons, and the reason's view."""

    def judged(ack: Ack, body: Body, client: WebClient) -> None:
        ack()
        press = Press.of(body)
        verdict, _, answer_id = press.value.partition(":")
        given = services.answers.get(answer_id)
        if verdict == "wrong":
            open_view(client, press.trigger_id, modals.reason(answer_id))
            return
        services.feedback.add("right", team=press.team, user=press.user, given=given)
        place = Place(press.team, press.channel, press.thread_ts)
        services.sender.whisper(place, press.user, words.THANKS_RIGHT)

    def reasoned(ack: Ack, body: Body, view: dict[str, Any]) -> None:
        given = services.answers.get(str(view["private_metadata"]))
        said = view["state"]["values"][modals.REASON][modals.REASON]["value"] or ""
        team = str((body.get("team") or {}).get("id") or "")
        services.feedback.add("wrong", team=team, user=str(body["user"]["id"]), given=given, reason=said)
        ack(response_action="update", view=sound_view(modals.notice(words.REASON_TITLE, words.THANKS_WRONG)))

    for action_id in (buttons.VERDICT, buttons.RIGHT, buttons.WRONG):
        app.action(action_id)(judged)
    app.view(modals.REASON_VIEW)(reasoned)
