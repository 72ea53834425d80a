"""The numbers that a message may show, and the look for others.

A backing is made from values (rows, documents, days, a person's own words), never from the sentence that tells them,
and travels with the message as JSON. It is held against the finished message when that is sent. What is told of a name
("Travis County, Texas: 2") must be a number of that very name; a day, a quotation and a name that has digits must stand
in the backing word for word; any other number must be among those backed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict

from bot.messages.summary.words import day

READ = ("text", "alt_text", "caption", "title", "label", "x_label", "y_label")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MENTION = re.compile(r"<[@#][A-Z0-9]+(?:\|[^>]*)?>")
_MARKS = re.compile(r"[*•`\s]+")
_TOLD = r"(?: \([^)]*\)|:? \d[\d,]*(?: \([^)]*\))?)"
"""What a sentence tells of a name: 'Travis County, Texas (142; 139 after corrections)', 'Travis County, Texas 142'."""
_OPENING = 60
"""So many letters of a quotation tell which one it is."""


class WithheldError(Exception):
    """A message would show these numbers, which nothing behind it holds; nothing was sent."""

    def __init__(self, strays: list[str]) -> None:
        super().__init__(" ".join(strays))
        self.strays = strays


class Looks(Protocol):
    """What looks at a message before it is sent: the numbers found that nothing holds. None is as it should be."""

    def at_source(self) -> list[str]:
        """Before anything is drawn."""

    def at_text(self, text: str) -> list[str]:
        """In a text."""

    def at_blocks(self, blocks: list[dict[str, Any]]) -> list[str]:
        """In blocks."""


class Part(BaseModel):
    """`numbers`: without the commas of their thousands. `words`: texts with digits, to be repeated word for word."""

    model_config = ConfigDict(frozen=True)

    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, *values: object, words: Iterable[str] = ()) -> Part:
        """From values: numbers, days and texts; None holds nothing."""
        return cls(numbers=_numbers(values), words=_worded(values, words))


class Backing(Part):
    """`named`: what may be told of a name, where a line begins with it or a number follows it."""

    named: dict[str, Part] = {}

    @classmethod
    def of(cls, *values: object, words: Iterable[str] = (), named: dict[str, Part] | None = None) -> Backing:
        """From values, texts, and what belongs to names."""
        return cls(numbers=_numbers(values), words=_worded(values, words), named=_bare(named or {}))

    def plus(self, *others: Backing) -> Backing:
        """What all of them hold together."""
        named: dict[str, Part] = {}
        for each in (self, *others):
            for name, part in each.named.items():
                before = named.get(name, Part())
                named[name] = Part(numbers=before.numbers + part.numbers, words=before.words + part.words)
        whole = (self, *others)
        return Backing(
            numbers=tuple(dict.fromkeys(n for each in whole for n in each.numbers)),
            words=tuple(dict.fromkeys(w for each in whole for w in each.words)),
            named=named,
        )

    def at_source(self) -> list[str]:
        """Nothing: it is itself what all is held against."""
        return []

    def at_text(self, text: str) -> list[str]:
        """The numbers of a text that are not backed."""
        return [token for line in text.splitlines() for token in self._line(bare(line))]

    def at_blocks(self, blocks: list[dict[str, Any]]) -> list[str]:
        """The same for blocks; a table row by row."""
        return [token for block in blocks for text in _lines_of(block) for token in self.at_text(text)]

    def _line(self, line: str) -> list[str]:
        if not _NUMBER.search(line):
            return []
        opening = max((name for name in self.named if _opens(line, name)), key=len, default=None)
        part = self if opening is None else self.named[opening]
        if any(_stands(line.rstrip("."), word) for word in part.words):
            return []
        misplaced, line = self._named(line) if opening is None else ([], line)
        return misplaced + [token for token in _tokens(_without(line, part.words)) if token not in part.numbers]

    def _named(self, line: str) -> tuple[list[str], str]:
        """Numbers that follow a name and belong to another one; and the line without all that is told of names."""
        found: list[str] = []
        for name in sorted((name for name in self.named if name in line), key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}{_TOLD}", line):
                numbers = _tokens(_without(match[0].removeprefix(name), self.named[name].words))
                found += [token for token in numbers if token not in self.named[name].numbers]
            line = re.sub(rf"(?<!\w){re.escape(name)}{_TOLD}", " ", line)
        return found, line


NO_NUMBER = Backing()
"""Holds nothing: fixed words without a digit need no more."""


def quoting(*texts: str) -> Backing:
    """Backs what these texts hold, line by line and sentence by sentence: fixed words, a person's own, quotations."""
    return Backing.of(words=[line for text in texts for line in (*text.splitlines(), *text.split(". "))])


def quotation(text: str, *values: object) -> dict[str, Part]:
    """A line that quotes a text from its beginning, with what may stand beside it (a page, a report)."""
    first = text.split(". ")[0]
    opening = first if len(first) <= _OPENING else first[:_OPENING].rsplit(" ", 1)[0]
    return {opening: Part.of(*values, words=(text, *text.splitlines(), *text.split(". ")))}


def bare(text: str) -> str:
    """The words of a line: without mark-up, without people's and channels' ids, entities read."""
    line = _MARKS.sub(" ", html.unescape(_MENTION.sub(" ", text))).strip()
    return line.removesuffix("…").rstrip()


def texts_of(value: Any) -> Iterator[str]:
    """Every text a person reads in a block; ids and values that buttons carry are read by nobody."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in READ and isinstance(inner, str):
                yield inner
            elif key == "categories":
                yield from inner
            elif key not in ("data", "slack_file"):
                yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)


def row_name(cells: Iterable[str]) -> str:
    """How a row of a table is named: by its cells before the first number."""
    return " | ".join(cells)


def _lines_of(block: dict[str, Any]) -> Iterator[str]:
    if block.get("type") in ("table", "data_table"):
        yield from (row_name(str(cell["text"]) for cell in row) for row in block["rows"])
    else:
        yield from texts_of(block)


def _numbers(values: Iterable[object]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for value in values:
        if isinstance(value, bool) or not isinstance(value, int | float):
            continue
        found |= dict.fromkeys([str(abs(int(value)))] if value == int(value) else [f"{abs(value):.1f}"])
    return tuple(found)


def _worded(values: Iterable[object], words: Iterable[str]) -> tuple[str, ...]:
    """Texts that have digits, as they stand bare, and days as they are written."""
    days = [day(value) for value in values if isinstance(value, date)]
    texts = [value for value in values if isinstance(value, str)]
    return tuple(dict.fromkeys(bare(each).rstrip(".") for each in (*days, *texts, *words) if _NUMBER.search(each)))


def _bare(named: dict[str, Part]) -> dict[str, Part]:
    return {bare(name): part for name, part in named.items() if bare(name)}


def _opens(line: str, name: str) -> bool:
    return line.startswith(name) and not line[len(name) : len(name) + 1].isalnum()


def _tokens(text: str) -> list[str]:
    return [token.rstrip(",").replace(",", "") for token in _NUMBER.findall(text)]


@lru_cache(maxsize=4096)
def _whole(word: str) -> re.Pattern[str]:
    """The word where it is no part of a longer number."""
    before = r"(?<!\d)(?<!\d[.,])" if word[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if word[-1:].isdigit() else ""
    return re.compile(before + re.escape(word) + after)


def _stands(line: str, word: str) -> bool:
    return len(line) <= len(word) and _whole(line).search(word) is not None


def _without(line: str, words: Iterable[str]) -> str:
    for word in sorted(words, key=len, reverse=True):
        if word in line:
            line = _whole(word).sub(" ", line)
    return line
