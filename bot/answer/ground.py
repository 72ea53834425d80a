"""What stands behind an answer's numbers: every statement that was checked and run for it, with the rows it gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer.edition import Edition
from bot.answer.execute import Ran
from bot.answer.footing import Footing


@dataclass(frozen=True, slots=True)
class Ground:
    """ran: the statements of the answer; footings: the rows behind its figures, counted; edition: its weeks, texts."""

    ran: tuple[Ran, ...]
    footings: tuple[Footing, ...]
    edition: Edition


def together(grounds: Sequence[Ground]) -> Ground | None:
    """One ground for an answer of several parts."""
    if not grounds:
        return None
    ran = tuple(each for ground in grounds for each in ground.ran)
    return Ground(ran, tuple(f for ground in grounds for f in ground.footings), grounds[0].edition)
