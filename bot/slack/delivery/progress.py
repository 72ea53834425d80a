"""Shows that a question is being worked on, once it takes longer than a moment, and always ends in the answer.

Where Slack has streams, the message is a stream with the steps as tasks; where it has none, a plain message. Either
way the final answer takes that message's place, so that nothing is left saying "reading...". A stream that Slack has
closed (it does so after about five minutes) is replaced the same way.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.messages import slack as words
from bot.slack.delivery import errors
from bot.slack.delivery.queue import TryAgainError
from bot.slack.delivery.sender import Sender
from bot.slack.log import note
from bot.slack.message import Message, Place


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked: a stream in a channel is addressed to a person."""

    user: str
    team: str


class Lacking:
    """Methods that a workspace does not have; asked for once, then left alone."""

    def __init__(self) -> None:
        self.methods: set[tuple[str, str]] = set()

    def has(self, team: str, method: str) -> bool:
        """Whether it is still worth asking."""
        return (team, method) not in self.methods

    def learn(self, team: str, method: str, error: Exception) -> None:
        """Remember a method that is not there; other errors pass."""
        if errors.meaning(error) == "lacking":
            self.methods.add((team, method))
        note("status not shown", method=method, error=errors.code(error))


@dataclass(frozen=True, slots=True)
class Tools:
    """What every question's progress shares. `after`: seconds until work becomes visible."""

    sender: Sender
    lacking: Lacking
    after: float


@dataclass(frozen=True, slots=True)
class Begun:
    """What an earlier try at the same question has left: its visible message, if any. `tell` keeps this try's."""

    ts: str | None
    resumed: bool
    tell: Callable[[str], None]


class Progress:
    """The state of one question as its thread shows it. Use as a context; `finish` sends the answer."""

    def __init__(self, tools: Tools, client: WebClient, place: Place, asker: Asker, key: str, begun: Begun) -> None:
        self.sender, self.lacking, self.begun = tools.sender, tools.lacking, begun
        self.client, self.place, self.asker, self.key = client, place, asker, key
        self.ts: str | None = begun.ts
        self.streaming = False
        self._lock = threading.Lock()
        self._finished = False
        self._timer = threading.Timer(tools.after, self._show)
        self._timer.daemon = True

    def __enter__(self) -> Progress:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._finished = True
        self._timer.cancel()

    def finish(self, message: Message) -> str:
        """Send the final message, over the one that showed the work where there is one; its timestamp."""
        self._timer.cancel()
        with self._lock:  # waits for a status that is just being posted
            self._finished = True
        if self.ts is None:
            return self.sender.post(self.place, message, self.key, look_first=self.begun.resumed)
        if self.streaming:
            self._stop_stream(self.ts)
        self.sender.update(self.place, self.ts, message)
        self._session("active")
        return self.ts

    def _show(self) -> None:
        with self._lock:
            if self._finished or self.ts is not None:
                return
            try:
                self._session("processing")
                if not self._start_stream():
                    plain = Message(words.READING)
                    self.ts = self.sender.post(self.place, plain, self.key, look_first=self.begun.resumed)
                if self.ts is not None:
                    self.begun.tell(self.ts)
            except (SlackApiError, TryAgainError, *errors.TRANSPORT) as error:  # a status is decoration
                note("status not shown", error=errors.code(error))

    def _start_stream(self) -> bool:
        if self.place.thread_ts is None or not self.lacking.has(self.place.team, "chat.startStream"):
            return False
        steps = [{"type": "task_update", "id": "read", "title": words.READING, "status": "in_progress"}]
        try:
            started = self.client.chat_startStream(
                channel=self.place.channel,
                thread_ts=self.place.thread_ts,
                recipient_user_id=self.asker.user,
                recipient_team_id=self.asker.team,
                task_display_mode="timeline",
                chunks=steps,
            )
        except (SlackApiError, *errors.TRANSPORT) as error:
            self.lacking.learn(self.place.team, "chat.startStream", error)
            return False
        self.ts, self.streaming = str(started["ts"]), True
        return True

    def _stop_stream(self, ts: str) -> None:
        done = [{"type": "task_update", "id": "read", "title": words.READ, "status": "complete"}]
        try:
            self.client.chat_stopStream(
                channel=self.place.channel,
                ts=ts,
                chunks=done,
                metadata={"event_type": "detainer_desk_message", "event_payload": {"key": self.key}},
                session_status="active",
            )
        except (SlackApiError, *errors.TRANSPORT) as error:  # closed by Slack already: the update below finalises it
            note("stream was closed", error=errors.code(error))

    def _session(self, status: str) -> None:
        """Tell Slack that the agent is at work (it shows a stop button) or free again."""
        if self.place.thread_ts is None or not self.lacking.has(self.place.team, "agents.sessions.setStatus"):
            return
        try:
            self.client.agents_sessions_setStatus(
                channel_id=self.place.channel, thread_ts=self.place.thread_ts, status=status
            )
        except (SlackApiError, *errors.TRANSPORT) as error:
            self.lacking.learn(self.place.team, "agents.sessions.setStatus", error)
