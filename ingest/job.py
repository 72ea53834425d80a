"""The ingest job: documents from files and addresses into the database."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ingest import editions, messages, outcome, sources
from ingest.errors import Rejected
from ingest.outcome import Outcome
from ingest.read import read
from ingest.store import store

if TYPE_CHECKING:
    import duckdb

__all__ = ["Outcome", "ingest"]


def ingest(
    paths_or_urls: Iterable[str | Path],
    db_path: str | Path,
    *,
    replace_samples: bool = False,
    on_event: Callable[[str], None] | None = None,
) -> Iterator[Outcome]:
    """Load documents into the database at `db_path`, which readers may have open; one outcome a document.

    A document loads in one transaction or not at all. The new state takes over when all documents are through, and
    only if something changed. `on_event` is told what is skipped.
    """
    import duckdb

    tell = on_event or (lambda _: None)
    files = list(sources.expand(paths_or_urls, lambda name: tell(messages.skipped(name))))
    with editions.writing(Path(db_path)) as workshop, duckdb.connect(str(workshop.path)) as con:
        if workshop.fresh:
            store.create(con)
        if replace_samples:
            workshop.publish = store.drop_samples(con) > 0
        for source in files:
            done = _one(con, source)
            workshop.publish = workshop.publish or done.status in ("loaded", "revised")
            yield done
        con.execute("CHECKPOINT")


def _one(con: duckdb.DuckDBPyConnection, source: str) -> Outcome:
    try:
        raw = sources.load(source)
        key = hashlib.sha256(raw.content).hexdigest()
        report_id = store.known(con, key)
        if report_id is not None:
            return Outcome(source, "unchanged", report_id or None)
        document = read(raw.content)
    except Rejected as error:
        return outcome.rejected(source, error)
    status = store.store(con, store.Incoming(key, source, raw.content, document))
    return outcome.of_document(source, status, document)
