"""The week's refusals in sentences: how many, against the week before, charge or conviction, where, how old."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.messages.summary.titles import AGES
from bot.messages.summary.words import counted, day, listed, week


def headline(start: date, end: date, counts: tuple[int, int], issued: int | None, change_text: str) -> str:
    """Sentences that stand alone: in a notification, as a channel's message. `counts`: published, standing."""
    n, standing = counts
    text = f"ICE's report for {week(start, end)} lists {counted(n, 'refused detainer')}"
    notes = [f"{standing:,} after ICE's corrections"] if standing != n else []
    notes += [f"{counted(issued, 'detainer')} issued nationwide"] if issued is not None else []
    aside = f" ({'; '.join(notes)})" if notes else ""
    return f"{text}{aside}. {change_text}".strip()


def refused(n: int, standing: int) -> str:
    """The week's total, with what stands after corrections where that differs."""
    if n == 0:
        return "The report lists no refused detainer."
    text = f"The report lists {counted(n, 'refused detainer')}."
    if standing != n:
        text += f" ICE has taken back {n - standing:,} since; {standing:,} stand after its corrections."
    return text


def issued_nationwide(n: int | None) -> str:
    """What Section I states for the whole country."""
    if n is None:
        return "It does not state how many detainers were issued nationwide."
    return f"It states that {counted(n, 'detainer was', 'detainers were')} issued nationwide."


def not_a_rate() -> str:
    """Why refusals and issued detainers make no rate."""
    return "The two are different groups: many refused detainers had been issued before that week."


def posted(on: date | None) -> str:
    """When the report was posted."""
    return f"Posted on {day(on)}." if on else "When it was posted is not known (no index page gives it)."


def change(n: int, before: int, previous: str) -> str:
    """The change on the week before, as published."""
    if n == 0:
        return f"As many as the week before ({previous}: {before:,})."
    return f"{abs(n):,} {'more' if n > 0 else 'fewer'} than the week before ({previous}: {before:,})."


def change_standing(standing: int, n: int, before: int) -> str:
    """The same after corrections."""
    how = "no change" if n == 0 else f"{abs(n):,} {'more' if n > 0 else 'fewer'}"
    return f"After ICE's corrections: {standing:,}, against {before:,} the week before ({how})."


def issued_change(n: int, before: int) -> str:
    """The change of detainers issued nationwide."""
    if n == 0:
        return f"Issued nationwide: as many as the week before ({before:,})."
    return f"Issued nationwide: {abs(n):,} {'more' if n > 0 else 'fewer'} than the week before ({before:,})."


def no_week_before(start: date) -> str:
    """The week before is not loaded."""
    return f"The report of the week before (beginning {day(start)}) is not loaded, so no change is given."


def no_trend(resumed: bool) -> str:
    """Why a change between two weeks is no trend; `resumed` where the report says that issuing was being resumed."""
    why = "ICE was resuming the issue of detainers, and " if resumed else ""
    return f"A change between weeks is not a trend: {why}rows stand by the week in which a refusal was recorded."


def disposition(parts: Sequence[tuple[str, int, int]], total: int) -> str:
    """Charge or conviction: name, rows, rows that stand."""
    words = {"charge": "a charge only", "conviction": "a conviction"}
    told = [f"{n:,} with {words.get(name, 'neither stated')}" for name, n, _ in parts]
    text = f"Of {counted(total, 'refused detainer')}: {listed(told)}."
    if any(n != standing for _, n, standing in parts):
        text += (
            " After corrections: " + listed([f"{s:,} with {words.get(name, 'neither')}" for name, _, s in parts]) + "."
        )
    return text + " A charge is not a conviction."


def ranking(what: str, total: int, top: Sequence[tuple[str, int, int]], tied: int) -> str:
    """How many different places (offenses, countries) and which come first; `tied` others share the last rank."""
    text = f"{counted(total, *what.split('/'))}; most: {listed([with_standing(*each) for each in top])}."
    return text if not tied else f"{text[:-1]}, and {tied:,} more with as many as the last."


def with_standing(name: str, n: int, standing: int) -> str:
    """'Travis County, Texas (142)'; what stands after corrections where that is another number."""
    return f"{name} ({n:,})" if n == standing else f"{name} ({n:,}; {standing:,} after corrections)"


def states(n: int) -> str:
    """How many states have refusals."""
    return f"They lie in {counted(n, 'state')}." if n != 1 else "They lie in one state."


def age(median: str, most: str, oldest: date) -> str:
    """Age of the requests."""
    return (
        f"Half had been issued at most {median} days before the refusal; the longest wait was {most} days. "
        f"The oldest request is of {day(oldest)}."
    )


def ages(parts: Sequence[tuple[str, int]]) -> str:
    """Requests by age."""
    return "Issued how long before the refusal: " + ", ".join(f"{AGES[key]} ({n:,})" for key, n in parts) + "."
