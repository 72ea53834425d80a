"""Cells made comparable: names of places, dates however written, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from ingest.vocabulary.dates import parse_date, parse_month
from ingest.vocabulary.states import canonical_state
from ingest.vocabulary.text import fold

_AREA_WORDS = re.compile(r"\b(county|parish|borough|co)\b")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_ISO = re.compile(r"\d{4}-\d\d(-\d\d)?")


def number(value: Any) -> float | None:
    """A number, also one written with separators or a unit; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value)
    found = re.fullmatch(r"\s*(-?[\d,]+(?:\.\d+)?)\s*(?:%|percent|days?)?\s*", str(value))
    return float(found[1].replace(",", "")) if found and found[1].strip(",-") else None


def same_number(given: float | None, gold: float, tolerance: float, *, percent: bool) -> bool:
    """Equal within the tolerance; a share may come as 0-1."""
    if given is None:
        return False
    if percent:
        close = max(tolerance, 0.1) + 1e-9
        return abs(given - gold) <= close or (abs(given) <= 1 and abs(given * 100 - gold) <= close)
    return abs(given - gold) <= tolerance + 1e-9


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """One comparable form: ISO date, full state name, or the folded name without County."""
    if _ISO.fullmatch(text.strip()):
        return text.strip()
    found = parse_date(text)
    if found is not None:
        return found.isoformat()
    month = parse_month(text)
    if month is not None:
        return f"{month:%Y-%m}"
    state = canonical_state(text)
    name = state.name if state else _BRACKETS.sub("", text)
    return " ".join(_AREA_WORDS.sub(" ", fold(name)).split())


def key_of(value: Any) -> str:
    """The comparable form of a cell; nothing for an empty one."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    return key(f"{value:g}" if isinstance(value, float) else str(value))


def pool(cells: Iterable[Any]) -> set[str]:
    """Everything that a row can be said to name: its cells, and the parts of 'Travis County, Texas'."""
    names: set[str] = set()
    kept = list(cells)
    for cell in kept:
        names.add(key_of(cell))
        if isinstance(cell, str) and "," in cell:
            names |= {key(part) for part in _BRACKETS.sub("", cell).split(",") if part.strip()}
    return names


def same_date(given: Any, gold: Any) -> bool:
    """The same day, or the same month where the gold gives a month."""
    mine, wanted = key_of(given), key_of(gold)
    return mine == wanted or (len(wanted) == 7 and mine == f"{wanted}-01")
