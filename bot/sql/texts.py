"""What a text may be made of: texts put together, and dates written out. See `grounds.py`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.arithmetic import invented
from bot.sql.value import LABEL, Value
from bot.sql.verdict import Refusal

DIGIT = re.compile(r"\d")


def joined(call: tree.Call, values: Sequence[Value]) -> Value:
    """Texts put together: no written figure, and no two figures that would read as one."""
    ends_with_figure = False
    for arg, one in zip(call.args, values, strict=True):
        figure = one.reads and (one.digits or one.type == "number")
        if figure and ends_with_figure:
            raise Refusal("ungrounded", say.CUT_FIGURE, say.CUT_FIGURE_HINT)
        if not isinstance(arg, tree.Const) or arg.text:
            ends_with_figure = figure
        digits = isinstance(arg, tree.Const) and DIGIT.search(arg.text)
        if digits or one.invented or (not one.reads and one.type not in ("text", "") and not one.null):
            raise invented(one.shown)
        if one.hundredfold or one.reciprocal:
            raise Refusal("ungrounded", say.PERCENT, say.PERCENT_HINT)
    written = any(isinstance(a, tree.Const) and a.text for a in call.args) or any(LABEL in v.literals for v in values)
    literals = frozenset({LABEL}) if written else frozenset[str]()
    return Value(reads=any(v.reads for v in values), type="text", literals=literals, digits=ends_with_figure)


def strftime(call: tree.Call, values: Mapping[int, Value]) -> Value:
    """A date as text: the pattern may hold no figure, and written words make it a label."""
    literals = frozenset[str]()
    for arg in call.args:
        if isinstance(arg, tree.Const) and DIGIT.search(arg.text.removesuffix("-01")):  # first of the month
            raise invented(f"'{arg.text}'")
        if isinstance(arg, tree.Const) and len(re.sub(r"%-?[A-Za-z]", "", arg.text)) > len("-- "):
            literals = frozenset({LABEL})
    if any(v.invented or (LABEL in v.literals and v.reads) for v in values.values()):
        raise invented("A value")
    return Value(reads=True, type="text", literals=literals)
