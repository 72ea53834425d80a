"""Sends messages: in turn, once, in the richest form that Slack takes, and none with a number that nothing holds."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.backing import NO_NUMBER, Looks, WithheldError
from bot.messages import slack as words
from bot.slack.clients import Clients
from bot.slack.delivery import errors
from bot.slack.delivery.earlier import posted
from bot.slack.delivery.pacing import Pacer
from bot.slack.delivery.queue import TryAgainError
from bot.slack.log import note, trouble
from bot.slack.message import Blocks, Message, Place
from bot.slack.text import shortened

METADATA = "detainer_desk_message"
TRIES = 3
TEXT_LIMIT = 4_000

Send = Callable[[Blocks | None], str]


class Sender:
    """Posts and updates. `key` names a message for good: one with the same key is never posted a second time."""

    def __init__(self, clients: Clients, pacer: Pacer, pause: Callable[[float], None] = time.sleep) -> None:
        self.clients, self.pacer, self.pause = clients, pacer, pause

    def post(self, place: Place, message: Message, key: str, look_first: bool = False) -> str:
        """Post a message; its timestamp. `look_first`: an earlier try may have got through, so look for it.

        Raises TryAgainError when Slack is out of reach, SlackApiError when it refuses for good, WithheldError when a
        number in it is not backed: then nothing was sent.
        """
        if look_first and (found := self.find(place, key)) is not None:
            self.update(place, found, message)  # what is there may be no more than "reading..."
            return found
        client = self.clients.of(place.team)

        def send(blocks: Blocks | None) -> str:
            response = client.chat_postMessage(
                channel=place.channel,
                thread_ts=place.thread_ts,
                text=shortened(message.text, TEXT_LIMIT),
                blocks=blocks,
                metadata={"event_type": METADATA, "event_payload": {"key": key}},
                unfurl_links=False,
                unfurl_media=False,
            )
            return str(response["ts"])

        return self._climb_down(place, message, send, lambda: self.find(place, key))

    def update(self, place: Place, ts: str, message: Message) -> None:
        """Put a message in the place of an earlier one."""
        client = self.clients.of(place.team)

        def send(blocks: Blocks | None) -> str:
            client.chat_update(
                channel=place.channel, ts=ts, text=shortened(message.text, TEXT_LIMIT), blocks=blocks or []
            )
            return ts

        self._climb_down(place, message, send, lambda: None)

    def find(self, place: Place, key: str) -> str | None:
        """The timestamp of the message with this key, where it was posted before."""
        try:
            there = posted(self.clients.of(place.team), place)
            return next((str(each["ts"]) for each in there if _key(each) == key), None)
        except (SlackApiError, *errors.TRANSPORT) as error:
            if errors.meaning(error) == "later":
                raise TryAgainError(errors.retry_after(error)) from error
            return None  # no right to read the channel: better a second message than none

    def whisper(
        self, place: Place, user: str, text: str, blocks: Blocks | None = None, look: Looks = NO_NUMBER
    ) -> None:
        """A message only one person sees; a lost one does no harm, so it is tried once."""
        if strays := look.at_text(text) + look.at_blocks(blocks or []):
            trouble("message withheld", kind="whisper", strays=strays)
            text, blocks = words.NOT_SHOWN, None
        try:
            self.clients.of(place.team).chat_postEphemeral(
                channel=place.channel, user=user, thread_ts=place.thread_ts, text=text, blocks=blocks
            )
        except (SlackApiError, *errors.TRANSPORT) as error:
            note("whisper lost", error=errors.code(error))

    def delete(self, place: Place, ts: str) -> None:
        """Take one of the bot's own messages back."""
        self.clients.of(place.team).chat_delete(channel=place.channel, ts=ts)

    def _climb_down(self, place: Place, message: Message, send: Send, sent_already: Callable[[], str | None]) -> str:
        sound(message.look.at_source() + message.look.at_text(message.text))
        for rung in message.rungs:
            blocks = rung.blocks()
            sound(message.look.at_blocks(blocks))
            try:
                ts = self._in_turn(place, blocks, send, sent_already)
            except SlackApiError as error:
                if errors.meaning(error) != "blocks":
                    raise
                detail = error.response.get("errors") or error.response.get("response_metadata")
                note("blocks refused", rung=rung.name, error=errors.code(error), detail=detail)
                continue
            if rung is message.rungs[-1] and message.on_plainest is not None:
                message.on_plainest()
            return ts
        return self._in_turn(place, None, send, sent_already)

    def _in_turn(self, place: Place, blocks: Blocks | None, send: Send, sent_already: Callable[[], Any]) -> str:
        """Send in the channel's turn. An error that leaves open whether it went through is looked into first."""
        problem: Exception | None = None
        for attempt in range(TRIES):
            if problem is not None:
                self.pause(0.2 * 4**attempt / 4)
                if (found := sent_already()) is not None:
                    return str(found)
            self.pacer.turn(f"{place.team}:{place.channel}")
            try:
                return send(blocks)
            except (SlackApiError, *errors.TRANSPORT) as error:
                if errors.meaning(error) != "later":
                    raise
                problem = error
                if isinstance(error, SlackApiError) and error.response.status_code == 429:
                    break  # the client has waited and asked twice already
        assert problem is not None  # noqa: S101 - the loop ends only with one
        raise TryAgainError(errors.retry_after(problem)) from problem


def sound(strays: list[str]) -> None:
    """Raises WithheldError where numbers were found that nothing holds."""
    if strays:
        raise WithheldError(strays)


def _key(message: dict[str, Any]) -> str | None:
    return ((message.get("metadata") or {}).get("event_payload") or {}).get("key")
