"""What the values of a column, or the numbers of months and weekdays, are called."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.sql import tree, vocabulary
from bot.sql.functions import allowed
from bot.sql.rules.constants import meant
from bot.sql.schema import ModelLike

STEM = 6  # letters that a label shares with the value it names: charged, charge; convicted, conviction
_MONTHS, _DAYS = tuple(calendar.month_name)[1:], tuple(calendar.day_name)
_NUMBERED = {  # functions that give a number, with the names from the first number on
    "month": (1, _MONTHS),
    "isodow": (1, _DAYS),
    "dayofweek": (0, (_DAYS[-1], *_DAYS[:-1])),
    "weekday": (0, (_DAYS[-1], *_DAYS[:-1])),
    "quarter": (1, ("Q1", "Q2", "Q3", "Q4")),
    "monthname": (1, _MONTHS),
    "dayname": (1, _DAYS),
}
_PARTS = {"dow": "dayofweek", "months": "month", "%m": "month", "%-m": "month", "%B": "monthname", "%A": "dayname"}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
NO_PLACE = {"Unknown"}
_SAME = {"nullif", "lower", "lcase", "upper", "ucase", "trim", "min", "max", "any_value", "first", "last"}


@dataclass(frozen=True, slots=True)
class Names:
    """`closed` holds all values where they are few; `said` tells which values a label names, `meant` by which names
    one written value goes."""

    closed: tuple[str, ...]
    said: Callable[[str], set[str]]
    meant: Callable[[str], set[str]]


def names_of(expr: tree.Expr, model: ModelLike) -> Names | None:
    """The names of an expression's values; None where they are not known."""
    inner = meant(expr)
    while isinstance(inner, tree.Call) and inner.name in _SAME and inner.args:
        inner = meant(inner.args[0])
    if isinstance(inner, tree.Call):
        return _calendar(inner)
    base = inner.field.base if isinstance(inner, tree.Column) and inner.field is not None else None
    if base is None:
        return None
    values = tuple(model.views[base[0]].columns[base[1]].values)
    if values:
        return Names(values, lambda label: stems(label, values), lambda value: {value})
    return vocabulary_names(base[1], model) or _DATED


# a report or day that is called by another one's date
_DATED = Names((), lambda label: {label} if _ISO.fullmatch(label) else set(), lambda value: {value})


def vocabulary_names(column: str, model: ModelLike) -> Names | None:
    """The names that a place or country goes by; None for other columns, and in a model without dimensions."""
    if column not in vocabulary.NAMED or column not in getattr(model, "dimensions", {}):
        return None
    return Names(
        (),
        lambda label: set(vocabulary.meant(column, label)) - NO_PLACE if label else set(),
        lambda value: {value, *vocabulary.meant(column, value)} if value else set(),
    )


def stems(label: str, values: tuple[str, ...]) -> set[str]:
    """The values of a closed list that a label names by their first letters."""
    words = {word[:STEM] for word in re.split(r"[^a-z]+", label.lower()) if word}
    return {value for value in values if value.lower().replace("_", " ")[:STEM] in words}


def _calendar(call: tree.Call) -> Names | None:
    name = call.name
    steers = [a.text for a in call.args if isinstance(a, tree.Const) and a.kind == "STRING"]
    if name in ("date_part", "datepart", "strftime") and steers:
        name = _PARTS.get(steers[0], steers[0])
    if name not in _NUMBERED or allowed()[call.name].group != "Dates":
        return None
    first, names = _NUMBERED[name]

    def said(label: str) -> set[str]:
        words = set(re.findall(r"[a-z]+|q\d", label.lower())) | set(re.findall(r"q\d", label.lower()))
        return {one for one in names if one.lower() in words or one.lower()[:3] in words}

    def one(value: str) -> set[str]:
        at = int(value) - first if value.isdigit() else -1
        return {names[at]} if 0 <= at < len(names) else {value}

    return Names(names, said, one)
