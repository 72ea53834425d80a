"""What a statement's figures rest on: views, columns, filters, reports, places. Caveats and sources are chosen
from this alone, so it errs on the side of more: a filter that cannot be resolved narrows nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Filter:
    """A view's column compared with values written in the statement.

    `op` is one of `=`, `<>`, `<`, `<=`, `>`, `>=`, `in`, `between`, `is null`, `is not null`, `like`, `ilike`,
    `glob`, `matches` (a regular expression), `contains`, `starts with`, `ends with` (these with `not` before them
    where negated). `everywhere`: every row read from that source satisfies it (a condition in FILTER, CASE or
    under OR does not count). `bare`: the column itself is compared, not a function of it.
    """

    view: str
    column: str
    op: str
    values: tuple[str, ...]
    everywhere: bool
    bare: bool = True


@dataclass(frozen=True, slots=True)
class DayCondition:
    """A condition on the days of one column alone, as SQL over that column's name."""

    view: str
    column: str
    sql: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """See the module.

    `columns`: by view, every column that the statement reads, in conditions and sort keys too.
    `shown`: by view, the columns whose values (or counts) come out.
    `reports`: ids of the reports that all rows come from; None when it may be any.
    `places`: (column, value) for every county, state, place or jurisdiction asked for (not those left out).
    `withdrawn`: views whose withdrawn rows may be among those read.
    `asks_withdrawn`: the statement itself looks at `withdrawn` or at the corrections.
    `counts`: views whose rows are counted or added up.
    `days`: conditions on days, months, years and reports, to be tried on what is loaded.
    """

    views: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    filters: tuple[Filter, ...] = ()
    reports: tuple[str, ...] | None = None
    places: tuple[tuple[str, str], ...] = ()
    withdrawn: tuple[str, ...] = ()
    asks_withdrawn: bool = False
    counts: tuple[str, ...] = ()
    days: tuple[DayCondition, ...] = ()
