"""Works out the lineage of a checked statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from bot.sql import tree
from bot.sql.functions import aggregates
from bot.sql.lineage import Filter, Lineage
from bot.sql.rules import Statement, clauses, conjuncts, parts
from bot.sql.space import grouped
from bot.sql.spaces import Spaces

_PLACES = ("county", "state", "place", "jurisdiction", "facility", "aor")
_MATCHES = {
    **{"~~": "like", "~~*": "like", "like_escape": "like", "ilike_escape": "like", "~~~": "glob"},
    **{"!~~": "not like", "!~~*": "not like", "not_like_escape": "not like", "not_ilike_escape": "not like"},
    **{"regexp_matches": "matches", "regexp_full_match": "matches", "contains": "contains"},
    **{"starts_with": "starts with", "prefix": "starts with", "^@": "starts with"},
    **{"ends_with": "ends with", "suffix": "ends with", "list_contains": "contains", "list_has": "contains"},
}
_NEGATED = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">", "in": "not in", "not in": "in"}
_NEGATED |= {"like": "not like", "not like": "like", "is null": "is not null", "is not null": "is null"}
_EXCLUDING = ("<>", "is null", "is not null")
_FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}

Base: TypeAlias = tuple[int, str, str]  # source number, view, column


def trace(statement: Statement, spaces: Spaces) -> Lineage:
    """The lineage of a statement that passed every rule."""
    views = tuple(dict.fromkeys(s.view for s in statement.sources if s.view is not None))
    columns: dict[str, dict[str, None]] = {view: {} for view in views}
    found: list[tuple[int, Filter]] = []
    for query in statement.queries:
        for name, clause in clauses(query):
            for _, view, column in bases(clause):
                columns.setdefault(view, {})[column] = None
            found += _filters(query, name, clause)
    shown: dict[str, dict[str, None]] = {view: {} for view in views}
    for output in statement.query.outputs:
        for expr in output.exprs:
            for _, view, column in bases(expr):
                shown.setdefault(view, {})[column] = None
    filters = tuple(dict.fromkeys(f for _, f in found))
    asks = "corrections" in views or any("withdrawn" in names for names in columns.values())
    return Lineage(
        views=views,
        columns={view: tuple(names) for view, names in columns.items()},
        shown={view: tuple(names) for view, names in shown.items() if names},
        filters=filters,
        reports=_reports(statement, found, spaces),
        places=_places(filters),
        withdrawn=_withdrawn(statement, found),
        asks_withdrawn=asks,
        counts=_counts(statement),
    )


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


# -- filters


def _filters(query: tree.Query, name: str, clause: tree.Expr) -> Iterator[tuple[int, Filter]]:
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
                    yield subject, {"is not distinct from": "=", "is distinct from": "<>"}.get(op, op), (text,)
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
                yield part.args[0], _MATCHES[part.name], (text,)
        case tree.Column() if part.field is not None and part.field.type == "BOOLEAN":
            yield part, "=", ("true",)


def _listed(subject: tree.Expr, op: str, items: list[tree.Expr]) -> Iterator[tuple[tree.Expr, str, tuple[str, ...]]]:
    """`x IN (...)`, also `(x, y) IN ((...), (...))`, column by column."""
    rows = [item.args for item in items if isinstance(item, tree.Call) and item.name == "row"]
    if isinstance(subject, tree.Call) and subject.name == "row" and len(rows) == len(items):
        for index, column in enumerate(subject.args):
            yield from _listed(column, op, [row[index] for row in rows if index < len(row)])
        return
    texts = [_literal(item) for item in items]
    known = tuple(dict.fromkeys(t for t in texts if t is not None))
    if known and None not in texts:
        yield subject, op, known


def _uncast(expr: tree.Expr) -> tree.Expr:
    while isinstance(expr, tree.Cast):
        expr = expr.child
    return expr


def _literal(expr: tree.Expr) -> str | None:
    expr = _uncast(expr)
    return expr.text if isinstance(expr, tree.Const) and expr.kind != "NULL_LITERAL" else None


# -- what follows from them


def _places(filters: Iterable[Filter]) -> tuple[tuple[str, str], ...]:
    wanted = (f for f in filters if f.column in _PLACES and f.op not in _EXCLUDING and not f.op.startswith("not "))
    asked = [(f.column, value) for f in wanted for value in f.values]
    return tuple(dict.fromkeys(asked))


def _narrow(filters: Iterable[Filter], column: str) -> set[str] | None:
    """The values that filters on a column leave; None when they leave it open."""
    left: set[str] | None = None
    for one in filters:
        if one.everywhere and one.bare and one.column == column and one.op in ("=", "in"):
            left = set(one.values) if left is None else left & set(one.values)
    return left


def _reports(statement: Statement, found: list[tuple[int, Filter]], spaces: Spaces) -> tuple[str, ...] | None:
    """The reports that every row comes from: each source is narrowed itself, or joined to one that is."""
    own: dict[int, set[str] | None] = {}
    for source in statement.sources:
        if source.view is not None:
            filters = [f for number, f in found if number == source.number]
            left = _narrow(filters, "report_id")
            if source.view == "reports" and left is None:
                left = _narrow(filters, "period_start")
            own[source.number] = left
    for query in statement.selects():
        _spread(spaces, query, own)
    if not own or any(left is None for left in own.values()):
        return None
    return tuple(sorted(set().union(*(left for left in own.values() if left is not None))))


def _spread(spaces: Spaces, query: tree.Select, own: dict[int, set[str] | None]) -> None:
    """Sources joined on report_id share what is known of it."""
    space = spaces.of(query)
    groups: dict[object, list[int]] = {}
    for name, leaf in space.leaves.items():
        if leaf.source.view is not None and any(f.name == "report_id" for f in leaf.source.fields):
            groups.setdefault(space.root((name, "report_id")), []).append(leaf.source.number)
    for numbers in groups.values():
        known = [own[n] for n in numbers if own.get(n) is not None]
        for number in numbers:
            if own.get(number) is None and known:
                own[number] = known[0]


def _withdrawn(statement: Statement, found: list[tuple[int, Filter]]) -> tuple[str, ...]:
    """Views that are read somewhere without leaving out withdrawn rows."""
    open_views: dict[str, None] = {}
    for source in statement.sources:
        if source.view is None or not any(f.name == "withdrawn" for f in source.fields):
            continue
        left_out = any(
            number == source.number and f.everywhere and f.bare and (f.column, f.op, f.values) in _NOT_WITHDRAWN
            for number, f in found
        )
        if not left_out:
            open_views[source.view] = None
    return tuple(open_views)


_NOT_WITHDRAWN = {("withdrawn", op, (value,)) for op, value in (("=", "false"), ("<>", "true"), ("in", "false"))}


def _counts(statement: Statement) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for query in statement.selects():
        totals = any(isinstance(p, tree.Call | tree.Window) and p.name in aggregates() for _, p in parts(query))
        if totals or grouped(query):
            for source in query.sources:
                found.update(dict.fromkeys(_views(source)))
    return tuple(found)


def _views(source: tree.Source) -> Iterator[str]:
    if source.view is not None:
        yield source.view
    elif isinstance(source.query, tree.Select):
        for inner in source.query.sources:
            yield from _views(inner)
    elif isinstance(source.query, tree.SetOp):
        for branch in source.query.branches:
            for inner in branch.sources if isinstance(branch, tree.Select) else ():
                yield from _views(inner)
