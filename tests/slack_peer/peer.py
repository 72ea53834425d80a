"""The peer: local-slack as a process of its own, driven over its control API and watched over its WebSocket."""

from __future__ import annotations

import json
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

import httpx
import yaml
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.slack_peer.install import HERE, LOCAL_SLACK, install

Json = dict[str, Any]
Found = TypeVar("Found")
TEAM, ALICE, BOB = "T01TEST", "U01ALICE", "U02BOB"
PEOPLE = {ALICE: ("alice", "Alice Anderson"), BOB: ("bob", "Bob Brown")}
DEADLINE = 60.0


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Installed:
    """The bot as installed in the peer's workspace, once for each way of listening. All of it is made up."""

    def __init__(self, mode: str) -> None:
        short = {"socket": "sock", "http": "http"}[mode]
        self.mode = mode
        self.app_id, self.bot_user = f"A01{short.upper()}", f"U0B{short.upper()}"
        self.bot_token, self.app_token, self.secret = f"xoxb-{short}", f"xapp-{short}", f"{short}-signing-secret"
        self.channel = f"C01{short.upper()}"

    def config(self, events_url: str) -> Json:
        """Its entry in the peer's workspace."""
        entry = {
            "appId": self.app_id,
            "botUserId": self.bot_user,
            "botName": f"desk-{self.mode}",
            "botToken": self.bot_token,
            "appToken": self.app_token,
            "signingSecret": self.secret,
            "mode": "socket" if self.mode == "socket" else "events",
        }
        return entry | ({"requestUrl": events_url} if self.mode == "http" else {})


class Peer:
    """A running workspace. `wait` returns as soon as what it waits for is there; nothing here sleeps."""

    def __init__(self, folder: Path, *, channels: int = 0, people: int = 0) -> None:
        install()
        self.port, self.events_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.apps = {mode: Installed(mode) for mode in ("socket", "http")}
        config = folder / "workspace.yaml"
        config.write_text(yaml.safe_dump(self._workspace(channels, people)))
        self._process = subprocess.Popen(
            [str(LOCAL_SLACK), "--config", str(config), "--port", str(self.port), "--base-host", "127.0.0.1"],
            env={"BUN_OPTIONS": f"--preload {HERE / 'loopback.js'}", "HOME": str(folder), "PATH": ""},
            stdout=(folder / "peer.log").open("w"),
            stderr=subprocess.STDOUT,
        )
        self._http = httpx.Client(timeout=DEADLINE)
        self._changed = threading.Condition()
        self.state: Json = {}
        self.frames: list[Json] = []
        self._open = ExitStack()
        self._ui = self._connect()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.wait(lambda: self.state or None)

    def stop(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait(10)
        self._open.close()

    def reset(self) -> None:
        """A workspace in which nobody has said anything."""
        with self._changed:
            self.frames.clear()
        self.control("/reset")
        self.wait(lambda: any(frame["t"] == "init" for frame in self.frames) or None)

    def control(self, path: str, **body: Any) -> Json:
        """Do something as a person would."""
        return self._call("POST", "/_control" + path, body)

    def api(self, method: str, token: str, **body: Any) -> Json:
        """Call the Web API."""
        return self._call("POST", f"/api/{method}", body, token)

    def messages(self, channel: str) -> list[Json]:
        """Everything in a channel, oldest first."""
        found = self._call("GET", f"/_control/messages/{channel}")["messages"]
        return sorted(found, key=lambda message: float(message["ts"]))

    def log(self) -> list[Json]:
        """The last thousand envelopes, calls and acks."""
        return list(self._call("GET", "/_control/log")["log"])

    def wait(self, look: Callable[[], Found | None], what: str = "", seconds: float = DEADLINE) -> Found:
        """What `look` finds, looked for anew whenever anything happens in the workspace."""
        until = time.monotonic() + seconds
        with self._changed:
            while True:
                seen = len(self.frames)
                found = look()
                if found is not None:
                    return found
                left = until - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"not within {seconds:.0f} s: {what or look}")
                self._changed.wait_for(lambda seen=seen: len(self.frames) != seen, min(left, 0.1))  # type: ignore[misc]

    def send_ui(self, frame: Json) -> None:
        """What only the web page can do: submit a view."""
        self._ui.send(json.dumps(frame))

    def open_views(self) -> list[Json]:
        """The stack of views over the screen."""
        for frame in reversed(self.frames):
            if frame["t"] == "view":
                return list(frame["stack"])
            if frame["t"] == "init":
                return list(frame["state"]["modalStack"])
        return []

    def connected(self, app_id: str) -> bool:
        """Whether a bot holds a socket of this app."""
        for frame in reversed(self.frames):
            if frame["t"] == "socket_status" and frame["appId"] == app_id:
                return bool(frame["connected"])
            if frame["t"] == "init":
                return any(app["appId"] == app_id and app["connected"] for app in frame["state"]["apps"])
        return False

    def home_of(self, user: str, app_id: str) -> Json | None:
        """The Home view last published."""
        shown = [f for f in self.frames if f["t"] == "home" and f["user"] == user and f["appId"] == app_id]
        return dict(shown[-1]["view"]) if shown else None

    def _workspace(self, channels: int, people: int) -> Json:
        events_url = f"http://127.0.0.1:{self.events_port}/slack/events"
        users = [{"id": i, "name": n, "real_name": r, "email": f"{n}@example.com"} for i, (n, r) in PEOPLE.items()]
        users += [{"id": f"U1{n:03}", "name": f"p{n}", "real_name": f"Person {n}"} for n in range(people)]
        everyone = [user["id"] for user in users]
        named = [
            {"id": app.channel, "name": f"reports-{mode}", "members": [*everyone, app.bot_user]}
            for mode, app in self.apps.items()
        ]
        bot = self.apps["socket"].bot_user
        named += [{"id": f"C9{n:03}", "name": f"room-{n}", "members": [*everyone, bot]} for n in range(channels)]
        named.append({"id": "C0QUIET", "name": "without-the-desk", "members": everyone})
        return {
            "workspace": {"name": "Newsroom", "domain": "newsroom", "teamId": TEAM},
            "apps": [app.config(events_url) for app in self.apps.values()],
            "users": users,
            "channels": named,
        }

    def _connect(self) -> ClientConnection:
        until = time.monotonic() + DEADLINE
        while True:
            try:
                return self._open.enter_context(connect(f"ws://127.0.0.1:{self.port}/ui", max_size=None))
            except OSError:
                if time.monotonic() > until or self._process.poll() is not None:
                    raise
                self._process.poll()
                threading.Event().wait(0.05)

    def _read(self) -> None:
        try:
            for text in self._ui:
                frame = json.loads(text)
                with self._changed:
                    if frame["t"] == "init":
                        self.state = frame["state"]
                    self.frames.append(frame)
                    self._changed.notify_all()
        except ConnectionClosed:
            return

    def nudge(self) -> None:
        """Something outside the workspace changed: look again."""
        with self._changed:
            self.frames.append({"t": "nudge"})
            self._changed.notify_all()

    def _call(self, method: str, path: str, body: Json | None = None, token: str = "") -> Json:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        return dict(self._http.request(method, self.url + path, json=body, headers=headers).json())
