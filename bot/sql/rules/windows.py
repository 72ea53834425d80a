"""Rule "windows": a total or a rank over a window of one row says nothing: a share of itself, the first of one."""

from __future__ import annotations

from bot.messages import sql_figures as say
from bot.messages import sql_names as say_names
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.functions import aggregates
from bot.sql.rules import Statement, parts
from bot.sql.rules.constants import meant
from bot.sql.rules.outputs import outputs
from bot.sql.space import group_keys, grouped
from bot.sql.spaces import Spaces
from bot.sql.verdict import Refusal


def check(statement: Statement, spaces: Spaces) -> None:
    """Raises Refusal with code `one_row_window`."""
    _other_groups(statement)
    for query in statement.selects():
        for _, part in parts(query):
            if isinstance(part, tree.Window) and part.partitions and _one_row(part, query, spaces):
                message = say.ONE_ROW_WINDOW.format(function=part.name)
                raise Refusal("one_row_window", message, say.ONE_ROW_WINDOW_HINT)


def _other_groups(statement: Statement) -> None:
    """`count(*) OVER (PARTITION BY state) AS county_refusals`: the whole state's beside each county."""
    for output in outputs(statement):
        window = meant(output.expr)
        if not isinstance(window, tree.Window) or not window.partitions or window.name not in aggregates():
            continue
        names = {f.name for source in output.query.sources for f in source.fields if f.type == "VARCHAR"}
        said = names & set(output.words)
        by = {p.field.name for part in window.partitions if isinstance(p := meant(part), tree.Column) and p.field}
        if said and by and not said & by and len(by) == len(window.partitions):
            held = say_names.per_group(min(by))
            raise Refusal("misnamed", say_names.misnamed(output.name, min(said), held), say_names.MISNAMED_HINT)


def _one_row(window: tree.Window, query: tree.Select, spaces: Spaces) -> bool:
    """Whether what the window is partitioned by tells all rows apart."""
    space = spaces.of(query)
    nodes = [n for p in window.partitions if (n := spaces.node(p))]
    if grouped(query):
        keys = group_keys(query)
        if not keys or query.group_sets > 1:
            return False
        split_by = {canon(p) for p in window.partitions}
        _, known = space.determined((), nodes, by_keys_alone=True)
        return all(canon(k) in split_by or ((n := spaces.node(k)) and space.root(n) in known) for k in keys)
    have, _ = space.determined((), nodes, by_keys_alone=True)
    return bool(space.leaves) and have >= set(space.leaves)
