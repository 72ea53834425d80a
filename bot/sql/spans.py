"""Years and months asked of a date, as the days that they span."""

from __future__ import annotations

import re
from calendar import monthrange

from bot.sql import tree

_YEAR, _MONTH = re.compile(r"[12]\d{3}"), re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])")


def span(asked: tree.Expr, written: str) -> tuple[tree.Expr, str, str] | None:
    """The date that is asked for its year or month, and the first and last day of what is written; None otherwise."""
    found = _part(asked)
    if found is None:
        return None
    subject, pattern = found
    if not pattern.fullmatch(written):
        return None
    if pattern is _YEAR:
        return subject, f"{written}-01-01", f"{written}-12-31"
    year, month = map(int, written.split("-"))
    return subject, f"{written}-01", f"{written}-{monthrange(year, month)[1]}"


def _part(asked: tree.Expr) -> tuple[tree.Expr, re.Pattern[str]] | None:
    while isinstance(asked, tree.Cast):
        asked = asked.child
    match asked:
        case tree.Call(name="year" | "isoyear", args=[subject]):
            return subject, _YEAR
        case tree.Call(name="date_part" | "datepart", args=[tree.Const(text=part), subject]) if part.lower() == "year":
            return subject, _YEAR
        case tree.Call(name="strftime", args=[subject, tree.Const(text="%Y")]):
            return subject, _YEAR
        case tree.Call(name="strftime", args=[subject, tree.Const(text="%Y-%m")]):
            return subject, _MONTH
        case _:
            return None
