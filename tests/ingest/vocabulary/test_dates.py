from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.vocabulary.dates import (
    Period,
    find_periods,
    full_year,
    month_number,
    parse_date,
    parse_month,
    parse_period,
)

DAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))
DASHES = st.sampled_from([" – ", " - ", "–", "-", " — ", " to ", " through ", " thru "])


def _suffix(day: int) -> str:
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def renderings(day: date) -> list[str]:
    short = "Sept" if day.month == 9 else f"{day:%b}"
    return [
        day.isoformat(),
        f"{day.month}/{day.day}/{day.year}",
        f"{day:%m/%d/%Y}",
        f"{day.month}/{day.day}/{day:%y}",
        f"{day:%m-%d-%Y}",
        f"{day.month}.{day.day}.{day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{short}. {day.day}, {day.year}",
        f"{short} {day.day} {day.year}",
        f"{short.upper()} {day.day}, {day.year}",
        f"{day:%A}, {day:%B} {day.day}{_suffix(day.day)}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%d-%b-%y}",
        f"{short}. {day.day}, ’{day:%y}",
        f"{day:%B}\u00a0{day.day},\n{day.year}",
    ]


@given(DAYS)
def test_a_day_is_read_in_every_form(day: date) -> None:
    for text in renderings(day):
        assert parse_date(text) == day, text
        assert parse_month(text) == day.replace(day=1), text


@pytest.mark.parametrize(
    "text",
    ["", "2/30/2017", "13/1/2017", "0/1/2017", "February 2017", "2017", "2/1", "Feb 1", "Feb 29, 2017", "not a date",
     "2/1/2017 and 2/2/2017", "2/1/20177", "٢/١/٢٠١٧"],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(DAYS)
def test_a_month_is_read_in_every_form(day: date) -> None:
    first = day.replace(day=1)
    short = "Sept" if day.month == 9 else f"{day:%b}"
    for text in (f"{day:%B} {day.year}", f"{short}. {day.year}", f"{day:%b-%y}", f"{day.month}/{day.year}",
                 f"{day:%Y-%m}", f"{day:%B}, {day.year}", f"{short.upper()} {day.year}"):  # fmt: skip
        assert parse_month(text) == first, text


@pytest.mark.parametrize("text", ["", "2017", "13/2017", "Smarch 2017", "January", "the 2017 January"])
def test_what_is_no_month_is_none(text: str) -> None:
    assert parse_month(text) is None


@given(DAYS, st.integers(0, 60), DASHES)
def test_a_period_is_read_in_every_form(first: date, length: int, dash: str) -> None:
    last = first + timedelta(days=length)
    period = Period(first, last)
    forms = [
        f"{first:%B} {first.day}, {first.year}{dash}{last:%B} {last.day}, {last.year}",
        f"{first:%b}. {first.day}{dash}{last:%b}. {last.day}, {last.year}",
        f"{first.month}/{first.day}/{first.year}{dash}{last.month}/{last.day}/{last.year}",
        f"{first.month}/{first.day}{dash}{last.month}/{last.day}/{last.year}",
        f"between {first:%B} {first.day}, {first.year}, and {last:%B} {last.day}, {last.year}, whatever",
    ]
    if first.month == last.month:
        forms.append(f"{first:%B} {first.day}{dash}{last.day}, {last.year}")
    if len(dash.strip()) > 1:
        forms.append(f"{first}{dash}{last}")
    for text in forms:
        assert parse_period(f"For Recorded Declined Detainers {text}") == period, text


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("For Recorded Declined Detainers Jan. 28 – Feb. 3, 2017", "2017-01-28", "2017-02-03"),
        ("Feb 4 – Feb 10, 2017", "2017-02-04", "2017-02-10"),
        ("Dec. 30 – Jan. 5, 2018", "2017-12-30", "2018-01-05"),
        ("Dec. 30, 2017 – Jan. 5, 2018", "2017-12-30", "2018-01-05"),
        ("Saturday, Feb. 4, 2017 through Friday, Feb. 10, 2017", "2017-02-04", "2017-02-10"),
    ],
)
def test_cover_lines(text: str, start: str, end: str) -> None:
    assert parse_period(text) == Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text",
    ["", "Feb 4-10", "February 2017", "Feb 10 – Feb 4, 2017 (2017)", "Feb. 4 – 10, 2017 or Feb. 11 – 17, 2017"],
)
def test_no_year_no_order_or_two_periods_is_none(text: str) -> None:
    if "Feb 10" in text:  # read as running to the next February, never as backwards
        assert parse_period(text) == Period(date(2016, 2, 10), date(2017, 2, 4))
    else:
        assert parse_period(text) is None


def test_a_period_without_a_year_is_still_found() -> None:
    (mention,) = find_periods("nationwide, Feb 4-10")
    assert (mention.first, mention.last, mention.period) == ((None, 2, 4), (None, 2, 10), None)
    assert "nationwide, Feb 4-10"[mention.start : mention.end] == "Feb 4-10"


def test_two_days_joined_by_and_may_be_two_days() -> None:
    assert [m.listed for m in find_periods("on Feb 6 and Feb 9")] == [True]
    assert [m.listed for m in find_periods("between Feb 6 and Feb 9")] == [False]
    assert [m.listed for m in find_periods("Feb 6 - Feb 9")] == [False]
    assert find_periods("Feb 6 and 9 others") == []


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    parse_date(text)
    parse_month(text)
    for mention in find_periods(text):
        assert 0 <= mention.start < mention.end <= len(text)


def test_two_digit_years() -> None:
    assert [full_year(y) for y in ("17", "'10", "68", "69", "99", "2017")] == [2017, 2010, 2068, 1969, 1999, 2017]


@pytest.mark.parametrize(("name", "number"), [("Sept.", 9), ("JAN", 1), ("12", 12), ("13", None), ("sun", None)])
def test_month_numbers(name: str, number: int | None) -> None:
    assert month_number(name) == number
