"""A figure named for a month, a weekday or a day is of that month, weekday or day.

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
from bot.sql.rules import clauses
from bot.sql.rules.constants import meant
from bot.sql.rules.names.behind import own_conditions, owner
from bot.sql.rules.names.evidence import Evidence
from bot.sql.rules.outputs import words
from bot.sql.rules.value_names import names_of
from bot.sql.schema import ModelLike
from bot.sql.verdict import Refusal

_MONTHS, _DAYS = tuple(calendar.month_name)[1:], tuple(calendar.day_name)
_WORDS = {name.lower(): name for name in (*_MONTHS, *_DAYS) if name != "May"}
_WORDS |= {f"{name.lower()}s": name for name in _DAYS}
_WORDS |= {name[:3].lower(): name for name in _MONTHS if name not in ("March", "May")}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def speaks(name: str) -> bool:
    """Whether a name says a month, a weekday or a day."""
    return bool(_ISO.search(name)) or not _WORDS.keys().isdisjoint(words(name))


def named(evidence: Evidence) -> None:
    """The months, weekdays and days that a name says are those that conditions ask for."""
    output, model = evidence.output, evidence.statement.model
    said = {_WORDS[word] for word in output.words if word in _WORDS}
    days = set(_ISO.findall(output.name))
    if (not said and not days) or not evidence.aggregated:
        return  # a day itself, `date_trunc('week', x) AS monday`
    expr, query = meant(output.expr), owner(output)
    conditions = [*own_conditions(expr)] or [clause for name, clause in clauses(query) if name == "WHERE"]
    written = set(_names([p for c in conditions for p in tree.walk(c)], model))
    texts = {p.text for c in conditions for p in tree.walk(c) if isinstance(p, tree.Const) and _ISO.match(p.text)}
    wrong = next(iter(sorted(said - written)), "") if written or not texts else ""
    if texts and not all(min(texts) <= day <= max(texts) for day in days):
        wrong = min(days)
    if wrong:
        raise Refusal("misnamed", say.named_value(output.name, wrong), say.NAMED_VALUE_HINT)


def _names(parts: list[tree.Expr], model: ModelLike) -> Iterator[str]:
    """The months and weekdays that conditions ask for."""
    upper = _upper(parts)
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
            yield from _of_day(part.text, id(part) in upper)


def _upper(parts: list[tree.Expr]) -> set[int]:
    """The days that conditions ask for days before."""
    found = set[int]()
    for part in parts:
        if isinstance(part, tree.Compare) and part.op in ("<", ">"):
            side = part.right if part.op == "<" else part.left
            found.add(id(side.child if isinstance(side, tree.Cast) else side))
    return found


def _of_week(text: str) -> Iterator[str]:
    """A report is named by its first day; the week of January 28 ends in February."""
    try:
        yield _MONTHS[(date.fromisoformat(text) + timedelta(days=6)).month - 1]
    except ValueError:
        return


def _of_day(text: str, upper: bool) -> Iterator[str]:
    """`< DATE '2017-02-01'` asks for January."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return
    if upper and day.day == 1:
        yield _MONTHS[day.month - 2]
        return
    yield _MONTHS[day.month - 1]
    yield _DAYS[day.weekday()]
