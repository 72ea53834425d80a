"""Plans and threads come back from JSON exactly as they went in."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.query import Dimension, Filter, Having, Measure, Place, Query, Slice
from bot.state.codec import dump_query, dump_thread, load_query, load_thread
from bot.understand.outcome import Choice, Clarify, Thread

values = st.one_of(
    st.text(max_size=20),
    st.dates().map(date.isoformat),  # a report's name looks like a date and has to stay text
    st.dates(),
    st.booleans(),
    st.integers(-5, 5000),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.builds(Place, state=st.text(max_size=9), county=st.none() | st.text(max_size=9)),
)
filters = st.builds(
    Filter,
    field=st.sampled_from(["place", "report", "declined_on", "days", "withdrawn"]),
    op=st.sampled_from(["is", "between", "since", "over"]),
    values=st.lists(values, max_size=3).map(tuple),
    negated=st.booleans(),
)
queries = st.builds(
    Query,
    measure=st.builds(
        Measure, kind=st.sampled_from(["count", "share", "rows"]), of=st.lists(filters, max_size=1).map(tuple)
    ),
    filters=st.lists(filters, max_size=3).map(tuple),
    group_by=st.lists(st.builds(Dimension, field=st.sampled_from(["state", "declined_on"])), max_size=2).map(tuple),
    slices=st.lists(
        st.builds(Slice, label=st.text(max_size=5), filters=st.lists(filters, max_size=1).map(tuple)), max_size=2
    ).map(tuple),
    having=st.none() | st.builds(Having, op=st.sampled_from(["over", "is"]), n=st.integers(0, 9)),
    limit=st.none() | st.integers(1, 1000),
)


def typed(query: Query) -> list[tuple[type, object]]:
    """Every filter value with its type: True is not 1, and a date is not its text."""
    return [(type(value), value) for each in (*query.filters, *query.measure.of) for value in each.values]


ANY_SPEED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.no_cover
@ANY_SPEED
@given(queries)
def test_a_plan_comes_back_unchanged(query: Query) -> None:
    back = load_query(json.loads(json.dumps(dump_query(query))))
    assert back == query
    assert typed(back) == typed(query)


@ANY_SPEED
@given(queries, st.lists(st.text(max_size=30), max_size=3))
def test_a_thread_comes_back_unchanged(query: Query, messages: list[str]) -> None:
    question_back = Clarify(
        "place", "Which?", (Choice("one", query), Choice("two", Query(also=query))), word="Franklin"
    )
    for thread in (Thread(tuple(messages), last=query, history=(query,)), Thread(tuple(messages), open=question_back)):
        assert load_thread(json.loads(json.dumps(dump_thread(thread)))) == thread
