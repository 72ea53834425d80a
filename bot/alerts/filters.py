"""A subscriber's filter: place, state, offense, citizenship, and a threshold ("only if at least 10")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.answer.answer import Answer
from bot.query import Filter, Having, Measure, Place, Query

AskQuery = Callable[[Query], Answer]

_THRESHOLD = re.compile(
    r"(?<!\w)(?:(?P<op>at least|over|more than|above|>=|>)\s*(?P<n>\d[\d,]*)"
    r"|(?P<m>\d[\d,]*)\s*(?:or more|and more|\+))\s*$",
    re.IGNORECASE,
)
_OPS = {"at least": "at_least", ">=": "at_least", "over": "over", "more than": "over", "above": "over", ">": "over"}


@dataclass(frozen=True, slots=True)
class Matched:
    """Whether an alert is for a subscriber, and the figures that say why. None: the filter asks for no figure."""

    wanted: bool
    now: int | None = None
    before: int | None = None


EVERYTHING = Matched(True)


def split_threshold(wish: str) -> tuple[str, Having | None]:
    """'Travis County at least 10' to ('Travis County', at least 10); no threshold where none is written."""
    found = _THRESHOLD.search(wish)
    if not found:
        return wish.strip(), None
    number = float((found["n"] or found["m"]).replace(",", ""))
    op = _OPS[(found["op"] or "at least").lower()]
    rest = re.sub(r"\b(with|if|only if|when)\s*$", "", wish[: found.start()].rstrip(" ,"), flags=re.IGNORECASE)
    return rest.strip(" ,"), Having.model_validate({"op": op, "n": number})


def matches(query: Query | None, report: str, previous: str | None, ask: AskQuery) -> Matched:
    """Whether a report holds what the filter asks for: enough refusals, or without threshold an entry of Section I."""
    if query is None:
        return EVERYTHING
    now = _count(query, report, ask)
    before = _count(query, previous, ask) if previous else None
    if query.having is not None:
        return Matched(_reached(now, query.having), now, before)
    return Matched(now > 0 or _named_in_section_one(query, report, ask), now, before)


def concerns(query: Query | None, places: Iterable[tuple[str, str]]) -> bool:
    """Whether places taken back are within a filter's places; a filter without places takes everything."""
    if query is None:
        return True
    wanted = [v for f in query.filters if f.field in ("place", "state", "county") and not f.negated for v in f.values]
    return not wanted or any(_within(county, state, value) for county, state in places for value in wanted)


def _within(county: str, state: str, value: object) -> bool:
    if isinstance(value, Place):
        return value.state == state and value.county in (None, county)
    return value in (county, state)


def _count(query: Query, report: str, ask: AskQuery) -> int:
    plan = Query(subject="refusals", measure=Measure(kind="count"), filters=(*_without_report(query), _of(report)))
    answer = ask(plan)
    value = answer.figures[0].value if answer.status == "answered" and answer.figures else 0
    return int(value) if isinstance(value, int | float) else 0


def _named_in_section_one(query: Query, report: str, ask: AskQuery) -> bool:
    filters = _without_report(query)
    if not filters or any(f.field not in ("place", "state", "county") for f in filters):
        return False
    answer = ask(
        Query(subject="issued", measure=Measure(kind="total", field="issued"), filters=(*filters, _of(report)))
    )
    value = answer.figures[0].value if answer.status == "answered" and answer.figures else None
    return isinstance(value, int | float) and value > 0


def _without_report(query: Query) -> tuple[Filter, ...]:
    return tuple(f for f in query.filters if f.field != "report")


def _of(report: str) -> Filter:
    return Filter(field="report", values=(report,))


def _reached(n: int, having: Having) -> bool:
    return n > having.n if having.op == "over" else n >= having.n
