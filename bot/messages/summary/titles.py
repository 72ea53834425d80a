"""Headings: of sections, tables and columns, and the names of what is in them."""

from __future__ import annotations

from datetime import date

from bot.messages.summary.words import week

COLUMN_TITLES = {
    "report_id": "Report",
    "county": "County",
    "state": "State",
    "refusals": "Refused",
    "standing": "After corrections",
    "offense": "Offense",
    "charges": "Charge",
    "convictions": "Conviction",
    "citizenship": "Citizenship",
    "disposition": "Charge or conviction",
    "issued": "Issued (not declined)",
    "withdrawn": "Withdrawn later",
    "jurisdiction": "Jurisdiction (field office)",
    "policy": "Policy",
    "enacted": "Enacted",
    "page_from": "Page",
    "section": "Section",
    "effect": "What was withdrawn",
    "posted_on": "Posted",
    "text": "What ICE wrote",
    "age": "Issued how long before",
    "name": "Check",
    "stated": "Stated",
    "read": "Read",
    "ok": "Fits",
    "place": "Place",
}


SECTION_TITLES = {
    "totals": "The week",
    "disposition": "Charge or conviction",
    "places": "Where",
    "offenses": "Offenses",
    "citizenships": "Citizenship",
    "age": "How old the requests were",
    "issued": "Section I: detainers issued, not declined",
    "policies": "Section III: policies",
    "corrections": "Corrections and disputes",
    "checks": "Data checks",
    "trend": "Week by week",
}


EFFECTS = {
    "withdrawn_wrong_jurisdiction": "withdrawn: wrong jurisdiction",
    "withdrawn_transferred": "withdrawn: person transferred",
}


AGES = {
    "within_week": "up to 7 days",
    "within_month": "8 to 30 days",
    "within_year": "31 to 365 days",
    "older": "over 365 days",
}


TABLE_TITLES = {
    "places": "Refused detainers by county",
    "states": "Refused detainers by state",
    "offenses": "Refused detainers by offense",
    "citizenships": "Refused detainers by citizenship",
    "ages": "Refused detainers by age of the request",
    "issued": "Section I: detainers issued (not declined), outcome not yet known",
    "corrections": "Taken back by ICE",
}
POLICY_CHANGES = {"added": "Added", "removed": "Removed", "changed": "Changed"}
NOT_STATED = "not stated"
CAVEATS = "What limits these figures"
SOURCES = "Sources"
STATEMENTS = "The statements behind the figures"


def title(start: date, end: date) -> str:
    """The summary's title."""
    return f"Declined detainers, {week(start, end)}"
