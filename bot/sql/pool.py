"""Runs checked statements in worker processes that are killed when they do not stop: for Slack and other
long-lived owners. Workers are started once, kept warm, and replaced when killed."""

from __future__ import annotations

import os
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot.messages import sql as say
from bot.sql import wire
from bot.sql.database import COLUMNS, RunError, compare_views, edition_path
from bot.sql.engine import MEMORY_MB
from bot.sql.result import DEFAULT_DEADLINE_S, DEFAULT_MAX_ROWS, Result
from bot.sql.schema import ModelLike
from bot.sql.verdict import Accepted

GRACE_S = 0.5  # between the engine's own interrupt and the kill
_KEPT_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR", "HOME", "LD_LIBRARY_PATH")


class _Worker:
    """One worker process."""

    module = "bot.sql.worker"

    def __init__(self, db_path: str, memory_mb: int) -> None:
        root = str(Path(__file__).resolve().parents[2])
        environment = {k: os.environ[k] for k in _KEPT_ENVIRONMENT if k in os.environ}
        environment["PYTHONPATH"] = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", self.module, db_path, str(memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            start_new_session=True,  # Ctrl-C is for the owner; the worker ends when the owner is gone
        )
        requests, answers = self.process.stdin, self.process.stdout
        if requests is None or answers is None:
            raise RuntimeError("the worker has no pipes")
        self._requests, self._answers = requests, answers
        self._started = False

    def ask(
        self, request: dict[str, Any], wait_s: float, meanwhile: Callable[[], object] | None = None
    ) -> dict[str, Any]:
        """The worker's answer. Raises TimeoutError when there is none in time, EOFError when it ended."""
        until = time.monotonic() + wait_s + (0 if self._started else STARTING_S)
        try:
            self._requests.write(wire.encode(request))
            self._requests.flush()
        except OSError as error:
            raise EOFError from error
        if meanwhile is not None:
            meanwhile()
        line = self._line(until)
        self._started = True
        return dict(wire.decode(line))

    def _line(self, until: float) -> bytes:
        pieces: list[bytes] = []
        with selectors.DefaultSelector() as selector:
            selector.register(self._answers, selectors.EVENT_READ)
            while not (pieces and pieces[-1].endswith(b"\n")):
                if not selector.select(max(until - time.monotonic(), 0)):
                    raise TimeoutError
                piece = os.read(self._answers.fileno(), 1 << 16)
                if not piece:
                    raise EOFError
                pieces.append(piece)
        return b"".join(pieces)

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.wait()
        for stream in (self._requests, self._answers):
            try:
                stream.close()
            except OSError:  # the pipe broke with the process
                continue


class WorkerRunner:
    """Like `Runner`, in worker processes with a kill deadline. `workers` questions can run at the same time.

    `model`: as with `Runner`, a statement that fails on a database without the model's views and columns is refused
    with code old_schema. The worker reads no model: what the database holds is asked for and compared here.

    Use as a context manager, or call `close`.
    """

    def __init__(
        self, db_path: str | Path, model: ModelLike | None = None, workers: int = 1, memory_mb: int = MEMORY_MB
    ) -> None:
        self._db_path = str(db_path)
        self._model = model
        self._memory_mb = memory_mb
        self._free: list[_Worker] = []
        self._slots = threading.BoundedSemaphore(workers)
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> WorkerRunner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start a worker now, beside whatever comes next. One that cannot read the database says so when asked."""
        self._give_back(self._take())

    def warm(self) -> None:
        """Have a worker ready, so that the first question does not wait for it. Raises RunError on a bad database."""
        self.execute("SELECT 1", deadline_s=DEFAULT_DEADLINE_S, max_rows=1)

    def run(
        self,
        accepted: Accepted,
        *,
        deadline_s: float = DEFAULT_DEADLINE_S,
        max_rows: int = DEFAULT_MAX_ROWS,
        meanwhile: Callable[[], object] | None = None,
    ) -> Result:
        """The rows of a checked statement. Raises RunError.

        meanwhile: called while the worker is at it. Its time counts within the deadline.
        """
        return self.execute(accepted.runs, deadline_s=deadline_s, max_rows=max_rows, meanwhile=meanwhile)

    def lookup(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Rows of one of our own statements (never one that a person or a model wrote), all of them."""
        return self.execute(sql, parameters, deadline_s=DEFAULT_DEADLINE_S, max_rows=100_000).rows

    def edition(self) -> str:
        """The file name of the edition that the next question will read. Raises RunError."""
        return edition_path(self._db_path).name

    def execute(
        self,
        sql: str,
        parameters: Sequence[object] = (),
        *,
        deadline_s: float,
        max_rows: int,
        meanwhile: Callable[[], object] | None = None,
    ) -> Result:
        """Run SQL text in a worker. Raises RunError."""
        try:
            return self._ask(sql, parameters, deadline_s, max_rows, meanwhile)
        except RunError as error:
            if error.code == "failed" and self._model is not None:  # is the database of an older make?
                have = self._ask(COLUMNS, (), DEFAULT_DEADLINE_S, 100_000)
                compare_views(have.rows, self._model)
            raise

    def _ask(
        self,
        sql: str,
        parameters: Sequence[object],
        deadline_s: float,
        max_rows: int,
        meanwhile: Callable[[], object] | None = None,
    ) -> Result:
        request = {"sql": sql, "parameters": list(parameters), "deadline_s": deadline_s, "max_rows": max_rows}
        with self._slots:
            worker = self._take()
            try:
                answer = worker.ask(request, deadline_s + GRACE_S, meanwhile)
            except TimeoutError:
                worker.kill()
                raise RunError("deadline", say.deadline(deadline_s), say.DEADLINE_HINT) from None
            except (EOFError, ValueError):
                worker.kill()
                raise RunError("worker", say.WORKER, say.WORKER_HINT) from None
            except BaseException:  # from `meanwhile`: an answer left in the pipe would be taken for the next one's
                worker.kill()
                raise
            self._give_back(worker)
        if "error" in answer:
            raise RunError(*answer["error"])
        return Result(
            answer["columns"], answer["types"], answer["rows"], bool(answer["truncated"]), str(answer["edition"])
        )

    def close(self) -> None:
        """End the workers."""
        with self._lock:
            self._closed = True
            workers, self._free = self._free, []
        for worker in workers:
            worker.kill()

    def _take(self) -> _Worker:
        with self._lock:
            while self._free:
                worker = self._free.pop()
                if worker.process.poll() is None:
                    return worker
                worker.kill()
        return _Worker(self._db_path, self._memory_mb)

    def _give_back(self, worker: _Worker) -> None:
        with self._lock:
            if not self._closed:
                self._free.append(worker)
                return
        worker.kill()


STARTING_S = 15.0  # a new process on a busy machine
