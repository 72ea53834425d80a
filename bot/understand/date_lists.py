"""Days whose month stands with another, and halves: "July 17 and 18", "3rd and 5th of July", "first half of May"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from bot.understand.forms import forms
from bot.understand.tokens import Token, ordinal_number
from ingest.vocabulary.dates import MONTHS, ORDINALS, make_date

_MOST = 8
"""Days of one list that are looked through."""
_JOINS = forms("date_lists", "joins")
_GOES_ON = forms("date_lists", "goes_on")
_FIRST_YEAR, _LAST_YEAR = 1970, 2040


def listed_day(tokens: tuple[Token, ...], at: int, year: int) -> tuple[int, date | None] | None:
    """The token after, and the day of a list that token `at` gives, where its month stands with another day."""
    day = day_number(tokens[at])
    if day is None:
        return None
    month = _month_before(tokens, at, day)
    if month is None:
        month = _month_behind(tokens, at)
        return None if month is None else (at + 1, make_date(year, month, day))
    stated = _year(tokens, at + 1)
    return at + 1 + (stated is not None), make_date(stated or year, month, day)


def day_number(token: Token) -> int | None:
    """A day of a month: 17 for "17" and "17th"."""
    number = ordinal_number(token.norm)
    if number is None and token.norm.isdigit() and len(token.norm) <= 2:
        number = int(token.norm)
    return number if number is not None and 1 <= number <= 31 else None


def _month_before(tokens: tuple[Token, ...], at: int, day: int) -> int | None:
    """ "July 17 and 18": the month before the first day of the list. A plain number may count something else."""
    if ordinal_number(tokens[at].norm) is None and not _ends(tokens, at + 1):
        return None
    for _ in range(_MOST):
        k = at - 1
        k -= k > 0 and tokens[k].norm == "the"
        joined = k > 0 and tokens[k].norm in _JOINS
        if not joined and tokens[at].gap != ",":
            return None
        k -= joined
        earlier = day_number(tokens[k]) if k > 0 else None
        if earlier is None or earlier >= day:
            return None
        if tokens[k - 1].base == tokens[k - 1].norm and tokens[k].gap in ("", ".") and len(tokens[k - 1].base) > 2:
            month = MONTHS.get(tokens[k - 1].base)
            if month is not None:
                return month
        at, day = k, earlier
    return None


def _ends(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the number before is not followed by what it would count."""
    if at >= len(tokens) or set(tokens[at].gap) & set(".,;?!)"):
        return True
    return tokens[at].norm in _GOES_ON or _year(tokens, at) is not None


def _month_behind(tokens: tuple[Token, ...], at: int) -> int | None:
    """ "the 3rd and the 5th of July", "3rd, 5th and 7th July": the month behind the last day of the list."""
    if ordinal_number(tokens[at].norm) is None:
        return None
    k = at
    for _ in range(_MOST):
        k += 1
        joined = k < len(tokens) and tokens[k].norm in _JOINS
        if k >= len(tokens) or not (joined or tokens[k].gap == ","):
            return None
        k += joined
        k += k < len(tokens) and tokens[k].norm == "the"
        if k >= len(tokens) or ordinal_number(tokens[k].norm) is None:
            return None
        month_at = k + 1 + (k + 1 < len(tokens) and tokens[k + 1].norm == "of")
        month = MONTHS.get(tokens[month_at].base) if month_at < len(tokens) and not tokens[month_at].gap else None
        if month is not None:
            return month
    return None


def _year(tokens: tuple[Token, ...], at: int) -> int | None:
    if at >= len(tokens) or tokens[at].gap not in ("", ","):
        return None
    text = tokens[at].text
    return int(text) if text.isdigit() and len(text) == 4 and _FIRST_YEAR <= int(text) <= _LAST_YEAR else None


def said_day(tokens: tuple[Token, ...], at: int, year: int) -> tuple[int, date | None] | None:
    """ "the first of July", "July first": the token after, and the day that an ordinal written out means."""
    if at + 2 < len(tokens) and tokens[at].norm in ORDINALS and tokens[at + 1].norm == "of":
        month = MONTHS.get(tokens[at + 2].norm)
        if month is None or tokens[at + 2].gap:
            return None
        stated = _year(tokens, at + 3)
        return at + 3 + (stated is not None), make_date(stated or year, month, ORDINALS[tokens[at].norm])
    month = MONTHS.get(tokens[at].norm)
    if month is None or at + 1 >= len(tokens) or tokens[at + 1].gap or not _ends(tokens, at + 2):
        return None
    said = ORDINALS.get(tokens[at + 1].norm)
    return None if said is None else (at + 2, make_date(year, month, said))


_HALVES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "last": 1, "latter": 1}


def half_of(tokens: tuple[Token, ...], at: int, year: int) -> tuple[int, date, date] | None:
    """ "first half of July", "second half of 2017": the token after, and both ends. A month's half ends on its 15th
    (February's on the 14th)."""
    half = _HALVES.get(tokens[at].norm)
    if half is None or at + 3 >= len(tokens) or (tokens[at + 1].norm, tokens[at + 2].norm) != ("half", "of"):
        return None
    k = at + 3 + (tokens[at + 3].norm == "the" and at + 4 < len(tokens))
    whole = _year(tokens, k)
    if whole is not None:
        return (
            (k + 1, date(whole, 1, 1), date(whole, 6, 30))
            if half == 0
            else (k + 1, date(whole, 7, 1), date(whole, 12, 31))
        )
    month = MONTHS.get(tokens[k].norm)
    if month is None or tokens[k].gap:
        return None
    stated = _year(tokens, k + 1)
    last = monthrange(stated or year, month)[1]
    middle = 15 if last > 29 else 14
    start, end = (1, middle) if half == 0 else (middle + 1, last)
    stop = k + 1 + (stated is not None)
    return stop, date(stated or year, month, start), date(stated or year, month, end)
