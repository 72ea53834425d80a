"""The draft of a reading: the pieces with their roles, the conditions found, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.query import FieldName, Filter, Op, Value
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Choice
from bot.understand.pieces import Piece


@dataclass(slots=True)
class Cond:
    """A condition found in the question: where it stands, and the filter it makes."""

    at: int
    field: FieldName
    op: Op = "is"
    values: tuple[Value, ...] = ()
    negated: bool = False
    label: str = ""
    stop: int = 0
    either: bool = False
    """Several values were listed one by one ("Denver and Boulder"), not by one name that stands for them."""

    def filter(self) -> Filter:
        """The Query's form."""
        return Filter(field=self.field, op=self.op, values=self.values, negated=self.negated, label=self.label)


class Stuck(Exception):  # noqa: N818 - not an error of the program: the question cannot be read as it stands
    """Reading stops here: `code` says why, `word` which word it is about, `choices` what could be meant."""

    def __init__(
        self,
        code: str,
        word: str = "",
        choices: tuple[Choice, ...] = (),
        *,
        ask: bool = False,
        detail: str = "",
        options: tuple[Any, ...] = (),
    ) -> None:
        super().__init__(code)
        self.code, self.word, self.choices, self.ask, self.detail = code, word, choices, ask, detail
        self.options = options


@dataclass(slots=True)
class Draft:
    """What is known so far. Shapes read it, mark the pieces they use, and make the Query."""

    pieces: list[Piece]
    lexicon: Lexicon
    subject: str = "refusals"
    conds: list[Cond] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    follow_up: bool = False
    county_before: bool = False
    """In a thread, whether the last plan asked about a county: a name that is a state too may be one more."""
    axis: FieldName | None = None
    """In a thread, the date that a bare one is of: that of the last plan."""
    before: tuple[str, ...] = ()
    """In a thread, the messages before this one."""
    corrects: bool = False
    """In a thread, whether the message takes back the one before ("no, I meant Texas")."""
    of_group: bool = False
    """In a thread, whether the message points at what a ranking found."""

    def find(self, *tags: str, start: int = 0, stop: int | None = None) -> Iterator[int]:
        """Positions of the pieces with one of the tags."""
        for at in range(start, len(self.pieces) if stop is None else stop):
            if not self.pieces[at].tags.isdisjoint(tags):
                yield at

    def first(self, *tags: str, start: int = 0, stop: int | None = None) -> int | None:
        """The first such position, or none."""
        return next(self.find(*tags, start=start, stop=stop), None)

    def has(self, *tags: str) -> bool:
        """Whether any piece has one of the tags."""
        return any(not piece.tags.isdisjoint(tags) for piece in self.pieces)  # asked 60 times a question: no call each

    def free(self, *tags: str) -> list[int]:
        """Positions of pieces with a tag that have no role yet."""
        return [at for at in self.find(*tags) if not self.pieces[at].used]

    def use(self, at: int, role: str) -> None:
        """Give the piece at a position its role."""
        self.pieces[at].use(role)

    def use_all(self, role: str, *tags: str) -> bool:
        """Give every piece with a tag this role; whether there was one."""
        found = list(self.find(*tags))
        for at in found:
            self.use(at, role)
        return bool(found)

    def of(self, *fields: str) -> list[Cond]:
        """The conditions on these fields."""
        return [cond for cond in self.conds if cond.field in fields]

    def filters(self, conds: list[Cond] | None = None) -> tuple[Filter, ...]:
        """The conditions as a Query has them: in a fixed order, each once."""
        return in_order(cond.filter() for cond in (self.conds if conds is None else conds))


def in_order(filters: Iterable[Filter]) -> tuple[Filter, ...]:
    """Filters in the fixed order in which plans hold them, each once."""
    found = dict.fromkeys(filters)
    return tuple(sorted(found, key=lambda f: (_ORDER.get(f.field, 99), f.negated, f.op, str(f.values))))


_ORDER = {
    name: rank
    for rank, name in enumerate(
        [
            "release",
            "report",
            "declined_on",
            "place",
            "state",
            "county",
            "jurisdiction",
            "facility",
            "citizenship",
            "offense",
            "disposition",
            "declined",
            "criminality",
            "lift_reason",
            "issued_on",
            "prepared_on",
            "days",
            "withdrawn",
            "enacted",
            "requirement",
            "criteria",
            "policy",
            "aor",
            "section",
            "topic",
        ]
    )
}
