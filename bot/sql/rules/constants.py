"""Conditions that are the same for every row, however they are dressed up.

Two ways of finding them: an atom that does not depend on the row, and a combination of atoms that comes out
the same whatever the column's value is (`x = 'a' OR x <> 'a'`), found by trying a value in every gap between
the values that the statement names.
"""

from __future__ import annotations

import contextlib
import itertools
import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.functions import aggregates

MAX_TRIALS = 4_096
_NEVER_NEGATIVE = {
    *("count_star", "count", "count_if", "countif", "length", "len", "char_length", "character_length", "abs"),
    *("levenshtein", "damerau_levenshtein", "row_number", "rank", "dense_rank", "array_length", "instr", "strpos"),
}
_NEVER_NULL = {"count_star", "count", "count_if", "countif", "concat", "concat_ws", "list_value", "row_number", "rank"}
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LIKES = {"~~", "~~*", "!~~", "!~~*"}


def row_dependent(expr: tree.Expr, subqueries_count: bool) -> bool:
    """Whether an expression's value can change from row to row.

    `subqueries_count`: a subquery that reads rows is enough (CASE), although it is the same for every row.
    """
    match expr:
        case tree.Const() | tree.Star():
            return False
        case tree.Column():
            field = expr.field
            if field is None:
                return False
            return field.base is not None or any(row_dependent(e, subqueries_count) for e in field.exprs)
        case tree.Window():
            return True
        case tree.Call() if expr.name in aggregates():
            return expr.name == "count_star" or any(row_dependent(a, subqueries_count) for a in expr.args)
        case tree.Subquery():
            if subqueries_count or (expr.child is not None and row_dependent(expr.child, False)):
                return True
            from bot.sql.rules.predicates import looks_outside

            return looks_outside(expr.query)
        case tree.Case():
            results = {canon(then) for _, then in expr.whens}
            results.add(canon(expr.default) if expr.default is not None else "null")
            return len(results) > 1 and any(row_dependent(p, subqueries_count) for p in tree.children(expr))
        case tree.Op(kind="coalesce") if isinstance(expr.items[0], tree.Const):
            return expr.items[0].kind == "NULL_LITERAL" and any(row_dependent(i, subqueries_count) for i in expr.items)
        case tree.Call(name="if"):
            return canon(expr.args[1]) != canon(expr.args[2]) and row_dependent(expr.args[0], subqueries_count)
        case _:
            return any(row_dependent(part, subqueries_count) for part in tree.children(expr))


def trivially_true(atom: tree.Expr) -> bool:
    """`x LIKE '%'`, `count(*) >= 0`, `count(*) IS NOT NULL`: the same for (nearly) every row."""
    match atom:
        case tree.Call() if atom.name in _LIKES and isinstance(atom.args[1], tree.Const):
            return set(atom.args[1].text) == {"%"}
        case tree.Call(name="regexp_matches") if len(atom.args) > 1 and isinstance(atom.args[1], tree.Const):
            return atom.args[1].text.strip("^$()") in ("", ".*", ".*?", "[\\s\\S]*")
        case tree.Call(name="regexp_full_match") if len(atom.args) > 1 and isinstance(atom.args[1], tree.Const):
            return atom.args[1].text.strip("^$()") in (".*", ".*?", "[\\s\\S]*")
        case tree.Call() if atom.name in ("starts_with", "ends_with", "prefix", "suffix", "contains", "^@"):
            return any(isinstance(a, tree.Const) and a.text == "" for a in atom.args)
        case tree.Op(kind="is_null" | "is_not_null"):
            return _never_null(atom.items[0])
        case tree.Compare():
            return _never_negative(atom)
        case _:
            return False


def _never_null(expr: tree.Expr) -> bool:
    if isinstance(expr, tree.Op) and expr.kind == "coalesce":
        return any(_never_null(item) for item in expr.items)
    if isinstance(expr, tree.Const):
        return expr.kind != "NULL_LITERAL"
    if isinstance(expr, tree.Case):
        results = [then for _, then in expr.whens] + ([expr.default] if expr.default else [tree.Const("NULL_LITERAL", "")])
        return all(_never_null(r) for r in results)
    return isinstance(expr, tree.Call | tree.Window) and expr.name in _NEVER_NULL


