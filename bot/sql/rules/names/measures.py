"""A figure's name says what it counts.

`issued AS refused`, `count(*) AS sanctuary_policies` of refusals, `count(DISTINCT county) AS declined`,
`count(*) AS weeks`, `'declined' AS what` beside issued detainers.
"""

from __future__ import annotations

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.functions import aggregates, allowed
from bot.sql.promises import promised
from bot.sql.rules.added import Counted, counted
from bot.sql.rules.constants import meant
from bot.sql.rules.names.evidence import ISSUED, LISTED, Evidence, known, unit_named
from bot.sql.rules.names.quotients import SHARED, columns_of
from bot.sql.rules.outputs import Output
from bot.sql.schema import unit_names
from bot.sql.space import group_keys
from bot.sql.units import VALUES
from bot.sql.verdict import Refusal

_PICKED_BY = {"arg_max", "arg_min", "max_by", "min_by", "first", "last"}
_ONE_OF = {"min", "max", "median", "mode", "any_value", "first", "last"}
_ROUNDS = {"round", "abs", "@"}
_NEIGHBOURS = {"lag", "lead", "first_value", "last_value", "nth_value", "min", "max"}


def measure(evidence: Evidence, said: frozenset[str]) -> None:
    """Of the things that a name says are counted, one is."""
    output, promise = evidence.output, evidence.output.promise
    if "each" in promise:  # avg(issued) AS refusals_per_week
        said = promised("_".join(output.words).partition("_per_")[0]).get("measure", frozenset())
    elif not SHARED.isdisjoint(promise):
        return
    if not said or not said <= known(evidence.statement.model):
        return
    delivered = unit_named(evidence.unit)
    if delivered not in known(evidence.statement.model):
        about_issued = evidence.aggregated and evidence.views and evidence.views <= LISTED.keys()
        if not about_issued or "refusals" not in said or ISSUED in said:
            return
        delivered = ISSUED
    if delivered in said or (said == {ISSUED} and "time" in promise):
        return
    raise Refusal("misnamed", say.misnamed(output.name, min(said), str(delivered)), say.MISNAMED_HINT)


def plain(evidence: Evidence) -> None:
    """A name that is nothing but what is counted: `declined`, `total_declined`, `n_refused`, `states`."""
    output, statement = evidence.output, evidence.statement
    word = _only(output)
    if not word or word in evidence.read.flags:
        return
    columns = evidence.read.plurals
    views = evidence.read.views
    named = {view.split("_")[-1]: view for view in views} | dict(unit_names(statement.model))
    if (promise := named.get(word)) is not None and word not in columns:
        unit = say.A_TEXT if isinstance(output.expr, tree.Const) else evidence.unit
        if unit is not None and unit != promise:
            raise Refusal("misnamed", say.misnamed(output.name, promise, unit), say.MISNAMED_HINT)
        if (other := _other(evidence)) and not isinstance(output.expr, tree.Column):
            raise Refusal("misnamed", say.misnamed(output.name, promise, other), say.MISNAMED_HINT)
    elif word in columns and word not in views and "places" not in promised(word) and "all" not in output.words:
        _different(evidence, columns[word])


def _only(output: Output) -> str:
    """The one word of a name that says what is counted."""
    rest = output.content
    if len(rest) == 2:  # `detainers_issued`
        rest = [word for word in rest if "what" not in promised(word)]
    return rest[0] if len(rest) == 1 else ""


def thing(evidence: Evidence, said: frozenset[str]) -> None:
    """`count(*) AS countries` of refusals, `count(DISTINCT declined_on) AS weeks`."""
    promise = evidence.output.promise
    if len(said) == 1 and SHARED.isdisjoint(promise) and promise.keys().isdisjoint({"measure", "inside", "each"}):
        _different(evidence, min(said))


def _different(evidence: Evidence, column: str) -> None:
    """`states` holds a number of states: different values, or the rows of a view of which each has its own."""
    unit = evidence.unit
    if unit is None:
        return
    if unit.startswith(VALUES):
        read = columns_of(unit)
        wrong = column not in read and not (column == "county" and "jurisdiction" in read) and not _worked_out(evidence)
    else:
        view = evidence.statement.model.views.get(unit)
        # a view's first key column is the report, of which many rows have the same
        wrong = view is not None and column not in (view.key if len(view.key) == 1 else view.key[1:])
    if wrong:
        raise Refusal("misnamed", say.misnamed(evidence.output.name, column, unit), say.MISNAMED_HINT)


def _worked_out(evidence: Evidence) -> bool:
    """`count(DISTINCT date_trunc('week', declined_on)) AS weeks`."""
    parts = tree.walk(meant(evidence.output.expr))
    return any(isinstance(p, tree.Call) and p.distinct and isinstance(p.args[0], tree.Call) for p in parts)


def human(evidence: Evidence, said: frozenset[str]) -> None:
    """`count(DISTINCT citizenship) AS immigrants`."""
    unit = evidence.unit or ""
    if unit.startswith(f"{VALUES} of ") and "person" not in columns_of(unit) and "thing" not in evidence.output.promise:
        raise Refusal("misnamed", say.misnamed(evidence.output.name, min(said), unit), say.MISNAMED_HINT)


def unsaid(evidence: Evidence, said: frozenset[str]) -> None:
    """`women`, `minors`: what no column says, and no text asks for."""
    if not evidence.rows or not said.isdisjoint(evidence.keys):
        return
    texts = " ".join(text.lower() for texts in evidence.texts.values() for text in texts)
    if not any(word.rstrip("s") in texts for word in said) and not any(evidence.asks(c) for c in ("gender",)):
        raise Refusal("misnamed", say.named_value(evidence.output.name, min(said)), say.NAMED_VALUE_HINT)


def of_columns(evidence: Evidence) -> None:
    """`sum(quarantined) AS failed_checks`: the name is the unit of another column."""
    name = " ".join(evidence.output.content)
    units = evidence.read.units
    if name in units and evidence.unit in units - {name}:
        raise Refusal("misnamed", say.misnamed(evidence.output.name, name, str(evidence.unit)), say.MISNAMED_HINT)


def labelled(evidence: Evidence) -> None:
    """`'declined' AS what, sum(issued)`: the label of another figure."""
    output = evidence.output
    if not isinstance(output.expr, tree.Const) or output.expr.kind != "STRING":
        return
    promises = unit_names(evidence.statement.model)
    unit = promises.get(output.expr.text.strip().lower())
    found = {evidence.unit_of(item) for item in output.query.items} - {None} if unit is not None else set()
    if found and unit not in found and found & {*promises.values()}:
        raise Refusal("misnamed", say.misnamed(output.expr.text, str(unit), str(next(iter(found)))), say.MISNAMED_HINT)


def _other(evidence: Evidence) -> str:
    """What a figure is that bears the plain name of a count and is none: another row's, a difference, a place."""
    output = evidence.output
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
    value = evidence.statement.grounds.of(output.expr)
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
