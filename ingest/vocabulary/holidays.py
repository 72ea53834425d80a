"""Days that people name and every calendar fixes: "Labor Day", "Thanksgiving", "Christmas Eve". The day itself, never
the working day on which offices observe it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache
from typing import NamedTuple

from ingest.vocabulary.dates import WEEKDAYS
from ingest.vocabulary.tables import read_csv, several
from ingest.vocabulary.text import fold

FILE = "holidays.csv"
_LAST = "last"


class Holiday(NamedTuple):
    """A fixed day of a month, or the n-th (`nth`; 0 the last) of a weekday in it, and so many days `after` that."""

    month: int
    day: int
    weekday: int
    nth: int
    after: int

    def in_year(self, year: int) -> date:
        """The day on which it falls."""
        if self.day:
            return date(year, self.month, self.day)
        first, days = date(year, self.month, 1), monthrange(year, self.month)[1]
        at = 1 + (self.weekday - first.weekday()) % 7
        at += 7 * ((days - at) // 7 if self.nth == 0 else self.nth - 1)
        return date(year, self.month, at + self.after)


def key_of(word: str) -> str:
    """A folded word without its plural or possessive s, which people put anywhere: "Veteran's Day"."""
    return word.rstrip("s")


@cache
def holidays() -> dict[str, tuple[tuple[tuple[str, ...], Holiday], ...]]:
    """Names as keys of their words, with the day, by the first word; the longest name first."""
    found: dict[str, list[tuple[tuple[str, ...], Holiday]]] = {}
    for names, month, day, weekday, nth, after, _ in read_csv(FILE):
        made = Holiday(
            int(month),
            int(day or 0),
            WEEKDAYS.get(weekday.lower(), 0),
            0 if nth in ("", _LAST) else int(nth),
            int(after or 0),
        )
        for name in several(names):
            words = tuple(key_of(fold(word)) for word in name.split())
            found.setdefault(words[0], []).append((words, made))
    return {first: tuple(sorted(names, key=lambda n: -len(n[0]))) for first, names in found.items()}
