"""What an answer rests on, for the caveat rules: what the statements touched, and facts of the rows."""

from __future__ import annotations

from dataclasses import dataclass, field

Flag = str


@dataclass(frozen=True, slots=True)
class Bearing:
    """views and columns: as touched by the statements (columns as 'view.column', those merely listed left out).

    reports: those behind the answer. asked: (county, state) that the question names, a state alone with county None.
    places: these and those that the answer names. topics: caveat topics asked for by name.
    """

    views: frozenset[str]
    columns: frozenset[str]
    flags: frozenset[Flag] = frozenset()
    reports: tuple[str, ...] = ()
    asked: frozenset[tuple[str | None, str]] = frozenset()
    places: frozenset[tuple[str | None, str]] = frozenset()
    topics: frozenset[str] = frozenset()
    details: dict[str, str] = field(default_factory=dict)
    """Words for the blanks in the desk's own wordings."""

    def used_of(self, view: str) -> frozenset[str]:
        """Names of the columns of one view that the statements work with."""
        head = f"{view}."
        return frozenset(c[len(head) :] for c in self.columns if c.startswith(head))
