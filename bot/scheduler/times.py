"""A channel's day and hour: read from words, kept as JSON, turned into moments."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, field_validator

from bot.messages import scheduler as say

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_ZONES = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "utc": "UTC",
    "gmt": "UTC",
}
_DAY = re.compile(
    r"\b(?:(mon|fri|sun)(?:days?)?|(tue)(?:s|sdays?)?|(wed)(?:nesdays?)?|(thu)(?:rs?|rsdays?)?|(sat)(?:urdays?)?)\b",
    re.I,
)
_HOUR = re.compile(r"\b(?:at\s+)?(\d{1,2})(?::(\d{2}))?\s*(am|pm)?\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}(?::\d{2}|\s*(?:am|pm))\b", re.IGNORECASE)
_ZONE = re.compile(r"\b([A-Za-z]+/[A-Za-z_+-]+(?:/[A-Za-z_]+)?|[ECMP]T|[ECMP][SD]T|UTC|GMT)\b")


class BadTimeError(ValueError):
    """Words that name no day and hour; the message says what does."""


class WeeklyTime(BaseModel):
    """A day of the week, an hour and a time zone. `since`: moments before it are not made up for."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    day: str
    hour: int = Field(ge=0, le=23)
    minute: int = Field(default=0, ge=0, le=59)
    tz: str = "UTC"
    since: datetime

    @field_validator("day")
    @classmethod
    def _known_day(cls, value: str) -> str:
        if value not in DAYS:
            raise ValueError(say.BAD_TIME)
        return value

    @field_validator("tz")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as problem:
            raise ValueError(say.bad_zone(value)) from problem
        return value

    def last_due(self, at: datetime) -> datetime | None:
        """The newest moment that has come by `at` and after `since`; None where none has."""
        moment = self.next_due(max(self.since, at - timedelta(days=8)))
        last = None
        while moment is not None and moment <= at:
            last, moment = moment, self.next_due(moment + timedelta(seconds=1))
        return last

    def next_due(self, after: datetime) -> datetime | None:
        """The first moment from `after` on, by the zone's own clock (summer time included)."""
        from apscheduler.triggers.cron import CronTrigger

        zone = ZoneInfo(self.tz)
        trigger = CronTrigger(day_of_week=self.day, hour=self.hour, minute=self.minute, second=0, timezone=zone)
        found: datetime | None = trigger.get_next_fire_time(None, after.astimezone(zone))
        return found

    def to_json(self) -> dict[str, Any]:
        """As kept with the subscription."""
        return self.model_dump(mode="json")


def names_a_time(words: str) -> bool:
    """Whether words are meant as a day and hour (and not as a filter)."""
    return bool(_DAY.search(words) and _HOUR.search(_DAY.sub(" ", words)))


def looks_like_a_time(words: str) -> bool:
    """A day alone, an hour alone, or an hour that no clock has: what is missing can be said."""
    return bool(_DAY.fullmatch(words.strip()) or _CLOCK.search(words))


def read_time(words: str, at: datetime, tz: str = "UTC") -> WeeklyTime:
    """'Monday 9:00', 'fridays at 5pm ET', 'Tue 14:30 Europe/Berlin'. `tz` where no zone is named.

    Raises BadTimeError with a sentence.
    """
    zone = _ZONE.search(words)
    rest = words.replace(zone[0], " ") if zone else words
    day, hour = _DAY.search(rest), _HOUR.search(_DAY.sub(" ", rest))
    if not day or not hour:
        raise BadTimeError(say.BAD_TIME)
    named = zone[0] if zone else tz
    if zone and "/" not in named:
        named = _ZONES[named.lower() if len(named) != 3 or named.lower() in _ZONES else f"{named[0]}t".lower()]
    try:
        return WeeklyTime(
            day=next(filter(None, day.groups())).lower(),
            hour=_hour_of(hour),
            minute=int(hour[2] or 0),
            tz=named,
            since=at,
        )
    except ValueError as problem:
        raise BadTimeError(say.BAD_TIME) from problem


def _hour_of(found: re.Match[str]) -> int:
    hour, half = int(found[1]), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError(say.BAD_TIME)
    if half:
        return hour % 12 + (12 if half == "pm" else 0)
    return hour
