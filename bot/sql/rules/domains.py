"""What a function can give at all: a condition on anything else is the same for every row.

`month(x) = 13`, `lower(state) = 'Texas'`, `dayname(x) = 'sunday'`: none holds for any row, and a count over them is
a zero that says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from bot.sql import tree, vocabulary
from bot.sql.rules.written import DAY, NUMBER, TEXT, Written

Fits: TypeAlias = Callable[[str], bool]

_NUMBERS = {
    **{"month": (1, 12), "day": (1, 31), "dayofmonth": (1, 31), "quarter": (1, 4), "week": (1, 53)},
    **{"weekofyear": (1, 53), "isodow": (1, 7), "dayofweek": (0, 6), "weekday": (0, 6), "dayofyear": (1, 366)},
}
_LENGTHS, LENGTHS = {"length", "len", "strlen", "char_length"}, (1, 60)  # of the names of places and countries
_PARTS = {"dow": "dayofweek", "doy": "dayofyear", "months": "month", "days": "day", "quarters": "quarter"}
_DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
_MONTHS = {
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
}
_LOWER, _UPPER = {"lower", "lcase"}, {"upper", "ucase"}
# year first, then what a calendar has: anything else (weeks, days without a year) cannot be told from the text alone
_CALENDAR = re.compile(r"%Y(?:[-/. ]?%[mdB])*")
_LIKES = {"~~", "!~~", "contains", "starts_with", "ends_with", "prefix", "suffix", "^@"}


def numbers(expr: tree.Expr) -> tuple[int, int] | None:
    """The least and the most that a part of a date can be; None for everything else."""
    if not isinstance(expr, tree.Call):
        return None
    name = expr.name
    if name in ("date_part", "datepart") and isinstance(expr.args[0], tree.Const):
        part = expr.args[0].text.lower()
        name = _PARTS.get(part, part)
    if name in _LENGTHS and _named(expr.args[0]):
        return LENGTHS
    return _NUMBERS.get(name)


def _named(expr: tree.Expr) -> bool:
    """Whether an expression is a state, county or country: names of which the length is known."""
    return isinstance(expr, tree.Column) and expr.field is not None and expr.field.name in vocabulary.NAMED


def fits(expr: tree.Expr, written: Written) -> bool:
    """Whether a function can give this written value; True when nothing is known of it."""
    rank, value = written
    limits = numbers(expr)
    if limits is not None and rank == NUMBER:
        return limits[0] <= value <= limits[1]  # type: ignore[operator]
    known = _texts(expr)
    if known is None or rank not in (TEXT, DAY):
        return True
    return not isinstance(value, str) or known(value)


def samples(expr: tree.Expr) -> list[Written]:
    """Some values that a function does give, beside those that the statement names."""
    limits = numbers(expr)
    if limits is not None:
        return [(NUMBER, Decimal(limit)) for limit in limits]
    if not isinstance(expr, tree.Call):
        return []
    if expr.name in ("dayname", "monthname"):
        return [(TEXT, name) for name in (_DAYS if expr.name == "dayname" else _MONTHS)]
    pattern = expr.args[1] if expr.name == "strftime" and len(expr.args) == 2 else None
    if isinstance(pattern, tree.Const) and _CALENDAR.fullmatch(pattern.text):
        return [(TEXT, date(year, 12, 31).strftime(pattern.text)) for year in (1000, 9999)]
    return [(TEXT, "")]


def never_matches(call: tree.Call) -> bool:
    """`lower(state) LIKE 'Tex%'`: no row can."""
    if call.name not in _LIKES or len(call.args) < 2 or not isinstance(call.args[1], tree.Const):
        return False
    subject, pattern = call.args[0], call.args[1].text
    if not isinstance(subject, tree.Call):
        return False
    return (subject.name in _LOWER and pattern != pattern.lower()) or (
        subject.name in _UPPER and pattern != pattern.upper()
    )


def _texts(expr: tree.Expr) -> Fits | None:
    """Tells the texts that an expression can give from those that it cannot."""
    if not isinstance(expr, tree.Call):
        return None
    name = expr.name
    if name in _LOWER:
        return lambda text: text == text.lower()
    if name in _UPPER:
        return lambda text: text == text.upper()
    if name == "trim" and len(expr.args) == 1:
        return lambda text: text == text.strip(" ")
    if name == "dayname":
        return _DAYS.__contains__
    if name == "monthname":
        return _MONTHS.__contains__
    steer = expr.args[1] if len(expr.args) == 2 else None
    if name in ("substr", "substring") and len(expr.args) == 3 and isinstance(expr.args[2], tree.Const):
        steer, name = expr.args[2], "left"
    if name in ("left", "right") and isinstance(steer, tree.Const) and steer.text.isdigit():
        return lambda text: len(text) <= int(steer.text)
    if name == "strftime" and isinstance(steer, tree.Const) and _CALENDAR.fullmatch(steer.text):
        return lambda text: _is_date(text, steer.text)
    return None


def _is_date(text: str, pattern: str) -> bool:
    try:
        return datetime.strptime(text, pattern).strftime(pattern) == text
    except ValueError:
        return False
