"""Rule "unlike": figures that count different things are not added, and a figure's name says what it counts.

`issued_nationwide - declined_stated AS honored`: the detainers issued in a week and those refused in it are not the
same, so their difference says nothing; `count(DISTINCT county) AS declined` would be printed as refusals.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.functions import aggregates, allowed
from bot.sql.grounds import Grounds
from bot.sql.rules import Statement, parts
from bot.sql.rules.overlap import labelled_apart
from bot.sql.rules.rates import of_others
from bot.sql.schema import unit_names
from bot.sql.spaces import Spaces
from bot.sql.units import DAYS, GROUPS, PLACES, VALUES, Units
from bot.sql.verdict import Refusal

_FILLERS = {"n", "num", "number", "total", "count", "of", "all", "sum", "the"}


def check(statement: Statement, spaces: Spaces) -> None:
    """Raises Refusal with code `unlike_figures` or `misnamed`."""
    units, rates = Units(spaces), set(unit_names(statement.model).values())
    for query in statement.selects():
        if id(query) in statement.exists:
            continue
        for _, part in parts(query):
            if isinstance(part, tree.Call) and len(part.args) == 2:
                _combined(part, query, units, statement.grounds, rates)
            if isinstance(part, tree.Call) and part.name in aggregates():
                _united(part, query, units)
    _named(statement, units)


def _combined(call: tree.Call, query: tree.Select, units: Units, grounds: Grounds, rates: set[str]) -> None:
    """`rates`: units of which one may be given in percent of the other."""
    one, other = (units.of(arg, query) for arg in call.args)
    if one is None or other is None or one == other:
        return
    if call.name in ("+", "-") and DAYS in (one, other):
        return  # last day - first day + 1, for each row: days inclusive
    if call.name in ("+", "-", "greatest", "least"):
        raise Refusal("unlike_figures", say.unlike(one, other), say.UNLIKE_HINT)
    if call.name not in ("/", "divide"):
        return
    if PLACES in (one, other):
        raise Refusal("unlike_figures", say.unlike(one, other), say.UNLIKE_HINT)
    if {one, other} <= rates:
        if of_others(call, query):
            raise Refusal("unlike_rows", say.RATE_OF_OTHERS, say.RATE_OF_OTHERS_HINT)
    elif (rates or {one, other} & {VALUES, GROUPS}) and _hundredfold(call, grounds):
        raise Refusal("unlike_figures", say.unlike(one, other), say.UNLIKE_SHARE_HINT)


def _hundredfold(call: tree.Call, grounds: Grounds) -> bool:
    return grounds.of(call.args[0]).hundredfold


def _united(call: tree.Call, query: tree.Select, units: Units) -> None:
    """A total over a UNION of figures, or of rows, that are not of one kind."""
    for source in query.sources:
        union = source.query
        if not isinstance(union, tree.SetOp) or not union.all:
            continue
        selects = [b for b in union.branches if isinstance(b, tree.Select)]
        if len(selects) != len(union.branches) or not allowed()[call.name].adds:
            continue
        if call.name == "count_star":
            kinds = [units.rows(b) for b in selects]
        else:
            field = call.args[0].field if isinstance(call.args[0], tree.Column) else None
            if field is None or field.source is not source or len(field.exprs) != len(selects):
                continue
            kinds = [units.of(e, b) for e, b in zip(field.exprs, selects, strict=True)]
        for one, two in itertools.combinations(range(len(kinds)), 2):
            a, b = kinds[one], kinds[two]
            if a is not None and b is not None and a != b and not labelled_apart(source, query, one, two):
                raise Refusal("unlike_figures", say.unlike(a, b), say.UNLIKE_HINT)


def _named(statement: Statement, units: Units) -> None:
    root = statement.query
    names = unit_names(statement.model)
    for output in root.outputs:
        promised = _promised(output.name, names)
        if promised is None or not isinstance(root, tree.Select) or len(output.exprs) != 1:
            continue
        written = isinstance(output.exprs[0], tree.Const)
        unit = say.A_TEXT if written else units.of(output.exprs[0], root)
        if unit is not None and unit != promised:
            raise Refusal("misnamed", say.misnamed(output.name, promised, unit), say.MISNAMED_HINT)


def _promised(name: str, names: Mapping[str, str]) -> str | None:
    """The unit that a column's name promises: `declined`, `total_declined`, `n_refused`."""
    words = [w for w in re.split(r"[^a-z]+", name.lower()) if w and w not in _FILLERS]
    return names.get(words[0]) if len(words) == 1 else None
