"""Two answers to a message that asks two things, as one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer.answer import Answer, Caveat, Source
from bot.answer.ground import together
from bot.answer.lineage import both
from bot.query import Query


def joined(answers: Sequence[Answer], query: Query, reading: str) -> Answer:
    """The first answer, with the others' sentences, figures, caveats and sources after its own.

    Rows stay those of the first answer that has groups or more than one figure's row to show. What any part
    declines is said in its sentence; the whole is declined only when every part is.
    """
    first = answers[0]
    if len(answers) == 1:
        return first.model_copy(update={"query": query, "reading": reading or first.reading})
    answered = [a for a in answers if a.status == "answered"] or [first]
    table = next((a for a in answered if len(a.rows) > 1 or (a.query is not None and a.query.group_by)), answered[0])
    return answered[0].model_copy(
        update={
            "text": " ".join(a.text for a in answers),
            "figures": [f for a in answered for f in a.figures],
            "columns": table.columns,
            "rows": table.rows,
            "sql": ";\n\n".join(dict.fromkeys(a.sql for a in answered if a.sql)),
            "reading": reading,
            "caveats": _caveats(answered),
            "sources": _sources(answered),
            "query": query,
            "truncated": any(a.truncated for a in answered),
            "lineage": both([a.lineage for a in answered]),
            "ground": together([a.ground for a in answers if a.ground is not None]),
        }
    )


def _caveats(answers: Sequence[Answer]) -> list[Caveat]:
    """One a topic; the first wording stays."""
    found: dict[str, Caveat] = {}
    for answer in answers:
        for caveat in answer.caveats:
            found.setdefault(caveat.topic, caveat)
    return list(found.values())


def _sources(answers: Sequence[Answer]) -> list[Source]:
    pages: dict[str, set[int]] = {}
    for answer in answers:
        for source in answer.sources:
            pages.setdefault(source.report, set()).update(source.pages)
    return [Source(report=r, pages=sorted(p)) for r, p in sorted(pages.items())]
