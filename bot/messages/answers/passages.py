"""Sentences around texts that are quoted: what a report, a policy, a correction or a dispute says."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages.answers.words import NOT_STATED, listed, noun, sentence

NO_PASSAGE = "The reports loaded say nothing of that."
NO_DISPUTE = "The register of disputes that is loaded names no place."
NONE_NAMED = "any place"
ENTRIES = "the entries"
ENTRIES_PLAIN = "entries"


def passage(week: str, section: str, page: int | None, text: str) -> str:
    where = "cover" if section == "cover" else f"Section {section}"
    return f"Report of {week}, {where}{f', page {page}' if page else ''}: “{text}”"


def no_policy(weeks: Sequence[str]) -> str:
    """'Section III of the report of Feb 4 – Feb 10, 2017 lists no policy'; without weeks, of all that are loaded."""
    if not weeks:
        return "Section III of the reports loaded lists no policy"
    return f"Section III of the report{'' if len(weeks) == 1 else 's'} of {listed(weeks)} lists no policy"


def policy(name: str, title: str, enacted: str, criteria: Sequence[str], weeks: Sequence[str]) -> str:
    """A jurisdiction's policy with its criteria, numbered where there are several."""
    when = f", enacted {enacted}" if enacted else ""
    if len(criteria) > 1:
        bullets = " ".join(f"({i}) {c if c.endswith(':') else sentence(c)}" for i, c in enumerate(criteria, 1))
    else:
        bullets = sentence(criteria[0] if criteria else NOT_STATED)
    return (
        f"{name} ({title}{when}): {bullets} (Listed in the report{'' if len(weeks) == 1 else 's'} of {listed(weeks)}.)"
    )


def corrected_place(what: str, place: str, section: str, week: str, posted: str, text: str) -> str:
    """A place that ICE took back, in ICE's words."""
    where = f"for {place} in Section {section} of the report of {week}"
    return f"ICE itself posted a correction{posted}: it took back {what} {where}. “{text}”"


def correction_posted(days: Sequence[str], what: str) -> str:
    """The day on which ICE published what it took back."""
    return sentence(f"ICE posted its correction of {what} on {listed(days)}")


def no_correction(names: str, section: str, week: str) -> str:
    """Of a place, a section or a report of its own no notice says anything; of others there may be one."""
    where = f"in {section}" if section else ""
    return sentence(f"ICE has taken none of it back: no notice that is loaded names {names}", where, week)


def no_dispute(names: str) -> str:
    """Nobody there is on record as contradicting the reports."""
    return sentence(f"The register of disputes holds none by {names}")


def taken_back(n: int, subject: str) -> str:
    """'the 4 refusals listed', 'the 5 detainers listed as issued'."""
    if subject == "issued":
        return f"the {n:,} detainer{'' if n == 1 else 's'} listed as issued"
    return f"the {n:,} {noun(subject, n)} listed"


def disputing(places: Sequence[str]) -> str:
    """'3 places dispute their entries: ...'."""
    n = len(places)
    return f"{n:,} place{' disputes its entry' if n == 1 else 's dispute their entries'}: {listed(places)}."


def disputed_place(place: str, text: str, by: str, on: str) -> str:
    """What a place says against its entry, and who reported it."""
    # A source that names a year names its own date; of some only the month is known, and the register holds its first.
    shown = by if on and on[-4:] in by else ", ".join(x for x in (by, on) if x)
    source = f" ({shown})" if shown else ""
    return f"{place}: {text.rstrip('.')}{source}."


_MOST_NAMED = 4
"""Reports named one by one; the rest are counted."""


def quoted(text: str, elsewhere: Sequence[str]) -> str:
    """A paragraph as the report words it, then where else it stands."""
    if not elsewhere:
        return text
    shown = list(elsewhere[-_MOST_NAMED:])
    more = len(elsewhere) - len(shown)
    return f"{text} (Also in {listed([*shown, *([f'{more:,} earlier reports'] if more else [])])}.)"


def also_stated(week: str, page: int | None) -> str:
    return f"the report of {week}{f' (page {page})' if page else ''}"


def correction(places: str, posted: str, texts: Sequence[str]) -> str:
    """What ICE took back later, in its own words."""
    return f"ICE posted a correction{posted} that concerns {places}: {' '.join(f'“{t}”' for t in texts)}"


def unfit(week: str, failed: int, quarantined: int) -> str:
    """'Feb 4 – Feb 10, 2017: 1 check failed and 1 row set aside'."""
    parts = []
    if failed:
        parts.append(f"{failed:,} check{'' if failed == 1 else 's'} failed")
    if quarantined:
        parts.append(f"{quarantined:,} row{'' if quarantined == 1 else 's'} set aside")
    return f"{week}: {listed(parts)}"
