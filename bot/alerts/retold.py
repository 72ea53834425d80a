"""Answers that no longer hold: asked again on the new edition, over the reports they rested on, and compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.answer.answer import Answer, Cell
from bot.query import Filter, Query
from bot.state.answers import Answers, Given
from bot.state.store import StateStore

AskQuery = Callable[[Query], Answer]

_SHOWN = 3
_TOPICAL = ("corrections", "caveats")  # an answer about corrections grows with each; that is no error in the old one


@dataclass(frozen=True, slots=True)
class Otherwise:
    """An answer given, and what of it reads otherwise now: (what, then, now)."""

    given: Given
    changes: tuple[tuple[str, Cell, Cell], ...]

    @property
    def key(self) -> str:
        """Names this news: telling a person the same twice is telling once, whichever document says it."""
        said = json.dumps(self.changes, default=str)
        return f"told:{self.given.id}:{hashlib.sha256(said.encode()).hexdigest()[:24]}"


@dataclass(frozen=True, slots=True)
class GivenLate:
    """Answers given since a moment on another edition than this one."""

    since: datetime
    edition: str


LONGEST_ANSWER = timedelta(minutes=2)
"""No answer takes longer from reading its edition to standing in Slack: a later try reads the newest edition."""


def told_otherwise(store: StateStore, reports: Iterable[str], ask: AskQuery) -> Iterator[Otherwise]:
    """Answers that stood on one of these reports and come out otherwise now."""
    return _otherwise(Answers(store).resting_on(set(reports)), ask)


def told_late(store: StateStore, given: GivenLate, ask: AskQuery) -> Iterator[Otherwise]:
    """Answers that were being given while an edition took over, and come out otherwise on it."""
    return _otherwise(Answers(store).given_since(given.since, given.edition), ask)


def _otherwise(answers: Iterable[Given], ask: AskQuery) -> Iterator[Otherwise]:
    asked: dict[str, Answer] = {}
    for given in answers:
        query = given.answer.query
        if query is None or query.subject in _TOPICAL:
            continue
        plan = pinned(query, rests_on(given))
        key = plan.model_dump_json()
        if key not in asked:
            asked[key] = ask(plan)
        if changes := differences(given.answer, asked[key]):
            yield Otherwise(given, tuple(changes[:_SHOWN]))


def rests_on(given: Given) -> tuple[str, ...]:
    """The reports an answer looked into; of one kept before lineages were, those it names as sources."""
    looked_into = given.answer.lineage.reports
    return looked_into or tuple(sorted({source.report for source in given.answer.sources}))


def pinned(query: Query, reports: Sequence[str]) -> Query:
    """The same question over the same reports, every group of it.

    A report that came since is no correction of the answer; a group that fell below a limit has not gone.
    """
    also = pinned(query.also, reports) if query.also else None
    whole = query.model_copy(update={"also": also, "limit": None, "order": None, "having": None})
    if any(f.field == "report" for f in (*query.filters, *(f for s in query.slices for f in s.filters))):
        return whole
    pin = Filter(field="report", values=tuple(reports))
    return whole.model_copy(update={"filters": (*query.filters, pin)})


def differences(then: Answer, now: Answer) -> list[tuple[str, Cell, Cell]]:
    """What the answer says otherwise now, after corrections where there are any; nothing where they do not compare."""
    if then.status != "answered" or now.status != "answered" or now.truncated:
        return []
    old, new = effective(then), effective(now)
    if then.query is not None and then.query.group_by and not then.query.slices and not then.figures:
        new = dict.fromkeys(old, 0) | new  # a group that is listed no longer has no rows left
    return [(what, old[what], new[what]) for what in old if what in new and _differ(old[what], new[what])]


def effective(answer: Answer) -> dict[str, Cell]:
    """What an answer comes to after ICE's corrections, by what is counted; '' for an answer of one figure.

    Empty for lists of rows and for texts, which hold no figure.
    """
    if answer.query is not None and answer.query.measure.kind in ("rows", "text"):
        return {}
    if answer.figures:
        corrected = len(answer.figures) > 1 and answer.figures[1].label.startswith(f"{answer.figures[0].label}, after")
        return {"": answer.figures[1 if corrected else 0].value}
    numbers = [at for at, cells in enumerate(zip(*answer.rows, strict=True)) if all(map(_is_number, cells))]
    if not numbers:
        return {}
    value = next((at for at in numbers if answer.columns[at].endswith("_after_corrections")), numbers[-1])
    names = [at for at in range(len(answer.columns)) if at not in numbers]
    return {", ".join(str(row[at]) for at in names): row[value] for row in answer.rows}


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _differ(then: Cell, now: Cell) -> bool:
    """Told apart as they are told: to one decimal."""
    if isinstance(then, int | float) and isinstance(now, int | float):
        return round(float(then), 1) != round(float(now), 1)
    return then != now
