"""Query: the typed plan between words and SQL.

An interpreter (or a model) fills it, the compiler turns it into SQL, the wording reads it back to the person,
the state store keeps it for follow-ups. It can say only what the reports can answer: there is no place in it for a
figure, for SQL text, or for a column that the semantic model does not name.

Filters of one Query are all required; the values of one filter are alternatives ("Denver or Boulder").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Subject = Literal["refusals", "issued", "policies", "corrections", "caveats", "reports", "foia_detainers"]
"""What is counted or listed: the view whose rows the question is about."""

FieldName = Literal[
    "place",  # state, or county in a state
    "state",
    "county",
    "report",  # report_id
    "facility",
    "citizenship",
    "offense",
    "disposition",
    "issued_on",
    "declined_on",
    "days",  # days between issue and refusal
    "withdrawn",
    "jurisdiction",  # Section III: the listed body (town, county or state)
    "aor",
    "enacted",
    "requirement",  # kind of criteria, by the vocabulary's rules
    "policy",
    "criteria",
    "section",
    "topic",
    "effect",
    "posted_on",
    "period_start",
    "period_end",
    "pages",
    "declined_stated",
    "issued_nationwide",
    "issued",  # Section I: detainers issued to a jurisdiction
    "row_no",
    # FOIA spreadsheets alone
    "release",  # the file
    "prepared_on",
    "criminality",
    "lift_reason",
    "declined",  # lifted because the agency declined
    "gender",
]

Op = Literal[
    "is",
    "contains",
    "missing",
    "before",
    "after",
    "since",
    "until",
    "between",
    "over",
    "at_least",
    "under",
    "at_most",
]
"""`before`/`after`/`over`/`under` leave the value out; `since`/`until`/`between`/`at_least`/`at_most` include it."""


class Frozen(BaseModel):
    """Plans are values: compared, hashed, stored; never changed in place."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(Frozen):
    """A state, or a county in a state, as the views spell them. `city` is set for a town's own policy entry."""

    state: str
    county: str | None = None
    city: str | None = None


Value = Place | date | bool | int | float | str


class Filter(Frozen):
    """One condition. `label` says it as the person did where the values do not ("New York City")."""

    field: FieldName
    op: Op = "is"
    values: tuple[Value, ...] = ()
    negated: bool = False
    label: str = ""


class Measure(Frozen):
    """What is worked out over the rows that pass the filters.

    count      how many rows
    share      percent of the rows that also pass `of`
    rate       refusals per 100 detainers issued nationwide in the same weeks: two different groups, said so
    distinct   how many different values of `field`; with `having`, only those whose number of rows passes it, or
               whose share of rows that pass `of`, or (with `per`) whose number of different values of `per`
    total      sum of `field` (issued, issued_nationwide, declined_stated, pages)
    statistic  `stat` of `field` (days, issued, issued_nationwide, or rows per `per`)
    extreme    the first or last date of `field`, with the rows that have it
    value      report facts, one column per entry of `fields`
    rows       the rows themselves (`fields`: columns wanted; empty: the usual ones)
    text       passages: caveats by topic, a policy's criteria, a correction's text
    """

    kind: Literal["count", "share", "rate", "distinct", "total", "statistic", "extreme", "value", "rows", "text"] = (
        "count"
    )
    field: FieldName | None = None
    fields: tuple[FieldName, ...] = ()
    of: tuple[Filter, ...] = ()
    stat: Literal["min", "median", "average", "max"] | None = None
    per: FieldName | None = None


Bucket = Literal["day", "week", "month", "year"]


class Dimension(Frozen):
    """A breakdown. `bucket` is for dates; `group` asks for the cited scheme's groups instead of single offenses."""

    field: FieldName
    bucket: Bucket | None = None
    group: bool = False


class Slice(Frozen):
    """One side of a comparison: its own filters beside the Query's common ones."""

    label: str
    filters: tuple[Filter, ...]


def side_field(slices: Sequence[Slice]) -> str:
    """The one column that the sides of a comparison differ in; empty where there are several."""
    fields = {f.field for part in slices for f in part.filters}
    return fields.pop() if len(fields) == 1 else ""


class Having(Frozen):
    """Keep the groups whose figure is at least / at most / over / under / exactly `n`."""

    op: Literal["at_least", "at_most", "over", "under", "is"]
    n: float


class Query(Frozen):
    """A question, understood.

    slices and contrast:
      side_by_side  the figure for each slice
      difference    the same, and the last minus the first (the first two where more)
      percent       the same, and by how many percent of the first the second is above or below it
      ratio         the same, and how many times the second the first is
      except        values of `group_by` in the first slice and not in the second
      both          values of `group_by` in every slice
    """

    subject: Subject = "refusals"
    measure: Measure = Measure()
    filters: tuple[Filter, ...] = ()
    group_by: tuple[Dimension, ...] = ()
    slices: tuple[Slice, ...] = ()
    contrast: Literal["side_by_side", "difference", "percent", "ratio", "except", "both"] | None = None
    order: Literal["most", "fewest", "natural"] | None = None
    limit: int | None = Field(default=None, ge=1, le=1000)
    nth: bool = False
    """Only the group at place `limit` of the ranking ("the second most"), with those that share its figure."""
    having: Having | None = None
    corrected: bool = False
    """True when the question asks for figures after ICE's corrections; otherwise as published, with both given."""
    yes_no: bool = False
    """The question expects yes or no: the wording starts with it, the figure follows."""
    claim: Having | None = None
    """What the question supposes of the figure ("were there more than 100?"): the wording says whether it is so. Of a
    breakdown by report it is supposed of every report; of two slices, of the first less the second."""
    leader: Filter | None = None
    """The group that the question supposes among those the ranking keeps ("is California the top state?")."""
    each: Dimension | None = None
    """The first breakdown, within each value of which the ranking is done anew ("the top county in each report")."""
    also: Query | None = None
    """The second question of a message that asks two."""
