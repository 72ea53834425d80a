"""The data checks in words."""

from __future__ import annotations

from bot.messages.summary.words import counted

CHECKS = {
    "stored": "checks that failed when the report was read in",
    "quarantined": "rows set aside because a rule was broken",
    "declined_total": "refusals stated in the text and rows read",
    "issued_order": "rows whose detainer was issued after it was declined",
    "declined_in_week": "refusals dated outside the week",
    "week": "the report's week",
}
WEEK_SHAPE = "Saturday to Friday, seven days"
CHECK_FITS = "fits"
CHECK_FAILS = "does not fit"


def checks(ok: int, total: int) -> str:
    """How many checks fit."""
    return f"{ok:,} of {counted(total, 'check')} fit."


def check_failed(name: str, stated: str, read: str) -> str:
    """A check that does not fit."""
    return f"Does not fit: {name} (stated {stated}, read {read})."


def quarantined(n: int) -> str:
    """Rows set aside by ingest."""
    return f"{counted(n, 'row')} set aside because a rule was broken; they are in no figure."
