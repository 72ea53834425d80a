"""Dates, months and periods as the reports print them: whole cells and cover lines in, `datetime.date` out.

Numeric dates are month first, as in all US government reports. A text that is not wholly understood gives None,
so that the caller can put it aside; nothing is guessed. For dates inside questions see `mentions.date_mentions`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from ingest.vocabulary.patterns import compiled
from ingest.vocabulary.text import straighten

MONTHS: dict[str, int] = {
    **{
        name: number
        for number, names in enumerate(
            (
                "january jan", "february feb febr", "march mar", "april apr apl", "may", "june jun", "july jul",
                "august aug", "september sept sep", "october oct", "november nov", "december dec",
            ),
            start=1,
        )
        for name in names.split()
    }
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
            "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
_ORDINAL_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
ORDINALS: dict[str, int] = {name: number for number, name in enumerate(_ORDINAL_WORDS, start=1)}

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?,?\s*)?"
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?P<year>\d{4}|'?\d{2})"
_DATE_FORMS = tuple(
    _WEEKDAY + form
    for form in (
        rf"{_MONTH}\s*{_DAY}(?:\s*,\s*|\s+|\.\s*){_YEAR}",
        rf"{_DAY}\s*(?:of\s+)?{_MONTH},?\s*{_YEAR}",
        rf"{_DAY}-{_MONTH}-{_YEAR}",
        r"(?P<year>\d{4})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<day>\d{1,2})",
        r"(?P<month>\d{1,2})\s?/\s?(?P<day>\d{1,2})\s?/\s?(?P<year>\d{4}|\d{2})",
        r"(?P<month>\d{1,2})\s?-\s?(?P<day>\d{1,2})\s?-\s?(?P<year>\d{4}|\d{2})",
        r"(?P<month>\d{1,2})\s?\.\s?(?P<day>\d{1,2})\s?\.\s?(?P<year>\d{4}|\d{2})",
    )
)
_MONTH_FORMS = (
    rf"{_MONTH}\s*(?:,|-|/|of)?\s*{_YEAR}",
    r"(?P<year>\d{4})\s?[-/.]\s?(?P<month>\d{1,2})",
    r"(?P<month>\d{1,2})\s?[-/.]\s?(?P<year>\d{4})",
)


class Period(NamedTuple):
    """A stretch of days, both ends included."""

    start: date
    end: date


def full_year(text: str) -> int:
    """The year that two or four digits mean: 69-99 are 1969-1999, 00-68 are 2000-2068 (the POSIX rule)."""
    digits = text.lstrip("'")
    number = int(digits)
    if len(digits) == 4:
        return number
    return 2000 + number if number <= 68 else 1900 + number


def month_number(name: str) -> int | None:
    """1-12 for a month's name, its short form ("Sept.") or its number; None otherwise."""
    plain = name.strip().rstrip(".").casefold()
    if plain.isascii() and plain.isdigit():
        return int(plain) if 1 <= int(plain) <= 12 else None
    return MONTHS.get(plain)


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_date(text: str) -> date | None:
    """The day a cell names, with its year: "2/1/2017", "2/1/17", "02-01-2017", "2017-02-01", "Feb. 1, 2017",
    "Wednesday, February 1st, 2017", "1 Feb 2017", "01-Feb-17". None when the cell is anything else."""
    plain = straighten(text).strip(" .,;")
    for form in _DATE_FORMS:
        match = compiled(form).fullmatch(plain)
        if match:
            month = month_number(match["month"])
            if month is not None:
                return make_date(full_year(match["year"]), month, int(match["day"]))
    return None


def parse_month(text: str) -> date | None:
    """The first day of the month a cell names: "January 2017", "Jan. 2017", "Jan-17", "1/2017", "2017-01"; of a
    full date, the first of its month. None when the cell is anything else."""
    plain = straighten(text).strip(" .,;")
    for form in _MONTH_FORMS:
        match = compiled(form).fullmatch(plain)
        if match:
            month = month_number(match["month"])
            return make_date(full_year(match["year"]), month, 1) if month is not None else None
    day = parse_date(text)
    return day.replace(day=1) if day is not None else None


_RANGE_WORD = r"\s*(?P<joiner>-{1,2}|,?\s*\band\b|\bto\b|\bthrough\b|\bthru\b|\buntil\b|\btill\b|&)\s*"
_BETWEEN = r"\b(?:between|from)\s*$"


def _renamed(pattern: str, suffix: str) -> str:
    return re.sub(r"\?P<(\w+)>", rf"?P<\g<1>{suffix}>", pattern)


