"""A change is the later figure less the earlier one, and the row before is the row before.

`first_week - second_week AS increase`, `lead(n) OVER (ORDER BY report_id) AS previous_week` and
`(second - first) / second AS pct_change` turn a rise into a fall, or measure it against the wrong week.
"""

from __future__ import annotations

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.functions import aggregates
from bot.sql.rules.added import Counted, counted
from bot.sql.rules.constants import meant
from bot.sql.rules.names.evidence import Evidence
from bot.sql.rules.outputs import Output
from bot.sql.rules.overlap import asked, exclude, narrowed
from bot.sql.verdict import Refusal

_WEEKS = {"report_id"}


def neighbour(evidence: Evidence, said: frozenset[str]) -> None:
    """`previous_week` is not of the row after."""
    output = evidence.output
    inner = meant(output.expr)
    other = "before" if "after" in said else "after"
    turned = _side(inner) == other
    if len(said) == 1 and "change" not in output.promise and (turned or _of_all(inner)):
        raise Refusal("misnamed", say.other_neighbour(output.name), say.CHANGE_HINT)


def _of_all(expr: tree.Expr) -> bool:
    """`avg(n) OVER () AS previous`."""
    return isinstance(expr, tree.Window) and expr.name in aggregates() and not (expr.order or expr.frame)


def _side(expr: tree.Expr) -> str:
    """Whether a window looks at the row `before` or the one `after` in time; empty for everything else."""
    while isinstance(expr, tree.Cast):
        expr = meant(expr.child)
    if not isinstance(expr, tree.Window) or expr.name not in ("lag", "lead") or not expr.order:
        return ""
    key = meant(expr.order[0].expr)
    if (
        not isinstance(key, tree.Column)
        or key.field is None
        or not (key.field.type == "DATE" or key.field.name in _WEEKS)
    ):
        return ""  # the row before in a ranking
    return "before" if (expr.name == "lag") != expr.order[0].descending else "after"


def change(evidence: Evidence, said: frozenset[str]) -> None:
    """The later figure less the earlier one, measured against the earlier one."""
    output = evidence.output
    for part in tree.walk(meant(output.expr)):
        if not isinstance(part, tree.Call) or len(part.args) != 2:
            continue
        if part.name == "-" and _turned(part.args[0], part.args[1], output.query):
            raise Refusal("misnamed", say.turned(output.name), say.CHANGE_HINT)
        if part.name in ("/", "divide"):
            _base(part, output)


def _turned(one: tree.Expr, other: tree.Expr, query: tree.Select) -> bool:
    if _side(meant(other)) == "after" or _side(meant(one)) == "before":
        return True
    return _later(counted(other, query), counted(one, query))


def _base(quotient: tree.Call, output: Output) -> None:
    """What a change in percent is measured against: the earlier figure."""
    for part in tree.walk(quotient.args[0]):
        if isinstance(part, tree.Call) and part.name == "-" and len(part.args) == 2:
            base = counted(_plain(quotient.args[1]), output.query)
            if _later(base, counted(part.args[1], output.query)):
                raise Refusal("misnamed", say.turned(output.name), say.CHANGE_HINT)
            return


def _plain(expr: tree.Expr) -> tree.Expr:
    while isinstance(expr, tree.Call) and expr.name == "nullif":
        expr = expr.args[0]
    return expr


def _later(one: Counted | None, other: Counted | None) -> bool:
    """Whether one figure is of later reports or days than the other."""
    if one is None or other is None:
        return False
    ours, theirs = (narrowed(asked(c.query), c.conditions) for c in (one, other))
    for column in ours.keys() & theirs.keys():
        if column[1] in ("report_id", "period_start", "declined_on") and exclude(ours[column], theirs[column]):
            lows = [min(b[2]) if b[2] else b[0] or "" for b in (ours[column], theirs[column])]
            return lows[0] > lows[1]
    return False
