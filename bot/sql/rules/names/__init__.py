"""Rule "names": what the name of a column promises is held against what the column delivers.

A name is read once into the roles that its words speak of (`promises.py`, words in `prompts/names.yaml`); a role that
no word speaks of is not looked at. What the column rests on is worked out when the first role asks (`evidence.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from bot.sql import tree
from bot.sql.promises import fillers, promised, unexplained
from bot.sql.rules import Statement, parts
from bot.sql.rules.names import (
    calendar_names,
    changes,
    ends,
    flags,
    measures,
    places,
    quotients,
    sides,
    statistics,
    times,
    turned,
    values,
)
from bot.sql.rules.names.evidence import Evidence, Read
from bot.sql.rules.outputs import outputs, words
from bot.sql.units import Units

_ROLES: dict[str, Callable[[Evidence, frozenset[str]], None]] = {
    "measure": measures.measure,
    "thing": measures.thing,
    "human": measures.human,
    "unsaid": measures.unsaid,
    "share_of": quotients.share_of,
    "all_reports": times.all_reports,
    "share": quotients.share,
    "rate": quotients.rate,
    "ratio": quotients.ratio,
    "each": quotients.each,
    "change": changes.change,
    "neighbour": changes.neighbour,
    "offense": values.offense,
    "withdrawn": flags.withdrawn,
    "everywhere": places.everywhere,
    "rest": places.rest,
    "same_day": times.same_day,
    "first_report": times.first_report,
    "last_report": times.last_report,
    "oldest": ends.oldest,
    "newest": ends.newest,
    "longest": ends.longest,
    "shortest": ends.shortest,
    "peak": ends.peak,
}
"""By role, who holds the promise against the evidence."""
_Promise: TypeAlias = Mapping[str, frozenset[str]]
_TOGETHER: Sequence[tuple[Callable[[Evidence], None], Callable[[str, _Promise], bool]]] = (
    (values.closed, lambda name, promise: "disposition" in promise or unexplained(name)),
    (flags.counted, lambda name, promise: bool({"withdrawn", "measure"} & promise.keys()) or unexplained(name)),
    (calendar_names.named, lambda name, promise: calendar_names.speaks(name)),
    (times.day_of_month, lambda name, promise: times.speaks(name)),
    (measures.plain, lambda name, promise: bool(words(name))),
    (measures.of_columns, lambda name, promise: unexplained(name)),
    (quotients.sides, lambda name, promise: "measure" in promise and not quotients.SHARED.isdisjoint(promise)),
    (statistics.statistic, lambda name, promise: statistics.speaks(name)),
    (ends.extreme, lambda name, promise: ("high" in promise) != ("low" in promise)),
    (sides.side, lambda name, promise: sides.speaks(name)),
    (turned.turned, lambda name, promise: unexplained(name) and "rest" not in promise),
)
"""What several roles, words of no role or numbers promise together; and whether a name speaks of it."""


def _judge(judge: Callable[[Evidence, frozenset[str]], None], said: frozenset[str]) -> Callable[[Evidence], None]:
    return lambda evidence: judge(evidence, said)


@lru_cache(maxsize=4_096)
def _plan(name: str) -> tuple[Callable[[Evidence], None], ...]:
    """Who has something to hold against the evidence of a column of this name."""
    promise, content = promised(name), [word for word in words(name) if word not in fillers()]
    bare = [statistics.bare] if all("rank" in promised(word) for word in content) else []
    roles = [_judge(_ROLES[role], said) for role, said in promise.items() if role in _ROLES]
    return (*bare, *roles, *(hold for hold, speaks in _TOGETHER if speaks(name, promise)))


def check(statement: Statement, units: Units) -> None:
    """Raises Refusal with code `misnamed`."""
    read = Read(statement)
    evidences = [Evidence(output, read, units) for output in outputs(statement)]
    for evidence in evidences:
        for hold in _plan(evidence.output.name):
            hold(evidence)
        places.labels(evidence)
        measures.labelled(evidence)
    if len(evidences) > 1:
        times.ordinals(evidences)
    for query in statement.queries:
        for _, part in parts(query):
            if isinstance(part, tree.Case):
                values.offense_labels(part)
                flags.labels(part)
