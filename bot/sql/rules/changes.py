"""Rule "changes": a change is the later figure less the earlier one, and the row before is the row before.

`first_week - second_week AS increase`, `lead(n) OVER (ORDER BY report_id) AS previous_week` and
`(second - first) / second AS pct_change` turn a rise into a fall, or measure it against the wrong week.
"""

from __future__ import annotations

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.rules import Statement
from bot.sql.rules.added import Counted, counted
from bot.sql.rules.constants import meant
from bot.sql.rules.outputs import Output, outputs
from bot.sql.rules.overlap import asked, exclude, narrowed
from bot.sql.verdict import Refusal

_BEFORE = {"previous", "prior", "prev", "before", "preceding", "earlier"}
_AFTER = {"next", "following", "after", "subsequent"}
_WEEKS = {"report_id"}
_CHANGES = {"change", "increase", "growth", "rise", "gain", "delta", "chg"}


def check(statement: Statement) -> None:
    """Raises Refusal with code `misnamed`."""
    for output in outputs(statement):
        said = set(output.words)
        if said & (_BEFORE | _AFTER):
            _neighbour(output, said)
        if said & _CHANGES:
            _change(output)


def _neighbour(output: Output, said: set[str]) -> None:
    side = _side(meant(output.expr))
    if side and said & (_BEFORE if side == "after" else _AFTER) and not said & _CHANGES:
        raise Refusal("misnamed", say.other_neighbour(output.name), say.CHANGE_HINT)


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


def _change(output: Output) -> None:
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
