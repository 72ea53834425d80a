"""What the rows of each subject and the fields of a plan are called when a question is read back."""

NOUNS = {
    "refusals": "refused detainers",
    "issued": "detainers issued (Section I)",
    "policies": "policy entries (Section III)",
    "corrections": "corrections by ICE",
    "caveats": "passages of the reports",
    "reports": "reports",
    "foia_detainers": "detainers in the FOIA files",
}
FIELDS = {
    "place": "county or place",
    "report": "report",
    "citizenship": "citizenship",
    "offense": "offense",
    "disposition": "charge or conviction",
    "facility": "facility",
    "issued_on": "issue date",
    "declined_on": "day of refusal",
    "days": "days between issue and refusal",
    "issued_nationwide": "detainers issued nationwide",
    "declined_stated": "declined detainers as stated",
    "posted_on": "posting date",
    "pages": "number of pages",
    "period_start": "first day",
    "period_end": "last day",
    "enacted": "month of enactment",
    "criteria": "criteria",
    "jurisdiction": "jurisdiction",
    "aor": "ICE field office",
    "issued": "detainers issued",
    "release": "file",
    "prepared_on": "day of preparing",
    "lift_reason": "lift reason",
}
_LEADS = {"citizenship": "of citizenship ", "offense": "for ", "facility": "at "}
_LED = ("with", "issued", "refused", "not ", "declined", "enacted", "before", "after", "in ", "for ", "of ", "on ")
"""How a side of a comparison begins that needs no lead."""


def side_lead(label: str, field: str) -> str:
    """What stands before a side that its column's values name: "in week 2", "of citizenship Mexico"."""
    return "" if label.startswith(_LED) else _LEADS.get(field, "in ")
