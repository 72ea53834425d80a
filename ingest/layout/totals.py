"""Rows and lines that state a total: what the table says of itself or of a part, and no row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.layout.columns import rule_positions
from ingest.layout.lines import Line
from ingest.pdf import Rule

_TOTAL = re.compile(r"^(?:grand\s+)?totals?:?$", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,3}(?:,\d{3})*$|^\d+$")
_NAMED = re.compile(
    r"^(?P<before>\D*?)[\s,:–—-]*\b(?:(?:grand|sub)[\s-]*)?totals?\b(?P<after>\D*?)[\s:=–—-]*"
    r"\(?(?P<number>\d{1,3}(?:,\d{3})+|\d+)\)?$",
    re.IGNORECASE,
)
_BAND = re.compile(
    r"^(?P<name>[^\d(:]+?)\s*(?:[:–—-]|\((?:n\s*=)?)\s*(?P<number>\d{1,3}(?:,\d{3})+|\d+)"
    r"(?:\s+(?:declined|refused))?(?:\s+(?:detainers?|refusals?|rows?|records?|entries|entry|declined|refused))?\)?$",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:[\s,:(–—-]|(?:for|in|of the|all|declined|refused|issued|recorded|detainers?|refusals?|rows|state of)\b)+"
    r"|(?:[\s,:)–—-]|\b(?:declined|refused|issued|recorded|detainers?|refusals?|rows|state|sub)(?=[\s,:)–—-]*$))+$",
    re.IGNORECASE,
)


class Total(NamedTuple):
    """The number stated for a part of a table; `name` is empty where the part is not named."""

    name: str
    number: int


def stated_total(cells: Iterable[str]) -> int | None:
    """The number that cells state for a whole table: they hold "Total", one number and nothing else."""
    filled = [cell for cell in cells if cell]
    numbers = [cell for cell in filled if _NUMBER.match(cell)]
    if len(filled) == 2 and len(numbers) == 1 and any(_TOTAL.match(cell) for cell in filled):
        return int(numbers[0].replace(",", ""))
    return None


def total_of(cells: Iterable[str]) -> Total | None:
    """What cells state for a part of a table ("Texas total: 34", "Subtotal, Travis" and "12"); None if they are none.

    They hold the word, one number and a name at most.
    """
    words = " ".join(cells).split()
    words.sort(key=lambda word: _NUMBER.match(word) is not None)  # the number last, wherever its column stands
    match = _NAMED.match(" ".join(words))
    if match is None or (match["before"].strip() and match["after"].strip(" :,–—-()") and not _bare(match["after"])):
        return None
    name = _bare(match["before"]) or _bare(match["after"])
    return Total(name, int(match["number"].replace(",", "")))


def _bare(text: str) -> str:
    before = None
    while before != text:
        before, text = text, _FILLER.sub("", text)
    return text


def is_part(name: str) -> bool:
    """Whether a name is that of a state or of a county, whole."""
    from ingest.vocabulary.places import counties_named
    from ingest.vocabulary.states import canonical_state

    return bool(name) and (canonical_state(name) is not None or bool(counties_named(name)))


def band_of(text: str) -> Total | None:
    """The state and the number of its rows, of a line that stands above them ("Texas (5)", "Texas: 5 detainers")."""
    from ingest.vocabulary.states import canonical_state

    match = _BAND.match(text)
    state = canonical_state(match["name"].strip()) if match else None
    return Total(state.name, int(match["number"].replace(",", ""))) if match and state else None


class Stated(NamedTuple):
    """Lines that state a number of rows. `heads`: they stand above these, and name their state."""

    lines: list[Line]
    total: Total
    heads: bool


def take_totals(lines: Sequence[Line], across: Sequence[Rule], bands: bool = False) -> tuple[list[Line], list[Stated]]:
    """The lines of a table without those that state the number of a state's or a county's rows and hold nothing else.

    Such a line runs across columns; where rules part rows it stands alone between two of them. `bands`: a line that
    names the state of the rows below it and says how many they are is one, too.
    """
    ruled = rule_positions([rule for rule in across if lines and lines[0].bottom < rule.at < lines[-1].top])
    slots: dict[int, list[Line]] = {}
    for index, line in enumerate(lines):
        at = sum(1 for y in ruled if y <= (line.top + line.bottom) / 2) if ruled else index
        slots.setdefault(at, []).append(line)
    taken: list[Stated] = []
    for alone in slots.values():
        found = total_of([word.text for word in alone[0].words]) if len(alone) == 1 else None
        band = band_of(" ".join(line.text for line in alone)) if bands else None
        if found is not None and is_part(found.name):
            taken.append(Stated(alone, found, heads=False))
        elif band is not None:
            taken.append(Stated(alone, band, heads=True))
    gone = [line for stated in taken for line in stated.lines]
    return [line for line in lines if line not in gone], taken