def _never_negative(compare: tree.Compare) -> bool:
    """A count compared with something below it: always true, or never."""
    left, op, right = compare.left, compare.op, compare.right
    if isinstance(left, tree.Const):
        left, right = right, left
        op = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}.get(op, op)
    while isinstance(left, tree.Cast):
        left = left.child
    if not (isinstance(left, tree.Call | tree.Window) and left.name in _NEVER_NEGATIVE):
        return False
    written = _number(right) if isinstance(right, tree.Const) else None
    if written is None:
        return False
    return written < 0 or (written == 0 and op in (">=", "<"))


def _number(const: tree.Const) -> Decimal | None:
    if const.kind not in ("INTEGER", "NUMERIC"):
        return None
    try:
        return Decimal(const.text.replace("_", ""))
    except InvalidOperation:
        return None


# -- combinations


# a written value: its kind and what it is; days are counted
_NUMBER, _DAY, _TEXT = 0, 1, 2
Sample: TypeAlias = "tuple[int, Decimal | str] | None"


@dataclass(slots=True)
class _Subject:
    """Something that is compared with written values, and the values it is tried with."""

    written: set[tuple[int, Decimal | str]] = field(default_factory=set)
    is_null_asked: bool = False
    whole: bool = False  # only whole numbers (or days) occur

    def trials(self) -> list[Sample]:
        trials: list[Sample] = [None]
        points = sorted(self.written)
        for point in points:
            trials.append(point)
            trials.append(_after(point, Decimal(1) if self.whole or point[0] == _DAY else Decimal("0.0001")))
        trials.append(_before(points[0]) if points else (_TEXT, "?"))
        return trials


def _after(point: tuple[int, Decimal | str], step: Decimal) -> tuple[int, Decimal | str]:
    rank, value = point
    return (rank, value + step) if isinstance(value, Decimal) else (rank, f"{value}\x01")


def _before(point: tuple[int, Decimal | str]) -> tuple[int, Decimal | str]:
    rank, value = point
    return (rank, value - 1) if isinstance(value, Decimal) else (rank, value[:-1] + chr(max(ord(value[-1]) - 1, 0)) if value else "\x00")


def always_same(condition: tree.Expr) -> bool:
    """Whether a combination of conditions comes out true, or not true, whatever the values are."""
    subjects: dict[str, _Subject] = {}
    opaque: dict[str, None] = {}
    _collect(condition, subjects, opaque)
    if not isinstance(condition, tree.Logic) and not any(s.written for s in subjects.values()):
        return False
    names = list(subjects)
    trials = [s.trials() for s in subjects.values()]
    total = 2 ** len(opaque)
    for tried in trials:
        total *= len(tried)
    if total > MAX_TRIALS:
        return False
    null_matters = any(s.is_null_asked for s in subjects.values())
    results, filled = set(), set()
    for combination in itertools.product(*trials, *([(True, False)] * len(opaque))):
        given = dict(zip([*names, *opaque], combination, strict=True))
        result = _holds(condition, given) is True
        results.add(result)
        if not any(given[n] is None for n in names):
            filled.add(result)
        if len(results) == 2 and len(filled) == 2:
            return False
    return len(results) == 1 or (not null_matters and len(filled) == 1)


def _literal(expr: tree.Expr) -> tuple[int, Decimal | str] | None:
    while isinstance(expr, tree.Cast):
        expr = expr.child
    if not isinstance(expr, tree.Const) or expr.kind == "NULL_LITERAL":
        return None
    written = _number(expr)
    if written is not None:
        return (_NUMBER, written)
    if _ISO_DATE.fullmatch(expr.text):
        with contextlib.suppress(ValueError):
            return (_DAY, Decimal(date.fromisoformat(expr.text).toordinal()))
    return (_TEXT, expr.text)


def _collect(expr: tree.Expr, subjects: dict[str, _Subject], opaque: dict[str, None]) -> None:
    if isinstance(expr, tree.Logic) or (isinstance(expr, tree.Op) and expr.kind == "not"):
        for item in expr.items:
            _collect(item, subjects, opaque)
        return
    subject, written = _comparison(expr)
    if subject is None:
        opaque.setdefault(_opaque(expr)[0])
        return
    one = subjects.setdefault(canon(subject), _Subject())
    one.written.update(written)
    one.whole = one.whole or _whole(subject)
    if isinstance(expr, tree.Op) and expr.kind in ("is_null", "is_not_null"):
        one.is_null_asked = True
    if isinstance(expr, tree.Compare) and "distinct" in expr.op:
        one.is_null_asked = True


