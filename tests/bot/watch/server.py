"""A web server on loopback that misbehaves as told: every answer is scripted, every request is kept."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class Reply:
    """One answer. `promise` announces more bytes than are sent; `hold` keeps the reader waiting until it is set."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    promise: int = 0
    hold: threading.Event | None = None


Handler = Callable[[dict[str, str]], Reply]


def file(body: bytes, content_type: str = "application/pdf") -> Handler:
    """A file served as a careful server does: with an ETag, and 304 to whoever has it already."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'

    def answer(headers: dict[str, str]) -> Reply:
        if headers.get("if-none-match") == etag:
            return Reply(304, headers={"ETag": etag})
        return Reply(200, body, {"ETag": etag, "Content-Type": content_type})

    return answer


def page(*links: str, words: str = "Declined Detainer Outcome Report") -> Handler:
    """A page of links."""
    items = "".join(f'<li><a href="{link}">{link}</a></li>' for link in links)
    return file(f"<!DOCTYPE html><html><body><h1>{words}</h1><ul>{items}</ul></body></html>".encode(), "text/html")


class Server:
    """Routes by path; a path without one is a 404. `asked` lists (path, status) in order."""

    def __init__(self) -> None:
        self.routes: dict[str, Handler] = {}
        self.asked: list[tuple[str, int]] = []
        self.agents: set[str] = set()
        server = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *_: object) -> None:
                """Quiet."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Send the scripted reply."""
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.agents.add(headers.get("user-agent", ""))
        route = self.routes.get(request.path)
        reply = route(headers) if route else Reply(404)
        self.asked.append((request.path, reply.status))
        if reply.hold:
            reply.hold.wait(10)
        request.send_response(reply.status)
        for name, value in {"Content-Length": str(reply.promise or len(reply.body)), **reply.headers}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(reply.body)
        request.close_connection = True

    def serve(self, path: str, *replies: Reply | Handler) -> None:
        """Answer a path with these, one after the other, the last for good."""
        left = list(replies)

        def answer(headers: dict[str, str]) -> Reply:
            reply = left.pop(0) if len(left) > 1 else left[0]
            return reply if isinstance(reply, Reply) else reply(headers)

        self.routes[path] = answer

    def times(self, path: str, status: int | None = None) -> int:
        """How often a path was asked for (and answered with a status)."""
        return sum(1 for asked, answered in self.asked if asked == path and status in (None, answered))

    def close(self) -> None:
        """Stop serving."""
        self._http.shutdown()
        self._http.server_close()
