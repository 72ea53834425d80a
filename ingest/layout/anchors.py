"""Cells that every row of a table has exactly once: dates, months, counts. They tell rows apart."""

from __future__ import annotations

import re

MARKS = "*†‡§"
"""Signs that refer to a footnote, set behind a cell."""
_TIME = re.compile(r"\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?$", re.IGNORECASE)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_PATTERNS = {
    "date": re.compile(
        rf"^(\d{{1,2}}\s*/\s*\d{{1,2}}\s*/\s*\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}-\d{{1,2}}-\d{{2,4}}|"
        rf"({_MONTHS})[a-z]*\.? \d{{1,2}},? \d{{4}}|\d{{1,2}}[- ]({_MONTHS})[a-z]*\.?[- ]\d{{2,4}})$",
        re.IGNORECASE,
    ),
    "month": re.compile(
        rf"^(({_MONTHS})[a-z]*\.?(\s?[-–,/]?\s?\d{{4}}|\s?[-–/]\s?\d\d|\s?['’]\d\d)|\d{{1,2}}\s?[-/]\s?\d{{4}}|(19|20)\d\d([-/]\d\d)?|"
        rf"(\d{{1,2}}/){{2}}\d{{2,4}}|\d{{4}}-\d\d-\d\d|({_MONTHS})[a-z]*\.? \d{{1,2}}, \d{{4}})$",
        re.IGNORECASE,
    ),
    "count": re.compile(r"^\d{1,3}(,\d{3})*$|^\d+$"),
}


def is_anchor(kind: str, text: str) -> bool:
    """Whether this text is one whole cell of that kind (a date; a month and year, a year alone or a day; a number)."""
    pattern = _PATTERNS.get(kind)
    plain = text.strip().rstrip(MARKS).rstrip()
    return pattern is not None and pattern.match(without_time(plain) if kind == "date" else plain) is not None


def without_time(text: str) -> str:
    """A date without the time of day that programs print behind it ("2/1/2017 0:00")."""
    return _TIME.sub("", text)
