"""Combinations of conditions that come out the same whatever the values are: `x = 'a' OR x <> 'a'`.

Found by trying a value in every gap between the values that the statement names, and one that is empty.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from bot.messages import sql as say
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.rules.constants import NEVER_NEGATIVE
from bot.sql.rules.domains import fits, numbers, samples
from bot.sql.rules.truth import comparison, compiled, opaque_name, paired
from bot.sql.rules.written import DAY, TEXT, Written
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
            return [(TEXT, "true"), (TEXT, "false"), None]
        trials: list[Sample] = []
        points = sorted(self.written)
        for point in points:
            trials.append(point)
            trials.append(_after(point, Decimal(1) if self.whole or point[0] == DAY else Decimal("0.0001")))
        trials.append(_before(points[0]) if points else (TEXT, "?"))
        trials.append(None)
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
    holds = compiled(condition, {name: place for place, name in enumerate([*names, *opaque])})
    for combination in itertools.product(*trials, *([(True, False)] * len(opaque))):
        result = holds(combination) is True
        results.add(result)
        if None not in combination:
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
            name, opposite = opaque_name(inner)
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
    expr = paired(expr)
    subject, written = comparison(expr)
    if subject is None:
        opaque.setdefault(opaque_name(expr)[0])
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
