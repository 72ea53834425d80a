"""Dates in tokens: a year left out is the newest report's."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.dates import Days, date_at
from bot.understand.tokens import tokens_of


def first_date(text: str) -> tuple[int, Days] | None:
    tokens = tokens_of(text)
    found = date_at(tokens, 0, 2017)
    return None if found is None else (found.stop, found.days)


@pytest.mark.parametrize(
    ("text", "start", "end", "unit"),
    [
        ("Feb 1", "2017-02-01", "2017-02-01", "day"),
        ("February 1st, 2016", "2016-02-01", "2016-02-01", "day"),
        ("1 Feb", "2017-02-01", "2017-02-01", "day"),
        ("1st of February", "2017-02-01", "2017-02-01", "day"),
        ("2/1", "2017-02-01", "2017-02-01", "day"),
        ("10/16/2010", "2010-10-16", "2010-10-16", "day"),
        ("2017-02-04", "2017-02-04", "2017-02-04", "day"),
        ("Feb 4-10", "2017-02-04", "2017-02-10", "range"),
        ("Jan. 28 - Feb. 3", "2017-01-28", "2017-02-03", "range"),
        ("Feb 11 through Feb 13", "2017-02-11", "2017-02-13", "range"),
        ("2/4 - 2/10/2017", "2017-02-04", "2017-02-10", "range"),
        ("January 2017", "2017-01-01", "2017-01-31", "month"),
        ("February", "2017-02-01", "2017-02-28", "month"),
        ("2016", "2016-01-01", "2016-12-31", "year"),
        ("Saturday, Feb 4", "2017-02-04", "2017-02-04", "day"),
    ],
)
def test_mentions(text: str, start: str, end: str, unit: str) -> None:
    found = first_date(text)
    assert found is not None
    assert found[0] == len(tokens_of(text))
    assert found[1] == Days(date.fromisoformat(start), date.fromisoformat(end), unit)


@pytest.mark.parametrize("text", ["Feb 30", "Feb 10-4", "2/30", "Sunday, Feb 4"])
def test_days_that_do_not_exist_have_no_start(text: str) -> None:
    found = first_date(text)
    assert found is not None
    assert found[1].start is None


@pytest.mark.parametrize("text", ["may I ask", "march on", "3,083 detainers", "12 people", "second week", "1234"])
def test_what_is_no_date(text: str) -> None:
    assert first_date(text) is None


@given(st.dates(date(2009, 1, 1), date(2030, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for text in (f"{day:%B} {day.day}, {day.year}", f"{day.month}/{day.day}/{day.year}", day.isoformat()):
        assert first_date(text) == (len(tokens_of(text)), Days(day, day, "day"))
