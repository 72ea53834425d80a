"""Rule "named units": a figure's name says what it counts.

`count(DISTINCT county) AS declined` would be printed as refusals, `count(DISTINCT county) AS states` as states.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.functions import aggregates, allowed
from bot.sql.rules import Statement
from bot.sql.rules.added import Counted, counted
from bot.sql.rules.constants import meant
from bot.sql.rules.outputs import FILLERS, Output, outputs
from bot.sql.schema import unit_names
from bot.sql.space import group_keys
from bot.sql.units import VALUES, Units
from bot.sql.verdict import Refusal

_IRREGULAR = {"person": "people"}
_PICKED_BY = {"arg_max", "arg_min", "max_by", "min_by", "first", "last"}
_ONE_OF = {"min", "max", "median", "mode", "any_value", "first", "last"}
_ROUNDS = {"round", "abs", "@"}
_NEIGHBOURS = {"lag", "lead", "first_value", "last_value", "nth_value", "min", "max"}
_WHAT = {"detainer", "detainers"}
_GENERIC = {"places"}  # a word for counties, states and towns alike


def check(statement: Statement, units: Units) -> None:
    """Raises Refusal with code `misnamed`."""
    promises = unit_names(statement.model)
    views = [source.view for source in statement.sources if source.view is not None]
    flags = {f.name for source in statement.sources for f in source.fields if f.type == "BOOLEAN"}
    promises = {**{view.split("_")[-1]: view for view in views}, **promises}
    columns = {plural(f.name): f.name for source in statement.sources if source.view for f in source.fields}
    for output in outputs(statement):
        _each(output, units, statement)
        _labelled(output, units, promises)
        word = _only(output)
        if not word or word in flags:
            continue
        if (promised := promises.get(word)) is not None and word not in columns:
            unit = say.A_TEXT if isinstance(output.expr, tree.Const) else units.of(output.expr, output.query)
            if unit is not None and unit != promised:
                raise Refusal("misnamed", say.misnamed(output.name, promised, unit), say.MISNAMED_HINT)
            if (other := _other(output, statement)) and not isinstance(output.expr, tree.Column):
                raise Refusal("misnamed", say.misnamed(output.name, promised, other), say.MISNAMED_HINT)
        elif word in columns and word not in _GENERIC and word not in views and "all" not in output.words:
            _things(output, word, columns, units, statement)


def _other(output: Output, statement: Statement) -> str:
    """What a figure is that bears the plain name of a count and is none: another row's, a difference, a place."""
    inner = output.expr
    while isinstance(inner, tree.Cast) or (isinstance(inner, tree.Call) and inner.name in _ROUNDS):
        inner = inner.child if isinstance(inner, tree.Cast) else inner.args[0]
    if isinstance(inner, tree.Window) and inner.name in _NEIGHBOURS and inner.args and _totals(meant(inner.args[0])):
        return say.ANOTHER_ROW
    if isinstance(inner, tree.Call) and inner.name == "-" and len(inner.args) == 2:
        whole, part = (counted(arg, output.query) for arg in inner.args)
        if whole is not None and (whole.conditions or part is None) and not _rest(whole, part):
            return say.A_DIFFERENCE
    if isinstance(inner, tree.Window) and inner.name in aggregates() and inner.order and allowed()[inner.name].adds:
        return say.RUNNING
    if isinstance(inner, tree.Call) and inner.name in _ONE_OF and inner.args and _several(inner.args[0], output.query):
        return say.ONE_OF_TOTALS
    value = statement.grounds.of(output.expr)
    if value.ratio or value.percent:
        return say.A_RATIO
    return say.A_PLACE if value.place else ""


def _several(total: tree.Expr, query: tree.Select) -> bool:
    """Whether a group of this query holds several totals of the query below."""
    owner = total.field.owner if isinstance(total, tree.Column) and total.field is not None else None
    inner = meant(total)
    if not isinstance(owner, tree.Select) or not isinstance(inner, tree.Call) or inner.name not in aggregates():
        return False
    if any(isinstance(item, tree.Call) and item.name in _PICKED_BY for item in query.items):
        return False  # arg_max(county, n) AS county, max(n) AS refusals
    return allowed()[inner.name].adds and len(group_keys(owner)) > len(group_keys(query))


def _totals(expr: tree.Expr) -> bool:
    return any(isinstance(p, tree.Call) and p.name in aggregates() for p in tree.walk(expr))


def _rest(whole: Counted, part: Counted | None) -> bool:
    """Whether what is taken off is counted among the whole: `convictions - convictions of Texas`."""
    return part is not None and {canon(c) for c in whole.conditions} <= {canon(c) for c in part.conditions}


_EACH = {"report": "report_id", "week": "report_id"}


def _each(output: Output, units: Units, statement: Statement) -> None:
    """`count(*) / count(DISTINCT report_id) AS per_state`."""
    match output.expr:
        case tree.Call(name="/" | "divide" | "//", args=[_, whole]) if "per" in output.words[:-1]:
            word = output.words[output.words.index("per") + 1]
            column, unit = _EACH.get(word, word), units.of(whole, output.query) or ""
            known = any(field.name == column for source in statement.sources for field in source.fields)
            if known and unit.startswith(f"{VALUES} of ") and column not in _columns_of(unit):
                raise Refusal("misnamed", say.misnamed(output.name, f"per {word}", f"per {unit}"), say.MISNAMED_HINT)


def _labelled(output: Output, units: Units, promises: Mapping[str, str]) -> None:
    """`'declined' AS what, sum(issued)`: the label of another figure."""
    if not isinstance(output.expr, tree.Const) or output.expr.kind != "STRING":
        return
    promised = promises.get(output.expr.text.strip().lower())
    found = {units.of(item, output.query) for item in output.query.items} - {None}
    if promised is not None and found and promised not in found and found & {*promises.values()}:
        raise Refusal("misnamed", say.misnamed(output.expr.text, promised, str(next(iter(found)))), say.MISNAMED_HINT)


def _columns_of(unit: str) -> list[str]:
    return unit.removeprefix(f"{VALUES} of ").replace(",", " ").split()


def _things(output: Output, word: str, columns: Mapping[str, str], units: Units, statement: Statement) -> None:
    """`states` holds a number of states: different values, or the rows of a view of which each has its own."""
    unit = units.of(output.expr, output.query)
    column = columns[word]
    if unit is None or (unit.startswith(VALUES) and column in _columns_of(unit)):
        return
    view = statement.model.views.get(unit)
    if unit.startswith(VALUES) or (view is not None and column not in view.key):
        raise Refusal("misnamed", say.misnamed(output.name, word, unit), say.MISNAMED_HINT)


def plural(column: str) -> str:
    """The word for several of a column's values: `counties`."""
    if column in _IRREGULAR:
        return _IRREGULAR[column]
    return f"{column[:-1]}ies" if column.endswith("y") else f"{column.removesuffix('_id')}s"


def _only(output: Output) -> str:
    """The one word of a name that says what is counted: `declined`, `total_declined`, `n_refused`."""
    rest = [word for word in output.words if word not in FILLERS]
    if len(rest) == 2 and _WHAT & set(rest):  # `detainers_issued`
        rest = [word for word in rest if word not in _WHAT]
    return rest[0] if len(rest) == 1 else ""
