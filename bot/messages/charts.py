"""Titles of charts (each states a finding), axis words and alternative texts."""

from __future__ import annotations

from collections.abc import Sequence

SAMPLE = "SAMPLE: reconstruction for testing, synthetic rows"
"""Short enough for the axis of a native chart in Slack, which takes fifty letters."""
AS_PUBLISHED = "as published; ICE later took some of these rows back"
ONLY_WITH_ROWS = "dates without rows are left out"
NOT_STATED = "not stated"
TITLES = {
    "refusals": "refusals",
    "issued": "detainers issued (not refused)",
    "policies": "policy entries",
    "corrections": "entries taken back",
    "caveats": "passages",
    "reports": "as the reports state",
    "foia_detainers": "detainers",
}


def leads(name: str, value: str, what: str) -> str:
    """'Travis County, Texas leads with 154 refusals'."""
    return capital(f"{name} leads with {value} {what}".strip())


def lowest(name: str, value: str, what: str) -> str:
    return capital(f"{name} has the least: {value} {what}".strip())


def even(names: Sequence[str], value: str, what: str) -> str:
    return (
        f"{' and '.join(names[:2])}{' and others' if len(names) > 2 else ''} lead with {f'{value} {what}'.strip()} each"
    )


def peaks(name: str, value: str, what: str) -> str:
    """'Feb 1 stands out with 150 refusals'."""
    return capital(f"{name} stands out with {value} {what}")


def capital(text: str) -> str:
    """The first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def over_time(first: str, last: str, what: str, start: str, end: str) -> str:
    """'From 206 to 65 refusals, week of Jan 28 to week of Feb 11'."""
    change = f"{what.capitalize()} stay at {last}" if first == last else f"From {first} to {last} {what}"
    return f"{change}, {start} to {end}"


def week_of(day: str) -> str:
    return f"week of {day}"


def alt(kind: str, title: str, points: Sequence[str], more: int) -> str:
    """What a screen reader says: the finding, then the values."""
    rest = f", and {more:,} more" if more else ""
    return f"{kind} chart. {title}. {'; '.join(points)}{rest}."


def shown_of(shown: int, total: int) -> str:
    return f"the first {shown:,} of {total:,}"


KINDS = {"bar": "Bar", "column": "Column", "line": "Line", "stacked": "Stacked bar", "grouped": "Grouped bar"}
