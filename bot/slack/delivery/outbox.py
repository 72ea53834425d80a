"""Sends what stands in the outbox: once a second it looks, and each message goes to its channel once."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.messages import slack_commands as say
from bot.slack.clients import Clients
from bot.slack.delivery import errors
from bot.slack.delivery.queue import TryAgainError
from bot.slack.delivery.sender import Sender
from bot.slack.log import note, trouble
from bot.slack.message import Message, Place
from bot.state.outbox import Outbox, Outgoing
from bot.state.subscriptions import Subscriptions

EVERY = 1.0
KIND_OF = {"alert": "alerts", "weekly": "weekly"}
"""Which subscription a kind of message belongs to."""


class OutboxSender:
    """One thread that claims and sends. Several processes may run one each: claims are exclusive."""

    def __init__(self, outbox: Outbox, sender: Sender, subscriptions: Subscriptions, clients: Clients) -> None:
        self.outbox, self.sender, self.subscriptions, self.clients = outbox, sender, subscriptions, clients
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def close(self, timeout: float = 30.0) -> None:
        """Finish the message in hand."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(timeout)

    def once(self) -> int:
        """Send what is due now; how many messages were in hand."""
        due = self.outbox.claim()
        for each in due:
            if self._closing.is_set():
                self.outbox.retry(each.id, "closing", timedelta(0))
            else:
                self._send(each)
        return len(due)

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                busy = self.once() > 0
            except Exception:  # the store is away for a moment: the next look finds everything as it was
                trouble("outbox not read")
                busy = False
            if not busy:
                self._closing.wait(EVERY)

    def _send(self, message: Outgoing) -> None:
        try:
            ts = self._post(message)
        except TryAgainError as later:
            self.outbox.retry(message.id, "later", later.after * message.attempts)
        except SlackApiError as error:
            self._refused(message, errors.code(error), gone=errors.meaning(error) == "gone")
        except Exception:  # a payload that cannot be sent at all must not stop the ones behind it
            trouble("outbox message unusable", id=message.id, kind=message.kind)
            self.outbox.dead(message.id, "unusable")
        else:
            self.outbox.sent(message.id, ts)
            note("outbox sent", id=message.id, kind=message.kind, attempts=message.attempts)

    def _post(self, message: Outgoing) -> str:
        payload, resumed = message.payload, message.attempts > 1
        place = Place(message.team, message.channel, payload.get("thread_ts"))
        key = f"outbox:{message.id}"
        if payload.get("update"):
            ts = str(payload["update"])
            self.sender.update(place, ts, _message(payload))
        else:
            ts = self.sender.post(place, _message(payload), key, look_first=resumed)
        thread = Place(message.team, message.channel, payload.get("thread_ts") or ts)
        for number, reply in enumerate(payload.get("replies") or []):
            self.sender.post(thread, _message(reply), f"{key}:{number}", look_first=resumed)
        return ts

    def _refused(self, message: Outgoing, error: str, *, gone: bool) -> None:
        self.outbox.dead(message.id, error)
        note("outbox refused", id=message.id, error=error)
        kind = KIND_OF.get(message.kind)
        if not gone or kind is None:
            return
        for each in self.subscriptions.listed(team=message.team, channel=message.channel, kind=kind):
            self.subscriptions.stop(each.team, each.channel, each.kind, reason=error)
            self._tell(each.team, each.owner, say.switched_off(each.kind, each.channel, error))

    def _tell(self, team: str, user: str, text: str) -> None:
        try:
            channel = str(self.clients.of(team).conversations_open(users=user)["channel"]["id"])
            self.sender.post(Place(team, channel), Message(text), f"off:{channel}:{text}")
        except (SlackApiError, TryAgainError, *errors.TRANSPORT) as error:
            note("owner not told", error=errors.code(error))


def _message(payload: dict[str, Any]) -> Message:
    blocks = payload.get("blocks") or []
    return Message.of(str(payload["text"]), list(blocks)) if blocks else Message(str(payload["text"]))
