"""Dates as people type them, read off the tokens: "Feb 1", "2/1", "Feb 4-10", "January", "2016", "this year".

A date without a year is of the newest report's year. Each mention becomes a piece 'date' whose value is a
`Span`-like pair of days; what it says about (issue, refusal, enactment) and how (before, since) is decided later.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from bot.understand.date_lists import day_number, half_of, listed_day, said_day
from bot.understand.forms import forms
from bot.understand.tokens import Token
from ingest.vocabulary.dates import MONTHS, WEEKDAYS, full_year, make_date
from ingest.vocabulary.holidays import Holiday, holidays, key_of

_FIRST_YEAR, _LAST_YEAR = 1970, 2040
_MODAL = frozenset(forms("dates", "modal"))  # words that are a month only beside a number, a year or a preposition
_RANGE_WORDS = frozenset(forms("dates", "range_words"))
_BEFORE_MONTH = frozenset(forms("dates", "before_month"))


class Days(NamedTuple):
    """The days a mention covers, both ends included; `unit` is day, range, month or year. A bad date has no start."""

    start: date | None
    end: date | None
    unit: str


class Mention(NamedTuple):
    """A date mention: first token, the token after, and its days."""

    first: int
    stop: int
    days: Days


def date_at(tokens: tuple[Token, ...], at: int, year: int) -> Mention | None:
    """The longest date mention that begins with token `at`, if any."""
    token = tokens[at]
    if (half := half_of(tokens, at, year)) is not None:
        return Mention(at, half[0], Days(half[1], half[2], "range"))
    if token.is_number:
        return _numeric(tokens, at, year) or _one_of_a_list(tokens, at, year)
    if (said := said_day(tokens, at, year)) is not None:
        return _maybe_range(tokens, Mention(at, said[0], Days(said[1], said[1], "day")), None, year)
    named = holidays().get(key_of(token.base))
    if named is not None and (feast := _holiday(tokens, at, year, named)) is not None:
        return feast
    weekday = WEEKDAYS.get(token.base)
    if weekday is not None and at + 1 < len(tokens) and tokens[at + 1].gap in ("", ",", "."):
        return _with_weekday(tokens, at, year, weekday)
    month = MONTHS.get(token.base)
    if month is None or len(token.base) < 3:
        return None
    return _month_first(tokens, at, month, year)


def _one_of_a_list(tokens: tuple[Token, ...], at: int, year: int) -> Mention | None:
    found = listed_day(tokens, at, year)
    return None if found is None else Mention(at, found[0], Days(found[1], found[1], "day"))


def _holiday(
    tokens: tuple[Token, ...], at: int, year: int, named: tuple[tuple[tuple[str, ...], Holiday], ...]
) -> Mention | None:
    """ "Labor Day", "Thanksgiving 2016": one day, of the newest report's year where none is said."""
    for words, holiday in named:
        stop = at + len(words)
        run = tokens[at:stop]
        if tuple(key_of(t.base) for t in run) == words and not any(set(t.gap) & set(".,;?!-") for t in run[1:]):
            given = _year_at(tokens, stop)
            day = holiday.in_year(given or year)
            return Mention(at, stop + bool(given), Days(day, day, "day"))
    return None


def _with_weekday(tokens: tuple[Token, ...], at: int, year: int, weekday: int) -> Mention | None:
    """ "Saturday, Feb 4": the day, which has to fall on that weekday."""
    found = date_at(tokens, at + 1, year)
    if found is None or found.days.unit != "day" or found.days.start is None:
        return None
    if found.days.start.weekday() != weekday:
        return Mention(at, found.stop, Days(None, None, "day"))
    return Mention(at, found.stop, found.days)


def year_number(token: Token) -> int | None:
    """The year that four plain digits mean; "3,083" is none."""
    if token.text.isdigit() and len(token.text) == 4 and _FIRST_YEAR <= int(token.text) <= _LAST_YEAR:
        return int(token.text)
    return None


def _year_at(tokens: tuple[Token, ...], at: int) -> int | None:
    if at < len(tokens) and tokens[at].gap in ("", ",", "'", "."):
        if tokens[at].gap == "'" and tokens[at].text.isdigit() and len(tokens[at].text) == 2:
            return full_year(tokens[at].text)
        return year_number(tokens[at])
    return None


def _one_day(first: int, stop: int, year: int, month: int, day: int) -> Mention:
    made = make_date(year, month, day)
    return Mention(first, stop, Days(made, made, "day"))


def _numeric(tokens: tuple[Token, ...], at: int, year: int) -> Mention | None:
    token = tokens[at]
    if "/" in token.norm:
        parts = token.norm.split("/")
        given = full_year(parts[2]) if len(parts) == 3 else None
        one = _one_day(at, at + 1, given or year, int(parts[0]), int(parts[1]))
        return _maybe_range(tokens, one, given, year)
    if "-" in token.norm:
        numbers = [int(part) for part in token.norm.split("-")]
        if len(numbers) == 2:
            return Mention(at, at + 1, month_days(numbers[0], numbers[1]))
        return _maybe_range(tokens, _one_day(at, at + 1, *numbers), numbers[0], year)
    day = day_number(token)
    if day is not None and (ranged := _month_last(tokens, at, day, year)) is not None:
        return ranged
    follows = at + 1
    if follows < len(tokens) and tokens[follows].norm == "of":
        follows += 1
    if day is not None and follows < len(tokens) and tokens[follows].gap in ("", "-"):
        month = MONTHS.get(tokens[follows].base)
        if month is not None:
            given = _year_at(tokens, follows + 1)
            stop = follows + (2 if given else 1)
            return _maybe_range(tokens, _one_day(at, stop, given or year, month, day), given, year)
    if (alone := year_number(token)) is not None:
        return Mention(at, at + 1, Days(date(alone, 1, 1), date(alone, 12, 31), "year"))
    return None


