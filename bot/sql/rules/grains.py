"""Rule "grains": a column's name says of which span its dates or lengths of time are.

`month(declined_on) AS week` shows months as weeks, `avg(declined_on - issued_on) AS weeks` days.
"""

from __future__ import annotations

from decimal import Decimal

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.rules import Statement
from bot.sql.rules.constants import meant
from bot.sql.rules.outputs import Output, outputs
from bot.sql.space import group_keys
from bot.sql.verdict import Refusal

_SPANS = ("day", "week", "month", "quarter", "year", "decade")
_WORDS = {word: span for span in _SPANS for word in (span, f"{span}s")} | {"weekday": "day", "weekdays": "day"}
_PARTS = {"year": "year", "month": "month", "monthname": "month", "quarter": "quarter", "isoyear": "year"}
_PARTS |= {"week": "week", "weekofyear": "week", "yearweek": "week", "day": "day", "dayofmonth": "day"}
_PARTS |= {"dayname": "day", "isodow": "day", "dayofweek": "day", "weekday": "day", "dayofyear": "day"}
_STEERED = {"date_part", "datepart", "date_diff", "datediff", "date_sub", "datesub"}
_PERIODS = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year"}
_MIDDLES = {"avg", "mean", "median", "min", "max"}
_WEEKS = {"report_id", "period_start"}
_TRUNCATES = {"date_trunc", "datetrunc"}
_SAME = {"min", "max", "avg", "mean", "median", "mode", "any_value", "first", "last", "round", "floor", "ceil", "abs"}
_SAME |= {"ceiling", "trunc", "quantile_cont", "quantile_disc", "quantile", "stddev", "stddev_samp", "stddev_pop"}
_LENGTHS = {Decimal(7): "week", Decimal(365): "year", Decimal("365.25"): "year"}


def check(statement: Statement) -> None:
    """Raises Refusal with code `misnamed`."""
    for output in outputs(statement):
        _period(output)
        said = {_WORDS[word] for word in output.words if word in _WORDS}
        if not said:
            continue
        grain = _grain(output.expr)
        if grain is not None and grain not in said and not _start(output, said):
            raise Refusal("misnamed", say.misnamed(output.name, f"{min(said)}s", f"{grain}s"), say.MISNAMED_HINT)


def _period(output: Output) -> None:
    """`avg(n) AS monthly_average` over counts of weeks."""
    said = {_PERIODS[word] for word in output.words if word in _PERIODS}
    if not said or not isinstance(output.expr, tree.Call) or not output.expr.args:
        return
    column = output.expr.args[0]
    owner = column.field.owner if isinstance(column, tree.Column) and column.field is not None else None
    if output.expr.name not in _MIDDLES or not isinstance(owner, tree.Select):
        return
    grains = {grain for key in group_keys(owner) if (grain := _week(key) or _grain(key)) is not None}
    if grains and not said & grains:
        raise Refusal("misnamed", say.misnamed(output.name, f"{min(said)}s", f"{min(grains)}s"), say.MISNAMED_HINT)


def _week(key: tree.Expr) -> str | None:
    """A report is a week's."""
    inner = meant(key)
    return "week" if isinstance(inner, tree.Column) and inner.field and inner.field.name in _WEEKS else None


def _start(output: Output, said: set[str]) -> bool:
    """`date_trunc('month', x) AS first_day` is a day as well."""
    inner = meant(output.expr)
    while isinstance(inner, tree.Cast):
        inner = meant(inner.child)
    return isinstance(inner, tree.Call) and inner.name in _TRUNCATES and said == {"day"}


def _grain(expr: tree.Expr) -> str | None:
    """The span that an expression's values are of; None where it is not known."""
    match meant(expr):
        case tree.Cast(child=child):
            return _grain(child)
        case tree.Call(name=name, args=[tree.Const(text=part), *_]) if name in _STEERED | _TRUNCATES:
            part = part.lower().removesuffix("s")
            return _PARTS.get(part, "day" if part in ("dow", "doy") else None)
        case tree.Call(name=name) if name in _PARTS:
            return _PARTS[name]
        case tree.Call(name="*", args=[tree.Call(name="//" | "floor", args=[inner, *_]), tree.Const(text="10")]):
            return "decade" if any(_grain(p) == "year" for p in tree.walk(inner) if isinstance(p, tree.Call)) else None
        case tree.Call(name="-", args=[one, other]) if _is_date(one) and _is_date(other):
            return "day"
        case tree.Call(name="/", args=[inner, tree.Const(text=number)]) if _grain(inner) == "day":
            return _LENGTHS.get(Decimal(number)) if number.replace(".", "").isdigit() else None
        case tree.Call(name=name, args=[inner, *_]) if name in _SAME:
            return _grain(inner)
        case _:
            return None


def _is_date(expr: tree.Expr) -> bool:
    inner = meant(expr)
    return isinstance(inner, tree.Column) and inner.field is not None and inner.field.type == "DATE"
