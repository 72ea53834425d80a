"""What an expression's value may be made of: the ground on which the grounding rule stands.

A value is described by whether it reads the rows, which literals may come out as it, and what kind of
quantity it is (days, a ratio, a percentage). `arithmetic.py` says how two such values combine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

# literals that may come out: a text label, 0 or 1 standing for no/yes, 100 standing for all, anything else
LABEL, FLAG, HUNDRED, INVENTED = "label", "flag", "hundred", "invented"

_NUMERIC_TEXT = re.compile(
    r"0x[0-9a-f]+|\s*[~<>≈$€£+-]*\s*\d[\d.,'\s_]*\s*(?:%|k|m|bn|[a-z]*illions?|thousand|hundred|percent|"
    r"detainers?|refusals?|cases?|rows?|people|declined|refused|issued)?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Value:
    """See the module. `number` is the literal number itself where the value is one; `shown` names the
    literal that makes it invented, for the message."""

    reads: bool = False
    literals: frozenset[str] = frozenset()
    number: Decimal | None = None
    type: str = ""
    days: bool = False
    ratio: bool = False
    percent: bool = False
    hundredfold: bool = False  # multiplied by 100 and not yet divided
    reciprocal: bool = False  # a literal divided by it and not yet multiplied
    shifted: bool = False  # a date moved by an interval
    null: bool = False  # nothing but NULL
    only_flags: bool = False  # a 0 or 1 that CASE gives, whatever the rows hold
    binary: bool = False  # 0 or 1 (or 100) a row: its average is a share
    one_sided: bool = False  # a written number or nothing: its average is that number
    serial: bool = False  # says where something stands (a row number, a month): no quantity
    mean: bool = False  # an average or a middle value: averaging it again weighs small groups like large ones
    whole: bool = False  # a share of one whole that is the same for all rows: such shares may be added
    place: bool = False  # a row, a page, a part of a date: no average of it means anything
    product: bool = False  # two quantities multiplied and not yet divided
    digits: bool = False  # a text that ends with a figure
    shown: str = ""

    @property
    def invented(self) -> bool:
        """Whether a literal that is neither label nor flag may come out."""
        return INVENTED in self.literals or HUNDRED in self.literals


ROWS = Value(reads=True)
COUNT = Value(reads=True, type="number")
BOOLEAN = Value(reads=True, type="boolean")
NULL = Value(null=True)


def number(text: str) -> Value:
    """A number written in the statement."""
    try:
        value = Decimal(text.replace("_", ""))
    except InvalidOperation:
        value = Decimal("NaN")
    return Value(literals=frozenset({INVENTED}), number=value, type="number", shown=text)


def text(content: str) -> Value:
    """A text written in the statement: a label, unless it is a number in quotes."""
    if _NUMERIC_TEXT.fullmatch(content):
        return Value(literals=frozenset({INVENTED}), type="text", shown=f"'{content}'")
    return Value(literals=frozenset({LABEL}), type="text", shown=f"'{content}'")


def boolean(content: str) -> Value:
    """TRUE or FALSE written in the statement: may stand beside a figure like a label."""
    return Value(literals=frozenset({LABEL}), type="boolean", shown=content.upper())


def invent(value: Value, shown: str = "") -> Value:
    """The same value with its literals no longer harmless."""
    return replace(value, literals=frozenset({INVENTED}), number=None, shown=shown or value.shown)


def either(values: list[Value], reads: bool, zero_one: bool) -> Value:
    """One of several values, as CASE and COALESCE give. `zero_one`: a written 0, 1 or 100 is a flag there."""
    present = [v for v in values if not v.null]
    if not present:
        return replace(NULL, reads=False)
    literals: set[str] = set()
    for value in present:
        if zero_one and value.number is not None and not value.reads:
            literals.add(_as_flag(value.number))
        else:
            literals |= value.literals
    written = [v for v in present if not v.reads]
    if (
        len(written) == len(present)
        and len({(v.number, v.shown) for v in written}) == 1
        and len(values) == len(present)
    ):
        return replace(written[0], reads=False)  # the same literal whatever happens
    shown = next((v.shown for v in present if v.shown and (v.number is None or v.number not in (0, 1))), "")
    return Value(
        reads=reads or any(v.reads for v in present),
        literals=frozenset(literals),
        type=next((v.type for v in present if v.type), ""),
        days=all(v.days or v.number == 0 for v in present),
        ratio=all(v.ratio or v.number == 0 for v in present),
        percent=all(v.percent or v.number == 0 for v in present),
        hundredfold=any(v.hundredfold for v in present),
        reciprocal=any(v.reciprocal for v in present),
        shifted=any(v.shifted for v in present),
        binary=len(written) == len(present) and literals <= {FLAG, HUNDRED},
        only_flags=len(written) == len(present) and literals == {FLAG},
        one_sided=len(written) == len(present) and len({v.number for v in written}) == 1,
        serial=any(v.serial for v in present),
        mean=any(v.mean for v in present),
        whole=all(v.whole or v.number == 0 for v in present),
        place=any(v.place for v in present),
        product=any(v.product for v in present),
        digits=any(v.digits for v in present),
        shown=shown or present[0].shown,
    )


def _as_flag(value: Decimal) -> str:
    if value in (0, 1):
        return FLAG
    return HUNDRED if value == 100 else INVENTED
