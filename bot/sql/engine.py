"""Blank DuckDB engines in memory: one checks statements, one runs them.

Making one takes 20 ms and nothing of Python. A one-shot command has them made beside its imports.
"""

from __future__ import annotations

import threading
from queue import SimpleQueue

import duckdb

MEMORY_MB = 256
THREADS = 1

_promised = 0
_made: SimpleQueue[duckdb.DuckDBPyConnection | None] = SimpleQueue()
_lock = threading.Lock()


def blank_engine(memory_mb: int = MEMORY_MB, threads: int = THREADS) -> duckdb.DuckDBPyConnection:
    """An engine with an empty catalog and nothing locked yet: one made ahead where it fits. Raises duckdb.Error."""
    global _promised
    made = None
    with _lock:
        if _promised and (memory_mb, threads) == (MEMORY_MB, THREADS):
            _promised -= 1
            made = _made.get()
    return made or _connect(memory_mb, threads)


def make_ahead(count: int) -> None:
    """Have `count` engines of the usual size made in the background."""
    global _promised
    with _lock:
        _promised += count
    threading.Thread(target=_make, args=(count,), daemon=True).start()


def _make(count: int) -> None:
    for _ in range(count):
        try:
            _made.put(_connect(MEMORY_MB, THREADS))
        except duckdb.Error:  # whoever asks for it makes its own, and hears why not
            _made.put(None)


def _connect(memory_mb: int, threads: int) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config={"threads": threads, "memory_limit": f"{memory_mb}MB"})
