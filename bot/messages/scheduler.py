"""What is said about weekly summaries at a channel's own hour."""

from __future__ import annotations

from datetime import datetime

BAD_TIME = "Name a day and an hour, for example “Monday 9:00” or “Friday 5pm ET”."

WHEN_POSTED = "when a report posts"

_DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}

OUTCOMES = {
    "posted": "posted",
    "nothing_new": "skipped: no report since the last one",
    "no_report": "skipped: no report is loaded",
    "no_match": "skipped: nothing in the report fits the filter",
    "failed": "failed: the summary could not be made; it is tried again",
}


def bad_zone(name: str) -> str:
    """No such time zone."""
    return f"{name!r} is no time zone. Write it like America/New_York."


def when(day: str, hour: int, minute: int, tz: str) -> str:
    """'Mondays at 9:00 (America/New_York)'."""
    return f"{_DAYS[day]}s at {hour}:{minute:02d} ({tz})"


def run(due_at: datetime, outcome: str, report_id: str | None) -> str:
    """A line of the list of runs."""
    about = f" (report {report_id})" if report_id else ""
    return f"{run_time(due_at)}: {OUTCOMES.get(outcome, outcome)}{about}"


def run_time(due_at: datetime) -> str:
    """When it was due."""
    return f"{due_at:%Y-%m-%d %H:%M} UTC"


def preview(text: str, told: str) -> str:
    """Before the message that a channel will get."""
    return f"This is how it will look ({told}). {text}"
