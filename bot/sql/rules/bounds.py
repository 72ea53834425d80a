"""Rule "bounds": joins, nesting and LIMIT within limits; nothing that makes a figure a sample."""

from __future__ import annotations

from bot.messages import sql as say
from bot.sql import tree
from bot.sql.functions import aggregates
from bot.sql.rules import Statement, clauses, parts
from bot.sql.verdict import Refusal

MAX_JOINS = 8
MAX_LEVELS = 6
MAX_LIMIT = 1_000
MAX_PARTS = 10_000  # of all expressions, aliases and columns of subqueries spelled out
MAX_GROUPINGS = 64  # grouping sets: six columns in every combination
_ORDERED_WINDOWS = {
    *("row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile"),
    *("lag", "lead", "first_value", "last_value", "nth_value"),
}
_ORDERED_CALLS = {"first", "last"}


def check(statement: Statement) -> None:
    """Raises Refusal with code `bounds` or `sampled`."""
    if sum(_joins(s.source) for s in statement.selects()) > MAX_JOINS:
        raise Refusal("bounds", say.TOO_MANY_JOINS.format(limit=MAX_JOINS), say.BOUNDS_HINT)
    if _levels(statement.query) > MAX_LEVELS:
        raise Refusal("bounds", say.TOO_DEEP.format(limit=MAX_LEVELS), say.BOUNDS_HINT)
    if any(query.group_sets > MAX_GROUPINGS for query in statement.selects()):
        raise Refusal("bounds", say.TOO_MANY_GROUPINGS.format(limit=MAX_GROUPINGS), say.BOUNDS_HINT)
    for query in statement.queries:
        if query.distinct_on and not query.order and id(query) not in statement.exists:
            raise Refusal("sampled", say.UNORDERED.format(name="DISTINCT ON"), say.UNORDERED_HINT)
        _unordered(query)
    _sampled(statement.query, statement, totals=False)


def limits(statement: Statement) -> None:
    """Refuse a LIMIT or OFFSET that is no plain number, or too high. Asked before anything else looks at it."""
    for query in statement.queries:
        for clause, most in ((query.limit, MAX_LIMIT), (query.offset, None)):
            if clause is None:
                continue
            if not isinstance(clause, tree.Const) or clause.kind != "INTEGER" or not clause.text.isdigit():
                raise Refusal("bounds", say.LIMIT_NOT_PLAIN, say.LIMIT_HINT.format(limit=MAX_LIMIT))
            if most is not None and int(clause.text) > most:
                raise Refusal("bounds", say.LIMIT_TOO_HIGH.format(limit=most), say.LIMIT_HINT.format(limit=most))


def spelled_out(statement: Statement) -> None:
    """Refuse a statement that becomes huge once its names are replaced by what they stand for."""
    sizes: dict[int, int] = {}
    total = sum(_size(clause, sizes) for query in statement.queries for _, clause in clauses(query))
    if total > MAX_PARTS:
        raise Refusal("too_complex", say.TOO_COMPLEX, say.TOO_COMPLEX_HINT)


def _size(expr: tree.Expr, sizes: dict[int, int]) -> int:
    known = sizes.get(id(expr))
    if known is not None:
        return known
    size = 1 + sum(_size(part, sizes) for part in tree.children(expr))
    if isinstance(expr, tree.Column) and expr.field is not None:
        size += sum(_size(inner, sizes) for inner in expr.field.exprs)
    elif isinstance(expr, tree.Subquery):
        size += sum(_size(inner, sizes) for output in expr.query.outputs for inner in output.exprs)
    sizes[id(expr)] = size
    return size


def _joins(part: tree.From | None) -> int:
    return 1 + _joins(part.left) + _joins(part.right) if isinstance(part, tree.Join) else 0


def inner_queries(query: tree.Query) -> list[tree.Query]:
    """The queries that stand directly inside this one: CTEs, branches, subqueries in FROM and in expressions."""
    found = [cte.query for cte in query.ctes]
    if isinstance(query, tree.SetOp):
        found += query.branches
    elif isinstance(query, tree.Select):
        found += _derived(query.source)
    found += [part.query for _, part in parts(query) if isinstance(part, tree.Subquery)]
    return found


def _derived(part: tree.From | None) -> list[tree.Query]:
    if isinstance(part, tree.Join):
        return _derived(part.left) + _derived(part.right)
    return [part.query] if isinstance(part, tree.Derived) else []


def _levels(query: tree.Query) -> int:
    deepest = max((_levels(q) for q in inner_queries(query)), default=0)
    return deepest if isinstance(query, tree.SetOp) else deepest + 1


def _unordered(query: tree.Query) -> None:
    for _, part in parts(query):
        if isinstance(part, tree.Window) and part.name in _ORDERED_WINDOWS and not part.order:
            raise Refusal("sampled", say.UNORDERED.format(name=part.name), say.UNORDERED_HINT)
        if isinstance(part, tree.Call) and part.name in _ORDERED_CALLS and not part.order:
            raise Refusal("sampled", say.UNORDERED.format(name=part.name), say.UNORDERED_HINT)


def totals(query: tree.Query) -> bool:
    """Whether a query adds up or counts: then a sample below it changes its figures."""
    if not isinstance(query, tree.Select):
        return False
    if query.groups or query.group_all:
        return True
    return any(
        isinstance(p, tree.Window) or (isinstance(p, tree.Call) and p.name in aggregates()) for _, p in parts(query)
    )


def _sampled(query: tree.Query, statement: Statement, totals: bool) -> None:
    """`totals`: a query around this one adds up what it gives."""
    cut = query.limit is not None or query.offset is not None or bool(query.distinct_on)
    if totals and cut and not query.order and id(query) not in statement.exists:
        raise Refusal("sampled", say.SAMPLED, say.SAMPLED_HINT)
    below = totals or _adds(query) or (isinstance(query, tree.Select) and isinstance(query.source, tree.Join))
    for _, part in parts(query):
        if isinstance(part, tree.Subquery):  # its rows decide a figure, or which rows are shown
            _sampled(part.query, statement, totals=True)
    for inner in inner_queries(query):
        _sampled(inner, statement, below)
    if isinstance(query, tree.Select):
        for source in query.sources:
            if source.query is not None:
                _sampled(source.query, statement, below)


def _adds(query: tree.Query) -> bool:
    return totals(query)
