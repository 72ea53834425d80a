"""Dates, months and counts as whole cells."""

from __future__ import annotations

import pytest

from ingest.layout.anchors import is_anchor

DATES = [
    "2/1/2017",
    "02/01/17",
    "2017-02-01",
    "2-1-17",
    "Feb. 1, 2017",
    "1 Feb 2017",
    " 2/1/2017 ",
    "2/1/2017*",
    "2/1/2017 †",
    "2/1/2017 0:00",
    "2/1/2017 12:00:00 AM",
]


@pytest.mark.parametrize("text", DATES)
def test_dates(text: str) -> None:
    assert is_anchor("date", text)


@pytest.mark.parametrize(
    "text", ["2/1", "February 2017", "on 2/1/2017", "2/1/2017 2/2/2017", "", "*", "12:00:00 AM", "2/1/2017 noon"]
)
def test_no_dates(text: str) -> None:
    assert not is_anchor("date", text)


def test_months_and_counts() -> None:
    months = ("January 2014", "Jan. 2014", "1/2014", "01/2014", "2014-01", "Jan-14", "Jan. ’14", "2014", "1/15/2014")
    assert all(is_anchor("month", text) for text in months)
    assert not any(is_anchor("month", text) for text in ("Jan 14", "14", "January", "Fall 2014", "36"))
    assert all(is_anchor("count", text) for text in ("7", "1,234", "51"))
    assert not any(is_anchor("count", text) for text in ("1,23", "7 of 8", "-3"))
    assert not is_anchor("text", "7")
