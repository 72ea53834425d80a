"""Pieces: stretches of a question with what they can mean, and patterns over them.

The grammar works bottom up: words become pieces, rules turn runs of pieces into one piece with more meaning (week +
2 -> the second report), until what is left are conditions, breakdowns and the shape of the question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bot.understand.words import Sense


class Piece:
    """A run of tokens and its senses. `used` names the role it got; a piece without one is unaccounted for."""

    __slots__ = ("end", "first", "gap", "senses", "start", "stop", "tags", "text", "used", "words")

    def __init__(
        self, first: int, stop: int, start: int, end: int, text: str, gap: str, senses: Iterable[Sense], words: str = ""
    ) -> None:
        self.words = words or " ".join(text.lower().split())
        """The words in normal form, slips put right: what rules look at."""
        self.first, self.stop, self.start, self.end, self.text, self.gap = first, stop, start, end, text, gap
        self.senses = tuple(senses)
        self.tags = frozenset(tag for s in self.senses for tag in (s.kind, f"{s.kind}:{s.key}"))
        self.used = ""

    def __repr__(self) -> str:
        return f"<{self.text!r} {'|'.join(sorted(f'{s.kind}:{s.key}' for s in self.senses))} {self.used}>"

    def has(self, *tags: str) -> bool:
        """Whether any sense carries one of the tags ("kind" or "kind:key")."""
        return not self.tags.isdisjoint(tags)

    def sense(self, tag: str) -> Sense:
        """The first sense with this tag. Raises LookupError when there is none."""
        for sense in self.senses:
            if tag in (sense.kind, f"{sense.kind}:{sense.key}"):
                return sense
        raise LookupError(f"{self!r} is no {tag}")

    def value(self, tag: str) -> Any:
        """The value of the first sense with this tag."""
        return self.sense(tag).value

    def narrowed(self, *senses: Sense) -> Piece:
        """The same words with other senses."""
        return Piece(self.first, self.stop, self.start, self.end, self.text, self.gap, senses, self.words)

    def use(self, role: str) -> None:
        """Give the piece its role; the first one stays."""
        self.used = self.used or role


def numeral(piece: Piece) -> int | float | None:
    """The number a piece stands for, in digits or words."""
    for sense in piece.senses:
        if sense.kind == "number":
            return sense.value if sense.value is not None else int(sense.key)
    return None


def merged(run: Sequence[Piece], *senses: Sense) -> Piece:
    """One piece out of a run of them."""
    first, last = run[0], run[-1]
    text = first.text if first is last else " ".join(p.text for p in run)
    words = " ".join(p.words for p in run)
    return Piece(first.first, last.stop, first.start, last.end, text, first.gap, senses, words)


Build = Callable[[list[Piece]], Piece | Sequence[Piece] | None]
CLAUSE_END = frozenset(".;?!:")


class Rule:
    """A pattern over neighbouring pieces and what to make of a match.

    The pattern is written as words: "dimension:report number" ; "a|b" is either, a trailing "?" makes an element
    optional. A match never runs over the end of a clause, and not over a comma unless `commas`.
    """

    def __init__(self, pattern: str, build: Build, *, commas: bool = False) -> None:
        self.elements = [(frozenset(e.rstrip("?").split("|")), e.endswith("?")) for e in pattern.split()]
        self.needs = [tags for tags, optional in self.elements if not optional]
        self.build = build
        self.commas = commas

    def can_match(self, tags: frozenset[str]) -> bool:
        """Whether pieces with these tags together could match."""
        return not any(map(tags.isdisjoint, self.needs))

    def match(self, pieces: Sequence[Piece], at: int) -> list[Piece] | None:
        """The pieces that match from position `at`, or nothing."""
        return self._match(pieces, at, 0)

    def _match(self, pieces: Sequence[Piece], at: int, element: int) -> list[Piece] | None:
        if element == len(self.elements):
            return []
        tags, optional = self.elements[element]
        if at < len(pieces) and not tags.isdisjoint(pieces[at].tags) and (element == 0 or self._near(pieces[at])):
            rest = self._match(pieces, at + 1, element + 1)
            if rest is not None:
                return [pieces[at], *rest]
        return self._match(pieces, at, element + 1) if optional else None

    def _near(self, piece: Piece) -> bool:
        return not (CLAUSE_END & set(piece.gap)) and (self.commas or "," not in piece.gap)


def rewrite(pieces: list[Piece], rules: Sequence[Rule]) -> list[Piece]:
    """Apply the rules, each over the whole run from the left, in the order given."""
    tags = _tags(pieces)
    for rule in rules:
        at = 0 if rule.can_match(tags) else len(pieces)  # of a hundred rules a question meets three
        while at < len(pieces):
            run = rule.match(pieces, at)
            made = rule.build(run) if run else None
            if run and made is not None:
                pieces[at : at + len(run)] = [made] if isinstance(made, Piece) else list(made)
                tags = _tags(pieces)
            at += 1
    return pieces


def _tags(pieces: Sequence[Piece]) -> frozenset[str]:
    return frozenset().union(*(p.tags for p in pieces))
