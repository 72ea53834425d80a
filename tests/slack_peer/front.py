"""A small server between the bot and the peer: passes everything on, and plays what the peer cannot play.

Faults: any error, 429 with Retry-After, 500 before or after the peer did it, slow answers, blocks refused.
Beside them what Slack has and the peer lacks: streams, agent sessions, metadata of messages. This is ours: it exercises
the bot's paths; it is no evidence of how Slack behaves.
"""

from __future__ import annotations

import json
import threading
import time
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

Json = dict[str, Any]
JSON_FIELDS = ("blocks", "metadata", "chunks", "view", "prompts", "files")
RECORDED = {"assistant.threads.setSuggestedPrompts", "assistant.threads.setStatus", "agents.sessions.setStatus"}


@dataclass
class Fault:
    """What to answer instead. `after`: the peer does it all the same, and only the answer is lost."""

    method: str
    body: Json = field(default_factory=dict)
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    times: int = 1
    when: Callable[[Json], bool] = lambda args: True
    after: bool = False


class Server(ThreadingHTTPServer):
    """Takes many connections at once."""

    request_queue_size = 128
    daemon_threads = True


class Front:
    """Runs in this process. `agent`: has Slack's streams and sessions; without it they are unknown methods."""

    def __init__(self, peer_url: str) -> None:
        self.peer_url = peer_url
        self.agent = False
        self.stream_lives = True
        self.page = 0
        self.faults: list[Fault] = []
        self.calls: list[tuple[str, Json]] = []
        self.moments: list[tuple[str, float]] = []
        self.gates: dict[str, threading.Event] = {}
        self._metadata: dict[tuple[str, str], Json] = {}
        self._streams: dict[tuple[str, str], Json] = {}
        self._lock = threading.Lock()
        self._http = httpx.Client(timeout=30, limits=httpx.Limits(max_connections=100))
        front = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                front._serve(self)

            do_GET = do_POST  # noqa: N815 - the base class looks for this name

            def log_message(self, *_: Any) -> None:
                return

        self._server = Server(("127.0.0.1", 0), Handler)
        self.api_url = f"http://127.0.0.1:{self._server.server_port}/api/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Serve no longer."""
        self._server.shutdown()
        self._server.server_close()

    def reset(self) -> None:
        """Play nothing, remember nothing."""
        for gate in self.gates.values():
            gate.set()
        self.agent, self.stream_lives, self.page = False, True, 0
        for kept in (self.faults, self.calls, self.moments, self._metadata, self._streams, self.gates):
            kept.clear()

    def fail(self, method: str, **fault: Any) -> None:
        """Play a fault at the next call(s) of a method."""
        self.faults.append(Fault(method, **fault))

    def refuse_blocks(self, *types: str) -> None:
        """Answer invalid_blocks to every message that has one of these."""

        def has(args: Json) -> bool:
            return any(block.get("type") in types for block in args.get("blocks") or [])

        for method in ("chat.postMessage", "chat.update"):
            self.fail(method, body={"ok": False, "error": "invalid_blocks", "errors": [*types]}, times=10**6, when=has)

    def hold(self, method: str) -> threading.Event:
        """Keep calls of a method waiting until the event is set."""
        self.gates[method] = threading.Event()
        return self.gates[method]

    def called(self, method: str) -> list[Json]:
        """The arguments of every call of a method so far."""
        return [args for name, args in self.calls if name == method]

    def times(self, method: str) -> list[float]:
        """When each call of a method came in."""
        return [at for name, at in self.moments if name == method]

    def _serve(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("content-length") or 0))
        path = request.path
        if not path.startswith("/api/"):
            self._send(request, *self._pass_on(request, path, body))
            return
        method = path.removeprefix("/api/").partition("?")[0]
        args = _arguments(request.headers.get("content-type") or "", body)
        with self._lock:
            self.calls.append((method, args))
            self.moments.append((method, time.monotonic()))
            fault = next((f for f in self.faults if f.method == method and f.times > 0 and f.when(args)), None)
            if fault is not None:
                fault.times -= 1
        if (gate := self.gates.get(method)) is not None:
            gate.wait(30)
        if fault is not None and not fault.after:
            self._send(request, fault.status, json.dumps(fault.body).encode(), fault.headers)
            return
        status, answer = self._answer(request, method, args, body)
        if fault is not None:
            status, answer = fault.status, json.dumps(fault.body).encode()
        self._send(request, status, answer)

    def _answer(self, request: BaseHTTPRequestHandler, method: str, args: Json, body: bytes) -> tuple[int, bytes]:
        if self.agent and method in RECORDED:
            return 200, b'{"ok": true}'
        if self.agent and method.startswith("chat.") and method.endswith("Stream"):
            return 200, json.dumps(self._stream(request, method, args)).encode()
        status, answer = self._pass_on(request, request.path, body)
        return status, self._with_metadata(method, args, answer)

    def _stream(self, request: BaseHTTPRequestHandler, method: str, args: Json) -> Json:
        """Streams as messages of the peer; a stream that Slack has closed answers so."""
        if method == "chat.startStream":
            text = " ".join(chunk.get("title", "") for chunk in args.get("chunks") or [])
            posted = self._call(request, "chat.postMessage", {**_place(args), "text": text})
            self._streams[args["channel"], posted["ts"]] = args
            return posted
        key = (args["channel"], args["ts"])
        if key not in self._streams or not self.stream_lives:
            return {"ok": False, "error": "message_not_in_streaming_state"}
        if method == "chat.stopStream":
            del self._streams[key]
        return {"ok": True, "channel": key[0], "ts": key[1]}

    def _with_metadata(self, method: str, args: Json, answer: bytes) -> bytes:
        """The peer forgets what a message says about itself; keep it here."""
        said = json.loads(answer) if answer[:1] == b"{" else {}
        if method == "chat.postMessage" and said.get("ok") and args.get("metadata"):
            self._metadata[said["channel"], said["ts"]] = args["metadata"]
        if method in ("conversations.replies", "conversations.history"):
            said = self._paged(args, said)
            for message in said.get("messages") or []:
                message["metadata"] = self._metadata.get((args["channel"], message["ts"]), {})
            return json.dumps(said).encode()
        return answer

    def _paged(self, args: Json, said: Json) -> Json:
        """No more messages at once than `page`, where that is set: the peer gives them all whatever it is asked for."""
        if not self.page:
            return said
        first = int(args.get("cursor") or 0)
        last, whole = first + min(self.page, int(args.get("limit") or self.page)), said.get("messages") or []
        cursor = str(last) if last < len(whole) else ""
        return {**said, "messages": whole[first:last], "response_metadata": {"next_cursor": cursor}}

    def _call(self, request: BaseHTTPRequestHandler, method: str, args: Json) -> Json:
        headers = {"authorization": request.headers["authorization"]}
        return dict(self._http.post(f"{self.peer_url}/api/{method}", json=args, headers=headers).json())

    def _pass_on(self, request: BaseHTTPRequestHandler, path: str, body: bytes) -> tuple[int, bytes]:
        kept = {k: v for k, v in request.headers.items() if k.lower() in ("authorization", "content-type")}
        answer = self._http.request(request.command, self.peer_url + path, content=body, headers=kept)
        return answer.status_code, answer.content

    def _send(
        self, request: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str] | None = None
    ) -> None:
        request.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)


def _place(args: Json) -> Json:
    return {"channel": args["channel"], "thread_ts": args.get("thread_ts")}


def _arguments(kind: str, body: bytes) -> Json:
    if "json" in kind:
        return dict(json.loads(body or b"{}"))
    args: Json = dict(urllib.parse.parse_qsl(body.decode(errors="replace")))
    return {k: json.loads(v) if k in JSON_FIELDS and v[:1] in "[{" else v for k, v in args.items()}
