"""Several bots over HTTP behind a balancer, one watcher, one Postgres, one reports' database: a desk past one process.

Everything is a process of its own but the balancer, which is ours: it hands the peer's signed deliveries out in turn,
and now and then the same one to two bots, as Slack does when it doubts that the first has arrived.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from bot.state import open_store
from bot.state.outbox import Outbox
from bot.state.subscriptions import Subscriptions
from ingest.job import ingest
from tests.bot.state.postgres import Postgres
from tests.slack_peer.front import Server
from tests.slack_peer.peer import ALICE, TEAM, Json, Peer, free_port

SAMPLES = Path(__file__).parents[2] / "ingest" / "samples"
EARLIER = ("ddor2017_01-28to02-03.pdf", "ddor2017_02-04to02-10.pdf")
NEW = "ddor2017_02-11to02-17.pdf"
TWICE_EVERY, TOLD = 20, f"<@{ALICE}>"


class Fleet:
    """Started whole; `drop` brings the new report, `ask` asks."""

    def __init__(self, folder: Path, bots: int = 2) -> None:
        self.folder, self.db, self.drop_folder = folder, folder / "detainers.duckdb", folder / "drop"
        self.drop_folder.mkdir()
        assert all(done.status == "loaded" for done in ingest([SAMPLES / name for name in EARLIER], self.db))
        self._open = ExitStack()
        # Its server may run as another user, who may not look into a test's own folder.
        postgres = Postgres(Path(self._open.enter_context(TemporaryDirectory(prefix="desk-"))) / "postgres")
        self._open.callback(postgres.stop)
        self.state = postgres.new_database()
        self.peer = Peer(folder)
        self._open.callback(self.peer.stop)
        self.app = self.peer.apps["http"]
        store = open_store(self.state)
        self._open.callback(store.close)
        self.outbox = Outbox(store)
        Subscriptions(store).put(TEAM, self.app.channel, "alerts", ALICE)
        ports = [free_port() for _ in range(bots)]
        self.bots = [self._start(f"bot-{n}", ["slack", "--mode", "http"], port) for n, port in enumerate(ports)]
        for port in ports:
            self._until_ready(port)
        self.balancer = Balancer(self.peer.events_port, ports)
        self._open.callback(self.balancer.stop)
        self.watcher = self._start("watcher", ["watch", str(self.drop_folder)])
        self.asked: dict[str, float] = {}

    def stop(self) -> None:
        """End everything."""
        self._open.close()

    def ask(self, text: str) -> str:
        """Somebody asks in the channel; the question's timestamp."""
        at = time.monotonic()
        body = {"channel": self.app.channel, "user": ALICE, "text": f"<@{self.app.bot_user}> {text}"}
        ts = str(self.peer.control("/message", **body)["message"]["ts"])
        self.asked[ts] = at
        return ts

    def drop(self) -> None:
        """The new report is put into the watched folder."""
        shutil.copy(SAMPLES / NEW, self.drop_folder / NEW)

    def said(self) -> list[Json]:
        """Every message of the desk that was posted, in order."""
        posted = [f["message"] for f in list(self.peer.frames) if f["t"] == "message"]
        return [message for message in posted if message.get("bot_id")]

    def threads(self) -> list[tuple[str, str]]:
        """Every message under a question, in order: which question's, and its text."""
        return [(m["thread_ts"], str(m["text"])) for m in self.said() if m.get("thread_ts") in self.asked]

    def answers(self) -> Counter[str]:
        """How many answers stand under each question."""
        return Counter(ts for ts, text in self.threads() if not text.startswith(TOLD))

    def told(self) -> Counter[str]:
        """How often the asker of each question was told that its answer no longer holds."""
        return Counter(ts for ts, text in self.threads() if text.startswith(TOLD))

    def alerts(self) -> list[Json]:
        """The messages about the new report."""
        return [m for m in self.said() if str(m.get("text")).startswith("New report.")]

    def memory(self) -> list[int]:
        """Of the bots and the watcher, in MB."""
        return [_memory(process) for process in (*self.bots, self.watcher)]

    def _start(self, name: str, command: list[str], port: int = 0) -> subprocess.Popen[bytes]:
        environment = os.environ | {
            "DETAINER_DESK_DB": str(self.db),
            "DETAINER_DESK_STATE": self.state,
            "DETAINER_DESK_SLACK_PORT": str(port),
            "DETAINER_DESK_SLACK_PACE": "0",
            "DETAINER_DESK_SLACK_STATUS_AFTER": "600",
            "DETAINER_DESK_WATCH_FOLDER_EVERY": "1",
            "SLACK_BOT_TOKEN": self.app.bot_token,
            "SLACK_SIGNING_SECRET": self.app.secret,
            "SLACK_API_URL": f"{self.peer.url}/api/",
        }
        log = (self.folder / f"{name}.log").open("w")
        process = subprocess.Popen([sys.executable, "-m", "bot.cli", *command], env=environment, stdout=log, stderr=log)
        self._open.callback(log.close)
        self._open.callback(process.wait, 60)
        self._open.callback(process.terminate)
        return process

    def _until_ready(self, port: int) -> None:
        ticks = threading.Event()
        for _ in range(2400):
            try:
                if httpx.get(f"http://127.0.0.1:{port}/readyz").status_code == 200:
                    return
            except httpx.TransportError:
                assert all(bot.poll() is None for bot in self.bots), "a bot ended"
            ticks.wait(0.05)
        raise AssertionError("a bot does not get ready")


class Balancer:
    """Hands each delivery to the next bot; every so often to two. `served` counts what each bot was handed."""

    def __init__(self, port: int, bots: list[int]) -> None:
        self.bots, self.served = bots, Counter[int]()
        self._turn, self._lock = itertools.count(), threading.Lock()
        self._http = httpx.Client(timeout=30, limits=httpx.Limits(max_connections=100))
        balancer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                balancer._hand_out(self)

            def log_message(self, *_: Any) -> None:
                return

        self._server = Server(("127.0.0.1", port), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Hand out no more."""
        self._server.shutdown()
        self._server.server_close()
        self._http.close()

    def _hand_out(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("content-length") or 0))
        kept = {k: v for k, v in request.headers.items() if k.lower().startswith(("x-slack", "content-type"))}
        with self._lock:
            turn = next(self._turn)
        answer = self._pass(request.path, turn, body, kept)
        if turn % TWICE_EVERY == 0:
            self._pass(request.path, turn + 1, body, kept | {"X-Slack-Retry-Num": "1"})
        request.send_response(answer.status_code)
        request.send_header("Content-Length", str(len(answer.content)))
        request.end_headers()
        request.wfile.write(answer.content)

    def _pass(self, path: str, turn: int, body: bytes, headers: dict[str, str]) -> httpx.Response:
        port = self.bots[turn % len(self.bots)]
        with self._lock:
            self.served[port] += 1
        return self._http.post(f"http://127.0.0.1:{port}{path}", content=body, headers=headers)


def _memory(process: subprocess.Popen[bytes]) -> int:
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024
