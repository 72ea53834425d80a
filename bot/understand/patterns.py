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
    """Slots in order. `firsts` and `lasts` are the words that a phrase can begin and end with, `shortest` and `longest`
    how few and how many words it can have."""

    __slots__ = ("firsts", "lasts", "longest", "shortest", "slots")

    def __init__(self, slots: Sequence[Slot]) -> None:
        self.slots = tuple(slots)
        self.longest = sum(max((1 if s.single else 0, *map(len, s.runs))) for s in self.slots)
        self.shortest = sum(
            min((1 if s.single else len(s.runs[0]), *map(len, s.runs))) for s in self.slots if not s.optional
        )
        self.firsts = _ends(self.slots, 0)
        self.lasts = _ends(self.slots[::-1], -1)

    def matches(self, words: Words) -> bool:
        """Whether these words are one of the phrases."""
        return self.shortest <= len(words) <= self.longest and self._from(0, words, 0)

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


def _ends(slots: Sequence[Slot], word: int) -> frozenset[str]:
    """The words at one end of any phrase: of the first slot, and of those behind it while they can be left out."""
    found: set[str] = set()
    for slot in slots:
        found |= slot.single
        found.update(run[word] for run in slot.runs)
        if not slot.optional:
            break
    return frozenset(found)


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
