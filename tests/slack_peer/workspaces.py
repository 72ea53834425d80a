"""Two workspaces of the second peer, `emulate`, which has OAuth and strict scopes, behind one address as Slack has it.

Both hold the same channel and user ids, so that anything kept by channel alone gets mixed up at once. The router in
front is ours: it sends each call to the workspace whose token it carries, and gives the second a team id of its own.
"""

from __future__ import annotations

import json
import re
import subprocess
import threading
import urllib.parse
from contextlib import ExitStack
from html import unescape
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import httpx
import yaml

from bot.slack.manifest import SCOPES
from tests.slack_peer.front import Server
from tests.slack_peer.install import MODULES, NODE, install
from tests.slack_peer.peer import free_port

Json = dict[str, Any]
FIRST, SECOND = "T000000001", "T000000002"
CHANNEL, PERSON, DESK = "C000000001", "U000000001", "U0DESK"
CLIENT_ID, CLIENT_SECRET, SIGNING = "111.222", "made-up-client-secret", "made-up-signing-secret"
DEADLINE = 30.0


class Workspaces:
    """The two, running. `api_url` is what the desk is told; `errors` lists every call that was answered with one."""

    def __init__(self, folder: Path, redirect_uri: str) -> None:
        install()
        self._open = ExitStack()
        self.ports = {FIRST: free_port(), SECOND: free_port()}
        for team, port in self.ports.items():
            self._start(folder, team, port, redirect_uri)
        self.tokens: dict[str, str] = {}
        self.errors: list[tuple[str, str]] = []
        self.requested: list[set[str]] = []
        self._http = httpx.Client(timeout=DEADLINE)
        self._server = self._serve()
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self.api_url = f"{self.url}/api/"

    def stop(self) -> None:
        """End everything."""
        self._server.shutdown()
        self._server.server_close()
        self._open.close()

    def consents(self, team: str, authorize_url: str) -> str:
        """The person says yes on Slack's page: the address Slack sends the browser to."""
        page = self._http.get(authorize_url)
        assert page.status_code == 200, page.text
        names = re.findall(r'name="([^"]+)"[^>]*value="([^"]*)"', page.text)
        form = {name: unescape(value) for name, value in names}
        self.requested.append(set(form["scope"].split(",")))
        answer = self._http.post(f"{self._at(team)}/oauth/v2/authorize/callback", data=form)
        assert answer.status_code == 302, answer.text
        return answer.headers["location"]

    def messages(self, team: str, *threads: str) -> list[Json]:
        """What stands in the channel, threads included, oldest first. `threads`: also those nobody there began."""
        token = next(token for token, of in self.tokens.items() if of == team)
        heads = self._call(team, "conversations.history", token, channel=CHANNEL)["messages"]
        found: dict[str, Json] = {head["ts"]: head for head in heads}
        for ts in {*threads, *(head.get("thread_ts") or head["ts"] for head in heads)}:
            thread = self._call(team, "conversations.replies", token, channel=CHANNEL, ts=ts).get("messages")
            found |= {message["ts"]: message for message in thread or ()}
        return sorted(found.values(), key=lambda message: float(message["ts"]))

    def says(self, team: str, text: str) -> str:
        """Somebody writes in the channel; the message's timestamp."""
        return str(self._call(team, "chat.postMessage", "xoxb-person", channel=CHANNEL, text=text)["ts"])

    def wait(self, team: str, text: str, *threads: str) -> Json:
        """The first message that holds this text."""
        ticks = threading.Event()
        for _ in range(int(DEADLINE / 0.05)):
            for message in self.messages(team, *threads):
                if text in str(message.get("text")):
                    return message
            ticks.wait(0.05)
        raise AssertionError(f"{text!r} is not in {[m.get('text') for m in self.messages(team, *threads)]}")

    def _at(self, team: str) -> str:
        return f"http://127.0.0.1:{self.ports[team]}"

    def _call(self, team: str, method: str, token: str, **args: str) -> Json:
        headers = {"authorization": f"Bearer {token}"}
        return dict(self._http.post(f"{self._at(team)}/api/{method}", data=args, headers=headers).json())

    def _start(self, folder: Path, team: str, port: int, redirect_uri: str) -> None:
        app = {
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "app_id": "A0DESK",
            "name": "Declined detainer desk",
            "redirect_uris": [redirect_uri],
            "scopes": sorted(SCOPES),
            "bot_name": "desk",
            "bot_id": "B0DESK",
            "bot_user_id": DESK,
        }
        person = {"token": "xoxb-person", "user_id": PERSON, "scopes": ["chat:write", "channels:history"]}
        seed = {"slack": {"team": {"name": f"Newsroom {team}"}, "oauth_apps": [app], "tokens": [person]}}
        seed["slack"]["strict_scopes"] = True  # type: ignore[assignment]
        path = folder / f"{team}.yaml"
        path.write_text(yaml.safe_dump(seed))
        command = [NODE, MODULES / "emulate" / "dist" / "index.js", "start", "--service", "slack", "--port", port]
        process = subprocess.Popen(
            [*map(str, command), "--seed", str(path)],
            env={"HOME": str(folder), "PATH": ""},
            stdout=(folder / f"{team}.log").open("w"),
            stderr=subprocess.STDOUT,
        )
        self._open.callback(process.wait, 10)
        self._open.callback(process.terminate)
        self._until_up(port, process)

    def _until_up(self, port: int, process: subprocess.Popen[bytes]) -> None:
        ticks = threading.Event()
        for _ in range(int(DEADLINE / 0.05)):
            try:
                httpx.get(f"http://127.0.0.1:{port}/")
                return
            except httpx.TransportError:
                assert process.poll() is None, "the peer ended"
                ticks.wait(0.05)
        raise AssertionError("the peer does not answer")

    def _serve(self) -> Server:
        workspaces = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                workspaces._route(self)

            do_GET = do_POST  # noqa: N815 - the base class looks for this name

            def log_message(self, *_: Any) -> None:
                return

        server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server

    def _route(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("content-length") or 0))
        path, _, query = request.path.partition("?")
        token = (request.headers.get("authorization") or "").removeprefix("Bearer ")
        if path == "/api/oauth.v2.access":
            status, answer = self._exchange(request, body)
        elif path.startswith("/api/"):
            team = self.tokens.get(token)
            status, answer = (200, b'{"ok":false,"error":"invalid_auth"}')
            if team:
                status, answer = self._pass(request, team, body)
        else:
            team = dict(urllib.parse.parse_qsl(query)).get("team") or FIRST
            status, answer = self._pass(request, team, body)
        if answer[:1] == b"{" and not (said := json.loads(answer)).get("ok"):
            self.errors.append((path.removeprefix("/api/"), str(said.get("error"))))
        request.send_response(status)
        kind = "application/json" if answer[:1] == b"{" else "text/html; charset=utf-8"
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(answer)))):
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(answer)

    def _exchange(self, request: BaseHTTPRequestHandler, body: bytes) -> tuple[int, bytes]:
        """A code is known in the workspace that gave it out."""
        for team in self.ports:
            status, answer = self._pass(request, team, body)
            said = json.loads(answer)
            if said.get("ok"):
                self.tokens = {t: of for t, of in self.tokens.items() if of != team} | {said["access_token"]: team}
                break
        return status, answer

    def _pass(self, request: BaseHTTPRequestHandler, team: str, body: bytes) -> tuple[int, bytes]:
        kept = {k: v for k, v in request.headers.items() if k.lower() in ("authorization", "content-type")}
        sent = body.replace(team.encode(), FIRST.encode())
        answer = self._http.request(request.command, self._at(team) + request.path, content=sent, headers=kept)
        return answer.status_code, answer.content.replace(FIRST.encode(), team.encode())
