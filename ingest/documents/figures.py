"""The totals that a report states in its prose (figures.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

import yaml

from ingest.vocabulary.dates import find_periods
from ingest.vocabulary.numbers import in_digits
from ingest.vocabulary.text import straighten

_CLAUSE = re.compile(r"(?<=[.;:!?])\s+(?=\S)")
_NUMBER = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})+|\d+)(?![\d/-]|\.\d)(?:\s+([a-z]+))?", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:, \d{4})?|\d{1,2}/\d{1,2}/\d{2,4}|"
    r"section [ivx\d]+|executive order \d+|fiscal year \d{4}|\b(?:19|20)\d\d\b(?=\s*[,.)]|$)",
    re.IGNORECASE,
)


_ISSUED = re.compile(r"\bissu(?:ed|ing|ance)", re.IGNORECASE)
_ONE = re.compile(r"\bone\b(?![ -](?:hundred|thousand))(?<!-one)", re.IGNORECASE)
"""A word that mostly counts nothing: "one to a row"."""


@cache
def _figures() -> dict[str, dict[str, list[str]]]:
    text = resources.files("ingest").joinpath("figures.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def stated(figure: str, paragraphs: Iterable[str], apart: int | None = None) -> int | None:
    """The number stated for a figure; None where none is found, or where clauses give different numbers.

    The clause patterns are tried in order: the first that gives exactly one number decides. Numbers in words count
    where there is none in digits. `apart`: a number known to stand for something else.
    """
    texts = [_without_dates(straighten(text)) for text in paragraphs]
    found = _stated(figure, texts, apart)
    return found if found is not None else _stated(figure, [in_digits(_ONE.sub("", text)) for text in texts], apart)


def _stated(figure: str, texts: Iterable[str], apart: int | None) -> int | None:
    clauses = [clause for text in texts for clause in _CLAUSE.split(text)]
    for pattern in _figures()[figure]["clause"]:
        found = _counted(figure, pattern, clauses) - {apart}
        if len(found) == 1:
            return found.pop()
    return None


def _counted(figure: str, pattern: str, clauses: Iterable[str]) -> set[int]:
    """The numbers in clauses that match, those that count another thing left out."""
    other = _figures()[figure]["not_before"]
    return {
        int(number.replace(",", ""))
        for clause in clauses
        if re.search(pattern, clause, re.IGNORECASE)
        for number, noun in _NUMBER.findall(clause)
        if noun.lower() not in other
    }


def issued_nationwide(paragraphs: Iterable[str]) -> set[int]:
    """Every number that any clause gives for the detainers issued nationwide: more than one contradict each other."""
    texts = [_without_dates(straighten(text)) for text in paragraphs]
    clauses = [clause for text in texts for clause in _CLAUSE.split(text) if _ISSUED.search(clause)]
    return _counted("issued_nationwide", _figures()["issued_nationwide"]["clause"][0], clauses)


def numbers(figure: str | None, paragraphs: Iterable[str]) -> set[int]:
    """All numbers in prose that are no part of a date or a section's name and, for a figure, count no other thing."""
    other = _figures()[figure]["not_before"] if figure else []
    return {
        int(number.replace(",", ""))
        for text in paragraphs
        for number, noun in _NUMBER.findall(_without_dates(straighten(text)))
        if noun.lower() not in other
    }


def _without_dates(text: str) -> str:
    for mention in reversed(find_periods(text)):
        text = text[: mention.start] + text[mention.end :]
    return _DATE.sub("", text)
