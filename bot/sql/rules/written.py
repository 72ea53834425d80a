"""Values written in a statement, made comparable with one another."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from bot.sql import tree

# a written value: its kind and what it is; days are counted
NUMBER, DAY, TEXT = 0, 1, 2
Written: TypeAlias = tuple[int, Decimal | str]
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def written_number(const: tree.Const) -> Decimal | None:
    if const.kind not in ("INTEGER", "NUMERIC"):
        return None
    try:
        return Decimal(const.text.replace("_", ""))
    except InvalidOperation:
        return None


def written_value(expr: tree.Expr) -> Written | None:
    while isinstance(expr, tree.Cast):
        expr = expr.child
    if not isinstance(expr, tree.Const) or expr.kind == "NULL_LITERAL":
        return None
    written = written_number(expr)
    if written is not None:
        return (NUMBER, written)
    if _ISO_DATE.fullmatch(expr.text):
        with contextlib.suppress(ValueError):
            return (DAY, Decimal(date.fromisoformat(expr.text).toordinal()))
    return (TEXT, expr.text)
