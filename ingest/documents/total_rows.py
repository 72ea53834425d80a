"""What a table states of itself: totals, held against its rows; and rows that only name the state of those below."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.layout.cells import unmarked
from ingest.layout.tables import Row, Table
from ingest.layout.totals import stated_total
from ingest.records import Check
from ingest.vocabulary.states import canonical_state
from ingest.vocabulary.text import fold

_CONTINUED = re.compile(r"\s*\((?:continued|cont\.?|cont['’]d)\)$", re.IGNORECASE)


def without_total(table: Table) -> Table:
    """The table without a last row that states its total or that of its last part.

    A total of the whole table goes where the rows bear it out: their number, or the sum of their counts. One that
    differs stays a row, and is set aside as one that breaks a rule.
    """
    *rows, last = table.rows
    total = stated_total(last.printed())
    part = last.total() if total is None else None
    if rows and (part is not None or (total is not None and total == _sum(rows))):
        table.rows = rows
        table.totals.append(last)
    return table


def _sum(rows: list[Row]) -> int:
    """The sum of the rows' counts, or their number where they have none."""
    counts = [unmarked(row.text("issued")).replace(",", "") for row in rows]
    return sum(int(count) for count in counts if count.isdigit()) if any(counts) else len(rows)


def totals_agree(table: Table) -> tuple[Check, ...]:
    """Whether the totals of parts are those of their rows: of the state or county named, else of the rows since the
    total before, or of all rows. No check where a table states none."""
    stated, read, fine = 0, 0, True
    before = (0, 0.0)
    for row in sorted(table.totals, key=_place):
        total = row.total()
        if total is None:
            continue
        own = [each for each in table.rows if _of(each, total.name)]
        since = [each for each in table.rows if before < _place(each) < _place(row)]
        near = [each for each in own if each in since]  # the county of that name in this state, not in another
        sums = [_sum(own), _sum(near)] if total.name else [_sum(since), _sum(table.rows)]
        sums = sums[:1] if row.heads else sums
        found = total.number if total.number in sums else sums[0]
        stated, read, fine = stated + total.number, read + found, fine and found == total.number
        before = before if row.heads else _place(row)
    return (Check("subtotals", stated, read, fine),) if stated else ()


def _of(row: Row, name: str) -> bool:
    """Whether a row belongs to the state, county or jail of that name."""
    state = canonical_state(name)
    place, _, last = row.text("place").rpartition(",")
    texts = [row.text("state"), row.text("county"), row.text("facility"), place, last]
    own = {fold(text) for text in texts} | {known.name for text in texts if (known := canonical_state(text.strip()))}
    return (state is not None and state.name in own) or fold(name).removesuffix(" county") in own or fold(name) in own


def _place(row: Row) -> tuple[int, float]:
    page = min(row.boxes)
    return page, row.boxes[page][1]


def without_bands(table: Table) -> Table:
    """The table without rows that only name the state of the rows below them: one before each state, none elsewhere
    but at the top of a page."""
    bands = [row for row in table.rows if _is_band(row)]
    if not bands:
        return table
    firsts = [row for row, after in pairwise(table.rows) if row in bands and _state(after) == _state(row)]
    starts = [after for row, after in pairwise(table.rows) if _state(after) != _state(row)]
    begins = all(row in bands for row in [table.rows[0], *starts])
    inside = [
        row
        for above, row in pairwise(table.rows)
        if row in bands and _state(above) == _state(row) and min(row.boxes) == max(above.boxes)
    ]
    if begins and len(firsts) == len(bands) and not inside:
        table.totals += bands
        table.rows = [row for row in table.rows if row not in bands]
    return table


def _is_band(row: Row) -> bool:
    printed = {name for name in row.cells if name not in row.filled and row.text(name)}
    return printed == {"state"} and canonical_state(_state(row)) is not None


def _state(row: Row) -> str:
    return _CONTINUED.sub("", row.text("state"))
