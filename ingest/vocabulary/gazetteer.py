"""Finding known names in a text: the longest exact match first, a near match only when asked for.

A near match is a question to the reader, never an answer: `near` returns every candidate with its distance, and
`correction` returns one only when no other name is as near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from ingest.vocabulary.text import Token, fold, tokenize

T = TypeVar("T")

_MIN_LETTERS = 4
_SHORT_LETTERS = 5


class Match(NamedTuple, Generic[T]):
    """A name found: what it can mean, the tokens it spans (first, last + 1), its place in the text, how written."""

    values: tuple[T, ...]
    first: int
    stop: int
    start: int
    end: int
    name: str


class Near(NamedTuple, Generic[T]):
    """A name that is nearly what was written: the edit distance and what the name can mean."""

    name: str
    distance: int
    values: tuple[T, ...]


def allowed_distance(phrase: str) -> int:
    """How many edits a phrase may be away from a name: none under 4 letters, one up to 5, two beyond."""
    letters = len(phrase.replace(" ", ""))
    if letters < _MIN_LETTERS:
        return 0
    return 1 if letters <= _SHORT_LETTERS else 2


def _same(one: Sequence[T], other: Sequence[T]) -> bool:
    return all(value in other for value in one) and all(value in one for value in other)


class Gazetteer(Generic[T]):
    """Names and what they mean. One name may mean several values; they are kept in the order added."""

    def __init__(self, names: Iterable[tuple[str, T]] = ()) -> None:
        self._values: dict[str, list[T]] = {}
        self._longest: dict[str, int] = {}
        self._display: dict[str, str] = {}
        self._by_ends: dict[tuple[int, str], list[str]] = {}
        self._indexed = 0
        for name, value in names:
            self.add(name, value)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, name: str) -> bool:
        return fold(name) in self._values

    def add(self, name: str, value: T) -> None:
        """Let ``name`` mean ``value`` (too). A name without letters or digits is left out."""
        key = fold(name)
        if not key:
            return
        values = self._values.get(key)
        if values is not None:
            if value not in values:
                values.append(value)
            return
        self._values[key] = [value]
        self._display[key] = name
        words = key.count(" ") + 1
        first = key.split(" ", 1)[0]
        if words > self._longest.get(first, 0):
            self._longest[first] = words

    def get(self, name: str) -> tuple[T, ...]:
        """What exactly this name can mean; empty when it is unknown."""
        return tuple(self._values.get(fold(name), ()))

    def at(self, tokens: Sequence[Token], first: int) -> Match[T] | None:
        """The longest name that begins with token ``first``; the last word may carry a possessive 's."""
        head = tokens[first]
        most = max(self._longest.get(head.norm, 0), self._longest.get(head.base, 0))
        for count in range(min(most, len(tokens) - first), 0, -1):
            span = tokens[first : first + count]
            before = " ".join([token.norm for token in span[:-1]])
            for last in dict.fromkeys((span[-1].norm, span[-1].base)):
                key = f"{before} {last}" if before else last
                values = self._values.get(key)
                if values is not None:
                    return Match(tuple(values), first, first + count, head.start, span[-1].end, self._display[key])
        return None

    def find(self, text: str | Sequence[Token]) -> list[Match[T]]:
        """Every name in a text, left to right, the longest at each place, none overlapping."""
        tokens = tokenize(text) if isinstance(text, str) else text
        found: list[Match[T]] = []
        index = 0
        while index < len(tokens):
            match = self.at(tokens, index)
            if match is None:
                index += 1
            else:
                found.append(match)
                index = match.stop
        return found

    def _ends(self) -> dict[tuple[int, str], list[str]]:
        """Names by length and first letter, and by length and last letter: where a slip is looked for."""
        if self._indexed != len(self._values):  # made at the first slip, as most questions have none
            self._by_ends = {}
            for key in self._values:
                self._by_ends.setdefault((len(key), key[0]), []).append(key)
                self._by_ends.setdefault((len(key), "-" + key[-1]), []).append(key)
            self._indexed = len(self._values)
        return self._by_ends

    def near(self, phrase: str, limit: int = 5) -> tuple[Near[T], ...]:
        """Names within the allowed distance of ``phrase``, nearest first; an exact name stands alone, distance 0.

        A name is compared when its first or its last letter is the phrase's: a slip that changes both is none.
        """
        key = fold(phrase)
        if key in self._values:
            return (Near(self._display[key], 0, tuple(self._values[key])),)
        most = allowed_distance(key)
        if most == 0:
            return ()
        from rapidfuzz import process  # 30 ms that only a misspelt word needs
        from rapidfuzz.distance import OSA  # edits, with two neighbouring letters swapped counting as one

        ends = self._ends()
        size = len(key)
        hits: set[tuple[int, str]] = set()
        for length in range(size - most, size + most + 1):
            for end in (key[0], "-" + key[-1]):
                names = ends.get((length, end))
                if names:
                    found = process.extract(
                        key, names, scorer=OSA.distance, processor=None, score_cutoff=most, limit=None
                    )
                    hits.update((int(distance), name) for name, distance, _ in found)
        # A name of five letters or fewer is as easily mistaken as a phrase so short: one edit at most.
        near = sorted(hit for hit in hits if hit[0] <= allowed_distance(hit[1]))
        return tuple(Near(self._display[n], d, tuple(self._values[n])) for d, n in near[:limit])

    def correction(self, phrase: str, is_real: Callable[[str], bool] | None = None) -> Near[T] | None:
        """The one name that ``phrase`` is a slip of; none when another name is as near and means something else.

        ``is_real`` tells of names that exist though they are not in this gazetteer (see `realnames.is_real_name`):
        they are no slip of anything.
        """
        candidates = self.near(phrase)
        if not candidates or (candidates[0].distance and is_real is not None and is_real(phrase)):
            return None
        best = candidates[0]
        rivals = [c for c in candidates[1:] if c.distance <= best.distance and not _same(c.values, best.values)]
        return None if rivals else best
