"""The reader process of `sandbox`: forks a limited child for each document that comes in on standard input.

Run as ``python -m ingest.sandbox_child CPU WALL MEMORY RESULT``. Frames on both pipes: length (8 bytes), bytes.
"""

from __future__ import annotations

import contextlib
import os
import resource
import select
import signal
import struct
import sys
import time
from typing import BinaryIO

from ingest import codec, messages
from ingest.errors import Rejected
from ingest.limits import Limits

_LENGTH = struct.Struct(">Q")
_OPEN_FILES = 64


def main() -> None:
    """Serve until standard input ends."""
    import pdfplumber  # noqa: F401 - loaded once, before any fork
    import pypdfium2  # noqa: F401

    from ingest import read  # noqa: F401

    cpu, wall, memory, result = sys.argv[1:]
    limits = Limits(int(cpu), float(wall), int(memory), int(result))
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a library prints may get into the frames
    while head := source.read(_LENGTH.size):
        data = source.read(_LENGTH.unpack(head)[0])
        _send(sink, _in_child(data, limits))


def _send(sink: BinaryIO, body: bytes) -> None:
    sink.write(_LENGTH.pack(len(body)) + body)
    sink.flush()


def _in_child(data: bytes, limits: Limits) -> bytes:
    """What a child makes of a document within the limits, or why it made nothing."""
    incoming, outgoing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(incoming)
        _work(data, limits, outgoing)
    os.close(outgoing)
    body, reason = _collect(incoming, limits)
    os.close(incoming)
    if reason:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not reason and os.waitstatus_to_exitcode(status) == 0:
        return body
    return codec.dump(_failure(reason, os.waitstatus_to_exitcode(status), limits))


def _collect(incoming: int, limits: Limits) -> tuple[bytes, str]:
    """All bytes that the child sends, and the limit it broke on the way ('' if none)."""
    deadline = time.monotonic() + limits.wall
    chunks: list[bytes] = []
    size = 0
    while True:
        ready, _, _ = select.select([incoming], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return b"", "wall"
        chunk = os.read(incoming, 1 << 16)
        if not chunk:
            return b"".join(chunks), ""
        chunks.append(chunk)
        size += len(chunk)
        if size > limits.result:
            return b"", "result"


def _failure(reason: str, exit_code: int, limits: Limits) -> Rejected:
    if reason == "wall":
        return Rejected("limit_time", messages.limit_time(limits.wall))
    if reason == "result":
        return Rejected("limit_size", messages.LIMIT_SIZE)
    if exit_code in (-signal.SIGXCPU, -signal.SIGKILL):
        return Rejected("limit_cpu", messages.limit_time(limits.cpu))
    if exit_code == _NO_MEMORY:
        return Rejected("limit_memory", messages.limit_memory(limits.memory))
    return Rejected("crashed", messages.CRASHED)


_NO_MEMORY = 77


def _work(data: bytes, limits: Limits, outgoing: int) -> None:
    """The child: read the document within limits, send it, and end without any of the parent's clean-up."""
    code = 1
    try:
        _limit(limits)
        body = _answer(data)
        with os.fdopen(outgoing, "wb") as sink:
            sink.write(body)
        code = 0
    except MemoryError:
        code = _NO_MEMORY
    finally:
        os._exit(code)


def _answer(data: bytes) -> bytes:
    from ingest.read import read

    try:
        return codec.dump(read(data))
    except Rejected as error:
        return codec.dump(error)
    except RecursionError:
        return codec.dump(Rejected("damaged", messages.damaged("nested too deeply")))


def _limit(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu + 1))
    with contextlib.suppress(ValueError, OSError):  # not every system limits address space
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


if __name__ == "__main__":
    main()
