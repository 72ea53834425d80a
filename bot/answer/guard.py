"""The last look at an answer: does it say a number that no row behind it holds?

Independent of the writers: it reads the finished sentence and knows nothing of how it was made. A number may come from
the rows of the checked statements, from the footing (how many rows stand behind a figure, by report, and how many were
taken back) or from the plan (the question's own numbers); a date, a week, a quotation and a name must stand in the rows
word for word. What is told as "name: number" must be the number of that very row, and every figure must be told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeGuard

from bot.answer.answer import Answer
from bot.answer.ground import Ground
from bot.answer.guard_held import Held, written
from bot.messages import answers as say

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ITEM = re.compile(r"([^;:]+): (-?\d[\d,]*(?:\.\d+)?)(?![\d:])")


def strays(answer: Answer) -> list[str]:
    """The numbers of an answer that nothing behind it holds; none is as it should be.

    An answer without ground (a question back, a decline) states no figure: nothing is found in it.
    """
    if answer.ground is None:
        return []
    held = Held(answer, answer.ground)
    texts = [answer.text, answer.reading, *(figure.label for figure in answer.figures)]
    found = [token for text in texts for token in held.strays(text)]
    found += [str(f.value) for f in answer.figures if not held.value(f.value)]
    found += [str(cell) for row in answer.rows for cell in row if _is_number(cell) and not held.value(cell)]
    found += _untold(answer, held)
    return found + [token for item in _items(answer.text) for token in _misplaced(item, answer, answer.ground)]


def numbers(text: str) -> list[str]:
    """Every number as it is written, the commas of its thousands included."""
    return [token.rstrip(",") for token in NUMBER.findall(text)]


def _untold(answer: Answer, held: Held) -> list[str]:
    """Figures that the sentence does not state, each as often as there are figures of that value."""
    told = Counter(token.replace(",", "") for token in numbers(held.without_known(answer.text)))
    wanted = Counter(value for value in (figure.value for figure in answer.figures) if _is_number(value))
    return [str(value) for value, times in wanted.items() if sum(told[form] for form in written(value)) < times]


def _items(text: str) -> Iterator[tuple[str, str]]:
    return ((found[1].rsplit(". ", 1)[-1], found[2]) for found in _ITEM.finditer(text))


def _misplaced(item: tuple[str, str], answer: Answer, ground: Ground) -> list[str]:
    """The number told of a name, where rows have this name and none of them that number."""
    name, token = item
    rows: list[Sequence[Any]] = [*answer.rows, *(row for ran in ground.ran for row in ran.rows)]
    named = [row for row in rows if _names(row, name, ground)]
    plain = token.replace(",", "").lstrip("-")
    held = any(plain in written(cell) for row in named for cell in row if _is_number(cell))
    return [] if held or not named else [token]


def _names(row: Sequence[Any], name: str, ground: Ground) -> bool:
    """Whether every name in the row is in the text; a row without any has no name."""
    forms = [_form(cell, ground) for cell in row if isinstance(cell, str | date)]
    worded = any(not form.isdigit() for form in forms)
    return worded and any(_is_number(cell) for cell in row) and all(form in name for form in forms)


def _form(cell: str | date, ground: Ground) -> str:
    if isinstance(cell, date):
        return say.day(cell)
    report = ground.edition.report(cell)
    return say.week(report.start, report.end) if report else cell


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
