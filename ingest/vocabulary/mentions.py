"""Days, months, years and weekdays as people type them in a question, with their places in it.

A mention says what is stated and no more: "Feb 6" has no year, "February" no day. Which year is meant is for the reader
to decide (by the newest report loaded, never by the clock); `span_of` then gives the days.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from ingest.vocabulary.dates import (
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    Period,
    full_year,
    make_date,
    month_number,
    plain_text,
)
from ingest.vocabulary.patterns import compiled

DAY, MONTH, YEAR, WEEKDAY, NO_SUCH_DAY = "day", "month", "year", "weekday", "no_such_day"

# Names that are words of other meaning when they stand alone in small letters: "may", "march", "sun", "second".
_OTHER_WORDS = frozenset({"may", "march", "mar", "sat", "sun", "wed", "mon", "fri", "thu", "tue", "dec", "jun", "jan"})
_LEADS = (
    r"(?:\b(?:on|in|since|before|after|between|from|to|until|till|through|thru|by|of|during|and|or|for|around|about"
    r"|late|early|mid|middle|end|beginning|start|last|next|this|every|each|month|dated)|-|–)\s*(?:of\s+|the\s+)*$"
)

_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEK = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_ORDINAL = "|".join(ORDINALS)
_MONTH = rf"(?P<month>{_NAME})\b\.?"
_DAY = rf"(?:the\s+)?(?:(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th)\b)?(?![\d/:%]|[.,]\d)|(?P<ordinal>{_ORDINAL})\b)"
_DAY_FIRST = r"(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:\s*,\s*|\s+(?:of\s+)?|-|/)(?P<year>(?:19|20)\d\d|'\d\d)(?!\d|[,.]\d)"
_APPROX = r"(?:(?P<approx>early|mid|middle|late|end|beginning|start)(?:[\s-]+(?:of\s+)?(?:the\s+)?))?"
_WEEKDAY_LEAD = rf"(?:(?P<weekday>{_WEEK})\b\.?,?\s+)?"
# (kind, what the text must hold for the form to be worth trying, the form)
_FORMS: tuple[tuple[str, str, str], ...] = (
    (DAY, "digit", r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"),
    (DAY, "digit", r"(?P<month>\d{1,2})(?P<sep>[-/.])(?P<day>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})"),
    (DAY, "month", rf"{_WEEKDAY_LEAD}{_MONTH}\s*{_DAY}(?:{_YEAR})?"),
    (DAY, "month", rf"{_WEEKDAY_LEAD}{_DAY_FIRST}\s*(?:of\s+|-)?{_MONTH}(?:{_YEAR})?"),
    (DAY, "month", rf"{_WEEKDAY_LEAD}(?:the\s+)?(?P<ordinal>{_ORDINAL})\s+of\s+{_MONTH}(?:{_YEAR})?"),
    (MONTH, "month", rf"{_APPROX}{_MONTH}{_YEAR}"),
    (MONTH, "digit", r"(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})"),
    (MONTH, "digit", r"(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)"),
    (DAY, "digit", r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![/\d])"),
    (MONTH, "month", rf"{_APPROX}{_MONTH}"),
    (YEAR, "digit", rf"{_APPROX}(?P<year>(?:19|20)\d\d)(?![,.]\d|%)"),
    (WEEKDAY, "weekday", rf"(?P<weekday>{_WEEK})s?\b\.?"),
)


class DateMention(NamedTuple):
    """A date, or a part of one, stated in a text.

    ``kind``: day, month, year, weekday; no_such_day for one no calendar has ("Feb 30", "13/1/2017").
    What is not stated is None. ``approx``: "early", "mid", "late", "beginning", "start", "end": the bounds are
    then the reader's to ask for. ``weak``: may be no date at all (the verb "may", a fraction "1/2").
    """

    start: int
    end: int
    text: str
    kind: str
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    approx: str | None
    weak: bool


def date_mentions(text: str) -> list[DateMention]:
    """Every date or part of a date in a text, left to right, none overlapping; periods are `dates.find_periods`'.

    Numeric dates are month first.
    """
    plain = plain_text(text)
    found: list[DateMention] = []
    taken: list[tuple[int, int]] = []
    held = _holds(plain)
    for kind, needs, form in _FORMS:
        if needs not in held:
            continue
        for match in compiled(rf"(?<![\w/.])(?:{form})(?!\w)").finditer(plain):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            mention = _mention(kind, match, text, plain)
            if mention is not None:
                found.append(mention)
                taken.append((match.start(), match.end()))
    return sorted(found)


def _holds(plain: str) -> set[str]:
    held = {"digit"} if any(c.isdigit() for c in plain) else set()
    for word in re.findall(r"[a-z]+", plain.casefold()):
        if word in MONTHS:
            held.add("month")
        elif word in WEEKDAYS or word.removesuffix("s") in WEEKDAYS:
            held.add("weekday")
    return held


def _mention(kind: str, match: re.Match[str], text: str, plain: str) -> DateMention | None:
    part = match.groupdict()
    year = full_year(part["year"]) if part.get("year") else None
    month = month_number(part["month"]) if part.get("month") else None
    day = int(part["day"]) if part.get("day") else ORDINALS.get((part.get("ordinal") or "").casefold())
    weekday = WEEKDAYS.get((part.get("weekday") or "").casefold())
    if day is not None and day > 31:  # "in February 45 refusals"
        return None
    # 2016 had a February 29: a day without a year is possible when it is one of a leap year.
    if part.get("month") and (month is None or make_date(year or 2016, month, day or 1) is None):
        kind = NO_SUCH_DAY
    approx = part.get("approx")
    return DateMention(
        match.start(),
        match.end(),
        text[match.start() : match.end()],
        kind,
        year,
        month,
        day,
        weekday,
        "mid" if approx and approx.casefold() == "middle" else approx.casefold() if approx else None,
        _is_weak(kind, match, plain, year),
    )


def _is_weak(kind: str, match: re.Match[str], plain: str, year: int | None) -> bool:
    if year is not None or compiled(_LEADS).search(plain, 0, match.start()):
        return False
    word = (match.groupdict().get("month") or match.groupdict().get("weekday") or "").strip(".")
    if kind in (DAY, NO_SUCH_DAY):
        return word.isdigit() or (word.casefold() in ("may", "march") and word.islower())
    return word.casefold() in _OTHER_WORDS and (word.islower() or match.start() == 0)


def span_of(mention: DateMention, default_year: int | None = None) -> Period | None:
    """The days a mention covers: the day, the whole month, the whole year; None for a weekday, an approximate
    mention, or when the year is neither stated nor given."""
    year = mention.year if mention.year is not None else default_year
    if year is None or mention.kind in (WEEKDAY, NO_SUCH_DAY) or mention.approx:
        return None
    if mention.kind == YEAR:
        return Period(date(year, 1, 1), date(year, 12, 31))
    month = mention.month or 1
    if mention.kind == MONTH:
        following = date(year + month // 12, month % 12 + 1, 1)
        return Period(date(year, month, 1), following - timedelta(days=1))
    day = make_date(year, month, mention.day or 1)
    return Period(day, day) if day else None
