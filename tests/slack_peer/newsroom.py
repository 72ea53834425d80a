"""A newsroom for scenarios: people who write in Slack, and the desk as it answers them."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import httpx
import uvicorn
from slack_sdk.signature import SignatureVerifier

from bot.settings import Settings
from bot.slack.options import SlackOptions
from bot.slack.preflight import workspace
from bot.slack.run import Bot
from bot.slack.services import Desk
from bot.state import open_store
from tests.slack_peer.front import Front
from tests.slack_peer.peer import ALICE, TEAM, Installed, Json, Peer

Mode = Literal["socket", "http"]


@dataclass(frozen=True)
class Said:
    """A message in the workspace."""

    raw: Json

    @property
    def ts(self) -> str:
        """Its timestamp."""
        return str(self.raw["ts"])

    @property
    def text(self) -> str:
        """Its top-level text."""
        return str(self.raw.get("text") or "")

    @property
    def blocks(self) -> list[Json]:
        """Its blocks."""
        return list(self.raw.get("blocks") or [])

    @property
    def shown(self) -> str:
        """Every word a person sees in it."""
        return words_of(self.blocks)

    def buttons(self) -> dict[str, Json]:
        """Its buttons by label."""
        found = {}
        for block in self.blocks:
            for element in block.get("elements") or []:
                if element.get("type") == "button":
                    found[element["text"]["text"]] = element | {"block_id": block.get("block_id", "")}
        return found


def words_of(value: Any) -> str:
    """Every word a person sees in blocks or a view."""
    return "\n".join(_words(value))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("text", "alt_text", "caption", "title", "label") and isinstance(inner, str):
                yield inner
            else:
                yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)


class Newsroom:
    """One way of listening (`mode`) in the peer's workspace, seen from the people's side."""

    def __init__(self, peer: Peer, front: Front, mode: Mode) -> None:
        self.peer, self.front, self.mode = peer, front, mode
        self.app: Installed = peer.apps[mode]
        self.channel = self.app.channel

    # --- what people do

    def says(self, text: str, *, user: str = ALICE, thread: str | None = None, channel: str | None = None) -> Said:
        """Write a message."""
        body = {"channel": channel or self.channel, "user": user, "text": text}
        return Said(self.peer.control("/message", **body, **({"thread_ts": thread} if thread else {}))["message"])

    def asks(self, text: str, **where: Any) -> Said:
        """Write a message that names the desk."""
        return self.says(f"<@{self.app.bot_user}> {text}", **where)

    def direct(self, user: str = ALICE) -> str:
        """The direct messages between a person and the desk."""
        return str(self.peer.api("conversations.open", self.app.bot_token, users=user)["channel"]["id"])

    def presses(self, message: Said, label: str, *, user: str = ALICE, channel: str | None = None) -> None:
        """Press a button by its label."""
        self.acts(message, message.buttons()[label], user=user, channel=channel)

    def acts(self, message: Said, element: Json, *, user: str = ALICE, channel: str | None = None) -> None:
        """Press an element."""
        kept = ("type", "action_id", "block_id", "value")
        action = {key: element[key] for key in kept if key in element}
        where = channel or self.channel
        self.peer.control("/interact", channel=where, messageTs=message.ts, user=user, action=action)

    def commands(self, text: str, *, user: str = ALICE, channel: str | None = None) -> None:
        """Give the slash command."""
        where = channel or self.channel
        self.peer.control("/command", channel=where, user=user, command="/detainers", text=text, appId=self.app.app_id)

    def submits(self, values: Json, *, user: str = ALICE) -> None:
        """Send the open view in. `values`: text by block."""
        typed = {block: {block: {"type": "plain_text_input", "value": text}} for block, text in values.items()}
        self.peer.send_ui({"t": "view_submit", "user": user, "values": typed})

    # --- what they see

    def thread(self, ts: str, channel: str | None = None) -> list[Said]:
        """The desk's messages under a message, without those only one person sees."""
        return [
            Said(message)
            for message in self.peer.messages(channel or self.channel)
            if message.get("thread_ts") == ts and message.get("bot_id") and message.get("subtype") != "ephemeral"
        ]

    def answer(self, question: Said, *, to: str | None = None, number: int = 1, channel: str | None = None) -> Said:
        """The desk's nth message in the thread, once it is there and final."""
        thread = to or question.raw.get("thread_ts") or question.ts

        def look() -> Said | None:
            stated = [each for each in self.thread(thread, channel) if each.text and not is_working(each)]
            return stated[number - 1] if len(stated) >= number else None

        return self.peer.wait(look, f"answer {number} to {question.text!r}")

    def whispered(self, about: Callable[[Said], bool], user: str = ALICE) -> Said:
        """A message only this person sees."""

        def look() -> Said | None:
            for channel in [self.channel, *self.peer.state.get("messages", {})]:
                for message in self.peer.messages(channel):
                    if message.get("ephemeral_to") == user and about(Said(message)):
                        return Said(message)
            return None

        return self.peer.wait(look, "a whisper")

    def view(self, about: Callable[[Json], bool] = lambda view: True) -> Json:
        """The view on top of the screen."""

        def look() -> Json | None:
            stack = self.peer.open_views()
            return stack[-1] if stack and about(stack[-1]) else None

        return self.peer.wait(look, "a view")

    def posted(self, about: Callable[[Said], bool], channel: str | None = None) -> Said:
        """A message of the desk anywhere in a channel."""

        def look() -> Said | None:
            for message in self.peer.messages(channel or self.channel):
                if message.get("bot_id") and about(Said(message)):
                    return Said(message)
            return None

        return self.peer.wait(look, "a message")

    # --- what Slack does by itself

    def delivers(self, body: Json, *, retry: int | None = None) -> httpx.Response:
        """Deliver an event over HTTP as Slack does: signed, and marked when it is not the first time."""
        return self._signed(json.dumps(body), "application/json", retry)

    def interacts(self, payload: Json) -> httpx.Response:
        """Deliver an interaction the peer has no way to make."""
        base = {"team": {"id": TEAM}, "user": {"id": ALICE, "team_id": TEAM}, "api_app_id": self.app.app_id}
        form = httpx.QueryParams({"payload": json.dumps(base | payload)})
        return self._signed(str(form), "application/x-www-form-urlencoded", None)

    def event(self, event: Json, event_id: str) -> Json:
        """An event as Slack wraps it."""
        return {
            "type": "event_callback",
            "team_id": TEAM,
            "api_app_id": self.app.app_id,
            "event_id": event_id,
            "authorizations": [{"team_id": TEAM, "user_id": self.app.bot_user, "is_bot": True}],
            "event": event,
        }

    def trigger(self) -> str:
        """A trigger the peer knows, for a view that opens from an interaction it cannot make."""
        for entry in reversed(self.peer.log()):
            detail = entry.get("detail")
            text = detail if isinstance(detail, str) else json.dumps(detail or {})
            if "trigger_id" in text:
                found = json.loads(httpx.QueryParams(text)["payload"]) if text.startswith("payload=") else detail
                if isinstance(found, dict) and "trigger_id" in found:
                    return str(found["trigger_id"])
        raise AssertionError("nobody has pressed anything yet")

    def _signed(self, body: str, kind: str, retry: int | None) -> httpx.Response:
        import time

        at = str(int(time.time()))
        headers = {
            "Content-Type": kind,
            "X-Slack-Request-Timestamp": at,
            "X-Slack-Signature": str(SignatureVerifier(self.app.secret).generate_signature(timestamp=at, body=body)),
        }
        if retry is not None:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"}
        url = f"http://127.0.0.1:{self.peer.events_port}/slack/events"
        return httpx.post(url, content=body.encode(), headers=headers, timeout=10)


