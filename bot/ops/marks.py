"""Marked points between two steps that must not both be lost nor both be done twice.

A test names one in DETAINER_DESK_DIE_AT; the process then dies there as if the machine had lost power. Nothing is
caught, flushed or cleaned up. Unset, a mark costs a look into a dictionary.
"""

from __future__ import annotations

import os
import signal

VARIABLE = "DETAINER_DESK_DIE_AT"

MARKS = {
    "found": "watcher: documents fetched, not yet handed to ingest",
    "ingested": "watcher: documents in the database, nothing remembered of where they came from",
    "remembered": "watcher: addresses remembered, no alert in the outbox",
    "queued": "watcher: some alerts in the outbox, the document not yet marked as announced",
    "announced": "watcher: all alerts in the outbox and the document marked",
    "claimed": "sender: a message claimed, not yet posted",
    "posted": "sender: a message posted, its timestamp not yet written down",
    "asked": "worker: a question claimed and answered, nothing of it written down or sent",
    "stated": "worker: an answer posted, its timestamp not yet written down, the question not yet finished",
    "recorded": "sender: timestamp written down, follow-ups of the message still to go",
}


def reach(mark: str) -> None:
    """Pass a marked point, or die at it."""
    if os.environ.get(VARIABLE) == mark:
        os.kill(os.getpid(), signal.SIGKILL)
