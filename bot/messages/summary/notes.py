"""What stands below: caveats with their place, sources, rows left out."""

from __future__ import annotations

from bot.answer.answer import Caveat, Source
from bot.messages.summary.words import counted, ranges


def caveat(c: Caveat) -> str:
    """A caveat with the place it is quoted from; the desk's own says so."""
    if c.report is None:
        return f"{c.text} (the desk's own note)"
    where = [f"report {c.report}"]
    where += [f"Section {c.section}" if c.section in ("I", "II", "III", "IV") else str(c.section)] if c.section else []
    where += [f"page {c.page}"] if c.page else []
    return f"{c.text} ({', '.join(where)})"


def short_caveat(c: Caveat) -> str:
    """A caveat for the small print under a headline: its first sentence, and where the rest stands."""
    first = short_opening(c) + c.text.split(". ")[0].rstrip(".") + "."
    return f"{first} (p. {c.page})" if c.page else first


def short_opening(c: Caveat) -> str:
    """Which section a caveat is about: alone, "these are detainers issued" would speak of the refusals above it."""
    return f"Section {c.section}: " if c.section in ("I", "II", "III") else ""


def source(s: Source) -> str:
    """A report and its pages."""
    return f"report {s.report}" + (f", pages {ranges(s.pages)}" if s.pages else "")


def left_out(n: int) -> str:
    """Rows that a short table leaves out."""
    return f"… and {counted(n, 'more row')}; the CSV file has them all."
