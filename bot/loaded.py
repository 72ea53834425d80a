"""What an edition of the database gives to every question: facts, names, and the way to run statements on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from bot.answer.edition import Edition, load_edition
from bot.answer.execute import NotRun, Ran, may_run
from bot.answer.requirements import CRITERIA, resolved
from bot.query import Filter, Query
from bot.semantic import load_model
from bot.sql.checker import Checker
from bot.sql.compile import compile_query
from bot.sql.database import RunError
from bot.sql.lineage import Lineage
from bot.sql.result import Result
from bot.sql.rules import literals
from bot.sql.verdict import Accepted

if TYPE_CHECKING:
    from bot.sql.known import KnownValues
    from bot.understand.lexicon import Lexicon
    from bot.understand.outcome import Outcome, Thread
    from bot.understand.patterns import Pattern
    from bot.understand.words import Sense

DOCUMENT = "SELECT content FROM desk.base.documents WHERE document_id = ?"
"""The one statement over a table that no question can reach: the stored file, to draw its pages."""

_MOST_ROWS = 100_000
"""Our own statements bound what is listed by LIMIT; the pages behind a figure are never cut."""

_MOST_NAMES = 1_000_000
"""The lexicon reads every name once; no question is ever given so many."""


class RunsStatements(Protocol):
    """Runs checked statements: `bot.sql.runner.Runner`, or the one with worker processes."""

    def run(
        self,
        accepted: Accepted,
        *,
        deadline_s: float = ...,
        max_rows: int = ...,
        meanwhile: Callable[[], object] | None = ...,
    ) -> Result: ...

    def lookup(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]: ...

    def edition(self) -> str: ...


class Interprets(Protocol):
    """Words to a plan: `bot.understand.interpreter.Interpreter`."""

    def interpret(self, question: str, thread: Thread | None = None) -> Outcome: ...


@dataclass(eq=False)
class Loaded:
    """One edition, ready to answer."""

    edition: Edition
    lexicon: Lexicon
    interpreter: Interprets
    checker: Checker
    runner: RunsStatements

    def execute(self, sql: str, *, then: str = "") -> Ran:
        """Check and run one statement. Raises NotRun, RunError."""
        return execute(sql, self.checker, self.runner, then=then, max_rows=_MOST_ROWS)

    @cached_property
    def known(self) -> KnownValues:
        """What the data holds, and the names of places and countries that it could hold."""
        from bot.sql.known import KnownValues

        return KnownValues(self.runner, load_model())

    def unresolved(self, sql: str) -> list[str]:
        """What a statement asks for that the data does not hold, in sentences: a count of it would be a zero that says
        nothing. Empty for a statement that is refused: it is not run."""
        verdict = self.checker.check(sql)
        if not isinstance(verdict, Accepted):
            return []
        return [told.message for told in literals.warnings(verdict.lineage, self.known)]

    def document(self, document_id: str) -> bytes | None:
        """The bytes of a document as it was loaded."""
        found = self.runner.lookup(DOCUMENT, [document_id])
        return bytes(found[0][0]) if found else None

    @cached_property
    def criteria(self) -> list[str]:
        """The different criteria texts of Section III."""
        return [str(row[0]) for row in self.execute(CRITERIA).rows]

    def resolved(self, query: Query) -> Query:
        """The Query as the compiler can say it: kinds of requirement as the criteria that have them."""
        return resolved(query, lambda: self.criteria)

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The cited scheme's groups, each with the loaded offenses that it takes in."""
        from ingest.vocabulary.offenses import group_of

        found: dict[str, list[str]] = {}
        for offense in self.lexicon.offenses:
            name = group_of(offense)
            if name:
                found.setdefault(name, []).append(offense)
        return {name: tuple(members) for name, members in sorted(found.items())}

    def reading(self, query: Query) -> str:
        """How the question was understood."""
        from bot.understand.reading import describe

        return describe(query, self.lexicon)


def load(runner: RunsStatements, words: Path | None = None) -> Loaded:
    """Read facts and names of the edition now in force. Raises RunError, NotRun."""
    from bot.reading_in import verdicts
    from bot.understand.foia_names import QUERIES as FOIA_QUERIES
    from bot.understand.foia_names import FoiaNames
    from bot.understand.interpreter import Interpreter
    from bot.understand.lexicon import QUERIES, Lexicon

    checker = _checker()
    judged = verdicts(lambda: checker)

    def read(sql: str) -> list[Any]:
        return list(runner.run(judged[sql], max_rows=_MOST_NAMES).rows)

    rows = {name: read(sql) for name, sql in QUERIES.items()}
    lexicon = Lexicon.build(
        rows,
        _own_words(words),
        lambda filters: _count(filters, checker, runner),
        lambda ranking: _groups(ranking, checker, runner),
    )
    names = FoiaNames.build({name: read(sql) for name, sql in FOIA_QUERIES.items()})
    edition = load_edition(runner.edition(), read)
    return Loaded(edition, lexicon, Interpreter(lexicon, names), checker, runner)


def execute(sql: str, checker: Checker, runner: RunsStatements, *, then: str = "", **limits: Any) -> Ran:
    """The one way to rows. A statement that is refused is not run. The engine binds it; what fails there is put to the
    checker again, which says it better. `then` is judged meanwhile, and its verdict remembered."""
    verdict = may_run(checker.check(sql, bind=False))
    judge_next = partial(checker.check, then, bind=False) if then else None
    try:
        result = runner.run(verdict, meanwhile=judge_next, **limits)
    except RunError as error:
        if error.code == "failed":
            may_run(checker.check(sql))
        raise
    lineage = verdict.lineage
    return Ran(verdict.sql, list(result.rows), frozenset(lineage.views), used(lineage), result.truncated)


def used(lineage: Lineage) -> frozenset[str]:
    """Columns that the figures rest on: all of a view whose rows are counted, only the conditions of one listed."""
    names = {f"{f.view}.{f.column}" for f in lineage.filters}
    for view in lineage.counts:
        names |= {f"{view}.{column}" for column in lineage.columns.get(view, ())}
    for view, columns in lineage.shown.items():
        if view == "reports":  # a report's facts are figures of their own
            names |= {f"{view}.{column}" for column in columns}
    return frozenset(names)


_CHECKER: list[Checker] = []


def _checker() -> Checker:
    """One checker a process: building its empty twin takes longer than a question."""
    if not _CHECKER:
        _CHECKER.append(Checker(load_model()))
    return _CHECKER[0]


def _count(filters: Sequence[Filter], checker: Checker, runner: RunsStatements) -> int:
    """How many rows of Section II meet all the filters: none where they rule each other out, which is never run."""
    plan = compile_query(Query(subject="refusals", filters=tuple(filters)))
    try:
        return int(execute(plan.sql, checker, runner).rows[0][0])
    except NotRun:
        return 0


def _groups(ranking: Query, checker: Checker, runner: RunsStatements) -> list[Sequence[Any]]:
    """The groups that a ranking keeps, and those that share a place with them: none where it is refused."""
    try:
        return execute(compile_query(ranking).sql, checker, runner).rows
    except NotRun:
        return []


def _own_words(words: Path | None) -> tuple[tuple[Pattern, Sense], ...]:
    """The newsroom's own words. Raises WordsError for a file that cannot be used."""
    from bot.understand.words import own_senses

    return own_senses(words) if words is not None else ()
