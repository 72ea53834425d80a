"""One text for one meaning: expressions that always have the same value get the same text.

Names are followed through aliases and subqueries to the view's column, casts and COLLATE fall away, equal
sides are put in order. Used to find a column compared with itself however it is disguised.
"""

from __future__ import annotations

from bot.sql import tree

_COMMUTATIVE = {"=", "<>", "is distinct from", "is not distinct from", "+", "*"}
# what leaves a text or a number as it is, when the second argument is neutral
_NEUTRAL = {("||", ""), ("concat", ""), ("+", "0"), ("-", "0"), ("*", "1"), ("/", "1")}


def canon(expr: tree.Expr, path: str = "") -> str:
    """The expression's text; `path` tells apart two uses of the same CTE."""
    match expr:
        case tree.Const():
            return "null" if expr.kind == "NULL_LITERAL" else f"'{expr.text}'"
        case tree.Column():
            return _column(expr, path)
        case tree.Cast():
            return canon(expr.child, path)
        case tree.Compare():
            sides = [canon(expr.left, path), canon(expr.right, path)]
            if expr.op in _COMMUTATIVE:
                sides.sort()
            elif expr.op in (">", ">="):
                return f"({sides[1]} {'<' if expr.op == '>' else '<='} {sides[0]})"
            return f"({sides[0]} {expr.op} {sides[1]})"
        case tree.Logic():
            return "(" + f" {expr.op} ".join(sorted(canon(item, path) for item in expr.items)) + ")"
        case tree.Call():
            return _call(expr, path)
        case tree.Window():
            parts = [canon(a, path) for a in (*expr.args, *expr.partitions, *(o.expr for o in expr.order))]
            extra = canon(expr.filter, path) if expr.filter else ""
            frame = [canon(f, path) for f in expr.frame]
            return f"{expr.name}({len(expr.args)};{','.join(parts)};{extra};{frame};{expr.distinct}) over"
        case tree.Subquery():
            child = canon(expr.child, path) if expr.child else ""
            return f"{expr.kind}({child} {expr.op} {query_text(expr.query, path)})"
        case tree.Star():
            return "*"
        case _:
            name = expr.kind if isinstance(expr, tree.Op) else type(expr).__name__
            return f"{name}({','.join(canon(part, path) for part in tree.children(expr))})"


def _column(column: tree.Column, path: str) -> str:
    field = column.field
    if field is None:
        return ".".join(column.names)
    if field.source is None:  # an alias of the same query
        return canon(field.exprs[0], path) if len(field.exprs) == 1 else f"{path}{field.name}"
    if field.base is not None:
        return f"{path}{field.source.number}.{field.name}"
    query = field.owner
    simple = isinstance(query, tree.Select) and len(field.exprs) == 1
    if simple and isinstance(query, tree.Select) and not _regroups(query) and not _windowed(field.exprs[0]):
        return canon(field.exprs[0], f"{path}{field.source.number}:")
    return f"{path}{field.source.number}.{field.name}" if field.name else f"{path}{field.source.number}.{id(field)}"


def _regroups(query: tree.Select) -> bool:
    return bool(query.groups or query.group_all or query.group_sets)


def _windowed(expr: tree.Expr) -> bool:
    from bot.sql.functions import aggregates

    return any(
        isinstance(p, tree.Window) or (isinstance(p, tree.Call) and p.name in aggregates()) for p in tree.walk(expr)
    )


def _call(call: tree.Call, path: str) -> str:
    args = [canon(a, path) for a in call.args]
    if len(args) == 2 and isinstance(call.args[1], tree.Const) and (call.name, call.args[1].text) in _NEUTRAL:
        return args[0]
    if len(args) == 2 and (fixed := _fixed(call.name, args)) is not None:
        return fixed
    if call.name in _COMMUTATIVE:
        args.sort()
    if _counts_rows(call):
        args, name = [], "count_star"
    else:
        name = call.name
    extra = f" filter {canon(call.filter, path)}" if call.filter else ""
    return f"{name}({'distinct ' if call.distinct else ''}{','.join(args)}){extra}"


def _counts_rows(call: tree.Call) -> bool:
    """`sum(1)` and `count(1)` are `count(*)`."""
    one = call.args[0] if len(call.args) == 1 and not call.distinct else None
    written = isinstance(one, tree.Const) and one.kind == "INTEGER"
    return written and (call.name == "count" or (call.name == "sum" and one.text == "1"))  # type: ignore[union-attr]


def _fixed(name: str, args: list[str]) -> str | None:
    """What a value combined with itself, or multiplied by nothing, always is."""
    if name == "*" and "'0'" in args:
        return "'0'"
    if args[0] != args[1]:
        return None
    return {"-": "'0'", "%": "'0'", "mod": "'0'", "/": "'1'", "nullif": "null"}.get(name)


_ROUNDING = {"round", "floor", "ceil", "ceiling", "trunc"}


def measure(expr: tree.Expr) -> str:
    """The text of what an expression measures: written factors, rounding and stand-ins for NULL and 0 fall away.

    `100.0 * count(*)`, `round(count(*))` and `nullif(count(*), 0)` measure the same.
    """
    while True:
        match expr:
            case tree.Cast():
                expr = expr.child
            case (
                tree.Call(name="*" | "/", args=[inner, tree.Const()]) | tree.Call(name="*", args=[tree.Const(), inner])
            ):
                expr = inner
            case (
                tree.Call(name="nullif", args=[inner, tree.Const()])
                | tree.Op(kind="coalesce", items=[inner, tree.Const()])
            ):
                expr = inner
            case tree.Call() if expr.name in _ROUNDING and expr.args:
                expr = expr.args[0]
            case tree.Column(field=tree.Field(source=None, exprs=[inner])):
                expr = inner
            case tree.Column(field=tree.Field(source=tree.Source() as source, exprs=[inner])):
                return f"{source.number}:{measure(inner)}"
            case _:
                return canon(expr)


def query_text(query: tree.Query, path: str) -> str:
    """A whole query's text: what it selects, from where, under which conditions."""
    parts = [type(query).__name__, str(query.distinct)]
    if isinstance(query, tree.Select):
        parts += [canon(item, path) for item in query.items]
        # sources by view, not by number: two subqueries written alike are alike
        parts += [f"from {s.view}" for s in query.sources if s.view]
        parts += [f"from {query_text(s.query, path)}" for s in query.sources if s.query is not None]
        parts += [canon(c, path) for c in (query.where, query.having, query.qualify) if c is not None]
        parts += [canon(g, path) for g in query.groups]
        text = " ".join(parts)
        for index, source in enumerate(query.sources):
            text = text.replace(f"{path}{source.number}.", f"{path}@{index}.")
    else:
        assert isinstance(query, tree.SetOp)  # noqa: S101 - the only other kind
        text = " ".join([*parts, query.op, str(query.all), *(query_text(b, path) for b in query.branches)])
    order = [canon(o.expr, path) + str(o.descending) for o in query.order]
    limit = canon(query.limit, path) if query.limit else ""
    return f"[{text} {order} {limit}]"
