"""/healthz, /readyz and /metrics: as routes of the bot's own server, and as a small one for processes without.

They tell figures and names of parts, never tokens, questions, people or paths. In front of the open internet a proxy
should let only the balancer and Prometheus reach them.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bot.messages import ops as say
from bot.ops import health, metrics
from bot.state.store import StateStore

PATHS = ("/healthz", "/readyz", "/metrics")


class Pages:
    """Answers for the three paths."""

    def __init__(self, store: StateStore, db_path: Path) -> None:
        self.store, self.db_path = store, db_path

    def answer(self, path: str) -> tuple[int, str, str]:
        """Status, content type and body. `/healthz` looks at nothing: a store that is away is no reason to restart."""
        if path == "/healthz":
            return 200, "text/plain; charset=utf-8", say.ALIVE
        if path == "/readyz":
            parts = health.ready(self.db_path, self.store)
            body = {part.name: {"ok": part.ok, "says": part.says} for part in parts}
            return 200 if all(part.ok for part in parts) else 503, "application/json", json.dumps(body)
        if path == "/metrics":
            return 200, metrics.CONTENT_TYPE, metrics.render(self.store, self.db_path).decode()
        return 404, "text/plain; charset=utf-8", say.NOT_FOUND

    def routes(self) -> dict[str, Callable[[], tuple[int, str, str]]]:
        """The three paths, for an HTTP application that serves more than these."""
        return {path: partial(self.answer, path) for path in PATHS}


class OpsServer:
    """Serves the three paths by themselves, for the watcher and for a bot in socket mode."""

    def __init__(self, pages: Pages, host: str, port: int) -> None:
        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, kind, text = pages.answer(self.path.split("?")[0])
                body = text.encode()
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Scrapes are no news."""

        self._http = ThreadingHTTPServer((host, port), Answers)
        self._http.daemon_threads = True
        self.port = int(self._http.server_address[1])
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.1,), name="ops", daemon=True)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def close(self) -> None:
        """Stop answering."""
        self._http.shutdown()
        self._http.server_close()
