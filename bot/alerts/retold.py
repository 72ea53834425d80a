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
from bot.state.outbox import Mark
from bot.state.store import StateStore

AskQuery = Callable[[Query], Answer]

_SHOWN = 3
_TOPICAL = ("corrections", "caveats")  # an answer about corrections grows with each; that is no error in the old one


@dataclass(frozen=True, slots=True)
class Compared:
    """An answer given, and what of it reads otherwise now: (what, then, now). Nothing: it reads as it was given."""

    given: Given
    changes: tuple[tuple[str, Cell, Cell], ...]

    def key(self, marks: Sequence[Mark]) -> str | None:
        """Names this news; `marks` is what was said of the answer before, oldest first.

        Saying the same as the last time is saying it once, whichever document says it. None where there is no news:
        the answer reads as it was given, and nothing else was said since.
        """
        since = [mark.key for mark in marks if mark.at >= self.given.created_at]  # an edited question is answered anew
        if not self.changes and not since:
            return None
        said = hashlib.sha256(json.dumps(self.changes, default=str).encode()).hexdigest()[:24]
        return since[-1] if since and since[-1].endswith(f":{said}") else f"told:{self.given.id}:{len(marks)}:{said}"


@dataclass(frozen=True, slots=True)
class GivenLate:
    """Answers given since a moment on another edition than this one."""

    since: datetime
    edition: str


LONGEST_ANSWER = timedelta(minutes=2)
"""No answer takes longer from reading its edition to standing in Slack: a later try reads the newest edition."""


def asked_again(store: StateStore, reports: Iterable[str], ask: AskQuery) -> Iterator[Compared]:
    """Answers that stood on one of these reports, beside what they come to now."""
    return _compared(Answers(store).resting_on(set(reports)), ask)


def asked_late(store: StateStore, given: GivenLate, ask: AskQuery) -> Iterator[Compared]:
    """Answers that were being given while an edition took over, beside what they come to on it."""
    return _compared(Answers(store).given_since(given.since, given.edition), ask)


def _compared(answers: Iterable[Given], ask: AskQuery) -> Iterator[Compared]:
    asked: dict[str, Answer] = {}
    for given in answers:
        query = given.answer.query
        if query is None or query.subject in _TOPICAL:
            continue
        plan = pinned(query, rests_on(given))
        key = plan.model_dump_json()
        if key not in asked:
            asked[key] = ask(plan)
        changes = differences(given.answer, asked[key])
        if changes is not None:
            yield Compared(given, tuple(changes[:_SHOWN]))


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


def differences(then: Answer, now: Answer) -> list[tuple[str, Cell, Cell]] | None:
    """What the answer says otherwise now, after corrections where there are any; None where the two do not compare."""
    if then.status != "answered" or now.status != "answered" or now.truncated:
        return None
    old, new = effective(then), effective(now)
    if then.query is not None and then.query.group_by and not then.query.slices and not then.figures:
        new = dict.fromkeys(old, 0) | new  # a group that is listed no longer has no rows left
    changes = [(what, old[what], new[what]) for what in old if what in new and _differ(old[what], new[what])]
    return changes if changes or (old and old.keys() <= new.keys()) else None


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
