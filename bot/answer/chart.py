"""Which chart an answer's rows make, if any: independent of what draws it.

    ranking                 bar, longest first
    over weeks, days, ...   column; line over many weeks
    charge and conviction   stacked bars
    slices over groups      grouped bars

Values, names and order are those of the Answer; nothing is added up or left out unsaid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.answer.answer import Answer, Cell
from bot.answer.naming import county_name, slice_name
from bot.messages import answers as words
from bot.messages import charts as say
from bot.query import Dimension, Query

Kind = Literal["bar", "column", "line", "stacked", "grouped"]
MOST_BARS = 12
MOST_COLUMNS = 8
MOST_SERIES = 4
_TIME = ("report", "declined_on", "issued_on", "enacted", "posted_on")
_KEYS = ("county", "state", "place", "report_id", "slice")


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each category."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart: the finding as title, what it counts, and its values."""

    kind: Kind
    title: str
    subtitle: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    alt: str
    label: str = ""
    """Stands on the chart when its rows are sample data."""


def chart_of(answer: Answer) -> ChartSpec | None:
    """The chart for this answer, or None where a chart would say no more than the sentence."""
    query = answer.query
    if answer.status != "answered" or query is None or len(answer.rows) < 2 or query.measure.kind in ("rows", "text"):
        return None
    if len(query.group_by) == 2 and not query.slices:
        return _stacked(answer, query)
    values = _value_columns(answer, query)
    keys = [i for i, c in enumerate(answer.columns) if i not in values and _is_key(answer, i)]
    rows = [r for r in answer.rows if r[0] != "difference"]
    if not values or not keys or len(rows) < 2:
        return None
    kind = _kind(query, len(rows), len(values))
    limit = MOST_BARS if kind in ("bar", "grouped") else len(rows)
    kept = rows[:limit]
    if any(not _numeric(r[v]) for r in kept for v in values):
        return None
    names = tuple(_name(answer, r, keys, query) for r in kept)
    series = tuple(Series(answer.columns[v], tuple(float(r[v] or 0) for r in kept)) for v in values)  # type: ignore[arg-type]
    return _spec(answer, query, kind, names, series, len(rows))


def _stacked(answer: Answer, query: Query) -> ChartSpec | None:
    """Two dimensions, the second with few values: a bar a group, parted."""
    value = next((i for i, c in enumerate(answer.columns) if c in _figure_names(query)), None)
    second = _columns_of(query.group_by[1], answer)
    first = _columns_of(query.group_by[0], answer)
    if value is None or not first or len(second) != 1:
        return None
    parts = list(dict.fromkeys(_text(r[second[0]], query) for r in answer.rows))
    if len(parts) > MOST_SERIES:
        return None
    table: dict[str, dict[str, float]] = {}
    for row in answer.rows:
        if not _numeric(row[value]):
            return None
        table.setdefault(_name(answer, row, first, query), {})[_text(row[second[0]], query)] = float(row[value] or 0)  # type: ignore[arg-type]
    names = tuple(list(table)[:MOST_BARS])
    series = tuple(Series(part, tuple(table[n].get(part, 0.0) for n in names)) for part in parts)
    return _spec(answer, query, "stacked", names, series, len(table))


def _spec(
    answer: Answer, query: Query, kind: Kind, names: tuple[str, ...], series: tuple[Series, ...], total: int
) -> ChartSpec:
    unit = "percent" if query.measure.kind == "share" else "days" if query.measure.field == "days" else "count"
    what = _what(query)
    title = _title(query, kind, names, series, what, unit)
    notes = [answer.reading]
    if total > len(names):
        notes.append(say.shown_of(len(names), total))
    if kind == "column" and any(d.field not in ("report",) for d in query.group_by):
        notes.append(say.ONLY_WITH_ROWS)
    if any(c.topic == "correction" for c in answer.caveats) and not query.corrected:
        notes.append(say.AS_PUBLISHED)
    points = [f"{n}: {', '.join(_points(series, i, unit))}" for i, n in enumerate(names)]
    return ChartSpec(
        kind=kind,
        title=title,
        subtitle="; ".join(n for n in notes if n),
        categories=names,
        series=series,
        unit=unit,
        alt=say.alt(say.KINDS[kind], title, points, total - len(names)),
        label=say.SAMPLE if any(c.topic == "sample" for c in answer.caveats) else "",
    )


def _points(series: Sequence[Series], at: int, unit: str) -> list[str]:
    if len(series) == 1:
        return [shown(series[0].values[at], unit)]
    return [f"{s.name} {shown(s.values[at], unit)}" for s in series]


