"""Days and hours as people write them, and the moments they stand for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.scheduler.times import BadTimeError, WeeklyTime, looks_like_a_time, names_a_time, read_time

AT = datetime(2017, 4, 5, 12, 0, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "day", "hour", "minute", "tz"),
    [
        ("Monday 9:00", "mon", 9, 0, "UTC"),
        ("fridays at 5pm ET", "fri", 17, 0, "America/New_York"),
        ("Tue 14:30 Europe/Berlin", "tue", 14, 30, "Europe/Berlin"),
        ("at 12 am on sunday PST", "sun", 0, 0, "America/Los_Angeles"),
        ("Wednesday 12pm UTC", "wed", 12, 0, "UTC"),
    ],
)
def test_as_written(words: str, day: str, hour: int, minute: int, tz: str) -> None:
    read = read_time(words, AT)
    assert (read.day, read.hour, read.minute, read.tz) == (day, hour, minute, tz)
    assert names_a_time(words)
    assert WeeklyTime.model_validate(read.to_json()) == read


def test_the_person_s_own_zone_where_none_is_written() -> None:
    assert read_time("Monday 9", AT, "America/Chicago").tz == "America/Chicago"


@pytest.mark.parametrize(
    "words", ["", "Monday", "9:00", "Monday 25:00", "Monday 9:75", "Friday 13pm", "Mon 9 Mars/Base"]
)
def test_what_names_no_time_is_said(words: str) -> None:
    with pytest.raises(BadTimeError, match="Monday 9:00"):
        read_time(words, AT)


@pytest.mark.parametrize("words", ["Travis County", "Texas at least 10", "Montgomery County over 5"])
def test_a_filter_is_no_time(words: str) -> None:
    assert not names_a_time(words)
    assert not looks_like_a_time(words)


@pytest.mark.parametrize("words", ["25:00", "9:00", "9 am", "Monday", "at 5pm", " fridays "])
def test_half_a_time_is_no_filter(words: str) -> None:
    assert looks_like_a_time(words)


def test_the_newest_moment_that_has_come() -> None:
    time = read_time("Monday 9:00", AT)
    assert time.last_due(AT + timedelta(days=4)) is None, "nothing before it was asked for"
    monday = datetime(2017, 4, 10, 9, 0, tzinfo=UTC)
    assert time.last_due(monday - timedelta(seconds=1)) is None
    assert time.last_due(monday) == monday
    assert time.last_due(monday + timedelta(days=20)) == monday + timedelta(days=14), "missed ones are not made up for"


def test_nine_o_clock_stays_nine_o_clock_when_the_clocks_change() -> None:
    time = read_time("Monday 9:00 America/New_York", datetime(2017, 2, 25, tzinfo=UTC))
    winter = time.next_due(datetime(2017, 3, 6, tzinfo=UTC))
    summer = time.next_due(datetime(2017, 3, 13, tzinfo=UTC))
    assert winter is not None
    assert summer is not None
    assert (winter.astimezone(UTC).hour, summer.astimezone(UTC).hour) == (14, 13)
