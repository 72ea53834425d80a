"""Works out the lineage of a checked statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.sql import tree
from bot.sql.day_conditions import day_conditions
from bot.sql.filters import bases, filters
from bot.sql.functions import aggregates
from bot.sql.lineage import Filter, Lineage
from bot.sql.rules import Statement, clauses, parts
from bot.sql.space import grouped
from bot.sql.spaces import Spaces

_PLACES = ("county", "state", "place", "jurisdiction", "facility", "aor")
_EXCLUDING = ("<>", "is null", "is not null")


def trace(statement: Statement, spaces: Spaces) -> Lineage:
    """The lineage of a statement that passed every rule."""
    views = tuple(dict.fromkeys(s.view for s in statement.sources if s.view is not None))
    columns: dict[str, dict[str, None]] = {view: {} for view in views}
    found: list[tuple[int, Filter]] = []
    for query in statement.queries:
        for name, clause in clauses(query):
            for _, view, column in bases(clause):
                columns.setdefault(view, {})[column] = None
            found += filters(query, name, clause)
    shown: dict[str, dict[str, None]] = {view: {} for view in views}
    for output in statement.query.outputs:
        for expr in output.exprs:
            for _, view, column in bases(expr):
                shown.setdefault(view, {})[column] = None
    kept = tuple(dict.fromkeys(f for _, f in found))
    asks = "corrections" in views or any("withdrawn" in names for names in columns.values())
    return Lineage(
        views=views,
        columns={view: tuple(names) for view, names in columns.items()},
        shown={view: tuple(names) for view, names in shown.items() if names},
        filters=kept,
        reports=_reports(statement, found, spaces),
        places=_places(kept),
        withdrawn=_withdrawn(statement, found),
        asks_withdrawn=asks,
        counts=_counts(statement),
        days=day_conditions(statement),
    )


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