def shown(value: float, unit: str) -> str:
    """A value as it stands on the chart."""
    return words.figure(int(value) if value.is_integer() and unit != "percent" else value, unit)


def _title(query: Query, kind: Kind, names: Sequence[str], series: Sequence[Series], what: str, unit: str) -> str:
    totals = [sum(s.values[i] for s in series) for i in range(len(names))]
    noun = "" if unit != "count" else what
    if kind in ("column", "line") and _over_time(query):
        top = totals.index(max(totals))
        if 0 < top < len(totals) - 1 and totals.count(totals[top]) == 1:
            return say.peaks(names[top], shown(totals[top], unit), noun or what)
        return say.over_time(shown(totals[0], unit), shown(totals[-1], unit), noun or what, names[0], names[-1])
    fewest = query.order == "fewest"
    end = min(totals) if fewest else max(totals)
    leaders = [n for n, t in zip(names, totals, strict=True) if t == end]
    if len(leaders) > 1:
        return say.even(leaders, shown(end, unit), noun)
    return (say.lowest if fewest else say.leads)(leaders[0], shown(end, unit), noun)


def _what(query: Query) -> str:
    measure = query.measure
    if measure.kind in ("total", "value", "statistic", "extreme") and (measure.field or measure.fields):
        return words.field_noun(measure.field or measure.fields[0])
    if measure.kind == "share":
        return f"share of {say.TITLES[query.subject]}"
    return "refusals per 100 issued" if measure.kind == "rate" else say.TITLES[query.subject]


def _kind(query: Query, rows: int, values: int) -> Kind:
    if _over_time(query):  # a line only where no week is left out: other dates list the days that have rows
        return "line" if rows > MOST_COLUMNS and query.group_by and query.group_by[0].field == "report" else "column"
    return "grouped" if values > 1 else "bar"


def _over_time(query: Query) -> bool:
    if query.order in ("most", "fewest"):
        return False
    if query.group_by:
        return all(d.field in _TIME for d in query.group_by)
    return bool(query.slices) and all(f.field in _TIME for s in query.slices for f in s.filters)


def _value_columns(answer: Answer, query: Query) -> list[int]:
    if query.slices and query.group_by:
        labels = {slice_name(s) for s in query.slices}
        return [i for i, c in enumerate(answer.columns) if c in labels][:MOST_SERIES]
    if query.slices:
        return [1]
    names = _figure_names(query)
    return [i for i, c in enumerate(answer.columns) if c in names][:1]


def _figure_names(query: Query) -> tuple[str, ...]:
    """Names that the compiler gives to the figure asked for."""
    from bot.sql.compile.measures import COUNTED
    from bot.sql.compile.rates import RATE

    measure = query.measure
    if measure.kind == "share":
        return ("percent",)
    if measure.kind == "rate":
        return (RATE,)
    field = measure.field or (measure.fields[0] if measure.fields else "")
    return (COUNTED[query.subject], field, f"{measure.stat}_{field}", f"different_{field}")


def _is_key(answer: Answer, at: int) -> bool:
    name = answer.columns[at]
    return name in _KEYS or (not name.endswith("_after_corrections") and not _numeric(answer.rows[0][at]))


def _columns_of(dimension: Dimension, answer: Answer) -> list[int]:
    wanted = {"place": _KEYS[:3], "county": _KEYS[:2], "report": ("report_id",)}.get(dimension.field)
    names = wanted or (dimension.field, f"{dimension.field}_{dimension.bucket}", f"{dimension.field}_group")
    return [i for i, c in enumerate(answer.columns) if c in names]


def _name(answer: Answer, row: Sequence[Cell], keys: Sequence[int], query: Query) -> str:
    cells = {answer.columns[i]: row[i] for i in keys}
    parts: list[str] = []
    if "county" in cells and cells.get("state"):
        county, state = cells.pop("county"), cells.pop("state")
        parts.append(county_name(str(county), str(state)) if county else str(state))
    parts += [_text(v, query, name) for name, v in cells.items() if v is not None or len(cells) == 1]
    return ", ".join(parts)


def _text(value: Cell, query: Query, name: str = "") -> str:
    if value is None:
        return say.NOT_STATED
    if name == "report_id":
        day = date.fromisoformat(str(value))
        return say.week_of(f"{day:%b} {day.day}")
    return f"{value:%b} {value.day}" if isinstance(value, date) else str(value)


def _numeric(value: Cell) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
