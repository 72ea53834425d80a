"""Example questions, with a value of the reports loaded in some of them."""

from __future__ import annotations

BY_STATE = "Refusals by state in the latest report"
BY_REPORT = "How many refusals in each report?"
OLDEST = "When was the oldest refused detainer issued?"
TOP_OFFENSES = "What are the 5 most common offenses?"
MEDIAN = "What is the median number of days between issue and refusal?"
ISSUED = "Which jurisdictions got the most detainers in the first report?"
CORRECTIONS = "Which places did ICE correct?"
TOP_COUNTRIES = "What are the 5 most common citizenships?"
CHARGED = "What share had a conviction rather than a charge?"
DEFINITION = "What counts as declined?"
RELIABLE = "How reliable is this data?"
WHY_RISE = "Why did the numbers go up?"
WEEKS = "Which weeks do you have?"
POLICIES = "Which jurisdictions have a policy in Section III of the latest report?"
CONVICTIONS_HEAD = "How many refusals in "
COMPARED = "Did refusals go up or down from report 1 to report 2?"
WARRANT = "Which places want a warrant?"


def convictions(place: str) -> str:
    """Convictions in the place with the most refusals."""
    return f"{CONVICTIONS_HEAD}{place} involved convictions?"


def citizenship(country: str) -> str:
    """The commonest citizenship's share."""
    return f"What share of the refusals concerned citizens of {country}?"


def policy(place: str) -> str:
    """A place's policy."""
    return f"What does {place} require before it honors a detainer?"


def refusals_in(place: str) -> str:
    """The count of a place."""
    return f"How many refusals in {place}?"


def offenses_in(place: str) -> str:
    """The breakdown of a place."""
    return f"Refusals in {place} by offense"


def refusals_of(country: str) -> str:
    """The count of a citizenship."""
    return f"How many refusals concerned citizens of {country}?"


def refusals_for(offense: str) -> str:
    """The count of an offense."""
    return f"How many refusals for {offense}?"
