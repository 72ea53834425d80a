"""Days covered by weeks that need not touch, against counting the days one by one."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.periods import Span, covered, days_in, reach, touched

WEEK = timedelta(days=6)
FIRST = date(2017, 1, 28)
weeks = st.sets(st.integers(0, 12)).map(
    lambda numbers: [(FIRST + n * timedelta(7), FIRST + n * timedelta(7) + WEEK) for n in numbers]
)
days = st.integers(-20, 120).map(lambda n: FIRST + timedelta(n))
spans = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))


def _each(span: Span) -> set[date]:
    return {span[0] + timedelta(n) for n in range(days_in(span))}


@given(weeks, spans)
def test_runs_cover_the_days_of_the_weeks(loaded: list[Span], asked: Span) -> None:
    by_day = {day for week in loaded for day in _each(week)}
    runs = covered(loaded)
    assert {day for run in runs for day in _each(run)} == by_day
    assert all(later[0] - earlier[1] > timedelta(1) for earlier, later in pairwise(runs))
    assert touched(asked, runs) == len(by_day & _each(asked))


def test_open_conditions_reach_to_the_ends() -> None:
    last = FIRST + timedelta(20)
    day = FIRST + timedelta(7)
    assert reach("before", [day], FIRST, last) == (FIRST, day - timedelta(1))
    assert reach("after", [day], FIRST, last) == (day + timedelta(1), last)
    assert reach("between", [day, last], FIRST, last) == (day, last)
    assert days_in(reach("before", [FIRST], FIRST, last)) == 0
