"""What a text may be made of: texts put together, and dates written out. See `grounds.py`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.arithmetic import invented
from bot.sql.value import LABEL, Value, text
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


_PIECES = {
    "format": re.compile(r"\{(?::,?(?:\.\d)?[df]?)?\}"),
    "printf": re.compile(r"%(?:\.\d)?[sdf]"),
}
_REST = {"format": re.compile(r"[^{}]*"), "printf": re.compile(r"(?:[^%]|%%)*")}
MAX_FORMAT = 40  # characters beside the values


def formatted(call: tree.Call, values: Sequence[Value]) -> Value:
    """`format('{}, {}', county, state)`: the values and the texts between them, joined."""
    pattern = call.args[0]
    if not isinstance(pattern, tree.Const) or pattern.kind != "STRING":
        raise Refusal("grows", say.FORMAT, say.FORMAT_HINT)
    between = _PIECES[call.name].split(pattern.text)
    plain = all(_REST[call.name].fullmatch(rest) for rest in between) and len(pattern.text) <= MAX_FORMAT
    if not plain or len(between) != len(values):
        raise Refusal("grows", say.FORMAT, say.FORMAT_HINT)
    args: list[tree.Expr] = [tree.Const("STRING", between[0])]
    made = [text(between[0])]
    for arg, one, written in zip(call.args[1:], values[1:], between[1:], strict=True):
        args += [arg, tree.Const("STRING", written)]
        made += [one, text(written)]
    return joined(tree.Call("concat", args), made)


def strftime(call: tree.Call, values: Mapping[int, Value]) -> Value:
    """A date as text: the pattern may hold no figure, and written words make it a label."""
    literals = frozenset[str]()
    for arg in call.args:
        if isinstance(arg, tree.Const) and DIGIT.search(arg.text.removesuffix("-01")):  # first of the month
            raise invented(f"'{arg.text}'")
        if isinstance(arg, tree.Const) and len(re.sub(r"%-?[A-Za-z]", "", arg.text)) > len("-- "):
            literals = frozenset({LABEL})
        if isinstance(arg, tree.Const) and not _in_order(arg.text):
            raise invented(f"'{arg.text}'")
    if any(v.shifted or v.invented or (LABEL in v.literals and v.reads) for v in values.values()):
        raise invented("A value")
    return Value(reads=True, type="text", literals=literals)


_ORDERS = ("YQmWd", "mdY", "dmY", "Adm Y", "Amd Y")
_LETTERS = {**dict.fromkeys("yYG", "Y"), **dict.fromkeys("mbB", "m"), **dict.fromkeys("dej", "d"), "q": "Q"}
_LETTERS |= {**dict.fromkeys("UWV", "W"), **dict.fromkeys("aAuw", "A")}


def _in_order(pattern: str) -> bool:
    """Whether a date is written in an order that people read: `%d/%Y/%m` would be taken for another date."""
    said = [_LETTERS[letter] for letter in re.findall(r"%-?([A-Za-z])", pattern) if letter in _LETTERS]
    return len(said) < 3 or any(_within(said, order) for order in _ORDERS)


def _within(letters: list[str], order: str) -> bool:
    rest = iter(order)
    return all(letter in rest for letter in letters)