_COUNTED = frozenset(forms("dates", "counted"))


def _month_last(tokens: tuple[Token, ...], at: int, day: int, year: int) -> Mention | None:
    """ "24 to 28 April", "24-28 April 2017", "between 24 and 28 April": the month stands behind the second day."""
    k = at + 1
    if k < len(tokens) and tokens[k].gap == "-":
        pass
    elif k + 2 < len(tokens) and (tokens[k].norm in _RANGE_WORDS or (tokens[k].norm == "and" and _between(tokens, at))):
        k += 1 + (tokens[k + 1].norm == "the")
    else:
        return None
    last = day_number(tokens[k])
    month_at = k + 1 + (k + 1 < len(tokens) and tokens[k + 1].norm == "of")
    if last is None or month_at >= len(tokens) or (at and tokens[at - 1].norm in _COUNTED):
        return None
    month = MONTHS.get(tokens[month_at].base) if tokens[month_at].gap in ("", "-") else None
    if month is None or len(tokens[month_at].base) < 3:
        return None
    given = _year_at(tokens, month_at + 1)
    stop = month_at + (2 if given else 1)
    start, end = make_date(given or year, month, day), make_date(given or year, month, last)
    return Mention(at, stop, Days(start, end, "range") if start and end and start < end else Days(None, None, "range"))


def _between(tokens: tuple[Token, ...], at: int) -> bool:
    before = [t.norm for t in tokens[max(0, at - 2) : at] if t.norm != "the"]
    return before[-1:] == ["between"]


def month_days(year: int, month: int) -> Days:
    """All days of a month."""
    if not 1 <= month <= 12:
        return Days(None, None, "month")
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def _month_first(tokens: tuple[Token, ...], at: int, month: int, year: int) -> Mention | None:
    day = day_number(tokens[at + 1]) if at + 1 < len(tokens) and tokens[at + 1].gap in ("", ".") else None
    if day is not None:
        given = _year_at(tokens, at + 2)
        one = _one_day(at, at + (3 if given else 2), given or year, month, day)
        return _maybe_range(tokens, one, given, year)
    follows = at + 2 if at + 1 < len(tokens) and tokens[at + 1].norm == "of" else at + 1
    given = _year_at(tokens, follows)
    if given:
        return Mention(at, follows + 1, month_days(given, month))
    before = tokens[at - 1].norm if at else ""
    named = before in _BEFORE_MONTH and (tokens[at].text[0].isupper() or before not in ("to", "of", "by"))
    named = named or _beside_a_month(tokens, at)
    if tokens[at].base in _MODAL and not named:
        return None
    return Mention(at, at + 1, month_days(year, month))


def _beside_a_month(tokens: tuple[Token, ...], at: int) -> bool:
    """ "April and May", "April vs May", and a "may" that is all there is behind the last comma."""
    joined = at >= 2 and tokens[at - 1].norm in ("and", "or", "vs", "versus", "than", "n")
    beside = joined and MONTHS.get(tokens[at - 2].base) is not None
    if beside or (at and tokens[at - 1].norm == "than" and tokens[at].text[0].isupper()):
        return True
    return at > 0 and at + 1 == len(tokens) and tokens[at].gap == ","


def _maybe_range(tokens: tuple[Token, ...], one: Mention, given: int | None, year: int) -> Mention:
    """ "Feb 4-10", "Feb 4 - Feb 10, 2017", "Jan 28 to Feb 3": the end of a range beside its first day."""
    at = one.stop
    if one.days.start is None or at >= len(tokens):
        return one
    if tokens[at].gap == "-":
        pass
    elif tokens[at].norm in _RANGE_WORDS and at + 1 < len(tokens):
        at += 1 + (tokens[at + 1].norm == "the" and at + 2 < len(tokens))
    else:
        return one
    last = _range_end(tokens, at, one.days.start, given, year)
    if last is None:
        return one
    start, end = one.days.start, last.days.end
    if end is not None and given is None and last.days.start is not None and end.year != start.year:
        start = start.replace(year=end.year - (1 if (end.month, end.day) < (start.month, start.day) else 0))
    if end is None or end < start:
        return Mention(one.first, last.stop, Days(None, None, "range"))
    return Mention(one.first, last.stop, Days(start, end, "range"))


def _range_end(tokens: tuple[Token, ...], at: int, start: date, given: int | None, year: int) -> Mention | None:
    day = day_number(tokens[at])
    follows = MONTHS.get(tokens[at + 1].base) if at + 1 < len(tokens) else None
    if day is not None and "/" not in tokens[at].norm and follows is None:
        stated = _year_at(tokens, at + 1)
        return _one_day(at, at + (2 if stated else 1), stated or start.year, start.month, day)
    token = tokens[at]
    month = MONTHS.get(token.base)
    if month is not None and at + 1 < len(tokens):
        day = day_number(tokens[at + 1])
        if day is not None:
            stated = _year_at(tokens, at + 2)
            return _one_day(at, at + (3 if stated else 2), stated or given or year, month, day)
    if token.is_number and ("/" in token.norm or token.norm.count("-") == 2):
        found = _numeric((token,), 0, given or year)
        return found and Mention(at, at + 1, found.days)
    if day is not None and follows is not None:
        stated = _year_at(tokens, at + 2)
        return _one_day(at, at + (3 if stated else 2), stated or given or year, follows, day)
    return None
