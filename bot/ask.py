"""A question to an answer: interpret, compile, check, run, answer. The whole way on one screen.

    desk = Desk(Path("var/detainers.duckdb"))
    desk.ask("How many refusals did Travis County have?").text

The desk reads a database and never writes one. It follows the link to the newest edition at each question; names,
facts and lexicon are read once an edition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.answer.answer import Answer
from bot.answer.build import build
from bot.answer.edition import Edition
from bot.answer.execute import NotRun
from bot.answer.merge import joined
from bot.loaded import Loaded, RunsStatements, load, used
from bot.messages import answers as words
from bot.messages import desk as say
from bot.messages import model as say_model
from bot.query import Query
from bot.semantic import load_model
from bot.sql.compile import CompileError
from bot.sql.database import Fingerprint, RunError, fingerprint
from bot.understand.model.setup import configured
from bot.understand.outcome import Clarify, Decline, Outcome, Thread, Understood, UnderstoodSql, WidenedOutcome
from bot.understand.thread import after
from bot.understand.words import WordsError

if TYPE_CHECKING:
    from bot.answer.evidence import Picture
    from bot.settings import Settings
    from bot.understand.lexicon import Lexicon

LONGEST_QUESTION = 4_000


class Widens(Protocol):
    """A chat model's part: told what the offline interpreter made of the message, it says what to make of it."""

    def __call__(self, question: str, thread: Thread, offline: Outcome, lexicon: Lexicon) -> WidenedOutcome: ...


@dataclass(frozen=True, slots=True)
class Turn:
    """An answer, and the thread as the next message finds it."""

    answer: Answer
    thread: Thread
    outcome: WidenedOutcome


