"""The filters of a clause: which columns it compares with what is written, and which rows that narrows.

A year or month asked of a date (`year(x) = 2017`, `strftime(x, '%Y-%m') = '2017-02'`) counts as the span of days it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from bot.sql import tree
from bot.sql.lineage import Filter
from bot.sql.rules import conjuncts
from bot.sql.spans import span

_MATCHES = {
    **{"~~": "like", "~~*": "ilike", "like_escape": "like", "ilike_escape": "ilike", "~~~": "glob"},
    **{"!~~": "not like", "!~~*": "not ilike", "not_like_escape": "not like", "not_ilike_escape": "not ilike"},
    **{"regexp_matches": "matches", "regexp_full_match": "matches", "contains": "contains"},
    **{"starts_with": "starts with", "prefix": "starts with", "^@": "starts with"},
    **{"ends_with": "ends with", "suffix": "ends with", "list_contains": "contains", "list_has": "contains"},
}
_NEGATED = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">", "in": "not in", "not in": "in"}
_NEGATED |= {
    "like": "not like",
    "not like": "like",
    "ilike": "not ilike",
    "not ilike": "ilike",
    "is null": "is not null",
    "is not null": "is null",
}
_FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}

Base: TypeAlias = tuple[int, str, str]  # source number, view, column


def bases(expr: tree.Expr) -> Iterator[Base]:
    """Every view column that an expression reads, through aliases, subqueries and CTEs."""
    for part in tree.walk(expr):
        if isinstance(part, tree.Column) and part.field is not None:
            if part.field.base is not None and part.field.source is not None:
                yield part.field.source.number, *part.field.base
            for inner in part.field.exprs:
                yield from bases(inner)
        elif isinstance(part, tree.Subquery):
            for output in part.query.outputs:
                for inner in output.exprs:
                    yield from bases(inner)


def filters(query: tree.Query, name: str, clause: tree.Expr) -> Iterator[tuple[int, Filter]]:
    """The filters of a clause, with the number of the source they narrow."""
    everywhere = {id(c) for c in conjuncts(clause)} if name in ("WHERE", "ON") else set()
    optional = _narrowed_by_on(query) if name == "ON" else None
    for part, negated in _conditions(clause, False):
        for number, one in _one(part, negated):
            holds = id(part) in everywhere or (negated and _negation_in(clause, part, everywhere))
            if optional is not None and number not in optional.get(id(clause), set()):
                holds = False
            yield number, replace(one, everywhere=holds)


def _negation_in(clause: tree.Expr, part: tree.Expr, everywhere: set[int]) -> bool:
    return any(
        isinstance(c, tree.Op) and c.kind == "not" and c.items[0] is part and id(c) in everywhere
        for c in tree.walk(clause)
    )


def _narrowed_by_on(query: tree.Query) -> dict[int, set[int]]:
    """Per ON condition, the sources whose rows it narrows: an outer join keeps the rows of the side it preserves."""
    found: dict[int, set[int]] = {}

    def visit(part: tree.From | None) -> set[int]:
        if isinstance(part, tree.Join):
            left, right = visit(part.left), visit(part.right)
            sides = {"LEFT": right, "RIGHT": left, "OUTER": set[int](), "ANTI": right}.get(part.kind, left | right)
            for condition in part.conditions:
                found[id(condition)] = sides
            return left | right
        source = part.source if isinstance(part, tree.Table | tree.Derived) else None
        return set() if source is None else {source.number} | _inside(source)

    if isinstance(query, tree.Select):
        visit(query.source)
    return found


def _inside(source: tree.Source) -> set[int]:
    """Numbers of the sources inside a subquery."""
    if source.query is None or not isinstance(source.query, tree.Select):
        return set()
    return {n for s in source.query.sources for n in ({s.number} | _inside(s))}


def _conditions(expr: tree.Expr, negated: bool) -> Iterator[tuple[tree.Expr, bool]]:
    if isinstance(expr, tree.Op) and expr.kind == "not":
        yield from _conditions(expr.items[0], not negated)
        return
    yield expr, negated
    for part in tree.children(expr):
        yield from _conditions(part, negated if isinstance(expr, tree.Logic) else False)


def _one(part: tree.Expr, negated: bool) -> Iterator[tuple[int, Filter]]:
    for subject, op, written in _parts(part):
        op = _NEGATED.get(op, f"not {op}") if negated else op
        for number, view, column in bases(subject):
            yield number, Filter(view, column, op, written, False, isinstance(_uncast(subject), tree.Column))


def _parts(part: tree.Expr) -> Iterator[tuple[tree.Expr, str, tuple[str, ...]]]:
    """What a condition compares with which written values: (subject, op, values)."""
    match part:
        case tree.Compare():
            for subject, other, flipped in ((part.left, part.right, False), (part.right, part.left, True)):
                text = _literal(other)
                if text is not None:
                    op = _FLIPPED.get(part.op, part.op) if flipped else part.op
                    yield _asked(subject, {"is not distinct from": "=", "is distinct from": "<>"}.get(op, op), text)
                    return
        case tree.Op(kind="in" | "not_in" | "between"):
            yield from _listed(part.items[0], part.kind.replace("_", " "), part.items[1:])
        case tree.Op(kind="is_null" | "is_not_null"):
            yield part.items[0], part.kind.replace("_", " "), ()
        case tree.Call() if part.name in _MATCHES and len(part.args) > 1:
            listed = part.args[0]
            if isinstance(listed, tree.Call) and listed.name == "list_value":  # x IN ['a', 'b']
                yield from _listed(part.args[1], "in", listed.args)
            elif (text := _literal(part.args[1])) is not None:
                careless = len(part.args) > 2 and "i" in (_literal(part.args[2]) or "")
                yield part.args[0], _MATCHES[part.name], (f"(?i){text}" if careless else text,)
        case tree.Column() if part.field is not None and part.field.type == "BOOLEAN":
            yield part, "=", ("true",)


def _asked(subject: tree.Expr, op: str, text: str) -> tuple[tree.Expr, str, tuple[str, ...]]:
    """`year(x) > 2016` asks for days after the last of 2016; `strpos(x, 'a') > 0` asks whether x contains it."""
    if isinstance(subject, tree.Call) and subject.name in _PLACES_IN and len(subject.args) == 2:
        sought = _literal(subject.args[1])
        if sought is not None and (op, text) in _FOUND:
            return subject.args[0], "contains", (sought,)
    spanned = span(subject, text)
    if spanned is None:
        return subject, op, (text,)
    day, first, last = spanned
    days = {"=": (first, last), "<": (first,), ">=": (first,), "<=": (last,), ">": (last,)}.get(op)
    return (subject, op, (text,)) if days is None else (day, "between" if op == "=" else op, days)


_PLACES_IN = {"strpos", "instr", "position"}
_FOUND = {(">", "0"), (">=", "1"), ("<>", "0")}


def _listed(subject: tree.Expr, op: str, items: list[tree.Expr]) -> Iterator[tuple[tree.Expr, str, tuple[str, ...]]]:
    """`x IN (...)`, also `(x, y) IN ((...), (...))`, column by column."""
    rows = [item.args for item in items if isinstance(item, tree.Call) and item.name == "row"]
    if isinstance(subject, tree.Call) and subject.name == "row" and len(rows) == len(items):
        for index, column in enumerate(subject.args):
            yield from _listed(column, op, [row[index] for row in rows if index < len(row)])
        return
    texts = [_literal(item) for item in items]
    known = tuple(dict.fromkeys(t for t in texts if t is not None))
    if not known or None in texts:
        return
    if op == "between" and (first := span(subject, known[0])) and (last := span(subject, known[-1])):
        yield first[0], op, (first[1], last[2])
    elif op == "in" and all(span(subject, text) for text in known):
        for text in known:
            yield _asked(subject, "=", text)
    else:
        yield subject, op, known


def _uncast(expr: tree.Expr) -> tree.Expr:
    while isinstance(expr, tree.Cast):
        expr = expr.child
    return expr


def _literal(expr: tree.Expr) -> str | None:
    expr = _uncast(expr)
    if isinstance(expr, tree.Const):
        return expr.text if expr.kind != "NULL_LITERAL" else None
    if isinstance(expr, tree.Call) and expr.name in _WRITTEN:
        pieces = [_literal(arg) for arg in expr.args]
        known = [p for p in pieces if p is not None]
        return _WRITTEN[expr.name]("".join(known)) if len(known) == len(pieces) else None
    return None


# texts put together of written ones
_WRITTEN: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("||", "concat"), str),
    **dict.fromkeys(("lower", "lcase"), str.lower),
    **dict.fromkeys(("upper", "ucase"), str.upper),
    "trim": str.strip,
}
