"""Rule "functions": only functions on the allow-list, with sane arguments, and nothing that makes big from small."""

from __future__ import annotations

from collections.abc import Mapping

from bot.messages import sql as say
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.functions import Function
from bot.sql.rules import Statement, clauses
from bot.sql.verdict import Refusal

_CONCAT = {"||", "concat", "concat_ws"}
_REPLACES = {"replace", "regexp_replace", "translate"}
_SEPARATED = {"string_agg", "group_concat", "listagg", "array_to_string"}
_FORMATTED = {"strftime", "strptime", "try_strptime"}
MAX_PIECE = 40  # characters of a separator or format
MAX_GROWTH = 4  # characters by which a replacement may be longer than what it replaces
MAX_REPLACES = 6  # replacements inside one another


def check(statement: Statement, functions: Mapping[str, Function]) -> None:
    """Raises Refusal with code `function` or `grows`."""
    for query in statement.queries:
        for _, clause in clauses(query):
            for part in tree.walk(clause):
                if isinstance(part, tree.Call | tree.Window):
                    _one(part, functions)


def _one(call: tree.Call | tree.Window, functions: Mapping[str, Function]) -> None:
    function = functions.get(call.name)
    window = isinstance(call, tree.Window)
    if window and call.name == "count" and not call.args:
        call.name, function = "count_star", functions["count_star"]
    if function is None or (function.kind == "scalar" and window) or (function.kind == "window" and not window):
        raise Refusal("function", say.function_unknown(call.name), say.FUNCTION_HINT)
    if not function.least <= len(call.args) <= function.most and not _within_group(call):
        raise Refusal("function", say.function_arguments(call.name), say.FUNCTION_HINT)
    _growth(call)


def _within_group(call: tree.Call | tree.Window) -> bool:
    return call.name in ("quantile_cont", "quantile_disc", "mode") and bool(call.order)


def _growth(call: tree.Call | tree.Window) -> None:
    texts = [a.text if isinstance(a, tree.Const) else None for a in call.args]
    if call.name in _CONCAT:
        seen = [c for a in call.args for c in _columns(a)]
        if len(seen) != len(set(seen)):
            raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)
    elif call.name in _REPLACES:
        pattern, new = (*texts[1:3], None, None)[:2]
        if new is None or "\\" in new and call.name != "regexp_replace":
            raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)
        allowed = MAX_GROWTH + (len(pattern or "") if call.name != "regexp_replace" else 0)
        if len(new) > allowed + 4 * new.count("\\") or new.count("\\") > 3 or _depth(call) > MAX_REPLACES:
            raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)
    elif call.name in _SEPARATED | _FORMATTED and any(len(t) > MAX_PIECE for t in texts if t):
        raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)
    if call.name in _SEPARATED and len(texts) > 1 and texts[1] is None:
        raise Refusal("grows", say.grows(call.name), say.GROWS_HINT)


def _columns(expr: tree.Expr) -> list[str]:
    """The columns that come out of an expression as text: those in CASE conditions and comparisons do not."""
    match expr:
        case tree.Column():
            field = expr.field
            if field is not None and field.base is None and len(field.exprs) == 1:
                prefix = f"{field.source.number}:" if field.source is not None else ""
                return [f"{prefix}{c}" for c in _columns(field.exprs[0])]
            return [canon(expr)]
        case tree.Case():
            longest = max((_columns(then) for _, then in expr.whens), key=len, default=[])
            default = _columns(expr.default) if expr.default is not None else []
            return max(longest, default, key=len)
        case tree.Compare() | tree.Logic() | tree.Subquery():
            return []
        case tree.Call() if expr.name not in _CONCAT:
            return [c for a in expr.args[:1] for c in _columns(a)]
        case _:
            return [c for part in tree.children(expr) for c in _columns(part)]


def _depth(call: tree.Call | tree.Window) -> int:
    inner = [_depth(p) for a in call.args for p in tree.walk(a) if isinstance(p, tree.Call) and p.name in _REPLACES]
    return 1 + max(inner, default=0)
