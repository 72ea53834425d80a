"""The conditions of a statement that ask one column for its days, as SQL that can be tried on the days loaded.

`month(declined_on) = 7`, `2019 <= year(x)`, `date_trunc('month', x) = DATE '2017-02-01' + INTERVAL 5 MONTH`: whatever
the form, the engine itself says whether any day that is loaded fits.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.sql import tree
from bot.sql.lineage import DayCondition
from bot.sql.rules import Statement, clauses, conjuncts
from bot.sql.written_sql import column_of, written

_REPORT = "report_id"  # names its week by the first day


def day_conditions(statement: Statement) -> tuple[DayCondition, ...]:
    """Each such condition, and together those that one WHERE asks of the same column."""
    found: dict[DayCondition, None] = {}
    for query in statement.queries:
        for _, clause in clauses(query):
            together: dict[tuple[int, str, str], list[str]] = {}
            every = {id(c) for c in conjuncts(clause)}
            for atom in _atoms(clause):
                asked = column_of(atom)
                if asked is None or not _dated(statement, *asked[1:]):
                    continue
                for sql in _spelled(atom):
                    found[DayCondition(asked[1], asked[2], sql)] = None
                whole = written(atom)
                if id(atom) in every and whole is not None:
                    together.setdefault(asked, []).append(whole)
            for (_, view, column), parts in together.items():
                if len(parts) > 1:
                    found[DayCondition(view, column, " AND ".join(parts))] = None
    return tuple(found)


def _dated(statement: Statement, view: str, column: str) -> bool:
    kind = statement.model.views[view].columns[column].type.upper()
    return kind == "DATE" or column == _REPORT


def _atoms(expr: tree.Expr) -> Iterator[tree.Expr]:
    """The conditions that a clause asks to hold, also inside CASE and FILTER; a negation asks for nothing."""
    if isinstance(expr, tree.Op) and expr.kind == "not":
        return
    if isinstance(expr, tree.Compare | tree.Op | tree.Call) and _asks(expr):
        yield expr
        return
    for part in tree.children(expr):
        yield from _atoms(part)


def _asks(expr: tree.Compare | tree.Op | tree.Call) -> bool:
    if isinstance(expr, tree.Compare):
        asks = expr.op in ("=", "<", "<=", ">", ">=", "is not distinct from")
    elif isinstance(expr, tree.Op):
        asks = expr.kind in ("in", "between")
    else:
        asks = expr.name in _MATCHES
    return asks and any(isinstance(p, tree.Const) for p in tree.walk(expr))


_MATCHES = {"~~", "~~*", "starts_with", "prefix", "^@", "regexp_matches", "contains", "list_contains", "list_has"}


def _spelled(atom: tree.Expr) -> Iterator[str]:
    """The condition as SQL; `x IN (a, b)` one by one, since a or b alone may not be loaded."""
    if isinstance(atom, tree.Op) and atom.kind == "in":
        for item in atom.items[1:]:
            sql = written(tree.Compare("=", atom.items[0], item))
            if sql is not None:
                yield sql
        return
    sql = written(atom)
    if sql is not None:
        yield sql
