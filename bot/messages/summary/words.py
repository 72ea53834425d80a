"""Numbers, days, weeks and lists as people write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

YES, NO, NOTHING = "yes", "no", "–"


def number(value: object) -> str:
    """A figure as people write it: thousands apart, dates in words, halves kept."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) else str(value if value is not None else "–")


def day(value: date) -> str:
    """'Feb 3, 2017'."""
    return f"{value:%b} {value.day}, {value.year}"


def short_day(value: date) -> str:
    """'Feb 3', for the axis of a chart."""
    return f"{value:%b} {value.day}"


def week(start: date, end: date) -> str:
    """'Jan 28 – Feb 3, 2017'; years are given twice only where they differ."""
    if start.year != end.year:
        return f"{day(start)} – {day(end)}"
    return f"{start:%b} {start.day} – {day(end)}"


def weekdays(start: date, end: date) -> str:
    """The week as printed, by its days."""
    return f"{start:%A} to {end:%A}, {counted((end - start).days + 1, 'day')}"


def the_report_of(week_of: str) -> str:
    """'the report of Jan 28 – Feb 3, 2017'."""
    return f"the report of {week_of}"


def counted(n: int, one: str, many: str = "") -> str:
    """'1 refusal', '206 refusals'."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def ranges(pages: Sequence[int]) -> str:
    """'3–22, 24'."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
