"""The figures that changed most since the week before: by county, offense, citizenship, charge or conviction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from bot.messages import alerts as say
from bot.semantic import prompt_data
from bot.summary.naming import place_name
from bot.summary.statements import Read


@dataclass(frozen=True, slots=True)
class Change:
    """Rows of one value in the report and the week before, with the statement that counted them."""

    what: str
    now: int
    before: int
    sql: str

    @property
    def by(self) -> int:
        """How many more; negative for fewer."""
        return self.now - self.before


@cache
def _statements() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = prompt_data("alerts.yaml")
    return loaded


def changed_most(read: Read, report: str, previous: str, most: int = 3) -> list[Change]:
    """The largest changes, either way; of equal ones the larger now, then by name. None that did not change."""
    for value in (report, previous):
        date.fromisoformat(value)
    changes = [c for key in _statements() for c in _counted(read, key, report, previous) if c.by]
    return sorted(changes, key=lambda c: (-abs(c.by), -c.now, c.what))[:most]


def _counted(read: Read, key: str, report: str, previous: str) -> Iterator[Change]:
    rows = read(_statements()[key]["sql"].format(report=report, previous=previous))
    for *names, now, before in rows.rows:
        what = place_name(names[0], names[1]) if key == "places" else say.counted_as(key, str(names[0] or ""))
        yield Change(what, cast(int, now), cast(int, before), rows.sql)
