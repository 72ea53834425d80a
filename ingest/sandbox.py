"""Reads documents in limited child processes, so that no file can hang, crash or starve the job.

Each reader is a process of its own that has the PDF libraries loaded; for each document it forks a child with limits
on CPU, wall time, memory and open files, and hands the child's answer on as JSON. A child that dies takes one
document with it and nothing else.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path
from queue import SimpleQueue
from typing import IO

from ingest import codec, messages
from ingest.errors import Rejected
from ingest.limits import Limits
from ingest.records import Document

_LENGTH = struct.Struct(">Q")


class Reader:
    """One reader process; it reads one document at a time."""

    def __init__(self, limits: Limits) -> None:
        package_root = str(Path(__file__).resolve().parent.parent)
        path = os.pathsep.join(filter(None, [package_root, os.environ.get("PYTHONPATH", "")]))
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", "ingest.sandbox_child", *map(str, astuple(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
        )

    def read(self, data: bytes) -> Document:
        """Read a document. Raises `Rejected`, also where a limit was hit or the child died."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None  # noqa: S101 - both are pipes
        assert stdout is not None  # noqa: S101
        try:
            stdin.write(_LENGTH.pack(len(data)) + data)
            stdin.flush()
            answer = _receive(stdout)
            return codec.load(answer)
        except (OSError, EOFError, ValueError) as error:
            raise Rejected("crashed", messages.CRASHED) from error

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def _receive(stream: IO[bytes]) -> bytes:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length)
    if len(body) < length:
        raise EOFError
    return body


class Pool:
    """Several readers at work at once."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self._limits = limits
        self._idle: SimpleQueue[Reader | None] = SimpleQueue()
        for _ in range(workers):
            self._idle.put(None)
        self._readers: list[Reader] = []
        self._threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="reader")

    def submit(self, data: bytes) -> Future[Document]:
        """Start reading a document; the future gives it or raises `Rejected`."""
        return self._threads.submit(self._read, data)

    def _read(self, data: bytes) -> Document:
        reader = self._idle.get() or self._start()
        try:
            document = reader.read(data)
        except Rejected as error:
            if error.code == "crashed":
                reader.close()
                self._idle.put(None)
            else:
                self._idle.put(reader)
            raise
        self._idle.put(reader)
        return document

    def _start(self) -> Reader:
        reader = Reader(self._limits)
        self._readers.append(reader)
        return reader

    def close(self) -> None:
        """End all readers."""
        for reader in self._readers:
            reader.close()
        self._threads.shutdown(cancel_futures=True)


@contextmanager
def readers(workers: int, limits: Limits | None = None) -> Iterator[Pool]:
    """A pool of readers, ended at the end."""
    pool = Pool(workers, limits or Limits())
    try:
        yield pool
    finally:
        pool.close()
