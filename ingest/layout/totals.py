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


def take_totals(lines: Sequence[Line], across: Sequence[Rule]) -> tuple[list[Line], list[Line]]:
    """The lines of a table without those that state the total of a state or a county and hold nothing else.

    Such a line runs across columns. Where rules part rows it stands alone between two of them.
    """
    ruled = rule_positions([rule for rule in across if lines and lines[0].bottom < rule.at < lines[-1].top])
    slots = [sum(1 for y in ruled if y <= (line.top + line.bottom) / 2) for line in lines]
    taken = []
    for line, slot in zip(lines, slots, strict=True):
        alone = not ruled or slots.count(slot) == 1
        found = total_of([word.text for word in line.words]) if alone else None
        if found is not None and is_part(found.name):
            taken.append(line)
    return [line for line in lines if line not in taken], taken
