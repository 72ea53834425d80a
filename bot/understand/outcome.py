"""What understanding a question can come to: a Query, a question back, or a reason why not."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.query import Query


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the question and what it was taken for. Offsets count characters of the message as sent."""

    start: int
    end: int
    text: str
    role: str
    """For people and tests: 'filter:citizenship', 'measure:share', 'dimension:state', 'padding', ..."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A complete plan. `notes` are said with the answer: a typo read as a name, a premise corrected."""

    query: Query
    spans: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to read an ambiguous question: what the button says, and the complete plan behind it."""

    label: str
    query: Query


@dataclass(frozen=True, slots=True)
class Clarify:
    """A question back. `word` is the word in doubt, as the person wrote it; empty when the whole is."""

    code: str
    question: str
    choices: tuple[Choice, ...]
    word: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Decline:
    """Why there is no answer. `suggestions` are questions that are known to work."""

    code: str
    message: str
    suggestions: tuple[str, ...] = ()
    word: str = ""
    spans: tuple[Span, ...] = ()


Outcome = Understood | Clarify | Decline


@dataclass(frozen=True, slots=True)
class UnderstoodSql:
    """A statement that a chat model wrote where no plan can say the question; checked and held against its words."""

    sql: str
    notes: tuple[str, ...] = ()


WidenedOutcome = Outcome | UnderstoodSql
"""What understanding can come to with a chat model beside the interpreter."""


@dataclass(frozen=True, slots=True)
class Thread:
    """What a follow-up builds on: the last plan, or the open question back, oldest message first."""

    messages: tuple[str, ...] = ()
    last: Query | None = None
    open: Clarify | None = None
    history: tuple[Query, ...] = field(default=())
    unanswered: tuple[tuple[str, str], ...] = ()
    """Since the last plan: the code and text of each message that was declined; a follow-up may lean on one of them."""
