"""Rule "names": what the name of a column promises is held against what the column delivers.

A name is read once into the roles that its words speak of (`promises.py`, words in `prompts/names.yaml`); a role that
no word speaks of is not looked at. What the column rests on is worked out when the first role asks (`evidence.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.sql import tree
from bot.sql.functions import aggregates
from bot.sql.promises import promised
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
from bot.sql.rules.outputs import Output, outputs
from bot.sql.units import Units

_ROLES: dict[str, Callable[[Evidence, frozenset[str]], None]] = {
    "measure": measures.measure,
    "thing": measures.thing,
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
_ALWAYS: Sequence[Callable[[Evidence], None]] = (
    places.labels,
    values.closed,
    flags.counted,
    calendar_names.named,
    times.day_of_month,
    measures.labelled,
    measures.plain,
    measures.of_columns,
    quotients.sides,
    statistics.statistic,
    ends.extreme,
    sides.side,
    turned.turned,
)
"""What is promised by values, numbers and columns, or by several roles together."""


def check(statement: Statement, units: Units) -> None:
    """Raises Refusal with code `misnamed`."""
    read = Read(statement)
    evidences = [Evidence(output, read, units) for output in outputs(statement)]
    for evidence in evidences:
        _hold(evidence)
    times.ordinals(evidences)
    for query in statement.queries:
        for _, part in parts(query):
            if isinstance(part, tree.Case):
                values.offense_labels(part)
                flags.labels(part)


def _hold(evidence: Evidence) -> None:
    output = evidence.output
    content = output.content
    if not content or all("rank" in promised(word) for word in content):
        statistics.bare(evidence)
        if _bare_figure(output):
            statistics.statistic(evidence)
            return  # `count(*) AS n`: nothing else is said
    for role, said in output.promise.items():
        if (judge := _ROLES.get(role)) is not None:
            judge(evidence, said)
    for hold in _ALWAYS:
        hold(evidence)


def _bare_figure(output: Output) -> bool:
    """Whether a column is a count or total, and its name has no numbers."""
    counts = isinstance(output.expr, tree.Call) and output.expr.name in aggregates()
    return counts and not any(map(str.isdigit, output.name))
