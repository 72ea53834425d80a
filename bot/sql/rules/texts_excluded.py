"""Conditions on one text that exclude one another in different forms: `state = 'Ohio' AND starts_with(state, 'T')`.

Judged without regard to capital and small letters, so that only what can hold in no spelling is called excluded.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from bot.sql import tree
from bot.sql.rules.constants import meant

Test: TypeAlias = Callable[[str], bool]

_FOLDS = {"lower", "lcase", "upper", "ucase", "trim"}
_PREFIX = {"starts_with", "prefix", "^@"}
_LIKES = {"~~", "~~*"}
_REGEXPS = {"regexp_matches"}
_ANCHORED = re.compile(r"\^([a-z ]+)(?![*?{])")


def excluded(conditions: list[tuple[str, tree.Expr]]) -> bool:
    """Whether no text satisfies all of them; each comes with the name of the column that it is about."""
    by_column: dict[str, list[tree.Expr]] = {}
    for column, condition in conditions:
        by_column.setdefault(column, []).append(condition)
    return any(len(asked) > 1 and _none_left(asked) for asked in by_column.values())


def subject(condition: tree.Expr) -> tree.Column | None:
    """The column whose text a condition asks for, whatever its letters' size."""
    match condition:
        case tree.Compare(op="=", left=one, right=tree.Const(kind="STRING")):
            return _folded(one)
        case tree.Compare(op="=", left=tree.Const(kind="STRING"), right=other):
            return _folded(other)
        case tree.Op(kind="in", items=[one, *listed]) if all(_text(i) is not None for i in listed):
            return _folded(one)
        case tree.Op(kind="not", items=[tree.Call() as inner]) if inner.name in _PREFIX:
            return subject(inner)
        case tree.Call() if condition.name in _PREFIX | _LIKES | _REGEXPS and len(condition.args) == 2:
            return _folded(condition.args[0]) if _text(condition.args[1]) is not None else None
        case _:
            return None


def _folded(expr: tree.Expr) -> tree.Column | None:
    while True:
        if isinstance(expr, tree.Cast):
            expr = expr.child
        elif isinstance(expr, tree.Call) and expr.name in _FOLDS and len(expr.args) == 1:
            expr = expr.args[0]
        elif isinstance(expr, tree.Column) and meant(expr) is not expr and not isinstance(meant(expr), tree.Column):
            expr = meant(expr)
        else:
            return expr if isinstance(expr, tree.Column) else None


def _none_left(asked: list[tree.Expr]) -> bool:
    named = [values for condition in asked if (values := _values(condition)) is not None]
    tests = [test for condition in asked if (test := _test(condition)) is not None]
    if named:
        left = set.intersection(*named)
        return not any(all(test(value) for test in tests) for value in left)
    never = [start for condition in asked if isinstance(condition, tree.Op) and (start := _start(condition.items[0]))]
    starts = sorted((start for condition in asked if (start := _start(condition))), key=len)
    if any(start.startswith(one) for one in never for start in starts):
        return True
    return any(not longer.startswith(shorter) for shorter, longer in itertools.pairwise(starts))


def _values(condition: tree.Expr) -> set[str] | None:
    match condition:
        case tree.Compare(left=one, right=other):
            text = _text(one) if _text(one) is not None else _text(other)
            return {text.casefold()} if text is not None else None
        case tree.Op(kind="in", items=[_, *listed]):
            return {text.casefold() for i in listed if (text := _text(i)) is not None}
        case _:
            return None


def _test(condition: tree.Expr) -> Test | None:
    if isinstance(condition, tree.Op) and condition.kind == "not":
        inner = _test(condition.items[0])
        return (lambda value: not inner(value)) if inner is not None else None
    if not isinstance(condition, tree.Call) or condition.name in _REGEXPS:
        return None
    pattern = (_text(condition.args[1]) or "").casefold()
    if condition.name in _PREFIX:
        return lambda value: value.startswith(pattern)
    found = re.compile("".join({"%": ".*", "_": "."}.get(c, re.escape(c)) for c in pattern), re.DOTALL)
    return lambda value: found.fullmatch(value) is not None


def _start(condition: tree.Expr) -> str | None:
    """What every text that satisfies a condition begins with."""
    if not isinstance(condition, tree.Call):
        return None
    pattern = (_text(condition.args[1]) or "").casefold()
    if condition.name in _REGEXPS:
        found = _ANCHORED.match(pattern) if "|" not in pattern else None
        return found[1] if found else None
    return pattern if condition.name in _PREFIX else re.split("[%_]", pattern)[0]


def _text(expr: tree.Expr) -> str | None:
    while isinstance(expr, tree.Cast):
        expr = expr.child
    return expr.text if isinstance(expr, tree.Const) and expr.kind == "STRING" else None


def texts_asked(conditions: Iterator[tree.Expr]) -> Iterator[tuple[tree.Column, tree.Expr]]:
    """The conditions that ask for a text, each with its column."""
    for condition in conditions:
        column = subject(condition)
        if column is not None:
            yield column, condition
