"""Ranges of months and years: "2012 through 2015", "April to May"."""

from __future__ import annotations

from bot.understand.dates import Days
from bot.understand.draft import Draft


def through(draft: Draft, at: int, days: Days) -> int | None:
    """Where the second month or year of a range stands, when position `at` follows the first; none without a range."""
    if at >= len(draft.pieces) or days.unit not in ("month", "year"):
        return None
    joined = draft.pieces[at].words in ("through", "to", "thru", "till", "until") and not draft.pieces[at].gap
    second = at + 1 if joined else at
    if second >= len(draft.pieces) or not draft.pieces[second].has(f"date:{days.unit}"):
        return None
    return second if joined or draft.pieces[second].gap == "-" else None
