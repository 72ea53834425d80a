"""Answer: what a person or a program gets back. The JSON form is a contract other programs rely on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from bot.answer.lineage import Lineage
from bot.query import Query

if TYPE_CHECKING:
    from bot.answer.ground import Ground

    Held = Ground | None
else:
    Held = Any  # never validated; told the type, pydantic studies all that it is made of, 12 ms of every start

Unit = Literal["count", "percent", "days", "date", "number"]
Cell = str | int | float | bool | date | None


class Figure(BaseModel):
    """A number or date, with what it counts. Percent is 0-100."""

    label: str
    value: int | float | date | str | None
    unit: Unit


class Caveat(BaseModel):
    """A limit on the figures: stated by a report (quoted, with place), or the desk's own (the last three None)."""

    topic: str
    text: str
    report: str | None = None
    section: str | None = None
    page: int | None = None


class Source(BaseModel):
    """A report and the pages of it that the figures stand on."""

    report: str
    pages: list[int]


class Answer(BaseModel):
    """The contract's fields, then what only this project's own surfaces (Slack, evidence, charts) use."""

    model_config = ConfigDict(ser_json_inf_nan="null")

    status: Literal["answered", "clarify", "declined"]
    text: str
    figures: list[Figure] = []
    columns: list[str] = []
    rows: list[list[Cell]] = []
    sql: str | None = None
    reading: str = ""
    caveats: list[Caveat] = []
    sources: list[Source] = []
    choices: list[str] = []
    code: str | None = None

    query: Query | None = None
    """The plan behind an answered question: what a follow-up, a later correction or a chart builds on."""
    choice_queries: list[Query] = []
    """For `clarify`: the complete plan behind each entry of `choices`, same order; may be empty."""
    suggestions: list[str] = []
    """For `declined`: questions that are known to work."""
    truncated: bool = False
    edition: str = ""
    """The database edition the figures were read from."""
    lineage: Lineage = Lineage()
    """Views, columns, reports, places and rows: what a later correction is held against."""
    ground: Annotated[Held, SkipValidation] = Field(default=None, repr=False)
    """The statements with the rows they gave; kept in this process only, for the last look before sending."""

    @property
    def none_found(self) -> bool:
        """Whether the figure is that no row was found: its sources are what was searched."""
        return bool(self.figures) and self.figures[0].unit == "count" and self.figures[0].value == 0

    def to_json(self) -> dict[str, Any]:
        """The contract's object: plain JSON types, the desk's internal fields left out."""
        internal = {"query", "choice_queries", "suggestions", "truncated", "edition", "lineage", "ground"}
        return self.model_dump(mode="json", exclude=internal)
