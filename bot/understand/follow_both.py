"""Follow-ups of a message that asked two questions: "how many in Denver, and which nationality?", "and in Harris?"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.query import Query
from bot.understand.draft import Stuck
from bot.understand.outcome import Outcome, Understood

if TYPE_CHECKING:
    from bot.understand.interpreter import Reading


def over_both(reading: Reading, last: Query, lay: Callable[[Query], Outcome]) -> Understood:
    """The fragment laid over both plans, told together; once where it comes to the same.

    lay: what the fragment comes to over one plan. Raises Stuck where it fits only one of them.
    """
    halves = [last.model_copy(update={"also": None}), last.also or last]
    outcomes = [lay(half) for half in halves]
    first, second = outcomes
    if not isinstance(first, Understood) or not isinstance(second, Understood) or second.query.also is not None:
        raise Stuck("no_context", " ".join(p.text for p in reading.pieces if not p.has("padding"))[:60])
    if first.query == second.query:
        return first
    query = first.query.model_copy(update={"also": second.query})
    return Understood(query, first.spans, tuple(dict.fromkeys((*first.notes, *second.notes))))
