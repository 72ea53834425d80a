"""Sends what stands in the outbox: once a second it looks, and each message goes to its channel once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

from slack_sdk.errors import SlackApiError

from bot.backing import Backing
from bot.messages import slack_commands as say
from bot.ops.marks import reach
from bot.slack.delivery import errors
from bot.slack.delivery.payload import Prepared
from bot.slack.delivery.queue import TryAgainError
from bot.slack.log import note, trouble
from bot.slack.message import Message, Place
from bot.state.outbox import Outbox, Outgoing
from bot.state.subscriptions import Subscriptions

EVERY = 1.0
KIND_OF = {"alert": "alerts", "revision": "alerts", "correction": "alerts", "weekly": "weekly"}
"""Which subscription a kind of message belongs to."""


Corrected = Callable[[str, str, Backing], tuple[Place, str, Message] | None]
"""From an answer's id and a note, with what its numbers rest on, to where its message stands, under which timestamp,
and what is to stand there."""


class OutboxSender:
    """One thread that claims and sends. Several processes may run one each: claims are exclusive.

    `corrected` makes the message of an answer anew, with a note that it no longer holds.
    """

    def __init__(self, outbox: Outbox, prepared: Prepared, subscriptions: Subscriptions, corrected: Corrected) -> None:
        self.outbox, self.prepared, self.subscriptions, self.corrected = outbox, prepared, subscriptions, corrected
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
        reach("claimed")
        try:
            self._mark(message) if "answer" in message.payload else self._deliver(message)
        except TryAgainError as later:
            self.outbox.retry(message.id, "later", later.after * message.attempts)
        except SlackApiError as error:
            self._refused(message, errors.code(error), gone=errors.meaning(error) == "gone")
        except Exception:  # a payload that cannot be sent at all must not stop the ones behind it
            trouble("outbox message unusable", id=message.id, kind=message.kind)
            self.outbox.dead(message.id, "unusable")

    def _deliver(self, message: Outgoing) -> None:
        resumed, key = message.attempts > 1, f"outbox:{message.id}"
        place = Place(message.team, message.channel)
        payload = message.payload if message.ts is None else {**message.payload, "update": message.ts}
        where, ts = self.prepared.head(place, payload, key, resumed=resumed)
        reach("posted")
        self.outbox.posted(message.id, ts)  # what follows may fail: the message itself then stays posted
        reach("recorded")
        self.prepared.thread(where, ts, message.payload, key, resumed=resumed)
        self.outbox.sent(message.id, ts)
        note("outbox sent", id=message.id, kind=message.kind, attempts=message.attempts)

    def _mark(self, message: Outgoing) -> None:
        """Doing it twice is doing it once: nothing has to be looked up first."""
        answer, behind = str(message.payload["answer"]), Backing.model_validate(message.payload.get("backing") or {})
        if [mark.key for mark in self.outbox.marks(answer)][-1:] != [message.document_revision]:
            self.outbox.dead(message.id, "something else was said since")
            return
        found = self.corrected(answer, str(message.payload["note"]), behind)
        if found is None:
            self.outbox.dead(message.id, "no such message")
            return
        place, ts, marked = found
        self.prepared.replace(place, ts, marked, f"outbox:{message.id}", resumed=message.attempts > 1)
        self.outbox.sent(message.id, ts)
        note("answer marked", id=message.payload["answer"])

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
            self.prepared.head(Place(team, ""), {"text": text, "user": user}, f"off:{user}:{text}", resumed=False)
        except (SlackApiError, TryAgainError, *errors.TRANSPORT) as error:
            note("owner not told", error=errors.code(error))
