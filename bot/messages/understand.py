"""What the desk says when it reads a question: notes, questions back, and why there is no answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.messages.answers.words import listed


def read_as(written: str, read: str) -> str:
    """A slip of the pen put right."""
    return f"I read “{written}” as {read}."


def claim_set_aside(claim: str) -> str:
    """What somebody is said to claim, before the question; only the question was answered."""
    return f"Set aside: “{claim}”. The figure answers the question behind it."


def city_in_county(city: str, county: str) -> str:
    """Figures by county stand for more than the city."""
    return f"{city} lies in {county}; the reports list by county, so the figure is the county’s."


def the_rest(whole: str) -> str:
    """The side of a comparison that is all but the other one: of a state, or of everything listed."""
    return f"the rest of {whole}" if whole else "all the others"


def no_such_offense(word: str) -> str:
    """Why the figure is zero: the word is known, and no offense printed fits it."""
    return f"The reports loaded print no offense that “{word}” fits."


def city_is_county(city: str, county: str) -> str:
    """A city or borough that is a county of another name, by which the reports list it."""
    return f"{city} is {county}."


def policies_of(level: str, state: str) -> str:
    """Whose entries of Section III: of states themselves, of counties, of towns."""
    bodies = {"state": "states themselves", "county": "counties themselves", "city": "cities and towns"}[level]
    return f"{bodies} in {state}" if state else bodies


def month_or_year(start: date, unit: str) -> str:
    """ "January 2017" or "2017"."""
    return f"{start:%B %Y}" if unit == "month" else f"{start.year}"


def shared_names(names: Sequence[str]) -> str:
    """Jails that a table or count by name alone cannot tell apart."""
    return f"Counted by name: {', '.join(names)} is the name of jails in more than one place."


def partly_loaded(runs: Sequence[tuple[date, date]]) -> str:
    """The period asked for reaches beyond the reports, or over a week that is not loaded."""
    return f"The reports loaded cover {listed([_days(*run) for run in runs])} only."


def spelled(start: date, end: date) -> str:
    """Days as they are named back: 'Sep 5, 2017', 'Jan 1 to Dec 31, 2016'."""
    return f"{start:%b} {start.day}, {start.year}" if start == end else _days(start, end)


def _days(start: date, end: date) -> str:
    return f"{start:%b} {start.day} to {end:%b} {end.day}, {end.year}"