def is_working(message: Said) -> bool:
    """A message that only shows that work goes on."""
    from bot.messages import slack as words

    return message.text in (words.READING, words.READ)


def settings_for(app: Installed, api_url: str, db: Path, state_url: str) -> Settings:
    """The desk's settings in the peer's workspace."""
    return Settings.model_validate(
        {
            "db": db,
            "state": state_url,
            "SLACK_BOT_TOKEN": app.bot_token,
            "SLACK_APP_TOKEN": app.app_token,
            "SLACK_SIGNING_SECRET": app.secret,
            "SLACK_API_URL": api_url,
        }
    )


@contextmanager
def running(newsroom: Newsroom, desk: Desk, db: Path, state_url: str, options: SlackOptions) -> Iterator[Bot]:
    """The bot at work in this process, listening in the newsroom's way."""
    settings = settings_for(newsroom.app, newsroom.front.api_url, db, state_url)
    bot = Bot(settings, options, desk, open_store(state_url), workspace(settings))
    bot.start_workers()
    stop = _listen_socket(newsroom, bot) if newsroom.mode == "socket" else _listen_http(newsroom, bot)
    try:
        yield bot
    finally:
        stop()
        bot.close()


def _listen_socket(newsroom: Newsroom, bot: Bot) -> Callable[[], None]:
    handler = bot.socket()
    app_id = newsroom.app.app_id
    newsroom.peer.wait(lambda: newsroom.peer.connected(app_id) or None, "a socket")

    def stop() -> None:
        # The SDK closes the socket when its reader lets go of it, which is up to 3 s later unless the line is cut; and
        # its threads look only every few seconds whether they are to end.
        client = handler.client
        client.auto_reconnect_enabled = False
        line = client.current_session and client.current_session.sock
        with suppress(OSError):  # cut already
            if line:
                line.shutdown(socket.SHUT_RDWR)
        threading.Thread(target=client.close, daemon=True).start()
        newsroom.peer.wait(lambda: None if newsroom.peer.connected(app_id) else True, "the socket to close")

    return stop


def _listen_http(newsroom: Newsroom, bot: Bot) -> Callable[[], None]:
    config = uvicorn.Config(bot.asgi(), host="127.0.0.1", port=newsroom.peer.events_port, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    newsroom.peer.wait(lambda: server.started or None, "an HTTP server")

    def stop() -> None:
        server.should_exit = True
        thread.join(10)

    return stop