_ISO = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_NUMERIC = r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?"
_LONG = rf"{_MONTH}\s*{_DAY}(?:(?:\s*,\s*|\s+)(?P<year>\d{{4}}))?"
_SHORT_END = rf"(?:{_MONTH}\s*)?{_DAY}(?:(?:\s*,\s*|\s+)(?P<year>\d{{4}}))?"
_PERIOD_FORMS = tuple(
    r"(?<![\d/])(?:" + _WEEKDAY + _renamed(first, "1") + "),?" + _RANGE_WORD
    + _WEEKDAY + _renamed(last, "2") + r"(?![\d/])"
    for first, last in ((_ISO, _ISO), (_NUMERIC, _NUMERIC), (_LONG, _SHORT_END))
)  # fmt: skip


class PeriodMention(NamedTuple):
    """A period found in a text: its place, both ends as (year, month, day), and the days it covers.

    A year that is nowhere stated is None, and so is ``period`` then. ``listed``: the ends are joined by a bare
    "and" without "between" before, so that two single days may be meant ("on Feb 6 and Feb 9").
    """

    start: int
    end: int
    period: Period | None
    first: tuple[int | None, int, int]
    last: tuple[int | None, int, int]
    listed: bool


def _ends(match: re.Match[str]) -> tuple[tuple[int | None, int, int], tuple[int | None, int, int]] | None:
    month1 = month_number(match["month1"])
    month2 = month_number(match["month2"]) if match["month2"] else month1
    if month1 is None or month2 is None:
        return None
    day1, day2 = int(match["day1"]), int(match["day2"])
    year1 = full_year(match["year1"]) if match["year1"] else None
    year2 = full_year(match["year2"]) if match["year2"] else None
    # "Dec. 30 – Jan. 5, 2018" runs over the new year; one stated year serves both ends.
    over = (month2, day2) < (month1, day1)
    if year1 is None and year2 is not None:
        year1 = year2 - 1 if over else year2
    elif year2 is None and year1 is not None:
        year2 = year1 + 1 if over else year1
    return (year1, month1, day1), (year2, month2, day2)


def _joined_by_and(match: re.Match[str]) -> bool:
    return match["joiner"].strip(" ,").casefold() in ("and", "&")


def _valid(ends: tuple[tuple[int | None, int, int], tuple[int | None, int, int]]) -> bool:
    # 2016 had a February 29: a day without a year is possible when it is in a leap year.
    return all(make_date(year or 2016, month, day) is not None for year, month, day in ends)


def find_periods(text: str) -> list[PeriodMention]:
    """Every "from ... to ..." of days in a text, left to right: "Feb 4 – Feb 10, 2017", "January 28, 2017, and
    February 3, 2017", "Feb 4-10", "2/4 - 2/10/2017", "2017-02-04 to 2017-02-10", across a new year as well.

    Places (start, end) refer to ``text`` as given. "Feb 6 and 9" is no period (9 may count something else).
    """
    plain = plain_text(text)
    found: list[PeriodMention] = []
    if not any(c.isdigit() for c in plain):
        return found
    for form in _PERIOD_FORMS:
        for match in compiled(form).finditer(plain):
            ends = _ends(match)
            if ends is None or not _valid(ends) or (_joined_by_and(match) and not match["month2"]):
                continue
            first, last = (_day(part) for part in ends)
            period = Period(first, last) if first and last and first <= last else None
            if first and last and period is None:
                continue
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                listed = _joined_by_and(match) and not compiled(_BETWEEN).search(plain, 0, match.start())
                found.append(PeriodMention(match.start(), match.end(), period, *ends, listed))
    return sorted(found, key=lambda mention: mention.start)


def _day(part: tuple[int | None, int, int]) -> date | None:
    year, month, day = part
    return None if year is None else make_date(year, month, day)


def plain_text(text: str) -> str:
    """Dashes, quotes and blanks made plain one for one, so that places stay true."""
    plain = "".join("-" if c in "‐‑‒–—―−" else "'" if c in "‘’" else " " if c.isspace() else c for c in text)
    return plain


def parse_period(text: str) -> Period | None:
    """The period a cover line states ("For Recorded Declined Detainers Jan. 28 – Feb. 3, 2017"): the only complete
    period in the text, or the one that all mentions agree on. None when there is none or they differ."""
    periods = {mention.period for mention in find_periods(text) if mention.period is not None}
    return periods.pop() if len(periods) == 1 else None
