"""Rule "named flags": `withdrawn` counts what is withdrawn, and `corrected` leaves that out.

`count(*) FILTER (WHERE NOT withdrawn) AS withdrawn_refusals` and `sum(issued) AS after_corrections` of all
rows are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.rules import Statement, clauses
from bot.sql.rules.outputs import FILLERS, Output, outputs
from bot.sql.schema import unit_names
from bot.sql.units import Units
from bot.sql.verdict import Refusal

_FLAG = "withdrawn"
_CORRECTIONS = "corrections"


def check(statement: Statement, units: Units) -> None:
    """Raises Refusal with code `misnamed`."""
    flags = {f.name for source in statement.sources for f in source.fields if f.type == "BOOLEAN"}
    if not flags:
        return
    promised = unit_names(statement.model)
    corrects = _FLAG in flags and all(source.view != _CORRECTIONS for source in statement.sources)
    for output in outputs(statement):
        if not flags.isdisjoint(output.words):
            _flag(output, flags, promised, statement, units)
        if corrects and _corrected(output):
            _left_out(output)


def _flag(output: Output, flags: set[str], promised: Mapping[str, str], statement: Statement, units: Units) -> None:
    """A count of the rows without the flag, or of all rows, under the flag's name."""
    rest = [word for word in output.words if word not in FILLERS and word not in promised]
    word = next((word for word in rest if word in flags), "")
    if not word or len(rest) > 1 or _is(output.expr, word):  # the column itself holds what it says
        return
    unit = units.of(output.expr, output.query)
    if unit not in (*statement.model.views, None):
        return
    found = [part for clause in _asked(output) for part in tree.walk(clause)]
    negated = any(isinstance(p, tree.Op) and p.kind == "not" and _is(p.items[0], word) for p in found)
    if negated or (unit is not None and not any(_is(part, word) for part in found)):
        raise Refusal("misnamed", say.named_value(output.name, word), say.NAMED_VALUE_HINT)


def _corrected(output: Output) -> bool:
    said = set(output.words)
    return "corrected" in said or {"after", "corrections"} <= said or {"after", "correction"} <= said


def _left_out(output: Output) -> None:
    """The rows that were taken back are left out."""
    if not isinstance(output.expr, tree.Call) or any(source.query is not None for source in output.query.sources):
        return  # a query further in may have left them out
    if any(isinstance(part, tree.Subquery) for part in tree.walk(output.expr)):
        return
    if not any(_without(part) for clause in _asked(output) for part in tree.walk(clause)):
        raise Refusal("misnamed", say.named_value(output.name, say.CORRECTED), say.NAMED_VALUE_HINT)


def _without(part: tree.Expr) -> bool:
    match part:
        case tree.Op(kind="not", items=[column]):
            return _is(column, _FLAG)
        case tree.Case(whens=[(when, tree.Const(text="0")), *_]):
            return _is(when, _FLAG)
        case tree.Call(name="if", args=[when, tree.Const(text="0"), _]):
            return _is(when, _FLAG)
        case tree.Compare(left=left, right=right):
            return _is(left, _FLAG) or _is(right, _FLAG)
        case _:
            return False


def _asked(output: Output) -> Iterator[tree.Expr]:
    yield output.expr
    yield from (clause for name, clause in clauses(output.query) if name == "WHERE")


def _is(expr: tree.Expr, column: str) -> bool:
    return isinstance(expr, tree.Column) and expr.field is not None and expr.field.name == column
