"""The ingest job: documents from files, folders and addresses into the database."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ingest import disputes, messages, outcome, sources
from ingest.errors import Rejected
from ingest.fetch import Fetcher
from ingest.limits import Limits
from ingest.outcome import Outcome
from ingest.read import looks_like_html
from ingest.records import Document, IndexPage
from ingest.sandbox import Pool, readers
from ingest.store import database, store

if TYPE_CHECKING:
    import duckdb

__all__ = ["Outcome", "ingest"]

BATCH = 25  # documents after which a long run makes its work visible


@dataclass(frozen=True, slots=True)
class _Item:
    """A document on its way: its bytes, and the reading under way (None where it is loaded already)."""

    source: str
    key: str
    content: bytes
    reading: Future[Document] | None


def ingest(
    paths_or_urls: Iterable[str | Path],
    db_path: str | Path,
    *,
    replace_samples: bool = False,
    disputes_path: Path | None = None,
    source_names: Mapping[str, str] | None = None,
    allow_private: bool = False,
    workers: int | None = None,
    limits: Limits | None = None,
    on_event: Callable[[str], None] | None = None,
) -> Iterator[Outcome]:
    """Load documents into the database at `db_path`, which readers may have open; one outcome a document.

    A document loads in one transaction or not at all. New state takes over when all documents are through (in a long
    run after each 25), and only if something changed; until then readers see the old one. `disputes_path`: a
    register of disputes instead of the bundled one. `source_names`: the address a local file came from.
    `on_event` is told what is skipped.
    """
    tell = on_event or (lambda _: None)
    count = workers or min(4, os.cpu_count() or 1)
    register = disputes.load(disputes_path)
    with readers(count, limits) as pool:
        stream = _Stream(pool, Fetcher(allow_private), database.known(Path(db_path)), count, tell)
        items = stream.items(paths_or_urls)
        first: Iterable[_Item | Outcome] = islice(items, BATCH)
        while True:
            with database.next_edition(Path(db_path), pool) as edition:
                edition.changed |= store.replace_disputes(edition.con, register)
                if replace_samples:
                    edition.changed |= store.drop_samples(edition.con) > 0
                    replace_samples = False
                for item in first:
                    done = item if isinstance(item, Outcome) else _finish(edition.con, item, source_names or {})
                    edition.changed |= done.status in ("loaded", "revised") or done.stored
                    yield done
            following = next(items, None)
            if following is None:
                return
            first = chain([following], islice(items, BATCH - 1))


def _finish(con: duckdb.DuckDBPyConnection, item: _Item, names: Mapping[str, str]) -> Outcome:
    """Wait for a document to be read, and store it."""
    stored = store.known(con, item.key)
    if stored is not None or item.reading is None:
        return outcome.of_stored(con, item.source, item.key)
    try:
        document = item.reading.result()
    except Rejected as error:
        return outcome.rejected(item.source, error)
    name = names.get(item.source, item.source)
    status = store.store(con, store.Incoming(item.key, name, item.content, document))
    return outcome.of_document(item.source, status, document)


class _Stream:
    """Documents in the order of the sources, read ahead by as many as there are readers."""

    def __init__(self, pool: Pool, fetcher: Fetcher, known: set[str], ahead: int, tell: Callable[[str], None]) -> None:
        self._pool, self._fetcher, self._known, self._ahead, self._tell = pool, fetcher, known, ahead, tell

    def items(self, given: Iterable[str | Path]) -> Iterator[_Item | Outcome]:
        """Each document with its reading under way, or the outcome of one that could not be had."""
        waiting: deque[_Item | Outcome] = deque()
        for source in self._expanded(given):
            waiting.append(self._item(source))
            if len(waiting) > self._ahead:
                yield waiting.popleft()
        yield from waiting

    def _expanded(self, given: Iterable[str | Path]) -> Iterator[str | Outcome | _Item]:
        for source in sources.expand(given, lambda name: self._tell(messages.skipped(name))):
            if not sources.is_address(source):
                yield source
                continue
            page = self._named(source)
            yield page
            if isinstance(page, _Item) and looks_like_html(page.content):
                yield from self._links(page)

    def _named(self, url: str) -> _Item | Outcome:
        """The document at an address that the operator named; its host may lie on a private network."""
        try:
            self._fetcher.trust(url)
        except Rejected as error:
            return outcome.rejected(url, error)
        return self._item(url)

    def _links(self, page: _Item) -> Iterator[str]:
        """The documents that an index page links to, each once."""
        try:
            index = self._pool.submit(page.content).result()
        except Rejected:
            return
        if isinstance(index, IndexPage):
            yield from dict.fromkeys(urljoin(page.source, posting.link) for posting in index.postings)

    def _item(self, source: str | _Item | Outcome) -> _Item | Outcome:
        if not isinstance(source, str):
            return source
        try:
            raw = self._fetcher.fetch(source) if sources.is_address(source) else sources.load(source)
        except Rejected as error:
            return outcome.rejected(source, error)
        key = hashlib.sha256(raw.content).hexdigest()
        reading = None if key in self._known else self._pool.submit(raw.content)
        return _Item(source, key, raw.content, reading)
