"""Places, reports and cells as a reader writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from bot.answer.edition import Edition
from bot.messages import answers as say
from bot.query import Place, Slice, Value


@lru_cache(maxsize=4096)
def county_name(county: str, state: str) -> str:
    """'Travis County, Texas'; 'Orleans Parish, Louisiana'; 'District of Columbia' once."""
    from ingest.vocabulary.places import canonical_county  # three thousand names: read when first needed

    known = canonical_county(county, state)
    name = known.full_name if known else county
    return state if name == state else f"{name}, {state}"


def place_name(place: Place) -> str:
    """A place of a Query."""
    if place.city:
        return f"{place.city}, {place.state}"
    return county_name(place.county, place.state) if place.county else place.state


def report_name(edition: Edition, report_id: str) -> str:
    """'Jan 28 – Feb 3, 2017'; the id itself where the report is not loaded."""
    report = edition.report(report_id)
    return say.week(report.start, report.end) if report else report_id


def slice_name(part: Slice) -> str:
    """A slice's label as a name: 'report 1 (Jan 28 – Feb 3, 2017)', without the preposition it may begin with."""
    return part.label.removeprefix("in ").removeprefix("at ")


def body_name(jurisdiction: str) -> str:
    """'Travis County, Texas' out of Section III's 'Travis County, Texas (San Antonio)'; a state by its name alone."""
    return jurisdiction.rsplit(" (", 1)[0]


def bodies_named(columns: Sequence[str], rows: list[list[Any]]) -> list[list[Any]]:
    """The rows with their jurisdictions by name; as printed, field office and all, where two would have one name."""
    if "jurisdiction" not in columns:
        return rows
    at = columns.index("jurisdiction")
    printed = {row[at] for row in rows if isinstance(row[at], str)}
    if len({body_name(name) for name in printed}) < len(printed):
        return rows
    return [[*row[:at], body_name(row[at]), *row[at + 1 :]] if isinstance(row[at], str) else row for row in rows]


def value_name(value: Value | None, field: str = "") -> str:
    """A filter's value or a result's cell."""
    if isinstance(value, Place):
        return place_name(value)
    if field == "jurisdiction":
        return body_name(str(value))
    if field == "effect":
        return say.EFFECTS.get(str(value), str(value))
    if field == "section":
        return say.section(str(value))
    if isinstance(value, date):
        return say.month(value) if field == "enacted" else say.day(value)
    return say.number(value)
