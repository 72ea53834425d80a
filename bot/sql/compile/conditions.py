"""Filters to conditions. Every value becomes a literal node; the generator escapes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlglot import exp

from bot.query import Filter, Place, Slice, Value
from bot.sql.compile import nodes
from bot.sql.compile.fields import column, has_column, has_field, scalar
from bot.sql.compile.plan import CompileError

_COMPARE: dict[str, type[exp.Binary]] = {
    "before": exp.LT,
    "after": exp.GT,
    "since": exp.GTE,
    "until": exp.LTE,
    "over": exp.GT,
    "at_least": exp.GTE,
    "under": exp.LT,
    "at_most": exp.LTE,
}


def literal(value: Value) -> exp.Expr:
    """A value of a Query as a literal."""
    if isinstance(value, bool):
        return exp.true() if value else exp.false()
    if isinstance(value, date):
        return exp.Cast(this=exp.Literal.string(value.isoformat()), to=exp.DataType(this=exp.DType.DATE, nested=False))
    if isinstance(value, int | float):
        return exp.Literal.number(value)
    if isinstance(value, str):
        return exp.Literal.string(value)
    raise CompileError("place_as_value", "place", str(value))


def all_of(conditions: Iterable[exp.Expr]) -> exp.Expr | None:
    """All conditions joined by AND, or None when there are none."""
    found = list(conditions)
    return exp.and_(*found, copy=False) if found else None


def conditions(subject: str, filters: Sequence[Filter], view: str | None = None) -> list[exp.Expr]:
    """The conditions of these filters over the subject's view, in order."""
    return [condition(subject, f, view) for f in filters]


def of_either(subject: str, slices: Sequence[Slice]) -> exp.Expr | None:
    """The rows of any of the slices, or None when there are none.

    Of a place and all others these are the rows with a place: to say "in it or not in it" is no condition.
    """
    if _place_or_not([s.filters for s in slices]):
        return exp.not_(exp.Is(this=column("state"), expression=exp.null()), copy=False)
    sides = [all_of(conditions(subject, s.filters)) for s in slices]
    made = [exp.paren(side, copy=False) for side in sides if side is not None]
    return exp.or_(*made, copy=False) if made else None


def _place_or_not(sides: Sequence[tuple[Filter, ...]]) -> bool:
    if [len(filters) for filters in sides] != [1, 1] or sides[0][0].field != "place":
        return False
    return sides[0][0] == sides[1][0].model_copy(update={"negated": not sides[1][0].negated})


def condition(subject: str, item: Filter, view: str | None = None) -> exp.Expr:
    """One filter as a condition. A field that only another view has becomes a condition on the shared keys."""
    if item.field == "place" and has_field(subject, "place"):
        return _negated(_places(subject, item.values, view), item.negated)
    if has_field(subject, item.field):
        return _simple(scalar(subject, item.field, view), item)
    return _elsewhere(subject, item, view)


def _negated(made: exp.Expr, negated: bool) -> exp.Expr:
    return exp.not_(exp.paren(made, copy=False), copy=False) if negated else made


def _simple(value: exp.Expr, item: Filter) -> exp.Expr:
    if item.op == "missing":
        missing = exp.Is(this=value, expression=exp.null())
        return exp.not_(missing, copy=False) if item.negated else missing
    if item.op == "contains":
        found = [_contains(value.copy(), str(v)) for v in item.values]
        return _negated(exp.or_(*found, copy=False), item.negated)
    if item.op == "between":
        low, high = item.values
        return _negated(exp.Between(this=value, low=literal(low), high=literal(high)), item.negated)
    if item.op in _COMPARE:
        made = _COMPARE[item.op](this=value, expression=literal(item.values[0]))
        return _negated(made, item.negated)
    return _equal(value, item.values, item.negated)


def _equal(value: exp.Expr, values: Sequence[Value], negated: bool) -> exp.Expr:
    """`value` is one of `values`. Negated, a blank cell stays out: it does not say that it is another."""
    if not values:
        raise CompileError("no_value", value.sql(), "filter")
    if len(values) == 1:
        only = values[0]
        if isinstance(only, bool):
            return value if only is not negated else exp.not_(value, copy=False)
        return (exp.NEQ if negated else exp.EQ)(this=value, expression=literal(only))
    made = exp.In(this=value, expressions=[literal(v) for v in values])
    return exp.not_(made, copy=False) if negated else made


def _contains(value: exp.Expr, text: str) -> exp.Expr:
    """Substring without regard to case; "reimburs…" is the beginning of words. LIKE's own signs are escaped."""
    escaped = text.removesuffix("…").replace("!", "!!").replace("%", "!%").replace("_", "!_")
    like: exp.Expr = exp.ILike(this=value, expression=exp.Literal.string(f"%{escaped}%"))
    if "!" in escaped:
        like = exp.Escape(this=like, expression=exp.Literal.string("!"))
    return like


def _places(subject: str, values: Sequence[Value], view: str | None) -> exp.Expr:
    """Any of the places. Counties of one state share one condition; a state stands for all of its rows."""
    states: list[str] = []
    counties: dict[str, list[str]] = {}
    cities: list[exp.Expr] = []
    for value in dict.fromkeys(values):
        if not isinstance(value, Place):
            raise CompileError("not_a_place", str(value), subject)
        if value.city and has_column(subject, "place"):
            cities.append(_city(value, view))
        elif value.county is None and not value.city:
            states.append(value.state)
        elif value.county is not None:
            counties.setdefault(value.state, []).append(value.county)
        else:
            raise CompileError("no_such_field", value.city or "", subject)
    options: list[exp.Expr] = [_equal(column("state", view), tuple(states), False)] if states else []
    for state, names in counties.items():
        same_state = _equal(column("state", view), (state,), False)
        options.append(exp.and_(_equal(column("county", view), tuple(names), False), same_state, copy=False))
    return exp.or_(*options, *cities, copy=False)


def _city(place: Place, view: str | None) -> exp.Expr:
    named = [
        _equal(column("place", view), (str(place.city),), False),
        _equal(column("state", view), (place.state,), False),
    ]
    return exp.and_(*named, copy=False)


def _elsewhere(subject: str, item: Filter, view: str | None) -> exp.Expr:
    """A condition on another view: facts of the report, the place's Section I entry.

    Not on its policy: a place without an entry has a field office all the same, so rows "of the Chicago office" would
    be those of the few places that Section III lists.
    """
    if has_field("reports", item.field) and has_column(subject, "report_id"):
        inner = nodes.select([column("report_id")], "reports")
        inner = inner.where(_simple(scalar("reports", item.field), item), copy=False)
        return exp.In(this=column("report_id", view), query=exp.Subquery(this=inner))
    if has_field("issued", item.field) and has_column(subject, "county"):
        return _exists(subject, "issued", item, view)
    raise CompileError("no_such_field", item.field, subject)


def _exists(subject: str, other: str, item: Filter, view: str | None) -> exp.Expr:
    outer = view or subject
    same = [exp.EQ(this=column(k, other), expression=column(k, outer)) for k in ("report_id", "county", "state")]
    plain = item.model_copy(update={"negated": False})
    inner = nodes.select([exp.Literal.number(1)], other)
    inner = inner.where(*same, _simple(scalar(other, item.field, other), plain), copy=False)
    return _negated(exp.Exists(this=inner), item.negated)
