"""Rules over the words of a name, written so that anybody can read them in a data file.

    aggrav* assault/battery; felonious assault

means: a word beginning with "aggrav" and, somewhere after it, "assault" or "battery"; or "felonious" and, somewhere
after it, "assault". A ``=`` before an alternative asks for the whole name: ``=assault`` is "Assault" and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.vocabulary.text import fold

_Step = tuple[frozenset[str], tuple[str, ...]]


class WordRule:
    """Alternatives of words in order. Words are compared in their normal form."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._alternatives = [(part.startswith("="), _steps(part)) for part in _parts(text)]

    def matches(self, name: str) -> bool:
        """Whether the name's words satisfy one of the alternatives."""
        return self.matches_words(fold(name).split())

    def matches_words(self, words: Sequence[str]) -> bool:
        """The same over words already in normal form."""
        return any(
            (not whole or len(words) == len(steps)) and _in_order(steps, words) for whole, steps in self._alternatives
        )

    def __repr__(self) -> str:
        return f"WordRule({self.text!r})"


def _parts(text: str) -> Iterator[str]:
    return (part.strip() for part in text.split(";") if part.strip())


def _steps(part: str) -> tuple[_Step, ...]:
    return tuple(_step(word.split("/")) for word in part.lstrip("=").split())


def _step(words: Sequence[str]) -> _Step:
    whole = frozenset(fold(word) for word in words if not word.endswith("*"))
    return whole, tuple(fold(word[:-1]) for word in words if word.endswith("*"))


def _in_order(steps: Sequence[_Step], words: Sequence[str]) -> bool:
    remaining = iter(words)
    return all(
        any(word in whole or (starts and word.startswith(starts)) for word in remaining) for whole, starts in steps
    )
