"""Where documents come from: files and folders (addresses: see fetch.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest import messages
from ingest.errors import Rejected

SUFFIXES = (".html", ".htm", ".pdf", ".xlsx")  # index pages first: they date the reports


@dataclass(frozen=True, slots=True)
class Raw:
    """A document's bytes and the name it goes by."""

    source: str
    content: bytes


def is_address(source: str) -> bool:
    """Whether a source is a URL rather than a path."""
    return "://" in source


def expand(sources: Iterable[str | Path], skipped: Callable[[str], None]) -> Iterator[str]:
    """Files of the given files and folders (a folder's own files, not deeper); addresses as they are.

    Files of a folder that are of no kind we read are named to `skipped`.
    """
    for source in sources:
        path = Path(source)
        if is_address(str(source)) or not path.is_dir():
            yield str(source)
            continue
        files = [file for file in sorted(path.iterdir()) if file.is_file()]
        for suffix in SUFFIXES:
            yield from (str(file) for file in files if file.suffix.lower() == suffix)
        for file in files:
            if file.suffix.lower() not in SUFFIXES:
                skipped(file.name)


def load(path: str) -> Raw:
    """Read a local file. Raises `Rejected` (not_found, unreadable)."""
    file = Path(path)
    try:
        return Raw(path, file.read_bytes())
    except FileNotFoundError as error:
        raise Rejected("not_found", messages.not_found(path)) from error
    except OSError as error:
        raise Rejected("unreadable", messages.unreadable(path, error.strerror or type(error).__name__)) from error
