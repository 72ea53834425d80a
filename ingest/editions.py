"""Database files under readers: a new edition is built beside the old one and swapped in whole.

`PATH` is a link to `NAME-<n>.duckdb` in the same folder. A writer copies the newest edition, changes the copy and turns
the link over with one rename, so a reader sees the old state or the new one and is never blocked. The edition
before is kept for readers that are just opening it. One writer at a time, by a lock file.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

KEPT = 2  # the newest editions that stay on disk


@dataclass(slots=True)
class Workshop:
    """Where a new edition is built: the copy to change, and whether it shall take over."""

    path: Path
    fresh: bool
    publish: bool = False


def newest(db_path: Path) -> Path | None:
    """The database file that `db_path` leads to now; None where there is none yet."""
    return db_path.resolve() if db_path.exists() else None


@contextmanager
def writing(db_path: Path) -> Iterator[Workshop]:
    """Build the next edition of the database at `db_path`. It takes over at the end if `publish` was set."""
    db_path.parent.mkdir(parents=True, exist_ok=True)
    with _lock(db_path):
        building = db_path.with_name(f"{_stem(db_path)}.building.duckdb")
        _remove(building)
        current = newest(db_path)
        if current is not None:
            shutil.copyfile(current, building)
        workshop = Workshop(building, current is None)
        try:
            yield workshop
            if workshop.publish:
                _publish(building, db_path)
        finally:
            _remove(building)


@contextmanager
def _lock(db_path: Path) -> Iterator[None]:
    with open(db_path.with_name(f".{db_path.name}.lock"), "w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _publish(building: Path, db_path: Path) -> None:
    number = max(_numbers(db_path), default=0) + 1
    edition = db_path.with_name(f"{_stem(db_path)}-{number}.duckdb")
    _sync(building)
    os.rename(building, edition)
    link = db_path.with_name(f".{db_path.name}.link")
    _remove(link)
    os.symlink(edition.name, link)
    os.replace(link, db_path)
    _sync(db_path.parent)
    for old in sorted(_numbers(db_path))[:-KEPT]:
        _remove(db_path.with_name(f"{_stem(db_path)}-{old}.duckdb"))


def _stem(db_path: Path) -> str:
    return db_path.name.removesuffix(".duckdb")


def _numbers(db_path: Path) -> list[int]:
    pattern = re.compile(rf"{re.escape(_stem(db_path))}-(\d+)\.duckdb")
    return [int(match[1]) for path in db_path.parent.iterdir() if (match := pattern.fullmatch(path.name))]


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(path: Path) -> None:
    for leftover in (path, path.with_name(path.name + ".wal")):
        leftover.unlink(missing_ok=True)
