"""What is written on the pictures, and the pictures in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.messages.summary.words import counted, day, week

NO_BREAK = "\u00a0"


def places_chart(name: str, n: int, total: int, start: date, end: date) -> str:
    """The chart's title states its finding."""
    whole = week(start, end).replace(" ", NO_BREAK)
    return f"{name}: {n:,} of {counted(total, 'refused detainer')}, {whole}"


def places_alt(parts: Sequence[tuple[str, int]]) -> str:
    """The chart in words."""
    return "Bar chart of refused detainers by place: " + ", ".join(f"{name} {n:,}" for name, n in parts) + "."


def trend_title(weeks: int) -> str:
    """The trend's title."""
    return f"Refused detainers listed in {counted(weeks, 'weekly report')}"


def trend_alt(parts: Sequence[tuple[date, int, int]]) -> str:
    """The trend in words."""
    told = [f"{day(start)} {n:,}" + (f" ({s:,} after corrections)" if s != n else "") for start, n, s in parts]
    return "Columns of refused detainers by week: " + ", ".join(told) + "."


TREND_RESUMED = "ICE was resuming the issue of detainers: a change between weeks is not a trend."
CHART_SAMPLE = "Synthetic rows (reconstruction for testing)."
CHART_AWARENESS = "Only refusals that ICE came to know of."
STANDING = "standing after ICE's corrections"
TAKEN_BACK = "withdrawn by ICE later"
REFUSED_AXIS = "refused detainers"


def trend_withdrawn(n: int) -> str:
    """What was taken back, on the picture."""
    return f"{n:,} withdrawn later"


def week_axis(first: date, last: date) -> str:
    """What the marks of the trend's axis are."""
    return f"week beginning ({first.year if first.year == last.year else f'{first.year} to {last.year}'})"


def more_places(n: int) -> str:
    """Places that the picture leaves out."""
    return f"{counted(n, 'more place')} not drawn."


def trend_gap() -> str:
    """A week between two loaded ones is missing."""
    return "Weeks not loaded are left blank."
