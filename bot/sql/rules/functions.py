"""Rule "functions": only functions on the allow-list, with sane arguments, and nothing that makes big from small."""

from __future__ import annotations

from collections.abc import Mapping

from bot.messages import sql as say
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.functions import Function, allowed
from bot.sql.rules import Statement, parts
from bot.sql.verdict import Refusal

_CONCAT = {"||", "concat", "concat_ws", "format", "printf"}
_REPLACES = {"replace", "regexp_replace", "translate"}
_SEPARATED = {"string_agg", "group_concat", "listagg", "array_to_string"}
_FORMATTED = {"strftime", "strptime", "try_strptime"}
_SHORT = {"strftime", "dayname", "monthname", "left", "right"}
_BLANKS = {"9", "10", "13", "32"}  # codes of characters that do not show: chr(55) would write a figure
_JOINING = {"string_agg", "group_concat", "listagg", "list", "array_agg", "histogram"}
_TOP_N = {"min": 1, "max": 1, "arg_max": 2, "arg_min": 2, "max_by": 2, "min_by": 2}  # max(x, 3): the three largest
MAX_PIECE = 40  # characters of a separator or format
MAX_GROWTH = 4  # characters by which a replacement may be longer than what it replaces
MAX_TOP = 1_000  # entries of max(x, n)
MAX_REPLACES = 6  # replacements inside one another


def check(statement: Statement, functions: Mapping[str, Function]) -> None:
    """Raises Refusal with code `function` or `grows`."""
    calls = [
        part for query in statement.queries for _, part in parts(query) if isinstance(part, tree.Call | tree.Window)
    ]
    for call in calls:
        _one(call, functions)
    for call in calls:
        _growth(call)
    # a joined text in every row, joined again, multiplies: once is enough
    if sum(isinstance(call, tree.Window) and call.name in _JOINING for call in calls) > 1:
        raise Refusal("grows", say.grows("OVER"), say.GROWS_HINT)


def _one(call: tree.Call | tree.Window, functions: Mapping[str, Function]) -> None:
    function = functions.get(call.name)
    window = isinstance(call, tree.Window)
    if window and call.name == "count" and not call.args:
        call.name, function = "count_star", functions["count_star"]
    if function is None or (function.kind == "scalar" and window) or (function.kind == "window" and not window):
        raise Refusal("function", say.function_unknown(call.name), say.FUNCTION_HINT)
    if not function.least <= len(call.args) <= function.most:
        raise Refusal("function", say.function_arguments(call.name), say.FUNCTION_HINT)

    if call.name == "chr" and not (isinstance(call.args[0], tree.Const) and call.args[0].text in _BLANKS):
        raise Refusal("function", say.function_arguments(call.name), say.FUNCTION_HINT)


def _growth(call: tree.Call | tree.Window) -> None:
    texts = [a.text if isinstance(a, tree.Const) else None for a in call.args]
    if call.name in _CONCAT:
        seen = [c for a in call.args for c in _columns(a)]
        if len(seen) != len(set(seen)):
            raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)
    elif call.name in _REPLACES:
        pattern, new = (*texts[1:3], None, None)[:2]
        if new is None or ("\\" in new and call.name != "regexp_replace"):
            raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)
        allowed = MAX_GROWTH + (len(pattern or "") if call.name != "regexp_replace" else 0)
        if len(new) > allowed + 4 * new.count("\\") or new.count("\\") > 3 or _depth(call) > MAX_REPLACES:
            raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)
    elif call.name in _SEPARATED | _FORMATTED and any(len(t) > MAX_PIECE for t in texts if t):
        raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)
    if call.name in _JOINING and any(isinstance(p, tree.Subquery) for a in call.args for p in tree.walk(a)):
        raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)
    if call.name in _TOP_N and len(call.args) > _TOP_N[call.name] and not _small(call.args[-1]):
        raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)
    if call.name in _SEPARATED and len(texts) > 1 and texts[1] is None:
        raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)


def _small(expr: tree.Expr) -> bool:
    return isinstance(expr, tree.Const) and expr.kind == "INTEGER" and expr.text.isdigit() and int(expr.text) <= MAX_TOP


def _columns(expr: tree.Expr) -> list[str]:
    """The text columns that come out of an expression in full: what only decides, or is short by nature, does not."""
    match expr:
        case tree.Column():
            field = expr.field
            if field is not None and field.base is None and len(field.exprs) == 1:
                prefix = f"{field.source.number}:" if field.source is not None else ""
                return [f"{prefix}{c}" for c in _columns(field.exprs[0])]
            return [canon(expr)] if field is None or field.type in ("", "VARCHAR") else []
        case tree.Case():
            longest = max((_columns(then) for _, then in expr.whens), key=len, default=[])
            default = _columns(expr.default) if expr.default is not None else []
            return max(longest, default, key=len)
        case tree.Compare() | tree.Logic() | tree.Subquery():
            return []
        case tree.Call() if expr.name in _CONCAT:
            return [c for a in expr.args for c in _columns(a)]
        case tree.Call():
            whole = allowed()[expr.name].gives in ("text", "list", "same") and expr.name not in _SHORT
            return [c for a in expr.args[:1] for c in _columns(a)] if whole else []
        case _:
            return [c for part in tree.children(expr) for c in _columns(part)]


def _depth(call: tree.Call | tree.Window) -> int:
    inner = [_depth(p) for a in call.args for p in tree.walk(a) if isinstance(p, tree.Call) and p.name in _REPLACES]
    return 1 + max(inner, default=0)
