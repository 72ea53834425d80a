"""Handing found documents to ingest, and remembering them once it has them."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.ops.marks import reach
from bot.watch.links import kind, substance
from bot.watch.look import Found, Look
from bot.watch.memory import Memory, Seen

if TYPE_CHECKING:
    from ingest.job import Outcome


_SPOOL, _STALE = ".watched-", 3600.0


class Intake:
    """Takes looks in. `loaded`: SHA-256 of the documents in the database, kept up to date as more come in."""

    def __init__(self, db_path: Path, memory: Memory, loaded: set[str]) -> None:
        self.db_path, self.memory, self.loaded = db_path, memory, loaded

    def settled(self, seen: Seen) -> bool:
        """Bytes that need no second reading: in the database, or refused by this very reader."""
        return seen.sha256 in self.loaded or seen.outcome == _refused()

    def take(self, source: str, look: Look) -> list[tuple[Found, Outcome]]:
        """Ingest what a look found; what became of each document. Nothing is remembered before ingest has it."""
        index = look.index if look.index and kind(look.index.content) == "html" else None
        fresh = [found for found in look.found if found.sha256 not in self.loaded]
        documents = [index, *fresh] if index and (fresh or self._says_something_new(source, index)) else fresh
        done = self._ingest(documents) if documents else []
        reach("ingested")
        outcomes = {found.source: outcome for found, outcome in done}
        for found in look.found:
            outcome = outcomes.get(found.source)
            refused = outcome is not None and outcome.status == "rejected"
            self._keep(source, found, _refused() if refused else "loaded")
        for url in look.unchanged:
            self.memory.checked(url)
        if look.index and not look.troubles:
            self._keep_index(source, look.index, index in documents)
        # A page that leads to documents need not be one that ingest can read for dates: no news that it is not.
        return [(found, outcome) for found, outcome in done if found is not index or outcome.status != "rejected"]

    def _says_something_new(self, source: str, index: Found) -> bool:
        seen = self.memory.pages(source).get(source)
        return seen is None or seen.outcome != _page(index) or not self._had(seen)

    def _had(self, seen: Seen) -> bool:
        return seen.sha256 in self.loaded or seen.outcome.startswith("page:")

    def _keep(self, source: str, found: Found, outcome: str) -> None:
        self.memory.keep(source, found.source, found.validators, found.sha256, outcome)

    def _keep_index(self, source: str, index: Found, taken: bool) -> None:
        if kind(index.content) != "html":
            self._keep(source, index, "feed")
        elif taken or index.sha256 in self.loaded:
            self._keep(source, index, _page(index))
        else:  # says the same in other bytes: what is remembered stays what ingest has
            self.memory.checked(index.source)

    def _ingest(self, documents: Sequence[Found]) -> list[tuple[Found, Outcome]]:
        from ingest.job import ingest

        with _spooled(documents, self.db_path.parent) as paths:
            names = {str(path): found.source for path, found in zip(paths, documents, strict=True)}
            # To the end before anything is remembered: the new edition takes over only then.
            done = list(ingest(paths, self.db_path, source_names=names))
        self.loaded.update(f.sha256 for f, o in zip(documents, done, strict=True) if o.status != "rejected")
        return list(zip(documents, done, strict=True))


@contextmanager
def _spooled(documents: Sequence[Found], beside: Path) -> Iterator[list[Path]]:
    """The documents as files under their own names: local ones where they lie, fetched ones in a passing folder."""
    beside.mkdir(parents=True, exist_ok=True)
    _sweep(beside)
    with TemporaryDirectory(dir=beside, prefix=_SPOOL) as folder:
        paths = []
        for number, found in enumerate(documents):
            if "://" not in found.source:
                paths.append(Path(found.source))
                continue
            path = Path(folder) / str(number) / found.name
            path.parent.mkdir()
            path.write_bytes(found.content)
            paths.append(path)
        yield paths


def _sweep(beside: Path) -> None:
    """Remove what a watcher that was killed left behind; a folder in use is younger than this."""
    for left in beside.glob(f"{_SPOOL}*"):
        if time.time() - left.stat().st_mtime > _STALE:
            shutil.rmtree(left, ignore_errors=True)


def _refused() -> str:
    from ingest.version import PARSER_VERSION

    return f"rejected:{PARSER_VERSION}"  # a later reader may take what this one refuses


def _page(index: Found) -> str:
    return f"page:{substance(index.content)}"
