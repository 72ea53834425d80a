"""How two values combine under + - * / %: which written numbers are a matter of units, which invent a figure.

The rules, from the policy on grounding: 1 and 1.0 make fractions; 100 makes a percentage of a ratio; 7, 365
and 365.25 turn days into weeks and years; 1 and 100 may be what a share is taken from. Everything else that
is written in the statement bends the figure.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, DivisionByZero, InvalidOperation, Overflow

from bot.messages import sql_figures as say
from bot.sql.value import FLAG, Value
from bot.sql.verdict import Refusal

_DAY_DIVISORS = {Decimal("7"), Decimal("365"), Decimal("365.25")}
_ONE, _HUNDRED = Decimal(1), Decimal(100)


def combine(op: str, left: Value, right: Value) -> Value:
    """The value of `left op right`. Raises Refusal when a written number would bend a figure."""
    if left.number is not None and right.number is not None:
        return _fold(op, left, right)
    for side in (left, right):
        if not side.reads and side.number is None and not side.null and side.type != "interval":
            if side.type == "date" and op == "-" and (left.reads or right.reads):
                continue
            raise invented(side.shown)
        if side.literals - {FLAG} and side.number is None and side.reads:
            raise invented(side.shown)
    if right.number is not None:
        return _with_number(op, left, right.number, right.shown, on_right=True)
    if left.number is not None:
        return _with_number(op, right, left.number, left.shown, on_right=False)
    if op in ("+", "-") and left.only_flags != right.only_flags:
        raise invented((left if left.only_flags else right).shown)
    return _dates(op, left, right) or _figures(op, left, right)


def invented(shown: str) -> Refusal:
    """The refusal of a literal that would come out as a figure or bend one."""
    return Refusal("ungrounded", say.invented(shown or "A value"), say.INVENTED_HINT)


def _fold(op: str, left: Value, right: Value) -> Value:
    a, b = left.number, right.number
    if a is None or b is None:
        raise invented(left.shown or right.shown)
    try:
        results = {"+": a + b, "-": a - b, "*": a * b}
        result = results[op] if op in results else a / b if op == "/" else Decimal("NaN")
    except (DivisionByZero, InvalidOperation, Overflow):
        result = Decimal("NaN")
    return replace(left, number=result, shown=f"{left.shown} {op} {right.shown}")


def _with_number(op: str, value: Value, written: Decimal, shown: str, on_right: bool) -> Value:
    if op in ("+", "-"):
        share = (value.ratio and written == _ONE) or (value.percent and written == _HUNDRED)
        if (written == 0 or share) and value.type not in ("date", "interval"):
            return value
    elif op == "*":
        if value.type == "interval" or written == _ONE:
            return value
        if written == _HUNDRED and not (value.percent or value.hundredfold):
            return replace(value, percent=value.ratio, hundredfold=not value.ratio, ratio=False)
    elif op in ("/", "//", "divide") and on_right:
        if written == _ONE:
            return value
        if written in _DAY_DIVISORS and value.days:
            return replace(value, days=False)
        if written == _HUNDRED and (value.percent or value.hundredfold):  # round(x * 100) / 100
            return replace(value, percent=False, hundredfold=False, ratio=value.percent)
    elif op == "/" and written in (_ONE, _HUNDRED):
        return replace(value, reciprocal=True, hundredfold=written == _HUNDRED)
    raise invented(shown)


def _dates(op: str, left: Value, right: Value) -> Value | None:
    """Dates and intervals: the difference of two dates is a number of days."""
    if left.type == "date" and right.type == "date":
        if op != "-" or left.shifted or right.shifted:
            raise invented(left.shown or right.shown or "An interval")
        return Value(reads=True, type="number", days=True)
    if "interval" in (left.type, right.type) and op in ("+", "-") and "date" in (left.type, right.type):
        return Value(reads=left.reads or right.reads, type="date", shifted=True)
    if left.type == "interval" or right.type == "interval":
        return Value(reads=left.reads or right.reads, type="interval", shown=left.shown or right.shown)
    return None


def _figures(op: str, left: Value, right: Value) -> Value:
    hundredfold = left.hundredfold or right.hundredfold
    flags = left.only_flags and right.only_flags
    base = Value(reads=True, type="number", literals=left.literals | right.literals, only_flags=flags)
    if op in ("+", "-"):
        if left.serial != right.serial:
            raise Refusal("no_quantity", say.NO_QUANTITY, say.NO_QUANTITY_HINT)
        if left.hundredfold != right.hundredfold or left.reciprocal or right.reciprocal:
            raise Refusal("ungrounded", say.PERCENT, say.PERCENT_HINT)
        days, ratio = left.days and right.days, left.ratio and right.ratio
        base = replace(base, days=days, ratio=ratio, product=left.product or right.product)
        return replace(base, percent=left.percent and right.percent, hundredfold=hundredfold)
    if op == "*":
        reciprocal = left.reciprocal or right.reciprocal
        ratio = reciprocal or left.ratio or right.ratio
        settled = hundredfold and ratio
        percent = settled or left.percent or right.percent
        shares = ratio or percent or any(v.binary or v.only_flags or v.hundredfold for v in (left, right))
        return replace(
            base,
            ratio=ratio and not percent,
            percent=percent,
            hundredfold=hundredfold and not settled,
            product=not shares,
        )
    if op == "//" and not (left.serial or right.serial):  # 40 of 60 refusals would be no share at all
        raise Refusal("ungrounded", say.REST_CUT, say.REST_CUT_HINT)
    # the quotient of two figures
    return replace(base, ratio=not left.hundredfold, percent=left.hundredfold)
