"""Rule "predicates": every condition looks at the row, and every join equates a column of each side."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import sql as say
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.functions import aggregates
from bot.sql.grounds import Grounds
from bot.sql.rules import Statement, clauses, conjuncts
from bot.sql.rules.combinations import always_same
from bot.sql.rules.constants import row_dependent, trivially_true
from bot.sql.verdict import Refusal

_FILTERS = {"WHERE", "HAVING", "QUALIFY", "ON", "FILTER"}


def check(statement: Statement) -> None:
    """Raises Refusal with code `constant_condition`, `self_comparison`, `join` or `cross_join`."""
    for query in statement.queries:
        for name, clause in clauses(query):
            for part in tree.walk(clause):
                _self_comparison(part, name)
            for where, condition in _conditions(name, clause):
                _condition(condition, where, statement.grounds)
        if isinstance(query, tree.Select):
            _joins(query)


def _conditions(name: str, clause: tree.Expr) -> Iterator[tuple[str, tree.Expr]]:
    """The conditions of a clause: the clause itself, and those of CASE and FILTER inside it."""
    if name in _FILTERS:
        yield name, clause
    for part in tree.walk(clause):
        if isinstance(part, tree.Case):
            yield from (("CASE", when) for when, _ in part.whens)
        elif isinstance(part, tree.Call | tree.Window):
            if part.filter is not None:
                yield "FILTER", part.filter
            if part.name in ("if", "count_if", "countif") and part.args:
                yield part.name, part.args[0]


def _condition(condition: tree.Expr, where: str, grounds: Grounds) -> None:
    subqueries_count = where not in _FILTERS
    for atom in _atoms(condition):
        if isinstance(atom, tree.Subquery) and atom.kind in ("EXISTS", "NOT_EXISTS"):
            if _own_row(atom.query):
                raise Refusal("self_comparison", say.self_comparison(where), say.EXISTS_HINT)
            if subqueries_count or looks_outside(atom.query):
                continue
            raise Refusal("constant_condition", say.EXISTS_UNRELATED, say.EXISTS_HINT)
        if trivially_true(atom) or not row_dependent(atom, subqueries_count):
            raise Refusal("constant_condition", say.constant_condition(where), say.CONSTANT_HINT)
    for part in tree.walk(condition):
        if isinstance(part, tree.Logic) and always_same(part):
            raise Refusal("constant_condition", say.constant_condition(where), say.CONSTANT_HINT)
    if always_same(condition):
        raise Refusal("constant_condition", say.constant_condition(where), say.CONSTANT_HINT)


def _atoms(condition: tree.Expr) -> Iterator[tree.Expr]:
    """The conditions between AND, OR and NOT."""
    if isinstance(condition, tree.Logic) or (isinstance(condition, tree.Op) and condition.kind == "not"):
        for item in condition.items:
            yield from _atoms(item)
    else:
        yield condition


def _self_comparison(part: tree.Expr, where: str) -> None:
    match part:
        case tree.Compare():
            same = canon(part.left) == canon(part.right)
        case tree.Op(kind="in" | "not_in" | "between"):
            texts = [canon(item) for item in part.items]
            same = texts[0] in texts[1:]
        case tree.Call() if len(part.args) >= 2 and part.name in _MATCHES:
            ours, theirs = _read(part.args[0]), _read(part.args[1])
            same = bool(theirs) and theirs <= ours
        case tree.Subquery(kind="ANY"):
            same = _own_values(part)
        case _:
            return
    if same and not any(isinstance(p, tree.Column) for p in tree.walk(part)):
        raise Refusal("constant_condition", say.constant_condition(where), say.CONSTANT_HINT)
    if same:
        raise Refusal("self_comparison", say.self_comparison(where), say.CONSTANT_HINT)


_MATCHES = {
    *("~~", "!~~", "~~*", "!~~*", "~~~", "like_escape", "ilike_escape", "not_like_escape", "not_ilike_escape"),
    *("starts_with", "ends_with", "prefix", "suffix", "^@", "contains", "regexp_matches", "regexp_full_match"),
}


def _read(expr: tree.Expr) -> set[str]:
    """The columns that an expression reads, each by its meaning."""
    return {canon(p) for p in tree.walk(expr) if isinstance(p, tree.Column)}


def _own_row(query: tree.Query) -> bool:
    """`EXISTS (SELECT 1 FROM refusals q WHERE q.row_no = r.row_no)` asked of refusals: every row finds itself."""
    if not isinstance(query, tree.Select) or len(query.sources) != 1 or query.sources[0].view is None:
        return False
    if query.having is not None or query.qualify is not None or query.limit is not None:
        return False
    for condition in conjuncts(query.where):
        if not isinstance(condition, tree.Compare) or condition.op not in ("=", "is not distinct from", "<=", ">="):
            return False
        sides = [s.field for s in (condition.left, condition.right) if isinstance(s, tree.Column)]
        if len(sides) != 2 or any(s is None or s.base is None for s in sides) or sides[0].base != sides[1].base:  # type: ignore[union-attr]
            return False
    return True


def _own_values(part: tree.Subquery) -> bool:
    """`county IN (SELECT county FROM refusals)` asked of refusals: true for every row."""
    query, child = part.query, part.child
    if not isinstance(query, tree.Select) or not isinstance(child, tree.Column) or child.field is None:
        return False
    filtered = query.where or query.having or query.qualify or query.limit or len(query.sources) != 1
    inner = query.items[0] if len(query.items) == 1 else None
    if filtered or not isinstance(inner, tree.Column) or inner.field is None:
        return False
    return child.field.base is not None and child.field.base == inner.field.base


def looks_outside(query: tree.Query) -> bool:
    """Whether a query uses a column of the query around it."""
    parts = [p for _, clause in clauses(query) for p in tree.walk(clause)]
    if any(isinstance(p, tree.Column) and p.outer for p in parts):
        return True
    inner = [p.query for p in parts if isinstance(p, tree.Subquery)]
    if isinstance(query, tree.SetOp):
        inner += query.branches
    elif isinstance(query, tree.Select):
        inner += [s.query for s in query.sources if s.query is not None]
    return any(looks_outside(q) for q in inner)


# -- joins


def _joins(query: tree.Select) -> None:
    where = [c for c in conjuncts(query.where) if isinstance(c, tree.Compare) and c.op == "="]
    _join(query.source, where)


def _join(part: tree.From | None, where: list[tree.Compare]) -> list[tree.Source]:
    """The sources of a part of FROM, after checking its joins."""
    if isinstance(part, tree.Table | tree.Derived):
        return [part.source] if part.source is not None else []
    if not isinstance(part, tree.Join):
        return []
    left, right = _join(part.left, where), _join(part.right, where)
    if part.kind == "CROSS":
        equated = any(_equates(c, left, right) for c in where)
        if not equated and not any(len(side) == 1 and one_row(side[0].query) for side in (left, right)):
            raise Refusal("cross_join", say.CROSS_JOIN, say.CROSS_JOIN_HINT)
    else:
        conditions = [c for on in part.conditions for c in conjuncts(on)]
        if not any(isinstance(c, tree.Compare) and c.op == "=" and _equates(c, left, right) for c in conditions):
            raise Refusal("join", say.JOIN_WITHOUT_EQUALITY, say.JOIN_HINT)
    return left + right


def _equates(condition: tree.Compare, left: list[tree.Source], right: list[tree.Source]) -> bool:
    ours, theirs = _used(condition.left), _used(condition.right)
    if not ours or not theirs:
        return False
    lefts, rights = {s.number for s in left}, {s.number for s in right}
    return (ours <= lefts and theirs <= rights) or (ours <= rights and theirs <= lefts)


def _used(expr: tree.Expr) -> set[int]:
    """Numbers of the sources whose columns an expression reads; aliases are followed."""
    found: set[int] = set()
    for part in tree.walk(expr):
        if isinstance(part, tree.Column) and part.field is not None:
            if part.field.source is not None:
                found.add(part.field.source.number)
            else:
                found |= {n for e in part.field.exprs for n in _used(e)}
    return found


def one_row(query: tree.Query | None) -> bool:
    """Whether a query always gives one row: totals without GROUP BY."""
    if not isinstance(query, tree.Select) or query.groups or query.group_all or query.group_sets:
        return False
    parts = [p for item in query.items for p in tree.walk(item)]
    return any(isinstance(p, tree.Call) and p.name in aggregates() for p in parts)
