"""What the checker says: a statement is accepted, with what it rests on, or refused, with why and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.sql.lineage import Lineage


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the checker's word for it; the builtin is not used in this package
    """Something the asker should know that is no reason to refuse: a text that no row holds, a week not loaded."""

    code: str
    message: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A statement that may run. `sql` is what was asked; `runs` is the same statement with catalog and schema in
    front of every view, so that nothing else can pass for one: bound like that on the empty twin, and run."""

    sql: str
    lineage: Lineage
    runs: str = field(repr=False)
    warnings: tuple[Warning, ...] = ()

    @property
    def hint(self) -> str:
        """The warnings in one line, for people and planners."""
        return " ".join(w.message for w in self.warnings)


@dataclass(frozen=True, slots=True)
class Refused:
    """A statement that must not run: a code for programs, a sentence for people, a hint how to write it."""

    code: str
    message: str
    hint: str = ""


class Refusal(Exception):  # noqa: N818 - a verdict on its way, not an error
    """Raised by a rule, turned into `Refused` by the checker."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.refused = Refused(code, message, hint)
