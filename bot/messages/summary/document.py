"""The rest of the report in sentences: Section I, policies, corrections and disputes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.messages.summary.titles import EFFECTS
from bot.messages.summary.totals import with_standing
from bot.messages.summary.words import counted, day, listed


def issued_listed(places: int, total: int, top: Sequence[tuple[str, int, int]]) -> str:
    """Section I in a sentence."""
    named = listed([with_standing(*each) for each in top])
    detainers = counted(total, "detainer was", "detainers were")
    return (
        f"Section I names {counted(places, 'jurisdiction')} to which {detainers} "
        f"issued; most: {named}. These were issued; what became of them was not yet known."
    )


def issued_withdrawn(n: int) -> str:
    """Entries of Section I taken back."""
    return f"ICE has taken back {counted(n, 'of these entries', 'of these entries')}."


def policies(total: int) -> str:
    """Section III in a sentence."""
    return f"Section III, the list of policies, has {counted(total, 'entry', 'entries')}."


def policies_change(added: int, removed: int, changed: int) -> str:
    """What Section III gained and lost in a week."""
    return f"Since the week before: {added:,} added, {removed:,} removed, {changed:,} changed."


def policies_named(what: str, names: Sequence[str], more: int) -> str:
    """The places behind a number of the sentence before."""
    tail = f" and {more:,} more" if more else ""
    return f"{what}: {'; '.join(names)}{tail}."


def corrections_here(n: int) -> str:
    """Corrections of this very report."""
    if n == 0:
        return "ICE has taken back nothing of this report in the documents loaded."
    return f"ICE has taken back entries of this report for {counted(n, 'place')}."


def corrections_elsewhere(week_of: str, n: int, on: date | None) -> str:
    """Corrections of other reports, told because comparisons rest on them."""
    when = f" (posted {day(on)})" if on else ""
    return f"Of the report of {week_of}, it has taken back entries for {counted(n, 'place')}{when}."


def correction_line(place: str, section: str, effect: str) -> str:
    """One place taken back."""
    return f"{place}: Section {section}, {EFFECTS.get(effect, effect)}."


def dispute(text: str) -> str:
    """An entry of the register of disputes."""
    return f"Disputed: {text}"
