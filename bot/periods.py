"""The days that the loaded reports cover, which need not follow on one another: a week in between may not be loaded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

Span = tuple[date, date]
"""First and last day, both included."""

_ONE = timedelta(days=1)


def covered(weeks: Iterable[Span]) -> tuple[Span, ...]:
    """The runs of days without a gap, in order."""
    runs: list[Span] = []
    for start, end in sorted(weeks):
        if runs and start <= runs[-1][1] + _ONE:
            runs[-1] = runs[-1][0], max(runs[-1][1], end)
        else:
            runs.append((start, end))
    return tuple(runs)


def reach(op: str, days: Sequence[date], first: date, last: date) -> Span:
    """The days that a condition lets through, from `first` to `last` where it is open. Empty when they are crossed."""
    return {
        "is": (days[0], days[-1]),
        "between": (days[0], days[-1]),
        "before": (first, days[0] - _ONE),
        "until": (first, days[0]),
        "after": (days[0] + _ONE, last),
        "since": (days[0], last),
    }[op]


def touched(span: Span, runs: Iterable[Span]) -> int:
    """How many days of a span are covered."""
    shared = ((max(start, span[0]), min(end, span[1])) for start, end in runs)
    return sum((end - start).days + 1 for start, end in shared if start <= end)


def days_in(span: Span) -> int:
    """How many days a span has."""
    return (span[1] - span[0]).days + 1
