"""The question of an answer, asked again jurisdiction by jurisdiction. Only such as have rows are offered."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer.answer import Answer
from bot.query import Dimension, Filter, Measure, Place, Query
from bot.slack.services import Desk
from bot.state.answers import Given

MOST = 20


@dataclass(frozen=True, slots=True)
class Step:
    """A jurisdiction, how many rows it has, and the plan for it."""

    name: str
    rows: int
    query: Query

    @property
    def key(self) -> str:
        """What a button carries: the jurisdiction itself, since its rank may change with the next report."""
        return self.name


class Drill:
    """Works out the steps by asking the desk itself, so that each one is known to work."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def steps(self, given: Given) -> list[Step]:
        """Up to twenty jurisdictions, those with most rows first."""
        query = given.answer.query
        if query is None:
            return []
        whole = query.model_copy(
            update={
                "measure": Measure(kind="total", field="issued") if query.subject == "issued" else Measure(),
                "group_by": (Dimension(field="place"),),
                "order": "most",
                "limit": MOST,
                "having": None,
                "yes_no": False,
                "also": None,
            }
        )
        return [step for row in _rows(self.desk.ask_query(whole)) if (step := _step(query, row)) is not None]

    def step(self, given: Given, key: str) -> Step | None:
        """The step a button stands for."""
        return next((step for step in self.steps(given) if step.key == key), None)


def _rows(answer: Answer) -> list[dict[str, object]]:
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows] if answer.status == "answered" else []


def _step(query: Query, row: dict[str, object]) -> Step | None:
    state, county = row.get("state"), row.get("county")
    rows = next((value for value in row.values() if isinstance(value, int) and not isinstance(value, bool)), None)
    if not isinstance(state, str) or rows is None:
        return None
    place = Place(state=state, county=county if isinstance(county, str) else None)
    name = f"{place.county}, {state}" if place.county else state
    filters = tuple(each for each in query.filters if each.field not in ("place", "state", "county"))
    narrowed = (*filters, Filter(field="place", values=(place,)))
    group_by = tuple(each for each in query.group_by if each.field not in ("place", "state", "county"))
    update = {"filters": narrowed, "group_by": group_by, "also": None, "limit": None, "order": None, "having": None}
    return Step(name, rows, query.model_copy(update=update))
