"""A line of the word files as it is written: slots with alternatives, matched without writing every phrase out.

"{turn,turns} {down,away}" is four phrases, and a line of asides is thousands. Written out, the word lists took as long
to read in as everything else together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_BRACES = re.compile(r"\{([^{}]*)\}")
Words = tuple[str, ...]


class Slot(NamedTuple):
    """What may stand at one place: one of some words, one of some runs of words, or nothing."""

    single: frozenset[str]
    runs: tuple[Words, ...]
    optional: bool


class Pattern:
    """Slots in order. `firsts` are the words that a phrase can begin with, `longest` the most words it can have."""

    __slots__ = ("firsts", "longest", "slots")

    def __init__(self, slots: Sequence[Slot]) -> None:
        self.slots = tuple(slots)
        self.longest = sum(max((1 if s.single else 0, *map(len, s.runs))) for s in self.slots)
        firsts: set[str] = set()
        for slot in self.slots:
            firsts |= slot.single
            firsts.update(run[0] for run in slot.runs)
            if not slot.optional:
                break
        self.firsts = frozenset(firsts)

    def matches(self, words: Words) -> bool:
        """Whether these words are one of the phrases."""
        return len(words) <= self.longest and self._from(0, words, 0)

    def words(self) -> set[str]:
        """Every word of any phrase."""
        return {w for s in self.slots for w in (*s.single, *(word for run in s.runs for word in run))}

    @property
    def phrase(self) -> str | None:
        """The phrase of a pattern that is only one."""
        parts: list[str] = []
        for slot in self.slots:
            if slot.optional or len(slot.single) + len(slot.runs) != 1:
                return None
            parts += [*slot.single, *(word for run in slot.runs for word in run)]
        return " ".join(parts)

    def _from(self, slot: int, words: Words, at: int) -> bool:
        if slot == len(self.slots):
            return at == len(words)
        single, runs, optional = self.slots[slot]
        if at < len(words) and words[at] in single and self._from(slot + 1, words, at + 1):
            return True
        if optional and self._from(slot + 1, words, at):
            return True
        return any(words[at : at + len(run)] == run and self._from(slot + 1, words, at + len(run)) for run in runs)


def parse(line: str, key: Callable[[str], str]) -> Pattern:
    """The pattern a line writes; `key` gives a phrase's normal form. An empty alternative lets the slot be left out.

    Raises ValueError where a brace touches a letter: the slots of a pattern are whole words.
    """
    slots: list[Slot] = []
    for i, part in enumerate(_BRACES.split(line)):
        if i % 2 == 0 and not part.strip():
            continue
        phrases = [part] if i % 2 == 0 else part.split(",")
        slots.append(_slot([key(p) for p in phrases]))
    if re.search(r"[^\s{]\{|\}[^\s}]", line) or not slots:
        raise ValueError(line)
    return Pattern(slots)


def _slot(phrases: Sequence[str]) -> Slot:
    runs = tuple(tuple(p.split(" ")) for p in phrases if " " in p)
    return Slot(frozenset(p for p in phrases if p and " " not in p), runs, "" in phrases)
