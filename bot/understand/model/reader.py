"""ModelReader: what is tried when the offline interpreter cannot account for every word of a question.

One call for a plan, one repair with the refusal's code and hint, then the offline outcome stands. A plan with words
the desk does not know comes back as a question to the person, never as a figure.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.messages import model as say
from bot.semantic import SemanticModel
from bot.sql.checker import Checker
from bot.sql.verdict import Refused
from bot.understand.lexicon import Lexicon
from bot.understand.model.calls import Caller, Message, Meter
from bot.understand.model.errors import ModelUnavailableError
from bot.understand.model.ground import Grounding, ground
from bot.understand.model.ground_sql import ground_sql
from bot.understand.model.ledger import key_of
from bot.understand.model.prompt import opening, repair, system, template
from bot.understand.model.reply import Reply
from bot.understand.outcome import (
    Choice,
    Clarify,
    Decline,
    Outcome,
    Thread,
    Understood,
    UnderstoodSql,
    WidenedOutcome,
)
from bot.understand.reading import describe

log = logging.getLogger("bot.understand.model")

WIDENABLE = frozenset(
    {
        "unknown_word",
        "unaccounted",
        "share_of_issued",
        "number",
        "negation",
        "language",
        "contradiction",
        "two_questions",
    }
)
"""Codes of the interpreter that mean "I could not read this". All others (an ambiguity, a thing that is not in the
reports, an instruction) are decisions, and no model is asked to overrule them."""
MOST_PROBLEMS = 6
Read = Understood | UnderstoodSql | Clarify


@dataclass(slots=True)
class ModelReader:
    """Called by the pipeline with the offline outcome; gives back an outcome that is at least as good."""

    caller: Caller
    model: SemanticModel
    _checker: Checker | None = field(default=None, repr=False)

    @property
    def checker(self) -> Checker:
        """Made when the first statement comes: its empty twin takes longer than a question."""
        if self._checker is None:
            self._checker = Checker(self.model)
        return self._checker

    def __call__(self, question: str, thread: Thread, offline: Outcome, lexicon: Lexicon) -> WidenedOutcome:
        """The outcome after asking the model, or the offline one."""
        use = self.caller.options.use
        understood = isinstance(offline, Understood)
        if understood and use == "fallback":
            return offline
        if not isinstance(offline, Understood) and offline.code not in WIDENABLE:
            return offline
        try:
            read = self._read(question, thread, lexicon)
        except ModelUnavailableError as error:
            log.warning("model not used: %s", error.code)
            read = None
        if read is None:
            return Decline("model_no_plan", say.NO_PLAN) if understood and use == "only" else offline
        if isinstance(offline, Understood) and use == "check":
            return offline if isinstance(read, UnderstoodSql) else _both(offline, read, lexicon)
        return read

    def _read(self, question: str, thread: Thread, lexicon: Lexicon) -> Read | None:
        meter = self.caller.meter()
        messages = opening(system(self.model, [r.id for r in lexicon.reports]), thread.messages, question)
        for _ in range(2):
            reply = self._reply(messages, meter, lexicon)
            read, code, problems = self._judged(reply, question, thread, lexicon)
            if read is not None or not problems:
                return read
            log.info("reply refused: %s, %d problems", code, len(problems))
            hint = " ".join(dict.fromkeys(problems[:MOST_PROBLEMS]))
            messages = [*messages, *repair(reply.model_dump_json(exclude_none=True), code, hint)]
        return None

    def _judged(
        self, reply: Reply, question: str, thread: Thread, lexicon: Lexicon
    ) -> tuple[Read | None, str, list[str]]:
        """What a reply comes to: a reading; or why not, by code and problems; or nothing to be said."""
        if reply.query is not None:
            grounding = ground(reply.query, question, reply.words, lexicon, thread.last)
            if not grounding.problems:
                return _accepted(grounding, lexicon), "", []
            return None, "ungrounded", grounding.problems
        if not reply.sql or reply.cannot or thread.last is not None:  # a statement is held against one message only
            return None, "", []
        verdict = self.checker.check(reply.sql)
        if isinstance(verdict, Refused):
            return None, verdict.code, [f"{verdict.message} {verdict.hint}"]
        held = ground_sql(reply.sql, verdict.lineage, question, lexicon, self.model, reply.words)
        if held.problems:
            return None, "ungrounded", held.problems
        if held.unknown:
            return Clarify("model_words", say.took_words_for_sql(held.unknown), (), held.unknown[0][0]), "", []
        return UnderstoodSql(reply.sql), "", []

    def _reply(self, messages: list[Message], meter: Meter, lexicon: Lexicon) -> Reply:
        """The model's reply, or the one it gave before to the same messages."""
        edition = ",".join(r.id for r in lexicon.reports)
        key = key_of(template().version, self.caller.options.name, edition, json.dumps(messages))
        kept = self.caller.ledger.reply(key)
        if kept is not None:
            return Reply.model_validate_json(kept)
        reply = self.caller.call(messages, meter)
        self.caller.ledger.keep(key, reply.model_dump_json(), datetime.now(UTC).date())
        return reply


def _accepted(grounding: Grounding, lexicon: Lexicon) -> Understood | Clarify:
    query = grounding.query
    if not grounding.unknown and not grounding.doubts:
        return Understood(query)
    reading = describe(query, lexicon)
    word = grounding.unknown[0][0] if grounding.unknown else ""
    asked = say.took_words(grounding.unknown, reading) if word else say.took_shape(reading)
    return Clarify("model_reading", asked, (Choice(reading, query),), word)


def _both(offline: Understood, read: Understood | Clarify, lexicon: Lexicon) -> Outcome:
    """Two readings: the same, or a question which of them is meant. A statement's words alone are no reading."""
    if isinstance(read, Clarify) and not read.choices:
        return offline
    other = read.query if isinstance(read, Understood) else read.choices[0].query
    if other == offline.query:
        return offline
    choices = tuple(Choice(describe(q, lexicon), q) for q in (offline.query, other))
    if choices[0].label == choices[1].label:  # they differ in nothing that could be told apart by a reader
        return offline
    return Clarify("two_readings", say.both_read(), choices)
