"""What a summary is made of. Values only: the words come from `bot.messages.summary`, the figures from checked SQL."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from bot.answer.answer import Caveat, Cell, Figure, Source


class Part(BaseModel):
    """Summaries are values: made once, rendered in many ways."""

    model_config = ConfigDict(frozen=True)


class Fact(Figure):
    """A figure, the name programs know it by, and the statement it came from."""

    key: str
    sql: str


class Listing(Part):
    """A table. `shown` says how many of its rows a short form shows; files hold them all."""

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sql: str
    shown: int = 10


class Bars(Part):
    """A ranking to draw: one bar a label, and beside it what stood after corrections where that differs."""

    key: str
    title: str
    alt: str
    labels: tuple[str, ...]
    values: tuple[int, ...]
    standing: tuple[int, ...] | None = None
    axis: str = ""
    notes: tuple[str, ...] = ()


class Week(Part):
    """One point of the trend: a report's refusals as published and after corrections, and detainers issued."""

    report_id: str
    start: date
    refusals: int
    standing: int
    issued_nationwide: int | None


class Trend(Part):
    """Weeks in order, and the limits that have to be read on the picture itself."""

    key: str
    title: str
    alt: str
    weeks: tuple[Week, ...]
    notes: tuple[str, ...]


class Section(Part):
    """A heading with its sentences; `facts` holds every figure that they name."""

    key: str
    title: str
    sentences: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    listings: tuple[Listing, ...] = ()
    chart: Bars | Trend | None = None
    quoted: tuple[Cell, ...] = ()
    """What the sentences repeat from rows that are in none of the tables: words of a dispute, its day, another week."""
    itemised: bool = False
    """Each sentence is about another place: they are read as a list."""


class Summary(Part):
    """The weekly summary of one report, in the edition in force."""

    report_id: str
    period_start: date
    period_end: date
    posted_on: date | None
    previous: str | None
    title: str
    headline: str
    sections: tuple[Section, ...]
    caveats: tuple[Caveat, ...]
    sources: tuple[Source, ...]
    edition: str = ""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every figure of the summary, in the order told."""
        return tuple(fact for section in self.sections for fact in section.facts)

    @property
    def listings(self) -> tuple[Listing, ...]:
        """Every table of the summary, whole."""
        return tuple(listing for section in self.sections for listing in section.listings)

    def fact(self, key: str) -> Fact:
        """The figure of this name; KeyError when the summary has none."""
        found = next((fact for fact in self.facts if fact.key == key), None)
        if found is None:
            raise KeyError(key)
        return found

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types: figures by name, tables whole, caveats and sources as in an answer."""
        data = self.model_dump(mode="json", exclude={"edition", "sections"})
        data["figures"] = {fact.key: fact.model_dump(mode="json", exclude={"key"}) for fact in self.facts}
        data["sections"] = [
            {"key": s.key, "title": s.title, "sentences": list(s.sentences), "tables": [t.key for t in s.listings]}
            for s in self.sections
        ]
        data["tables"] = {t.key: t.model_dump(mode="json", exclude={"key", "shown"}) for t in self.listings}
        return data
