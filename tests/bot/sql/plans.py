"""Random Queries over what the sample reports hold, for property tests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from bot.query import Dimension, Filter, Having, Measure, Place, Query, Slice
from tests.bot.sql.reckon import rows_of

FIELDS = {
    "refusals": (
        "report",
        "place",
        "facility",
        "citizenship",
        "offense",
        "disposition",
        "declined_on",
        "issued_on",
        "days",
    ),
    "issued": ("report", "place", "issued"),
    "policies": ("report", "place", "aor", "enacted", "criteria"),
}
DIMENSIONS = {
    "refusals": (
        "report",
        "state",
        "county",
        "place",
        "facility",
        "citizenship",
        "offense",
        "disposition",
        "declined_on",
    ),
    "issued": ("report", "state", "county"),
    "policies": ("report", "state", "aor"),
}
ODD = ("O'Brien", '"; DROP TABLE refusals; --', "100%", "_", "\\", "💥")


def _seen(subject: str, column: str) -> list[Any]:
    return sorted({r[column] for r in rows_of(subject) if r[column] is not None})


@st.composite
def places(draw: st.DrawFn, subject: str) -> Place:
    """A state or county that is there, or one that is not."""
    row = draw(st.sampled_from(rows_of(subject)))
    county = row["county"] if draw(st.booleans()) else None
    if draw(st.integers(0, 9)) == 0:
        county = draw(st.sampled_from(ODD))
    return Place(state=row["state"], county=county)


@st.composite
def filters(draw: st.DrawFn, subject: str) -> Filter:
    """A filter of any kind that the subject knows."""
    field: Any = draw(st.sampled_from(FIELDS[subject]))
    negated = draw(st.booleans())
    if field == "place":
        values = tuple(draw(st.lists(places(subject), min_size=1, max_size=3)))
        return Filter(field=field, values=values, negated=negated)
    if field in ("declined_on", "issued_on", "enacted"):
        return draw(_dated(subject, field))
    if field in ("days", "issued"):
        op: Any = draw(st.sampled_from(["over", "at_least", "under", "at_most"]))
        return Filter(field=field, op=op, values=(draw(st.integers(0, 400)),), negated=negated)
    if field == "criteria":
        text = draw(st.sampled_from(["court order", "WARRANT", "probable cause", *ODD]))
        return Filter(field=field, op="contains", values=(text,), negated=negated)
    column = "report_id" if field == "report" else field
    values = tuple(
        draw(st.lists(st.sampled_from([*_seen(subject, column), *ODD]), min_size=1, max_size=3, unique=True))
    )
    return Filter(field=field, values=values, negated=negated)


@st.composite
def _dated(draw: st.DrawFn, subject: str, field: Any) -> Filter:
    days = st.sampled_from(_seen(subject, field))
    first = draw(days)
    op: Any = draw(st.sampled_from(["is", "before", "after", "since", "until", "between"]))
    if op == "between":
        return Filter(field=field, op=op, values=(first, first + timedelta(days=draw(st.integers(0, 60)))))
    return Filter(field=field, op=op, values=(first,), negated=draw(st.booleans()))


@st.composite
def measures(draw: st.DrawFn, subject: str) -> Measure:
    """A measure that gives one figure."""
    kind: Any = draw(st.sampled_from(["count", "share", "distinct", "total", "statistic"]))
    if kind == "share":
        return Measure(kind=kind, of=tuple(draw(st.lists(filters(subject), min_size=1, max_size=2))))
    if kind == "distinct":
        field: Any = draw(st.sampled_from(DIMENSIONS[subject]))
        return Measure(kind=kind, field=field)
    if kind == "total" and subject == "issued":
        return Measure(kind=kind, field="issued")
    if kind == "statistic" and subject in ("refusals", "issued"):
        stat: Any = draw(st.sampled_from(["min", "median", "average", "max"]))
        return Measure(kind=kind, field="days" if subject == "refusals" else "issued", stat=stat)
    return Measure()


@st.composite
def queries(draw: st.DrawFn) -> Query:
    """A Query with one figure, a breakdown, or slices."""
    subject: Any = draw(st.sampled_from(sorted(FIELDS)))
    shape = draw(st.sampled_from(["figure", "table", "slices"]))
    parts: dict[str, Any] = {
        "subject": subject,
        "measure": draw(measures(subject)),
        "filters": tuple(draw(st.lists(filters(subject), max_size=2))),
        "corrected": draw(st.booleans()),
    }
    if shape == "table":
        names = draw(st.lists(st.sampled_from(DIMENSIONS[subject]), min_size=1, max_size=2, unique=True))
        parts["group_by"] = tuple(Dimension(field=n, bucket=_bucket(draw, n)) for n in names)
        if draw(st.booleans()):
            ops: Any = draw(st.sampled_from(["at_least", "at_most", "over", "under", "is"]))
            parts["having"] = Having(op=ops, n=draw(st.integers(0, 20)))
        parts["order"] = draw(st.sampled_from([None, "most", "fewest", "natural"]))
        if parts["order"] in ("most", "fewest") and draw(st.booleans()):
            parts.update(limit=draw(st.integers(1, 5)), nth=draw(st.booleans()))
    if shape == "slices":
        sides = draw(st.lists(filters(subject), min_size=2, max_size=4, unique=True))
        parts["slices"] = tuple(Slice(label=f"side {n}", filters=(f,)) for n, f in enumerate(sides))
        percent = ["percent"] if parts["measure"].kind != "share" else []
        parts["contrast"] = draw(st.sampled_from(["side_by_side", "difference", "ratio", *percent]))
    return Query(**parts)


def _bucket(draw: st.DrawFn, name: str) -> Any:
    return draw(st.sampled_from(["day", "month", "year"])) if name == "declined_on" else None