class Desk:
    """Answers questions from the database behind `db`.

    settings: where the newsroom's own words come from, when `words` is not given.
    runner: runs checked statements; by default in this process.
    widen: a chat model's part; by default the one that the settings name, if they name one.
    """

    def __init__(
        self,
        db: str | Path,
        settings: Settings | None = None,
        *,
        runner: RunsStatements | None = None,
        widen: Widens | None = None,
        words: Path | None = None,
    ) -> None:
        self.db = Path(db)
        self._runner = runner
        self._widen = widen or (configured(settings.model) if settings else None)
        self._words = words or (settings.words if settings else None)
        self._loaded: Loaded | None = None
        self._seen: Fingerprint | None = None

    def ask(self, question: str, thread: Thread | None = None) -> Answer:
        """Answer one message; `thread` holds what came before it."""
        return self.converse(question, thread).answer

    def ask_query(self, query: Query) -> Answer:
        """Answer a plan that is already complete: a choice that was clicked, a question asked again."""
        return self._guarded(lambda: self._answer(Understood(query)))

    def converse(self, question: str, thread: Thread | None = None) -> Turn:
        """Answer one message and carry the thread on."""
        before = thread or Thread()
        outcome: WidenedOutcome = Decline("no_answer", "")

        def work() -> Answer:
            nonlocal outcome
            outcome = self.understand(question, before)
            return self._answer(outcome)

        answer = self._guarded(work)
        return Turn(answer, after(before, question, outcome), outcome)

    def choose(self, thread: Thread, number: int) -> Turn:
        """Take a choice of the question that is open in the thread, counted from 1. Raises IndexError."""
        if thread.open is None or not 1 <= number <= len(thread.open.choices):
            raise IndexError(number)
        choice = thread.open.choices[number - 1]
        outcome = Understood(choice.query)
        answer = self._guarded(lambda: self._answer(outcome))
        return Turn(answer, after(thread, choice.label, outcome), outcome)

    def replay(self, messages: Iterable[str]) -> Thread:
        """The thread after these messages, without running their statements."""
        thread = Thread()
        for message in messages:
            try:
                outcome = self.understand(message, thread)
            except (RunError, NotRun):
                outcome = Decline("no_answer", "")
            thread = after(thread, message, outcome)
        return thread

    def understand(self, question: str, thread: Thread) -> WidenedOutcome:
        """The plan, the question back, or why there is none. Raises RunError without a database."""
        if not question.strip():
            return Decline("empty_question", say.EMPTY)
        if len(question) > LONGEST_QUESTION:
            return Decline("question_too_long", say.too_long(LONGEST_QUESTION))
        loaded = self.loaded()
        if not loaded.edition.reports and not loaded.edition.releases:
            return Decline("no_reports", say.NO_REPORTS)
        outcome = loaded.interpreter.interpret(question, thread)
        if self._widen is None:
            return outcome
        widened = self._widen(question, thread, outcome, loaded.lexicon)
        unresolved = loaded.unresolved(widened.sql) if isinstance(widened, UnderstoodSql) else []
        return Clarify("model_literal", say_model.unresolved(unresolved), (), "") if unresolved else widened

    def loaded(self) -> Loaded:
        """Facts, lexicon and interpreter of the edition in force now. Raises RunError."""
        found = fingerprint(self.db)
        if self._loaded is None or found != self._seen:
            if self._runner is None:
                from bot.sql.runner import Runner

                self._runner = Runner(self.db, load_model())
            self._loaded = load(self._runner, self._words)
            self._seen = found
        return self._loaded

    def picture(self, query: Query, *, index: int = 1) -> Picture:
        """A page behind the answer to this plan, rows marked. Raises NoEvidence, NotRun, CompileError, RunError."""
        from bot.answer.evidence import draw, marked_pages

        loaded = self.loaded()
        pages = marked_pages(loaded.resolved(query), loaded.execute, loaded.edition)
        return draw(pages, loaded.edition, loaded.document, index=index)

    @property
    def edition(self) -> Edition:
        """Facts of the edition in force. Raises RunError."""
        return self.loaded().edition

    def _answer(self, outcome: WidenedOutcome) -> Answer:
        if isinstance(outcome, Decline):
            return Answer(
                status="declined", text=outcome.message, code=outcome.code, suggestions=list(outcome.suggestions)
            )
        if isinstance(outcome, Clarify):
            return Answer(
                status="clarify",
                text=outcome.question,
                code=outcome.code,
                choices=[c.label for c in outcome.choices],
                choice_queries=[c.query for c in outcome.choices],
            )
        loaded = self.loaded()
        if isinstance(outcome, UnderstoodSql):
            from bot.answer.free_sql import answer_sql

            return answer_sql(outcome.sql, loaded.checker, loaded.runner, loaded.edition, used)
        answers = []
        part: Query | None = outcome.query
        while part is not None:
            answers.append(build(loaded.resolved(part), loaded.execute, loaded.edition, groups=_groups(part, loaded)))
            part = part.also
        answer = joined(answers, outcome.query, loaded.reading(outcome.query))
        if outcome.notes:
            answer.text = " ".join([*outcome.notes, answer.text])
        return answer

    def _guarded(self, work: Callable[[], Answer]) -> Answer:
        """Whatever keeps a statement from giving rows becomes an answer that says so."""
        try:
            return work()
        except CompileError as error:
            if error.code == "same_sides":
                return Answer(status="declined", code=error.code, text=say.SAME_SIDES)
            text = say.NOT_IN_DATA.format(field=words.field_noun(error.field, 1), subject=words.subject(error.subject))
            return Answer(status="declined", code="not_in_data", text=text)
        except WordsError as error:
            return Answer(status="declined", code="bad_words_file", text=say.BAD_WORDS.format(why=error))
        except NotRun as error:
            return Answer(status="declined", code=error.code, text=say.NOT_RUN)
        except RunError as error:
            text = " ".join(t for t in (error.message, error.hint) if t)
            return Answer(status="declined", code=error.code, text=text)


def _groups(query: Query, loaded: Loaded) -> dict[str, tuple[str, ...]]:
    """The cited scheme's groups, worked out for a breakdown by them and for nothing else."""
    return loaded.groups if any(dimension.group for dimension in query.group_by) else {}
