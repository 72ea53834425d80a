"""The summary's way to rows: every statement through the checker, then the runner, like that of any answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.messages import summary as say
from bot.summary.statements import Read, Rows, Unreadable

if TYPE_CHECKING:
    from bot.answer.answer import Answer
    from bot.loaded import Loaded, RunsStatements
    from bot.query import Query
    from bot.sql.checker import Checker

MOST_ROWS = 100_000


class Reads(Protocol):
    """What has the newest edition open: a desk."""

    def loaded(self) -> Loaded:
        """The edition in force, and the checked way to its rows."""


class Asks(Reads, Protocol):
    """A desk that answers plans as well."""

    def ask_query(self, query: Query) -> Answer:
        """Answer a plan."""


def reader(checker: Checker, runner: RunsStatements) -> Read:
    """Reads with what a desk has open already."""
    from bot.sql.database import RunError
    from bot.sql.verdict import Refused

    def read(sql: str) -> Rows:
        verdict = checker.check(sql)
        if isinstance(verdict, Refused):
            raise Unreadable(say.statement_refused(sql, verdict.message))
        try:
            result = runner.run(verdict, max_rows=MOST_ROWS)
        except RunError as problem:
            raise Unreadable(" ".join(t for t in (problem.message, problem.hint) if t)) from problem
        if result.truncated:
            raise Unreadable(say.statement_refused(sql, say.TOO_MANY_ROWS))
        return Rows(tuple(result.columns), tuple(tuple(row) for row in result.rows), verdict.sql)

    return read


def desk_reader(desk: Reads) -> Read:
    """Reads what the desk reads: the newest edition, with the runner that the desk has."""

    def read(sql: str) -> Rows:
        loaded = desk.loaded()
        return reader(loaded.checker, loaded.runner)(sql)

    return read


def open_reader(db_path: str | Path) -> Read:
    """Reads the newest edition behind a path, in this process."""
    from bot.semantic import load_model
    from bot.sql.checker import Checker
    from bot.sql.runner import Runner

    model = load_model()
    return reader(Checker(model), Runner(db_path, model))
