"""Documents in the reports' database as the announcer sees them: what they are and what they changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import duckdb

What = Literal["report", "revision", "correction", "quiet"]

_DOCUMENTS = """
    SELECT d.document_id, d.seq, d.kind, d.state, d.report_id, d.source, d.sample, d.posted_on,
           EXISTS (FROM base.documents o WHERE o.report_id = d.report_id AND o.kind = 'report' AND o.seq < d.seq
                   AND o.sample = d.sample) AS had_edition,
           EXISTS (FROM base.corrections c WHERE c.document_id = d.document_id) AS corrects
    FROM base.documents d ORDER BY d.seq
"""
_CORRECTIONS = """
    SELECT c.report_id, c.section, c.county, c.state, c.effect, c.text,
           EXISTS (FROM base.corrections o JOIN base.documents od USING (document_id)
                   WHERE o.report_id = c.report_id AND o.section = c.section AND o.county = c.county
                     AND o.state = c.state AND list_contains(?, od.document_id)) AS known
    FROM base.corrections c WHERE c.document_id = ? ORDER BY c.seq
"""
_CHANGES = """
    SELECT section, change, row_no, before, after FROM base.row_changes WHERE document_id = ?
    ORDER BY section, row_no, change
"""


@dataclass(frozen=True, slots=True)
class Document:
    """A document ever loaded. `id` is the SHA-256 of its bytes; `report_id` is set for weekly reports."""

    id: str
    seq: int
    kind: str
    state: str
    report_id: str | None
    source: str
    sample: bool
    posted_on: date | None
    had_edition: bool
    corrects: bool

    @property
    def what(self) -> What:
        """What there is to announce. History, replaced editions and index pages that correct nothing stay quiet."""
        if self.state != "in_force":
            return "quiet"
        if self.kind == "report":
            return "revision" if self.had_edition else "report"
        return "correction" if self.corrects else "quiet"

    @property
    def order(self) -> tuple[int, str, int]:
        """Reports by week, then notices, then pages: as they make sense to a reader."""
        return ({"report": 0, "notice": 1}.get(self.kind, 2), self.report_id or "", self.seq)


@dataclass(frozen=True, slots=True)
class Stated:
    """A place taken back. `known`: a document announced before said so already."""

    report_id: str
    section: str
    county: str
    state: str
    effect: str
    text: str
    known: bool


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that a revision added, removed or changed; `cells` names the changed ones with old and new text."""

    section: str
    change: str
    row_no: int
    place: str
    cells: tuple[tuple[str, str, str], ...] = ()


def documents(connection: duckdb.DuckDBPyConnection) -> list[Document]:
    """Every document, in the order in which to announce them."""
    found = [Document(*row) for row in connection.execute(_DOCUMENTS).fetchall()]
    return sorted(found, key=lambda document: document.order)


def corrections(connection: duckdb.DuckDBPyConnection, document_id: str, announced: list[str]) -> list[Stated]:
    """What a document takes back; `announced` are the documents already told of."""
    return [Stated(*row) for row in connection.execute(_CORRECTIONS, [announced, document_id]).fetchall()]


def row_changes(connection: duckdb.DuckDBPyConnection, document_id: str) -> list[RowChange]:
    """What a revision changed against the edition it replaced, row by row."""
    rows = connection.execute(_CHANGES, [document_id]).fetchall()
    return [
        _change(section, change, row_no, _cells(before), _cells(after))
        for section, change, row_no, before, after in rows
    ]


def _cells(text: str | None) -> dict[str, Any]:
    loaded = json.loads(text) if text else {}
    return loaded if isinstance(loaded, dict) else {}


def _change(section: str, change: str, row_no: int, before: dict[str, Any], after: dict[str, Any]) -> RowChange:
    cells = after or before
    place = ", ".join(str(cells[name]) for name in ("jurisdiction", "place", "county", "state") if cells.get(name))
    differ = [name for name in after if change == "changed" and before.get(name) != after[name]]
    told = tuple((name, _told(before.get(name)), _told(after[name])) for name in differ if name not in _POSITION)
    return RowChange(section, change, row_no, place, told)


_POSITION = {"row_no", "page", "page_to", "page_from", "x0", "top", "x1", "bottom", "raw", "document_id"}


def _told(value: Any) -> str:
    return "" if value is None else str(value)
