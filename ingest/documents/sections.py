"""The four sections of a report: where each begins, and which lines belong to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest import messages
from ingest.errors import Rejected
from ingest.layout.lines import Line
from ingest.layout.paragraphs import Paragraph
from ingest.layout.tables import Sheet
from ingest.pdf import Page

NUMERALS = ("I", "II", "III", "IV")
HEADING = re.compile(r"^section\s+(iv|iii|ii|i|[1-4])\s*[:.–—-]\s*(?=\S)", re.IGNORECASE)
_ALONE = re.compile(r"^section\s+(iv|iii|ii|i|[1-4])\s*[:.–—-]?$", re.IGNORECASE)
_ARABIC = {"1": "I", "2": "II", "3": "III", "4": "IV"}


@dataclass(slots=True)
class Section:
    """A section ('cover', 'I' to 'IV') and its part of each page, in reading order."""

    name: str
    sheets: list[Sheet] = field(default_factory=list)


def heading(text: str) -> str | None:
    """The section that a line is the title of."""
    match = HEADING.match(text)
    return _numeral(match) if match else None


def _numeral(match: re.Match[str]) -> str:
    numeral = match[1].upper()
    return _ARABIC.get(numeral, numeral)


def _title_begins(lines: Sequence[Line], at: int) -> str | None:
    """The section whose title begins in a line: its words may stand on the line below the label."""
    alone = _ALONE.match(lines[at].text)
    follows = at + 1 < len(lines)
    if alone and follows and lines[at].bold and lines[at + 1].bold:
        return _numeral(alone)
    return heading(lines[at].text)


def whole_title(found: list[Paragraph]) -> list[Paragraph]:
    """A section's paragraphs, its label and the words of its title put together where they stand on lines apart."""
    if len(found) > 1 and _ALONE.match(found[0].text) and found[1].lines[0].bold:
        return [Paragraph(found[0].lines + found[1].lines), *found[2:]]
    return found


def sections(pages: Sequence[Page], content: Sequence[list[Line]]) -> dict[str, Section]:
    """Part the lines of a report by its section titles.

    Each title stands twice, in the cover's list and at its section: the last one counts. Raises `Rejected`
    (section_missing) where a title is missing, or out of an order that the cover's list does not give, and
    (several_reports) where one stands more often: two issues in one file would otherwise be mixed into one.
    """
    starts: dict[str, tuple[int, int]] = {}
    seen: Counter[str] = Counter()
    for index, lines in enumerate(content):
        for at in range(len(lines)):
            name = _title_begins(lines, at)
            if name:
                starts.pop(name, None)
                starts[name] = (index, at)  # in the order of the sections
                seen[name] += 1
    if seen and max(seen.values()) > 2:
        raise Rejected("several_reports", messages.several_reports())
    listed = [name for name in seen if seen[name] == 2]  # in the order of the cover's list
    for before, name in zip((None, *NUMERALS), NUMERALS, strict=False):
        if name not in starts:
            raise Rejected("section_missing", messages.section_missing(name))
        in_order = before is None or starts[before] < starts[name]
        if not in_order and (len(listed) < len(NUMERALS) or listed != list(starts)):
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
