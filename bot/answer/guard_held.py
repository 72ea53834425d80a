"""Everything numeric that an answer may speak of, taken from what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from bot.answer.answer import Answer
from bot.answer.ground import Ground
from bot.answer.tables import INLINE
from bot.messages import answers as say
from bot.messages import reading

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_PAGED = re.compile(r", page (\d+): “([^”]*)”")
_QUOTED = re.compile(r"“([^”]*)”")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WEEK = re.compile(r"\b[A-Z][a-z]{2} \d{1,2}(?:, \d{4})? (?:–|to) [A-Z][a-z]{2} \d{1,2}, \d{4}")
_DAY = re.compile(rf"\b(?:{_MONTHS}|[A-Z][a-z]{{2}}) (?:\d{{1,2}}, )?\d{{4}}\b")
_NUMBERED = re.compile(rf"\breport (\d+) \(({_WEEK.pattern})\)")
_LOADED = re.compile(r"\b(\d+) reports loaded\b")
_RATIO = re.compile(r"\b(?:every|per) 100\b")
"""A rate is so many for every hundred: the one number of its own that a sentence has."""
_UNKNOWN = "✗"
"""Stands for a date that no row has: it is never held."""


class Held:
    """What the rows, the footing and the plan of one answer hold."""

    def __init__(self, answer: Answer, ground: Ground) -> None:
        query = answer.query
        self.ground = ground
        self.cells = [cell for ran in ground.ran for row in ran.rows for cell in row]
        self.values = set(self.cells)
        self.words = {str(cell) for cell in self.cells if isinstance(cell, str | date)}
        self.plan = str(answer.sql) if query is None else query.model_dump_json(exclude_defaults=True)
        self.whole: set[int] = {*_footing(ground), *_counts(answer, ground)}
        self.parts: set[str] = set()
        for cell in self.cells:
            self._take(cell)
        for token in NUMBER.findall(ISO.sub(" ", self.plan)):
            self._take(float(token.replace(",", "")))
        self.whole |= {int(day[:4]) for day in ISO.findall(self.plan)}

    def strays(self, text: str) -> list[str]:
        """The numbers of a text that are not held, dates that no row has among them."""
        left = self.without_known(text)
        tokens = [token.rstrip(",") for token in NUMBER.findall(left)]
        return [token for token in tokens if not self._holds(token)] + [_UNKNOWN] * left.count(_UNKNOWN)

    def value(self, value: Any) -> bool:
        """Whether a figure or a cell stands in a row of a statement."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value in self.values or value in self.whole
        return value is None or value in self.values or str(value) in self.words

    def without_known(self, text: str) -> str:
        """The text without what stands in the rows word for word: quotations, weeks, days, names that have digits."""
        text = _PAGED.sub(lambda found: found[0] if self._stands_on(found[2], int(found[1])) else _UNKNOWN, text)
        text = _QUOTED.sub(lambda found: " " if self._quotes(found[1]) else found[0], text)
        text = _NUMBERED.sub(lambda found: " " if self._numbered(int(found[1])) == found[2] else _UNKNOWN, text)
        text = _WEEK.sub(lambda found: self._without_week(found[0]), text)
        text = _DAY.sub(lambda found: " " if found[0] in self._days() else _UNKNOWN, text)
        text = _LOADED.sub(lambda found: " " if int(found[1]) == len(self.ground.edition.reports) else _UNKNOWN, text)
        for name in sorted({name for name in self._names(text) if NUMBER.search(name)}, key=len, reverse=True):
            text = text.replace(name, " ")
        return _RATIO.sub(" ", text)

    def _take(self, cell: Any) -> None:
        if isinstance(cell, bool) or not isinstance(cell, int | float | Decimal):
            return
        if cell == int(cell):
            self.whole.add(abs(int(cell)))
        self.parts |= {f"{abs(cell):.1f}", f"{abs(cell):.2f}"}

    def _holds(self, token: str) -> bool:
        plain = token.replace(",", "")
        return plain in self.parts if "." in plain else int(plain) in self.whole

    def _stands_on(self, words: str, page: int) -> bool:
        """Whether a passage stands on this page; the page's number is then held like any other."""
        stands = any((p.text, p.page) == (words, page) for p in self.ground.edition.passages)
        self.whole |= {page} if stands else set()
        return stands

    def _quotes(self, words: str) -> bool:
        edition = self.ground.edition
        stated = [*(p.text for p in edition.passages), *(w.text for w in edition.withdrawals)]
        return any(words in str(text) for text in (*stated, *self._texts(), self.plan))

    def _without_week(self, words: str) -> str:
        """Two days with 'to' between them need not be a week: they are looked at one by one."""
        if words.replace(" to ", " – ") in self._weeks():
            return " "
        return words if " to " in words else _UNKNOWN

    def _weeks(self) -> set[str]:
        edition = self.ground.edition
        spans = [(report.start, report.end) for report in edition.reports.values()]
        return {say.week(*each) for each in (*spans, *edition.runs)}

    def _numbered(self, number: int) -> str:
        """The week of the nth report."""
        reports = sorted(self.ground.edition.reports.items())
        return say.week(reports[number - 1][1].start, reports[number - 1][1].end) if number <= len(reports) else ""

    def _days(self) -> set[str]:
        edition = self.ground.edition
        days = [cell for cell in self.cells if isinstance(cell, date)]
        days += [w.posted_on for w in edition.withdrawals if w.posted_on]
        days += [p.stated_on for p in edition.passages if p.stated_on]
        days += [each for report in edition.reports.values() for each in (report.start, report.end)]
        days += [date.fromisoformat(found) for found in ISO.findall(self.plan)]
        return {form(each) for each in days for form in (say.day, say.month, reading.day)}

    def _texts(self) -> Iterator[str]:
        return (cell for cell in self.cells if isinstance(cell, str))

    def _names(self, text: str) -> Iterator[str]:
        """Names in the rows or in the plan that the text has word for word."""
        told = re.findall(r'"((?:[^"\\]|\\.)*)"', self.plan)
        files = self.ground.edition.releases
        return (name for name in (*self._texts(), *self._listed_in_cells(), *told, *files) if name in text)

    def _listed_in_cells(self) -> Iterator[str]:
        """A policy's criteria are one cell; a sentence numbers them."""
        for cell in self._texts():
            parts = [part.strip() for part in cell.split(" | ")]
            if len(parts) > 1:
                yield from parts
                yield from (f"({at}) {part}" for at, part in enumerate(parts, start=1))


def written(value: float) -> set[str]:
    """A number as a sentence may write it, its sign and the commas of its thousands left out."""
    plain = abs(value)
    forms = {f"{plain:.1f}", f"{plain:.2f}"}
    return forms | ({str(int(plain))} if plain == int(plain) else set())


def _footing(ground: Ground) -> Iterator[int]:
    for footing in ground.footings:
        yield from (*footing.found.values(), *footing.of_all.values())
        yield from (footing.rows, footing.whole, footing.taken_back, footing.rows - footing.taken_back)


def _counts(answer: Answer, ground: Ground) -> Iterator[int]:
    """How many rows there are, how many of them the sentence names, and how many reports."""
    counted: list[Sequence[object]] = [answer.rows, *(ran.rows for ran in ground.ran)]
    for rows in counted:
        yield from (len(rows), abs(len(rows) - INLINE), abs(len(rows) - 3))
    yield INLINE
    yield len(ground.edition.reports)
