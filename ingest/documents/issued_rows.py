"""Rows of Section I to counts of detainers issued; a row that cannot be read goes to quarantine."""

from __future__ import annotations

from ingest import messages
from ingest.documents.policy_rows import split_place
from ingest.layout.cells import unmarked
from ingest.layout.tables import Row
from ingest.records import IssuedCount, Quarantined
from ingest.vocabulary.places import not_in_capitals


def read_issued(rows: list[Row]) -> tuple[list[IssuedCount], list[Quarantined]]:
    """All entries, numbered as printed (a quarantined row keeps its number)."""
    kept: list[IssuedCount] = []
    aside: list[Quarantined] = []
    for number, row in enumerate(rows, start=1):
        place = split_place(unmarked(row.text("place")))
        count = unmarked(row.text("issued")).replace(",", "")
        if place is None:
            aside.append(Quarantined("I", messages.unknown_place(row.text("place")), row.raw(), row.source))
        elif not count.isdigit():
            aside.append(Quarantined("I", messages.no_count(row.text("issued")), row.raw(), row.source))
        else:
            county = not_in_capitals(place[1] or place[0], place[2])
            kept.append(IssuedCount(number, row.text("place"), county, place[2], int(count), row.source))
    return kept, aside
