"""Rule "precedence": where AND and OR meet, brackets say what belongs together.

`state = 'Texas' OR state = 'Ohio' AND disposition = 'charge'` keeps every row of Texas: AND binds first, and whoever
reads the figure takes it for charges. `a AND b OR c AND d` has parts of one shape and can be read in one way only.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from bot.messages import sql_figures as say
from bot.sql.verdict import Refusal


def check(root: exp.Expr) -> None:
    """Raises Refusal with code `unclear_or`. Asked of sqlglot's tree, which keeps the brackets."""
    for found in root.find_all(exp.Or):
        if isinstance(found.parent, exp.Or):
            continue  # a part of a longer OR
        parts = [*_parts(found)]
        if any(isinstance(p, exp.And) for p in parts) and not all(isinstance(p.unnest(), exp.And) for p in parts):
            raise Refusal("unclear_or", say.UNCLEAR_OR, say.UNCLEAR_OR_HINT)


def _parts(found: exp.Expr) -> Iterator[exp.Expr]:
    if isinstance(found, exp.Or):
        yield from _parts(found.this)
        yield from _parts(found.expression)
    else:
        yield found
