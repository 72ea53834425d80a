"""What alerts say: new reports, revisions, corrections, figures that no longer hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from bot.messages.summary import counted, day, listed

if TYPE_CHECKING:
    from bot.alerts.changes import Change
    from bot.alerts.documents import RowChange, Stated

CHANGED_MOST = "Changed most since the week before"
ROWS_CHANGED = "What the revision changed"
BUTTON_SUMMARY = "Summary"
BUTTON_PLACES = "Top places"
BUTTON_SOURCE = "Open the document"
NOT_STATED = "not stated"
LINES = 6
"""So many of a list are written out; the rest is counted."""

_SECTIONS = {"I": "Section I", "II": "Section II", "III": "Section III"}
_CHANGES = {"added": "added", "removed": "removed", "changed": "changed"}


def title_new(week: str) -> str:
    """Heading of a new report's alert."""
    return f"New report: {week}"


def title_revised(week: str) -> str:
    """Heading of a revision's alert."""
    return f"Revised report: {week}"


def title_correction(weeks: Sequence[str]) -> str:
    """Heading of a correction's alert."""
    return f"Correction: {listed(list(weeks))}"


def new(headline: str) -> str:
    """The text of a new report's alert."""
    return f"New report. {headline}"


def revised(headline: str, rows: Sequence[RowChange]) -> str:
    """The text of a revision's alert."""
    return f"Revised report. {headline} {rows_counted(rows)}"


def rows_counted(rows: Sequence[RowChange]) -> str:
    """How many rows a revision touched, by section and kind."""
    if not rows:
        return "No row of its tables differs from the edition before."
    numbers: dict[tuple[str, str], int] = {}
    for row in rows:
        numbers[row.section, row.change] = numbers.get((row.section, row.change), 0) + 1
    told = [f"{_SECTIONS.get(s, s)}: {counted(n, 'row')} {_CHANGES.get(c, c)}" for (s, c), n in sorted(numbers.items())]
    return f"Against the edition before: {'; '.join(told)}."


def row_changed(row: RowChange) -> str:
    """One row that a revision touched."""
    place = f" ({row.place})" if row.place else ""
    opening = row_opening(row.section, row.row_no)
    cells = "; ".join(f"{name}: {before or NOT_STATED} → {after or NOT_STATED}" for name, before, after in row.cells)
    return f"{opening}{place}: {cells or _CHANGES.get(row.change, '')}"


def row_opening(section: str, row_no: int) -> str:
    """How a row is named."""
    return f"{_SECTIONS.get(section, section)}, row {row_no}"


def correction(weeks: Sequence[str], n: int, effects: Sequence[str], on: date | None, repeated: bool) -> str:
    """The text of a correction's alert."""
    when = f", posted {day(on)}" if on else ""
    text = f"Correction{when}: ICE takes back entries of the report of {listed(list(weeks))} for {counted(n, 'place')}."
    text = " ".join([text, *effects])
    return f"{text} This was stated before; no figure changes by it." if repeated else text


def effect_on_total(week: str, published: int, standing: int) -> str:
    """What corrections leave of a report's total."""
    if published == standing:
        return f"The total of {week} stays {published:,}: no refused detainer is taken back."
    return f"Of {counted(published, 'refused detainer')} listed for {week}, {standing:,} stand."


def taken_back(weeks: str) -> str:
    """Heading of what was taken back."""
    return f"Taken back by ICE from the report of {weeks}"


def change(c: Change) -> str:
    """One figure that changed."""
    how = f"{abs(c.by):,} {'more' if c.by > 0 else 'fewer'}"
    return f"{c.what}: {c.now:,} (the week before {c.before:,}; {how})"


def counted_as(key: str, name: str) -> str:
    """What a count is a count of."""
    name = name or NOT_STATED
    if key == "citizenships":
        return f"citizens of {name}"
    if key == "dispositions":
        return {"charge": "charged only", "conviction": "convicted"}.get(name, name)
    return name


def stated(place: str, s: Stated, effect: str) -> str:
    """One place taken back."""
    return f"{place}: {_SECTIONS.get(s.section, s.section)}, {effect}"


def more(n: int) -> str:
    """Lines left out."""
    return f"… and {n:,} more"


def of_filter(wish: str, now: int, before: int | None) -> str:
    """The figure a subscriber asked to be told of."""
    then = "" if before is None else f" (the week before {before:,})"
    return f"Your filter “{wish}”: {counted(now, 'refused detainer')}{then}."


def filter_section_one(wish: str) -> str:
    """The place of a filter is named in Section I only."""
    return f"Your filter “{wish}”: named in Section I, where detainers are issued, not declined."


def places_question(report_id: str) -> str:
    """What the button for top places asks."""
    return f"Which five places refused most in the {report_id} report?"


def corrected_mark(title: str, on: date) -> str:
    """Put on an alert that a later document changed."""
    return f"Since then ({day(on)}): {title}. See the later message."


def told_otherwise(user: str, given_on: date, question: str, changes: Sequence[tuple[str, str, str]], why: str) -> str:
    """To the person whose answer rested on rows that changed. `changes`: what, figure then, figure now."""
    about = f" (“{question}”)" if question else ""
    how = NO_LONGER if changes else AGAIN
    return f"<@{user}> An answer given here {how}{about}. {_figures(given_on, changes, why)}"


def answer_mark(given_on: date, changes: Sequence[tuple[str, str, str]], why: str) -> str:
    """Put on the answer itself; without changes it reads again as it was given."""
    return f"This answer {NO_LONGER if changes else AGAIN}. {_figures(given_on, changes, why)}"


def _figures(given_on: date, changes: Sequence[tuple[str, str, str]], why: str) -> str:
    if not changes:
        return f"{why[:1].upper()}{why[1:]} it reads as it was given on {day(given_on)}."
    lines = [
        f"{f'{what}: the' if what else 'The'} figure given on {day(given_on)} was {then}; {why} it is {now}."
        for what, then, now in changes
    ]
    return " ".join(lines)


NO_LONGER, AGAIN = "no longer holds", "holds again"
AFTER_CORRECTION = "after the correction"
AFTER_REVISION = "after the revision"
