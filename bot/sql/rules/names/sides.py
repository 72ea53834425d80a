"""A figure named `before`, `since`, `within` or `over` asks for that side, and one named for a year asks for that year.

`count(*) FILTER (WHERE issued_on > DATE '2017-01-20') AS before_inauguration` counts the others.
"""

from __future__ import annotations

import re

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.promises import promised
from bot.sql.rules import clauses, conjuncts
from bot.sql.rules.constants import meant
from bot.sql.rules.names.behind import own_conditions, owner
from bot.sql.rules.names.evidence import Evidence
from bot.sql.rules.outputs import Output
from bot.sql.verdict import Refusal

_SIDES = {"<": "less", "<=": "less", ">": "more", ">=": "more"}
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_YEAR = re.compile(r"(?<!\d)(?<!\d-)(?:19|20)\d\d(?![\d])(?!-\d\d)")
_WRITTEN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def speaks(name: str) -> bool:
    """Whether a name says a side or a year."""
    return bool({"side_less", "side_more"} & promised(name).keys()) or _YEAR.search(name) is not None


def side(evidence: Evidence) -> None:
    """The side and the years that a name says."""
    output = evidence.output
    said = frozenset(word for word in ("less", "more") if f"side_{word}" in output.promise)
    years = set(_YEAR.findall(output.name))
    if (not years and len(said) != 1) or not evidence.aggregated:
        return
    expr = meant(output.expr)
    own = [*own_conditions(expr)]
    conditions = own or [clause for name, clause in clauses(owner(output)) if name == "WHERE"]
    if len(said) == 1 and (own or _plain_count(expr)):
        _direction(output, said, conditions)
    if years:
        _years(output, years, conditions)


def _plain_count(expr: tree.Expr) -> bool:
    return isinstance(expr, tree.Call) and expr.name == "count_star"


def _direction(output: Output, said: frozenset[str], conditions: list[tree.Expr]) -> None:
    """The one comparison by size among the conditions is on the side that the name says."""
    sides = [side for clause in conditions for c in conjuncts(clause) if (side := _side(c)) is not None]
    if len(sides) == 1 and min(said) != sides[0]:
        raise Refusal(
            "misnamed", say.other_side(output.name, min(output.promise[f"side_{min(said)}"])), say.NAMED_VALUE_HINT
        )


def _side(condition: tree.Expr) -> str | None:
    if not isinstance(condition, tree.Compare) or condition.op not in _SIDES:
        return None
    flipped = not any(isinstance(p, tree.Column) for p in tree.walk(condition.left))
    return _SIDES[_FLIPPED[condition.op] if flipped else condition.op]


def _years(output: Output, years: set[str], conditions: list[tree.Expr]) -> None:
    """`AS n_2016` of `year(issued_on) = 2015`; `< DATE '2017-01-01'` is 2016 as well."""
    texts = [p.text for c in conditions for p in tree.walk(c) if isinstance(p, tree.Const)]
    written = {year for text in texts for year in _WRITTEN.findall(text)}
    written |= {str(int(text[:4]) - 1) for text in texts if text.endswith("-01-01") and text[:4].isdigit()}
    if written and not years & written:
        raise Refusal("misnamed", say.named_value(output.name, min(years)), say.NAMED_VALUE_HINT)
