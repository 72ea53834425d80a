"""A prepared message with its thread: what the outbox holds, and what a summary is.

{"text", "blocks", "replies": [{"text", "blocks"}], "files": [{"name", "title", "content" | "base64"}],
 "thread_ts": in a thread, "update": in place of the message with this timestamp, "user": as a direct message,
 "report": what a reply in its thread is about, "backing": the numbers it may show (bot.backing); each reply and each
 file has its own}
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from bot.backing import Backing, WithheldError
from bot.messages import slack as words
from bot.query import Filter, Query
from bot.slack.clients import Clients
from bot.slack.delivery.files import Files
from bot.slack.delivery.outlet import sound_text
from bot.slack.delivery.sender import Sender
from bot.slack.log import trouble
from bot.slack.message import Message, Place
from bot.slack.posting import Posting
from bot.state.threads import Threads
from bot.understand.outcome import Thread

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Delivers prepared messages."""

    sender: Sender
    files: Files
    threads: Threads
    clients: Clients
    posting: Posting

    def head(self, place: Place, payload: Payload, key: str, *, resumed: bool) -> tuple[Place, str]:
        """Post the message itself (or update it): where it went and its timestamp."""
        where = self._where(place, payload)
        with self.posting.at(where.team, where.channel):
            if payload.get("update"):
                ts = str(payload["update"])
                self.replace(where, ts, message(payload), key, resumed=resumed)
            else:
                ts = self._post(where, message(payload), key, resumed=resumed)
            if payload.get("report"):
                self._remember(where, ts, str(payload["report"]))
        return where, ts

    def thread(self, place: Place, ts: str, payload: Payload, key: str, *, resumed: bool) -> None:
        """Its details and files, in its thread."""
        where = Place(place.team, place.channel, place.thread_ts or ts)
        for number, reply in enumerate(payload.get("replies") or []):
            self._post(where, message(reply), f"{key}:{number}", resumed=resumed)
        for each in payload.get("files") or []:
            title = sound_text(str(each["title"]), _backing(each))
            self.files.share(where, _content(each), str(each["name"]), title, resumed)

    def replace(self, place: Place, ts: str, message: Message, key: str, *, resumed: bool) -> None:
        """Put a message in the place of an earlier one; where it could not be shown, that stands below it instead."""
        try:
            self.sender.update(place, ts, message)
        except WithheldError as withheld:
            trouble("message withheld", kind="update", key=key, strays=withheld.strays)
            below = Place(place.team, place.channel, place.thread_ts or ts)
            self.sender.post(below, Message(words.NOT_SHOWN), f"{key}:withheld", look_first=resumed)

    def _post(self, place: Place, message: Message, key: str, *, resumed: bool) -> str:
        """Post a message, or in its place the sentence that it could not be shown."""
        try:
            return self.sender.post(place, message, key, look_first=resumed)
        except WithheldError as withheld:
            trouble("message withheld", kind="post", key=key, strays=withheld.strays)
            return self.sender.post(place, Message(words.NOT_SHOWN), key, look_first=resumed)

    def _remember(self, where: Place, ts: str, report_id: str) -> None:
        """A reply to the message is about its report."""
        about = Query(filters=(Filter(field="report", values=(report_id,)),))
        thread = Thread(last=about, history=(about,))
        self.threads.put(where.team, where.channel, where.thread_ts or ts, thread)

    def _where(self, place: Place, payload: Payload) -> Place:
        channel = place.channel
        if not channel and payload.get("user"):
            opened = self.clients.of(place.team).conversations_open(users=str(payload["user"]))
            channel = str(opened["channel"]["id"])
        return Place(place.team, channel, payload.get("thread_ts") or place.thread_ts)


def message(payload: Payload) -> Message:
    """The message a payload describes."""
    text, blocks, look = str(payload["text"]), list(payload.get("blocks") or []), _backing(payload)
    return Message.of(text, blocks, look) if blocks else Message(text, look=look)


def _backing(payload: Payload) -> Backing:
    return Backing.model_validate(payload.get("backing") or {})


def send(prepared: Prepared, place: Place, payload: Payload, key: str, *, resumed: bool) -> str:
    """All of it; the timestamp of the message itself."""
    where, ts = prepared.head(place, payload, key, resumed=resumed)
    prepared.thread(where, ts, payload, key, resumed=resumed)
    return ts


def _content(file: Payload) -> bytes:
    if "base64" in file:
        return base64.b64decode(str(file["base64"]))
    return str(file["content"]).encode("utf-8-sig")
