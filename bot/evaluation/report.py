"""The evaluation as Markdown: a table by kind, then every miss with its reading."""

from __future__ import annotations

import json

from bot.evaluation.items import Item
from bot.evaluation.score import OUTCOMES, Scored, Sums
from bot.messages import evaluation as say


def markdown(sums: Sums) -> str:
    """The report."""
    mid, high = sums.seconds
    summary = say.summary(
        len(sums.scored), sums.reliability, sums.caveat_recall, sums.caveat_precision, sums.caveats_an_answer, mid, high
    )
    lines = [say.HEAD, *[_line(kind, found) for kind, found in sums.by_kind().items()], _line(say.ALL, sums)]
    misses = [_miss(s) for s in sums.scored if s.outcome != "right"] or [say.NO_MISS]
    return "\n\n".join([say.TITLE, summary, "\n".join(lines), say.MISSES, *misses]) + "\n"


def as_json(sums: Sums) -> dict[str, object]:
    """The same for programs."""
    mid, high = sums.seconds
    return {
        "n": len(sums.scored),
        **{o: sums.count(o) for o in OUTCOMES},
        "rs10": sums.reliability,
        "caveat_recall": sums.caveat_recall,
        "caveat_precision": sums.caveat_precision,
        "caveats_an_answer": sums.caveats_an_answer,
        "median_seconds": mid,
        "p95_seconds": high,
        "kinds": {k: {"n": len(s.scored), **{o: s.count(o) for o in OUTCOMES}} for k, s in sums.by_kind().items()},
        "items": [
            {"id": s.item.id, "outcome": s.outcome, "status": s.answer.status, "reading": s.answer.reading,
             "text": s.answer.text}
            for s in sums.scored
        ],
    }  # fmt: skip


def _line(name: str, sums: Sums) -> str:
    counts = [str(sums.count(o)) for o in OUTCOMES]
    return say.line([name, str(len(sums.scored)), *counts, f"{sums.reliability:.1f}", say.share(sums.caveat_recall)])


def _miss(scored: Scored) -> str:
    item = scored.item
    question = " / ".join([*item.thread, item.question])
    return say.miss(
        item.id, item.kind, scored.outcome, question, _expected(item), scored.answer.reading, scored.answer.text
    )


def _expected(item: Item) -> str:
    if item.answer is None:
        return item.expect
    gold = item.answer
    value = gold.value if gold.rows is None else gold.rows
    return f"{item.expect}: {json.dumps(value if value is not None else gold.must, default=str, ensure_ascii=False)}"
