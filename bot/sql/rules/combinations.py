"""Combinations of conditions that come out the same whatever the values are: `x = 'a' OR x <> 'a'`.

Found by trying a value in every gap between the values that the statement names, and one that is empty.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from bot.messages import sql as say
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.rules.constants import NEVER_NEGATIVE
from bot.sql.rules.domains import fits, numbers, samples
from bot.sql.rules.written import DAY, TEXT, Written, written_value
from bot.sql.verdict import Refusal

MAX_WORK = 40_000  # trials times parts of the condition
MAX_ON_ONE = 100  # conditions on one column in one AND or OR
Sample: TypeAlias = "Written | None"


@dataclass(slots=True)
class _Subject:
    """Something that is compared with written values, and the values it is tried with."""

    asked: tree.Expr
    written: set[Written] = field(default_factory=set)
    is_null_asked: bool = False
    whole: bool = False  # only whole numbers (or days) occur
    boolean: bool = False  # only true and false occur

    def trials(self) -> list[Sample]:
        if self.boolean:
            return [None, (TEXT, "true"), (TEXT, "false")]
        trials: list[Sample] = [None]
        points = sorted(self.written)
        for point in points:
            trials.append(point)
            trials.append(_after(point, Decimal(1) if self.whole or point[0] == DAY else Decimal("0.0001")))
        trials.append(_before(points[0]) if points else (TEXT, "?"))
        known = [t for t in trials if t is None or fits(self.asked, t)]
        if len(known) == len(trials):
            return trials
        kinds = {point[0] for point in points}
        return known + [s for s in samples(self.asked) if s[0] in kinds]


def _after(point: Written, step: Decimal) -> Written:
    rank, value = point
    return (rank, value + step) if isinstance(value, Decimal) else (rank, f"{value}\x01")


def _before(point: Written) -> Written:
    rank, value = point
    return (
        (rank, value - 1)
        if isinstance(value, Decimal)
        else (rank, value[:-1] + chr(max(ord(value[-1]) - 1, 0)) if value else "\x00")
    )


def always_same(condition: tree.Expr) -> bool:
    """Whether a combination of conditions comes out true, or not true, whatever the values are."""
    subjects: dict[str, _Subject] = {}
    opaque: dict[str, None] = {}
    _collect(condition, subjects, opaque)
    if not isinstance(condition, tree.Logic) and not any(s.written for s in subjects.values()):
        return False
    names = list(subjects)
    trials = [s.trials() for s in subjects.values()]
    total = 2 ** min(len(opaque), 20)
    for tried in trials:
        total *= len(tried)
    if total * len(list(tree.walk(condition))) > MAX_WORK:
        return _same_in_part(condition)
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


def same_subject(one: tree.Expr, other: tree.Expr) -> bool:
    """Whether two conditions compare the same thing with written values."""
    found: list[set[str]] = []
    for condition in (one, other):
        subjects: dict[str, _Subject] = {}
        _collect(condition, subjects, {})
        found.append(set(subjects))
    return bool(found[0] & found[1])


def _same_in_part(condition: tree.Expr) -> bool:
    """For conditions too long to be tried whole: those on one subject alone, and a condition beside its opposite."""
    if not isinstance(condition, tree.Logic):
        return False
    alone: dict[str, list[tree.Expr]] = {}
    told: set[tuple[str, bool]] = set()
    for item in condition.items:
        subjects: dict[str, _Subject] = {}
        opaque: dict[str, None] = {}
        _collect(item, subjects, opaque)
        if len(subjects) == 1 and not opaque:
            alone.setdefault(next(iter(subjects)), []).append(item)
        elif not subjects and not isinstance(item, tree.Logic):
            inner, negated = (
                (item.items[0], True) if isinstance(item, tree.Op) and item.kind == "not" else (item, False)
            )
            name, opposite = _opaque(inner)
            told.add((name, opposite != negated))
    if any((name, not opposite) in told for name, opposite in told):
        return True
    if any(len(items) > MAX_ON_ONE for items in alone.values()):
        raise Refusal("too_complex", say.TOO_COMPLEX, say.MANY_HINT)
    parts = [tree.Logic(condition.op, items) for items in alone.values() if 1 < len(items) < len(condition.items)]
    return any(always_same(part) for part in parts)


def _collect(expr: tree.Expr, subjects: dict[str, _Subject], opaque: dict[str, None]) -> None:
    if isinstance(expr, tree.Logic) or (isinstance(expr, tree.Op) and expr.kind == "not"):
        for item in expr.items:
            _collect(item, subjects, opaque)
        return
    expr = _paired(expr)
    subject, written = _comparison(expr)
    if subject is None:
        opaque.setdefault(_opaque(expr)[0])
        return
    one = subjects.setdefault(canon(subject), _Subject(subject))
    one.written.update(written)
    one.whole = one.whole or _whole(subject)
    one.boolean = one.boolean or (isinstance(expr, tree.Op) and _booleans(expr.items[1:]))
    if isinstance(expr, tree.Op) and expr.kind in ("is_null", "is_not_null"):
        one.is_null_asked = True
    if isinstance(expr, tree.Compare) and "distinct" in expr.op:
        one.is_null_asked = True


def _booleans(items: list[tree.Expr]) -> bool:
    return bool(items) and all(isinstance(i, tree.Const) and i.kind == "BOOLEAN" for i in items)


def _whole(subject: tree.Expr) -> bool:
    while isinstance(subject, tree.Cast):
        subject = subject.child
    if isinstance(subject, tree.Column) and subject.field is not None:
        return "INT" in subject.field.type
    if numbers(subject) is not None:
        return True
    return isinstance(subject, tree.Call | tree.Window) and subject.name in NEVER_NEGATIVE - {"abs"}


def _comparison(expr: tree.Expr) -> tuple[tree.Expr | None, list[Written]]:
    """What is compared, and with which written values; (None, []) when it is not that kind of condition."""
    match expr:
        case tree.Compare() if _truth(expr) is None:
            for subject, other in ((expr.left, expr.right), (expr.right, expr.left)):
                literal = written_value(other)
                if literal is not None and written_value(subject) is None:
                    return subject, [literal]
        case tree.Op(kind="in" | "not_in" | "between"):
            literals = [written_value(item) for item in expr.items[1:]]
            if all(literal is not None for literal in literals) and written_value(expr.items[0]) is None:
                return expr.items[0], [literal for literal in literals if literal is not None]
        case tree.Op(kind="is_null" | "is_not_null"):
            return _inside(expr.items[0]), []
    return None, []


def _paired(expr: tree.Expr) -> tree.Expr:
    """Two values compared with one another, as their order compared with 0: `a < b` and `b < a` ask for the same."""
    if not isinstance(expr, tree.Compare) or expr.op not in _TURNED or _truth(expr) is not None:
        return expr
    if (days := _days_between(expr)) is not None:
        return days
    if written_value(expr.left) is not None or written_value(expr.right) is not None:
        return expr
    if any(isinstance(p, tree.Subquery) and p.kind != "SCALAR" for p in tree.children(expr)):
        return expr
    turned = canon(expr.left) > canon(expr.right)
    sides = [expr.right, expr.left] if turned else [expr.left, expr.right]
    return tree.Compare(_TURNED[expr.op] if turned else expr.op, tree.Call("order of", sides), _ZERO)


def _days_between(expr: tree.Compare) -> tree.Compare | None:
    """`a - b > 5` as the order of two dates compared with 5: no row with a < b satisfies it."""
    for difference, number, op in ((expr.left, expr.right, expr.op), (expr.right, expr.left, _TURNED[expr.op])):
        if not isinstance(difference, tree.Call) or difference.name != "-" or len(difference.args) != 2:
            continue
        one, other = difference.args
        if not all(isinstance(a, tree.Column) and a.field is not None and a.field.type == "DATE" for a in (one, other)):
            continue
        if not isinstance(number, tree.Const) or number.kind != "INTEGER":
            continue
        if canon(one) <= canon(other):
            return tree.Compare(op, tree.Call("order of", [one, other]), number)
        least = tree.Const("INTEGER", str(-int(number.text)))
        return tree.Compare(_TURNED[op], tree.Call("order of", [other, one]), least)
    return None


_TURNED = {"=": "=", "<>": "<>", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_ZERO = tree.Const("INTEGER", "0")


def _inside(expr: tree.Expr) -> tree.Expr:
    """What decides whether an expression is empty: `county || 'x'` is empty when county is."""
    while True:
        if isinstance(expr, tree.Cast):
            expr = expr.child
            continue
        strict = isinstance(expr, tree.Call) and expr.name in ("||", "lower", "upper", "trim", "length", "+", "-", "*")
        rest = [a for a in expr.args if not isinstance(a, tree.Const)] if isinstance(expr, tree.Call) else []
        if not strict or len(rest) != 1:
            return expr
        expr = rest[0]


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


def _holds(expr: tree.Expr, given: Mapping[str, object]) -> bool | None:
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
    expr = _paired(expr)
    subject, written = _comparison(expr)
    if subject is None:
        name, opposite = _opaque(expr)
        return bool(given[name]) != opposite
    return _compare(expr, subject, given[canon(subject)], written)


def _compare(expr: tree.Expr, subject: tree.Expr, value: object, written: list[Written]) -> bool | None:
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
    return bool(orders[expr.op])
