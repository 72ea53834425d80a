"""Rule "listed": a list of rows shows each row once.

`SELECT r.county, r.offense FROM refusals r JOIN policies p ON p.state = r.state` lists a refusal once for every policy
of its state, and nothing of the policies is shown that would tell the lines apart.
"""

from __future__ import annotations

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.rules import Statement, parts
from bot.sql.space import grouped
from bot.sql.spaces import Spaces
from bot.sql.verdict import Refusal


def check(statement: Statement, spaces: Spaces) -> None:
    """Raises Refusal with code `fan_out`."""
    root = statement.query
    if not isinstance(root, tree.Select) or root.distinct or root.distinct_on or grouped(root):
        return
    if any(isinstance(p, tree.Window) for _, p in parts(root)):
        return
    space = spaces.of(root)
    shown = {n[0] for item in root.items for column, path in spaces.columns(item) if (n := spaces.node(column, path))}
    if any(isinstance(item, tree.Star) for item in root.items) or not shown:
        return
    for name in sorted(shown & set(space.leaves)):
        others = shown & set(space.leaves)
        have, _ = space.determined(others)
        missing = [leaf for other, leaf in space.leaves.items() if other not in have and not leaf.absent]
        if missing:
            leaf = space.leaves[name]
            raise Refusal("fan_out", say.listed_twice(leaf.label, missing[0].label), say.LISTED_TWICE_HINT)
