"""Sources given as an address pattern: `https://host/ddor{start:%Y_%m-%d}to{end:%m-%d}.pdf`, one address a week."""

from __future__ import annotations

from datetime import date, timedelta

from bot.messages import watch as say
from bot.watch.errors import Trouble

FIRST_WEEK = date(2017, 1, 28)
"""The series' first week: where a pattern starts when nothing is loaded."""

_BACK, _AHEAD = 4, 4
_WEEK = timedelta(days=7)


def is_pattern(source: str) -> bool:
    """Whether a source is a pattern rather than an address or a folder."""
    return "://" in source and "{" in source


def addresses(pattern: str, loaded: list[date]) -> list[str]:
    """The addresses worth asking for: the newest weeks loaded (they may be revised) and the next ones.

    `loaded` are first days of weeks. Raises Trouble when the pattern cannot be filled in.
    """
    newest = max(loaded) if loaded else FIRST_WEEK - _WEEK
    weeks = [newest + _WEEK * n for n in range(1 - _BACK, _AHEAD + 1)]
    return [_filled(pattern, week) for week in weeks if week in loaded or week > newest]


def _filled(pattern: str, start: date) -> str:
    try:
        return pattern.format(start=start, end=start + timedelta(days=6))
    except (KeyError, IndexError, ValueError, AttributeError) as problem:
        raise Trouble("bad_pattern", say.bad_pattern(pattern)) from problem