def _whole(subject: tree.Expr) -> bool:
    while isinstance(subject, tree.Cast):
        subject = subject.child
    if isinstance(subject, tree.Column) and subject.field is not None:
        return "INT" in subject.field.type
    return isinstance(subject, tree.Call | tree.Window) and subject.name in _NEVER_NEGATIVE - {"abs"}


def _comparison(expr: tree.Expr) -> tuple[tree.Expr | None, list[tuple[int, Decimal | str]]]:
    """What is compared, and with which written values; (None, []) when it is not that kind of condition."""
    match expr:
        case tree.Compare() if _truth(expr) is None:
            for subject, other in ((expr.left, expr.right), (expr.right, expr.left)):
                literal = _literal(other)
                if literal is not None and _literal(subject) is None:
                    return subject, [literal]
        case tree.Op(kind="in" | "not_in" | "between"):
            literals = [_literal(item) for item in expr.items[1:]]
            if all(literal is not None for literal in literals) and _literal(expr.items[0]) is None:
                return expr.items[0], [literal for literal in literals if literal is not None]
        case tree.Op(kind="is_null" | "is_not_null"):
            return expr.items[0], []
    return None, []


def _truth(expr: tree.Expr) -> tuple[tree.Expr, bool] | None:
    """`withdrawn = true` and `withdrawn IS NOT FALSE` ask for the truth of a condition: which one, and which truth."""
    if not isinstance(expr, tree.Compare) or expr.op not in ("=", "<>", "is distinct from", "is not distinct from"):
        return None
    for subject, other in ((expr.left, expr.right), (expr.right, expr.left)):
        if isinstance(other, tree.Const) and other.kind == "BOOLEAN":
            return subject, (other.text.lower() == "true") == (expr.op in ("=", "is not distinct from"))
    return None


_OPPOSITES = {"!~~": "~~", "!~~*": "~~*", "not_like_escape": "like_escape", "not_ilike_escape": "ilike_escape"}


def _opaque(expr: tree.Expr) -> tuple[str, bool]:
    """A name for a condition that is only known as true or false, and whether this is its opposite."""
    if isinstance(expr, tree.Call) and expr.name in _OPPOSITES:
        return canon(tree.Call(_OPPOSITES[expr.name], expr.args)), True
    asked = _truth(expr)
    if asked is not None:
        return canon(asked[0]), not asked[1]
    if isinstance(expr, tree.Compare):
        flipped = {"<>": "=", ">=": "<", ">": "<=", "is distinct from": "is not distinct from"}.get(expr.op)
        if flipped is not None:
            return canon(tree.Compare(flipped, expr.left, expr.right)), True
    if isinstance(expr, tree.Subquery) and expr.kind == "NOT_EXISTS":
        return canon(tree.Subquery("EXISTS", expr.query)), True
    return canon(expr), False


def _holds(expr: tree.Expr, given: dict[str, object]) -> bool | None:
    """Truth of a condition under given values, in SQL's three-valued logic."""
    if isinstance(expr, tree.Logic):
        parts = [_holds(item, given) for item in expr.items]
        decisive = expr.op == "or"
        if decisive in parts:
            return decisive
        return None if None in parts else not decisive
    if isinstance(expr, tree.Op) and expr.kind == "not":
        inner = _holds(expr.items[0], given)
        return None if inner is None else not inner
    subject, written = _comparison(expr)
    if subject is None:
        name, opposite = _opaque(expr)
        return bool(given[name]) != opposite
    return _compare(expr, subject, given[canon(subject)], written)


def _compare(expr: tree.Expr, subject: tree.Expr, value: object, written: list[tuple[int, Decimal | str]]) -> bool | None:
    if isinstance(expr, tree.Op) and expr.kind in ("is_null", "is_not_null"):
        return (value is None) == (expr.kind == "is_null")
    if isinstance(expr, tree.Compare) and "distinct" in expr.op:
        return (value == written[0]) == (expr.op == "is not distinct from")
    if value is None:
        return None
    if isinstance(expr, tree.Op):
        if expr.kind == "between":
            return written[0] <= value <= written[1]  # type: ignore[operator]
        return (value in written) == (expr.kind == "in")
    assert isinstance(expr, tree.Compare)  # noqa: S101 - the only kind left
    left, right = (value, written[0]) if expr.left is subject else (written[0], value)
    orders = {"=": left == right, "<>": left != right, "<": left < right, "<=": left <= right}  # type: ignore[operator]
    orders |= {">": left > right, ">=": left >= right}  # type: ignore[operator]
    return orders[expr.op]
