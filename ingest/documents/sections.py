"""The four sections of a report: where each begins, and which lines belong to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest import messages
from ingest.errors import Rejected
from ingest.layout.lines import Line
from ingest.layout.tables import Sheet
from ingest.pdf import Page

NUMERALS = ("I", "II", "III", "IV")
HEADING = re.compile(r"^section\s+(iv|iii|ii|i|[1-4])\s*[:.–—-]\s*(?=\S)", re.IGNORECASE)
_ARABIC = {"1": "I", "2": "II", "3": "III", "4": "IV"}


@dataclass(slots=True)
class Section:
    """A section ('cover', 'I' to 'IV') and its part of each page, in reading order."""

    name: str
    sheets: list[Sheet] = field(default_factory=list)


def heading(text: str) -> str | None:
    """The section that a line is the title of."""
    match = HEADING.match(text)
    if not match:
        return None
    numeral = match[1].upper()
    return _ARABIC.get(numeral, numeral)


def sections(pages: Sequence[Page], content: Sequence[list[Line]]) -> dict[str, Section]:
    """Part the lines of a report by its section titles.

    Each title stands twice, in the cover's list and at its section: the last one counts. Raises `Rejected`
    (section_missing) where a title is missing or out of order, and (several_reports) where one stands more often:
    two issues in one file would otherwise be mixed into one.
    """
    starts: dict[str, tuple[int, int]] = {}
    seen: Counter[str] = Counter()
    for index, lines in enumerate(content):
        for at, line in enumerate(lines):
            name = heading(line.text)
            if name:
                starts[name] = (index, at)
                seen[name] += 1
    if seen and max(seen.values()) > 2:
        raise Rejected("several_reports", messages.several_reports())
    for before, name in zip((None, *NUMERALS), NUMERALS, strict=False):
        if name not in starts or (before and starts[before] >= starts[name]):
            raise Rejected("section_missing", messages.section_missing(name))
    found = {"cover": Section("cover"), **{name: Section(name) for name in NUMERALS}}
    bounds = sorted((at, name) for name, at in starts.items())
    for index, lines in enumerate(content):
        for at, line in enumerate(lines):
            name = next((n for start, n in reversed(bounds) if start <= (index, at)), "cover")
            _append(found[name], pages[index], line)
    for section in found.values():
        for sheet in section.sheets:
            _keep_rules_beside(sheet)
    return found


def _keep_rules_beside(sheet: Sheet) -> None:
    """Only the ruling lines between the first and the last line of a section's part of a page are its own."""
    top, bottom = sheet.lines[0].top - 2, sheet.lines[-1].bottom + 12
    sheet.across = [rule for rule in sheet.across if top <= rule.at <= bottom]
    sheet.down = [rule for rule in sheet.down if rule.end > top and rule.start < bottom]


def _append(section: Section, page: Page, line: Line) -> None:
    if not section.sheets or section.sheets[-1].page != page.number:
        section.sheets.append(Sheet(page.number, [], page.across, page.down))
    section.sheets[-1].lines.append(line)
