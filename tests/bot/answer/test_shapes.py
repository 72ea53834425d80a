"""Plans of the shapes that list, quote, compare or spread: each is accepted by the checker and answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ask import Desk
from bot.query import Dimension, Filter, Having, Measure, Query, Slice
from tests.bot.sql.plans import DIMENSIONS, FIELDS, filters

FEW = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FINE = (None, "not_listed", "not_stated", "constant_condition")
FACTS = ("posted_on", "period_start", "period_end", "pages", "declined_stated", "issued_nationwide")


@pytest.fixture(scope="module")
def desk(sample_db: Path) -> Desk:
    return Desk(sample_db)


@st.composite
def plans(draw: st.DrawFn) -> Query:
    """A plan of any of these shapes."""
    shape = draw(st.sampled_from(sorted(SHAPES)))
    subject: Any = draw(st.sampled_from(SHAPES[shape]))
    parts: dict[str, Any] = {"subject": subject, "corrected": draw(st.booleans())}
    if subject in FIELDS:
        parts["filters"] = tuple(draw(st.lists(filters(subject), max_size=2)))
    return Query(**parts, **_MAKERS[shape](draw, subject))


SHAPES = {
    "rows": ("refusals", "issued", "policies", "corrections", "caveats", "reports"),
    "few": ("refusals", "issued", "policies"),
    "extreme": ("refusals", "policies"),
    "facts": ("reports",),
    "text": ("policies", "corrections", "caveats"),
    "spread": ("refusals", "policies", "issued"),
    "members": ("refusals", "issued", "policies"),
    "rate": ("refusals",),
    "ranking": ("refusals", "policies"),
}


def _rows(draw: st.DrawFn, subject: str) -> dict[str, Any]:
    return {"measure": Measure(kind="rows"), "limit": draw(st.sampled_from([None, 1, 7]))}


def _few(draw: st.DrawFn, subject: str) -> dict[str, Any]:
    fields = draw(st.lists(st.sampled_from(DIMENSIONS[subject]), min_size=1, max_size=3, unique=True))
    return {"measure": Measure(kind="rows", fields=tuple(fields))}


def _extreme(draw: st.DrawFn, subject: str) -> dict[str, Any]:
    field: Any = "enacted" if subject == "policies" else draw(st.sampled_from(["issued_on", "declined_on", "days"]))
    stat: Any = draw(st.sampled_from(["min", "max"]))
    by = draw(st.booleans())
    group = (Dimension(field="state"),) if by else ()
    limit = None if by else draw(st.sampled_from([None, 3]))
    return {"measure": Measure(kind="extreme", field=field, stat=stat), "group_by": group, "limit": limit}


def _facts(draw: st.DrawFn, subject: str) -> dict[str, Any]:
    fields: Any = tuple(draw(st.lists(st.sampled_from(FACTS), min_size=1, max_size=3, unique=True)))
    order = draw(st.sampled_from([None, "most", "fewest"]))
    return {"measure": Measure(kind="value", fields=fields), "order": order, "limit": 1 if order else None}


def _text(draw: st.DrawFn, subject: str) -> dict[str, Any]:
    return {"measure": Measure(kind="text")}


def _spread(draw: st.DrawFn, subject: str) -> dict[str, Any]:
    per: Any = draw(st.sampled_from(["report", "state", "county"]))
    if draw(st.booleans()):
        return {
            "measure": Measure(kind="distinct", field=per),
            "having": Having(op="at_least", n=draw(st.integers(1, 9))),
        }
    stat: Any = draw(st.sampled_from(["min", "median", "average", "max"]))
    return {"measure": Measure(kind="statistic", per=per, stat=stat)}


def _members(draw: st.DrawFn, subject: str) -> dict[str, Any]:
    weeks = draw(st.permutations(["2017-01-28", "2017-02-04", "2017-02-11"]))
    sides = tuple(
        Slice(label=w, filters=(Filter(field="report", values=(w,)),)) for w in weeks[: draw(st.integers(2, 3))]
    )
    dimension: Any = draw(st.sampled_from(["state", "county"]))
    contrast = draw(st.sampled_from(["except", "both"]))
    return {"slices": sides, "group_by": (Dimension(field=dimension),), "contrast": contrast}


def _rate(draw: st.DrawFn, subject: str) -> dict[str, Any]:
    group = draw(st.sampled_from([(), ("report",), ("state",)]))
    return {"measure": Measure(kind="rate"), "group_by": tuple(Dimension(field=f) for f in group)}


def _ranking(draw: st.DrawFn, subject: str) -> dict[str, Any]:
    field: Any = draw(st.sampled_from(DIMENSIONS[subject]))
    order = draw(st.sampled_from(["most", "fewest"]))
    kind: Any = draw(st.sampled_from(["count", "share"]))
    limit = draw(st.integers(1, 6))
    return {"measure": Measure(kind=kind), "group_by": (Dimension(field=field),), "order": order, "limit": limit}


_MAKERS: dict[str, Any] = {
    "rows": _rows,
    "few": _few,
    "extreme": _extreme,
    "facts": _facts,
    "text": _text,
    "spread": _spread,
    "members": _members,
    "rate": _rate,
    "ranking": _ranking,
}


@FEW
@given(query=plans())
def test_every_shape_is_answered(desk: Desk, query: Query) -> None:
    answer = desk.ask_query(query)
    assert answer.code in FINE, (answer.code, answer.text, query)
    if answer.status == "answered":
        assert answer.text
        assert all(len(row) == len(answer.columns) for row in answer.rows)
        limited = query.limit is not None and query.limit > 1 and query.group_by
        assert not limited or len(answer.rows) <= (query.limit or 0)
