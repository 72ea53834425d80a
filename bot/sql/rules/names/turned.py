"""A figure named for a value counts those that have it, not the others.

`sum(if(state = 'Texas', 0, 1)) AS texas`, `1 - convicted / all AS conviction_share` and a flag
`disposition <> 'conviction'` counted as `convictions` all hold the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.rules.constants import meant
from bot.sql.rules.names.evidence import Evidence
from bot.sql.rules.outputs import Output
from bot.sql.rules.value_names import STEM
from bot.sql.verdict import Refusal


def turned(evidence: Evidence) -> None:
    """What a figure leaves out is not what it is named for."""
    output = evidence.output
    if isinstance(output.expr, tree.Const) or _own(output.expr):
        return
    left_out, kept = _values(meant(output.expr))
    for value in left_out - kept:
        if _names(output, value):
            raise Refusal("misnamed", say.the_rest(output.name, value), say.NAMED_VALUE_HINT)


def _own(expr: tree.Expr) -> bool:
    """A view's own column: it counts nothing."""
    return isinstance(expr, tree.Column) and expr.field is not None and expr.field.base is not None


def _names(output: Output, value: str) -> bool:
    """Whether a column is named for a value: for all words of a place, or the first letters of another word."""
    words = value.casefold().split()
    if not words:
        return False
    if all(word in output.words for word in words):
        return True
    return len(words) == 1 and len(value) >= STEM and any(w[:STEM] == words[0][:STEM] for w in output.words)


def _values(expr: tree.Expr) -> tuple[set[str], set[str]]:
    """The values that a figure leaves out, and those that it asks for."""
    kept, turned = {*_asked(expr, ("=", "in"))}, {*_asked(expr, ("<>", "not_in"))}
    for part in tree.walk(expr):
        if isinstance(part, tree.Column) and part.field is not None:
            for inner in part.field.exprs:
                left_out, had = _values(inner)
                turned, kept = turned | left_out, kept | had
        condition = _zero_for(part)
        if condition is not None:
            these = {*_asked(condition, ("=", "in"))}
            turned, kept = turned | these, kept - these
    if _complement(expr):
        turned, kept = kept, turned
    return turned, kept


def _asked(expr: tree.Expr, ops: tuple[str, str]) -> Iterator[str]:
    for part in tree.walk(expr):
        sides: list[tree.Expr] = []
        if isinstance(part, tree.Compare) and part.op == ops[0]:
            sides = [part.left, part.right]
        elif isinstance(part, tree.Op) and part.kind == ops[1]:
            sides = part.items
        yield from (s.text for s in sides if isinstance(s, tree.Const) and s.kind == "STRING")


def _zero_for(part: tree.Expr) -> tree.Expr | None:
    """The condition of `if(condition, 0, 1)`."""
    match part:
        case tree.Call(name="if", args=[condition, tree.Const(text="0"), tree.Const(text="1")]):
            return condition
        case tree.Case(whens=[(condition, tree.Const(text="0"))], default=tree.Const(text="1")):
            return condition
        case _:
            return None


def _complement(expr: tree.Expr) -> bool:
    """`1 - share`, `100 - percentage`, rounded or not."""
    while isinstance(expr, tree.Cast) or (isinstance(expr, tree.Call) and expr.name == "round"):
        expr = expr.child if isinstance(expr, tree.Cast) else expr.args[0]
    if isinstance(expr, tree.Call) and expr.name == "*" and len(expr.args) == 2:
        return any(_complement(arg) for arg in expr.args)
    match expr:
        case tree.Call(name="-", args=[tree.Const() as whole, _]):
            return whole.text.rstrip("0").rstrip(".") in ("1", "100") or whole.text in ("100", "100.0")
        case _:
            return False
