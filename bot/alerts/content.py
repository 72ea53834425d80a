"""An alert: what came, what changed, what was taken back, what limits it. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from bot.alerts.changes import Change
from bot.alerts.documents import Document, RowChange, Stated
from bot.answer.answer import Caveat
from bot.backing import NO_NUMBER, Backing


@dataclass(frozen=True, slots=True)
class Alert:
    """What a channel is told of one document. `text` states it by itself; the rest stands below."""

    document: Document
    title: str
    text: str
    report_id: str | None
    changes: tuple[Change, ...] = ()
    rows: tuple[RowChange, ...] = ()
    taken_back: tuple[Stated, ...] = ()
    taken_from: str = ""
    """The weeks that `taken_back` is about, in words."""
    caveats: tuple[Caveat, ...] = ()
    backing: Backing = NO_NUMBER
    """The numbers that it may tell, from the rows they were read in."""

    @property
    def corrected_reports(self) -> tuple[str, ...]:
        """Reports that this document is the first to take entries back from."""
        return tuple(sorted({stated.report_id for stated in self.taken_back if not stated.known}))
