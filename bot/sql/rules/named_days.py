"""Rule "named days": a figure named for a month, a weekday or a day is of that month, weekday or day.

`count(*) FILTER (WHERE month(declined_on) = 1) AS february` and `count(*) FILTER (WHERE report_id = '2017-01-28') AS
"2017-02-04"` are not.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.functions import aggregates
from bot.sql.rules import Statement, clauses
from bot.sql.rules.constants import meant
from bot.sql.rules.outputs import Output, outputs
from bot.sql.rules.value_names import names_of
from bot.sql.schema import ModelLike
from bot.sql.verdict import Refusal

_MONTHS, _DAYS = tuple(calendar.month_name)[1:], tuple(calendar.day_name)
_WORDS = {name.lower(): name for name in (*_MONTHS, *_DAYS) if name != "May"}
_WORDS |= {f"{name.lower()}s": name for name in _DAYS}
_WORDS |= {name[:3].lower(): name for name in _MONTHS if name not in ("March", "May")}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def check(statement: Statement) -> None:
    """Raises Refusal with code `misnamed`."""
    for output in outputs(statement):
        said = {_WORDS[word] for word in output.words if word in _WORDS}
        days = set(_ISO.findall(output.name))
        if not said and not days:
            continue
        expr, query = meant(output.expr), owner(output)
        if not any(isinstance(p, tree.Call) and p.name in aggregates() for p in tree.walk(expr)):
            continue  # a day itself, `date_trunc('week', x) AS monday`
        conditions = [*own_conditions(expr)] or [clause for name, clause in clauses(query) if name == "WHERE"]
        written = set(_names([p for c in conditions for p in tree.walk(c)], statement.model))
        texts = {p.text for c in conditions for p in tree.walk(c) if isinstance(p, tree.Const) and _ISO.match(p.text)}
        wrong = next(iter(sorted(said - written)), "") if written or not texts else ""
        if texts and not all(min(texts) <= day <= max(texts) for day in days):
            wrong = min(days)
        if wrong:
            raise Refusal("misnamed", say.named_value(output.name, wrong), say.NAMED_VALUE_HINT)


def owner(output: Output) -> tree.Query:
    """The query that works a column out, however often it was handed on."""
    expr: tree.Expr = output.expr
    query: tree.Query = output.query
    while isinstance(expr, tree.Column) and expr.field is not None and expr.field.base is None:
        if len(expr.field.exprs) != 1:
            break
        query = expr.field.owner if expr.field.source is not None and expr.field.owner is not None else query
        expr = expr.field.exprs[0]
    return query


def own_conditions(expr: tree.Expr) -> Iterator[tree.Expr]:
    """The conditions inside a figure."""
    for part in tree.walk(expr):
        if isinstance(part, tree.Call | tree.Window) and part.filter is not None:
            yield part.filter
        if isinstance(part, tree.Call) and part.name in ("count_if", "countif", "if"):
            yield part.args[0]
        if isinstance(part, tree.Case):
            yield from (when for when, _ in part.whens)


def _names(parts: list[tree.Expr], model: ModelLike) -> Iterator[str]:
    """The months and weekdays that conditions ask for."""
    for part in parts:
        if isinstance(part, tree.Compare | tree.Op):
            sides = [part.left, part.right] if isinstance(part, tree.Compare) else part.items
            names = next((n for side in sides if (n := names_of(side, model)) is not None), None)
            texts = [s.text for s in sides if isinstance(s, tree.Const)]
            if names is not None and names.closed and names.closed[0] in _WORDS.values():
                yield from (one for text in texts for one in names.meant(text))
            if any(isinstance(s, tree.Column) and s.field is not None and s.field.name == "report_id" for s in sides):
                yield from (one for text in texts if _ISO.fullmatch(text) for one in _of_week(text))
        elif isinstance(part, tree.Const) and _ISO.fullmatch(part.text):
            yield from _of_day(part.text)


def _of_week(text: str) -> Iterator[str]:
    """A report is named by its first day; the week of January 28 ends in February."""
    try:
        yield _MONTHS[(date.fromisoformat(text) + timedelta(days=6)).month - 1]
    except ValueError:
        return


def _of_day(text: str) -> Iterator[str]:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return
    yield _MONTHS[day.month - 1]
    yield _DAYS[day.weekday()]
    if day.day == 1:  # `< DATE '2017-02-01'`: January
        yield _MONTHS[day.month - 2]
