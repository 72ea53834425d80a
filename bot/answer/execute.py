"""The one way in which an answer gets rows: a statement is checked, run, and comes back with its lineage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.sql.verdict import Accepted, Refused


@dataclass(frozen=True, slots=True)
class Ran:
    """A statement that was accepted and run.

    views, columns: what it touched ('view.column'; columns that are merely listed are left out).
    truncated: the rows were cut at the runner's limit.
    """

    sql: str
    rows: list[Sequence[Any]]
    views: frozenset[str]
    columns: frozenset[str]
    truncated: bool = False


class Execute(Protocol):
    """Checks and runs a statement. Raises NotRun when the checker refuses it, RunError when the engine cannot finish.

    then: the statement that comes next. It is judged while the first one runs in a worker, so that both cost the
    time of the longer one; run in this process, each waits for its turn.
    """

    def __call__(self, sql: str, *, then: str = "") -> Ran: ...


class NotRun(Exception):  # noqa: N818 - an outcome, said as one
    """A statement that gave no rows: the checker's or runner's code, and a sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


def may_run(verdict: Accepted | Refused) -> Accepted:
    """The verdict, where the checker let the statement pass. Raises NotRun where it did not."""
    if isinstance(verdict, Refused):
        raise NotRun(verdict.code, verdict.message)
    return verdict
