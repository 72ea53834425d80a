"""What an answer is written from: the Query, its plan and rows, the rows it stands on, and the edition's facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.answer.answer import Cell, Figure
from bot.answer.edition import Edition, Withdrawal
from bot.answer.footing import Footing
from bot.answer.phrases import Phrases
from bot.messages import answers as say
from bot.query import Query
from bot.sql.compile import Plan

Row = Sequence[Any]
Rerun = Callable[[Query], tuple[Plan, list[Row]]]
"""Compiles, checks and runs a further Query; its statement is added to those of the answer."""


def gives_both(query: Query, footing: Footing) -> bool:
    """Published and corrected figures are both given, unless the question settles itself which rows it means."""
    asks = any(f.field == "withdrawn" for f in (*query.filters, *query.measure.of))
    return footing.taken_back > 0 and not query.corrected and not asks


@dataclass(slots=True)
class Draft:
    """An answer in the making."""

    text: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    truncated: bool = False
    rounded: bool = False
    places: list[tuple[str, str]] = field(default_factory=list)
    """(county, state) that the answer names: their disputes and corrections bear."""
    issued_instead: bool = False
    """Nothing was refused there, but Section I lists detainers issued there."""
    unused: set[str] = field(default_factory=set)
    """Statements that were run to see whether something had to be said beside the figure, and nothing had."""
    declined: str = ""
    """Set when the rows turn out to hold no answer: the code why."""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a writer may use."""

    query: Query
    plan: Plan
    rows: list[Row]
    footing: Footing
    edition: Edition
    phrases: Phrases
    rerun: Rerun

    @property
    def subject(self) -> str:
        """The Query's subject."""
        return self.query.subject

    @property
    def noun(self) -> str:
        """The subject's word in the plural."""
        return say.noun(self.subject, 2)

    @property
    def when(self) -> str:
        """Which reports; left out where the slices of a comparison say it."""
        asked = any(f.field == "report" for f in self.query.filters)
        sliced = any(f.field == "report" for s in self.query.slices for f in s.filters)
        return "" if sliced and not asked else self.phrases.when

    @property
    def both(self) -> bool:
        """Whether figures after corrections stand beside those as published."""
        return gives_both(self.query, self.footing)

    def withdrawals(self) -> list[Withdrawal]:
        """The corrections that bear on this subject in the reports behind the answer."""
        section = {"refusals": "II", "issued": "I"}.get(self.subject)
        reports = self.footing.found or self.edition.reports
        return [w for w in self.edition.withdrawals if w.section == section and w.report_id in reports]

    def corrected_on(self) -> str:
        """'on April 5, 2017', or nothing where no day is known."""
        days: set[date] = {w.posted_on for w in self.withdrawals() if w.posted_on}
        return say.posted_on(sorted(days))
