"""Rows of Section II to refusals; a row that breaks a rule goes to quarantine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ingest import messages
from ingest.documents.broken_words import whole
from ingest.layout.anchors import without_time
from ingest.layout.cells import is_blank, unmarked
from ingest.layout.tables import Row
from ingest.records import Quarantined, Refusal, Unread
from ingest.vocabulary.activity import split_activity
from ingest.vocabulary.capitals import country_spelled, facility_spelled, offense_spelled
from ingest.vocabulary.dates import parse_date
from ingest.vocabulary.places import canonical_county, not_in_capitals
from ingest.vocabulary.states import canonical_state

_CONTINUED = re.compile(r"\s*\((?:continued|cont\.?|cont['’]d)\)$", re.IGNORECASE)
"""A group that goes on after a page break: "Texas (cont.)"."""
_TEXTS = ("state", "county", "facility", "citizenship", "activity")
_MAY_BE_BLANK = ("citizenship", "facility")


def read_refusals(
    rows: list[Row], period: tuple[date, date], turned: Sequence[Unread] = ()
) -> tuple[list[Refusal], list[Quarantined]]:
    """All rows, numbered as printed (a quarantined row keeps its number). `turned`: text that is not read as cells."""
    kept: list[Refusal] = []
    aside: list[Quarantined] = []
    for number, row in enumerate(rows, start=1):
        refusal, reason = _refusal(number, row, period)
        if refusal is not None and not reason and not (refusal.citizenship and refusal.facility):
            reason = next((messages.turned_beside(spot.text) for spot in turned if _inside(spot, row)), "")
        if refusal is None or reason:
            aside.append(Quarantined("II", reason, row.raw(), row.source))
        else:
            kept.append(refusal)
    return kept, aside


def _inside(spot: Unread, row: Row) -> bool:
    """Whether a text stands at the height of a row."""
    box = row.boxes.get(spot.source.page)
    return box is not None and spot.source.box[1] < box[3] and spot.source.box[3] > box[1]


def _refusal(number: int, row: Row, period: tuple[date, date]) -> tuple[Refusal | None, str]:
    state = canonical_state(_CONTINUED.sub("", unmarked(whole("state", row.cells.get("state", [])))))
    text = {name: whole(name, row.cells.get(name, []), state.name if state else "") for name in _TEXTS}
    text = {name: unmarked(value) for name, value in text.items()}  # `raw` keeps the marks
    text |= {name: _CONTINUED.sub("", text[name]) for name in ("state", "county", "facility")}
    text |= {name: "" for name in text if is_blank(text[name])}
    empty = [name for name, value in text.items() if not value and name not in _MAY_BE_BLANK]
    if empty:
        return None, messages.cell_empty(empty)
    if said := unmarked(row.text("disposition")):
        text["activity"] = _with_disposition(text["activity"], said)
    issued, declined = (parse_date(without_time(unmarked(row.text(name)))) for name in ("issued_on", "declined_on"))
    offense, disposition = split_activity(text["activity"])
    if state is None:
        return None, messages.unknown_state(text["state"])
    if row.filled and canonical_county(text["county"], state) is None:
        return None, messages.group_unclear(text["county"], state.name)
    if issued is None or declined is None:
        return None, messages.no_date(row.text("issued_on"), row.text("declined_on"))
    if disposition is None:
        return None, messages.no_disposition(text["activity"])
    refusal = Refusal(
        number,
        state.name,
        not_in_capitals(text["county"], state).removesuffix(" County"),
        facility_spelled(text["facility"]),
        country_spelled(text["citizenship"]),
        issued,
        declined,
        text["activity"],
        offense_spelled(offense),
        disposition,
        row.source,
        row.raw(),
    )
    return refusal, _broken_rule(issued, declined, period)


def _with_disposition(activity: str, said: str) -> str:
    """The activity with what a column of its own says of it, as the reports print both in one cell."""
    return activity if split_activity(activity)[1] == split_activity(f"x ({said})")[1] else f"{activity} ({said})"


def _broken_rule(issued: date, declined: date, period: tuple[date, date]) -> str:
    if issued > declined:
        return messages.issued_after_declined(issued, declined)
    if not period[0] <= declined <= period[1]:
        return messages.outside_period(declined, period)
    return ""
