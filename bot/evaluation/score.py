"""Outcomes and their sums. A wrong figure costs ten right ones: that is the price it has in print."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Literal

from bot.answer.answer import Answer
from bot.evaluation.items import Item
from bot.evaluation.match import gives

Outcome = Literal["right", "wrong", "overreach", "missed", "mixed"]
OUTCOMES: tuple[Outcome, ...] = ("right", "wrong", "overreach", "missed", "mixed")
PENALTY = 10
ALWAYS_BEARS = ("sample", "unreconciled")
"""Topics that hang on what is loaded, not on the question; they count neither for nor against precision."""


@dataclass(frozen=True, slots=True)
class Scored:
    """An item with its answer and what came of it."""

    item: Item
    answer: Answer
    outcome: Outcome
    seconds: float

    @property
    def found(self) -> list[str]:
        """Topics that had to be there and are."""
        given = {c.topic for c in self.answer.caveats if c.text.strip()}
        return [t for t in self.item.must_caveat if t in given and self.answer.status == "answered"]


@dataclass(slots=True)
class Sums:
    """The scores of a set, or of one kind of question in it."""

    scored: list[Scored] = field(default_factory=list)

    def count(self, outcome: Outcome) -> int:
        """How many items had this outcome."""
        return sum(s.outcome == outcome for s in self.scored)

    @property
    def reliability(self) -> float:
        """RS(10): right +1, wrong or overreach -10, silence 0; in percent of the set."""
        bad = self.count("wrong") + self.count("overreach")
        return 100 * (self.count("right") - PENALTY * bad) / len(self.scored) if self.scored else 0.0

    @property
    def caveat_recall(self) -> float | None:
        """Share of the topics that had to be there."""
        needed = sum(len(s.item.must_caveat) for s in self.scored if s.item.expect == "answered")
        return sum(len(s.found) for s in self.scored) / needed if needed else None

    @property
    def caveat_precision(self) -> float | None:
        """Share of the topics given that had to be there; the set asks for the least, so it is a lower bound."""
        given = [c.topic for s in self.scored for c in s.answer.caveats if c.topic not in ALWAYS_BEARS]
        return sum(len(s.found) for s in self.scored) / len(given) if given else None

    @property
    def caveats_an_answer(self) -> float:
        """Entries an answered question carries on average."""
        answered = [s for s in self.scored if s.answer.status == "answered"]
        return sum(len(s.answer.caveats) for s in answered) / len(answered) if answered else 0.0

    @property
    def seconds(self) -> tuple[float, float]:
        """Median and 95th percentile of the time an answer took."""
        times = [s.seconds for s in self.scored]
        if len(times) < 2:
            return (times[0], times[0]) if times else (0.0, 0.0)
        return median(times), quantiles(times, n=20)[-1]

    def by_kind(self) -> dict[str, Sums]:
        """The same for each kind of question."""
        kinds: dict[str, Sums] = {}
        for scored in self.scored:
            kinds.setdefault(scored.item.kind, Sums()).scored.append(scored)
        return dict(sorted(kinds.items()))


def score(items: Iterable[Item], ask: Callable[[Item], Answer]) -> Sums:
    """Ask every item and judge the answers."""
    sums = Sums()
    for item in items:
        start = time.perf_counter()
        answer = ask(item)
        sums.scored.append(Scored(item, answer, judge(item, answer), time.perf_counter() - start))
    return sums


def judge(item: Item, answer: Answer) -> Outcome:
    """What came of one item."""
    hit = item.answer is not None and answer.status == "answered" and gives(item.answer, answer)
    if hit:
        return "right"
    if answer.status == item.expect or answer.status in item.also_ok:
        return "right" if item.expect != "answered" or answer.status != "answered" else "wrong"
    if answer.status == "answered":
        return "overreach"
    return "missed" if item.expect == "answered" else "mixed"
