"""Things read in from data files, kept beside the code as Python keeps its compiled modules.

Reading in the words takes 90 ms, a seventh of a one-shot `ask`; taking them from where they were kept, 25. What is
kept names, by their contents, the files it was made from: after any edit, or under another Python, it is made anew.
A place that cannot be written to costs the time and nothing else. A process that began before its own code was
replaced (an upgrade beside a running bot) makes its own and keeps nothing: it runs what is no longer on the disk.
"""

from __future__ import annotations

import os
import pickle
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FOLDER = Path(__file__).parent / "__pycache__"
_STARTED = time.time()
_UNREADABLE = (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, ValueError, TypeError, KeyError)


def kept(name: str, sources: Iterable[Path], make: Callable[[], T], folder: Path = FOLDER) -> T:
    """What `make` gives for these files, made once for these contents.

    name: tells what is kept from other things kept in the folder.
    sources: the data files, and the modules that read them.
    """
    path = folder / f"{name}.{sys.implementation.cache_tag}.kept"
    files = sorted(sources)
    if any(file.suffix == ".py" and file.stat().st_mtime > _STARTED for file in files):
        return make()
    seal = _seal(files)
    with suppress(*_UNREADABLE):
        held = path.read_bytes()
        if held.startswith(seal):
            value: T = pickle.loads(held[len(seal) :])  # noqa: S301 - as trusted as the code it lies beside
            return value
    value = make()
    with suppress(OSError):
        _write(path, seal + _frozen(value))
    return value


def _seal(sources: Iterable[Path]) -> bytes:
    digest = blake2b(sys.version.encode(), digest_size=32)
    for source in sources:
        content = source.read_bytes()
        digest.update(f"{source.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def _frozen(value: object) -> bytes:
    """Without marks for what is never named again: a fifth less to read at each start."""
    import pickletools

    return pickletools.optimize(pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: other processes read while this one writes."""
    path.parent.mkdir(exist_ok=True)
    workshop = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        workshop.write_bytes(content)
        workshop.replace(path)
    finally:
        workshop.unlink(missing_ok=True)
