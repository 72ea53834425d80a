"""Rule "cut": what a LIMIT or a frame leaves is not taken for all rows.

A share of the five largest adds up to 100 whatever the others hold; the "30 oldest" are a sample once several rows
share the last day.
"""

from __future__ import annotations

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.functions import aggregates, allowed
from bot.sql.rules import Statement, clauses, parts
from bot.sql.rules.bounds import totals
from bot.sql.rules.constants import meant
from bot.sql.space import looked_through
from bot.sql.spaces import Spaces
from bot.sql.verdict import Refusal

_COUNTS = {"count", "count_star"}
_CHANCE = {"day", "dayofmonth", "dayofyear"}


def check(statement: Statement, spaces: Spaces) -> None:
    """Raises Refusal with code `sampled` or `counts_all`."""
    for query in statement.selects():
        if id(query) in statement.exists:
            continue
        for name, clause in clauses(query):
            if name in ("WHERE", "HAVING", "QUALIFY", "ON") and any(_every_nth(p) for p in tree.walk(clause)):
                raise Refusal("sampled", say.EVERY_NTH, say.SAMPLED_ROWS_HINT)
        windows = [p for _, p in parts(query) if isinstance(p, tree.Window)]
        for window in windows:
            if window.name in _COUNTS and any(isinstance(f, tree.Const) for f in window.frame):
                raise Refusal("counts_all", say.FRAME_COUNT, say.FRAME_COUNT_HINT)
        for source in query.sources:
            if source.query is not None and _cuts(source.query):
                _above(query, source.query, windows, spaces)


def _above(query: tree.Select, cut: tree.Query, windows: list[tree.Window], spaces: Spaces) -> None:
    for window in windows:
        if window.name in aggregates() and allowed()[window.name].adds:
            hint = say.CUT_WINDOW_HINT
            raise Refusal("sampled", say.CUT_WINDOW.format(function=window.name), hint)
    if totals(query) and isinstance(cut, tree.Select) and looked_through(cut) and not _told_apart(cut, spaces):
        raise Refusal("sampled", say.TIES, say.TIES_HINT)


def _cuts(query: tree.Query) -> bool:
    return isinstance(query.limit, tree.Const) and query.limit.text != "1"


def _told_apart(cut: tree.Select, spaces: Spaces) -> bool:
    """Whether ORDER BY names what tells the rows apart."""
    space = spaces.of(cut)
    nodes = [n for key in cut.order if (n := spaces.node(key.expr))]
    return set(space.leaves) <= space.determined((), nodes, by_keys_alone=True)[0]


def _every_nth(part: tree.Expr) -> bool:
    """`row_no % 2`, `length(county) % 2`: which rows are kept has nothing to do with what they say."""
    if not isinstance(part, tree.Call) or part.name not in ("%", "mod") or len(part.args) != 2:
        return False
    inner = meant(part.args[0])
    if isinstance(inner, tree.Window):
        return allowed()[inner.name].gives == "number"
    if isinstance(inner, tree.Call):
        return inner.name in _CHANCE or allowed()[inner.name].group == "Numbers about text"
    return isinstance(inner, tree.Column) and inner.field is not None and inner.field.serial
