"""Holidays: the day a name stands for in a year."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.vocabulary.holidays import holidays, key_of
from ingest.vocabulary.text import fold


def day_of(name: str, year: int) -> date:
    words = tuple(key_of(fold(word)) for word in name.split())
    return next(holiday.in_year(year) for known, holiday in holidays()[words[0]] if known == words)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Labor Day", 2017, "2017-09-04"),
        ("Labor Day", 2016, "2016-09-05"),
        ("Memorial Day", 2017, "2017-05-29"),
        ("Memorial Day", 2021, "2021-05-31"),
        ("Thanksgiving", 2017, "2017-11-23"),
        ("Thanksgiving", 2018, "2018-11-22"),
        ("Black Friday", 2017, "2017-11-24"),
        ("MLK Day", 2017, "2017-01-16"),
        ("Presidents' Day", 2017, "2017-02-20"),
        ("Columbus Day", 2017, "2017-10-09"),
        ("Veterans Day", 2017, "2017-11-11"),
        ("Veteran's Day", 2017, "2017-11-11"),
        ("New Year's Eve", 2016, "2016-12-31"),
        ("Christmas", 2016, "2016-12-25"),
    ],
)
def test_the_day_itself_never_the_day_it_is_observed(name: str, year: int, day: str) -> None:
    assert day_of(name, year) == date.fromisoformat(day)


def test_every_name_falls_on_a_day_in_every_year() -> None:
    for year in range(2009, 2031):
        for names in holidays().values():
            for _, holiday in names:
                assert holiday.in_year(year).year == year
