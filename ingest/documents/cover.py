"""The cover of a report: its period, revision date, caveats and, sometimes, a correction of an earlier issue."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ingest import messages
from ingest.documents.account import Account
from ingest.documents.corrections import OPENING, Readings, corrections, speaks_of_fault
from ingest.documents.prose import is_statement, topics
from ingest.documents.sections import HEADING, Section, heading
from ingest.errors import Rejected
from ingest.layout.paragraphs import Paragraph, paragraphs
from ingest.records import Caveat, Unread
from ingest.vocabulary.dates import Period, parse_date, parse_period

_LEADER = re.compile(r"\s*(?:[.…·_]\s?){2,}\d*$")
_PERIOD = re.compile(r"recorded\s+declined\s+detainers", re.IGNORECASE)
_REVISED = re.compile(
    r"\b(?:revised|revision of|updated)\b:?\s*(?:on\s+)?(?P<day>[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4}|"
    r"\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)


STARTS = re.compile(f"(?i:{HEADING.pattern})|{OPENING.pattern}")
"""What opens a paragraph however closely it follows the line before."""


@dataclass(slots=True)
class Cover:
    """What the cover says; `text` without what corrects an earlier issue."""

    period_start: date
    period_end: date
    revised_on: date | None = None
    caveats: list[Caveat] = field(default_factory=list)
    says: Readings = field(default_factory=Readings)
    unread: list[Unread] = field(default_factory=list)
    text: str = ""


def weeks(lines: Iterable[str]) -> set[tuple[date, date]]:
    """The weeks named by lines of the form "For Recorded Declined Detainers <week>": one in a report."""
    named = (parse_period(line) for line in lines if _PERIOD.search(line))
    return {(period.start, period.end) for period in named if period is not None}


def read(section: Section, account: Account) -> Cover:
    """Read the cover. Raises `Rejected` (no_period) where it names no week."""
    lines = [line for sheet in section.sheets for line in sheet.lines]
    found = paragraphs(lines, STARTS)
    box, rest = correction_box(found)
    period = _period(rest)
    front = Cover(period.start, period.end, _revised(rest))
    front.says = read_box(box, account)
    front.unread = [*front.says.unread("cover")]
    front.text = " ".join(paragraph.text for paragraph in rest)
    for paragraph in rest:
        account.lines(_sort(front, paragraph), paragraph.lines)
    return front


def contents(section: Section) -> dict[str, str]:
    """The sections' titles as the cover lists them, by numeral; without what leads to a page number."""
    lines = [line for sheet in section.sheets for line in sheet.lines]
    listed = {heading(p.text): p.text for p in paragraphs(lines, HEADING) if heading(p.text)}
    return {name: _LEADER.sub("", text) for name, text in listed.items() if name}


def _sort(front: Cover, paragraph: Paragraph) -> str:
    """Put a paragraph where it belongs; its kind."""
    text = paragraph.text
    if heading(text):
        return "title"
    if _PERIOD.search(text) and parse_period(text):
        return "statement"
    stated = topics(text)
    front.caveats += [Caveat("cover", topic, text, paragraph.source) for topic in stated]
    if not stated and not is_statement(text) and not _REVISED.search(text):
        front.unread.append(Unread("cover", text, paragraph.source))
        return "unread"
    return "caveat" if stated else "statement"


def _period(found: list[Paragraph]) -> Period:
    titles = [p.text for p in found if _PERIOD.search(p.text)] or [p.text for p in found if heading(p.text)]
    for text in titles:
        period = parse_period(text)
        if period:
            return period
    seen = titles[0] if titles else ""
    raise Rejected("no_period", messages.no_period(seen))


def _revised(found: list[Paragraph]) -> date | None:
    days = [parse_date(match["day"]) for p in found for match in _REVISED.finditer(p.text)]
    return max((day for day in days if day), default=None)


def read_box(box: list[Paragraph], account: Account) -> Readings:
    """What the paragraphs of a correction say; their lines go to the account."""
    says = corrections((p.text, p.source) for p in box)
    not_understood = {source for _, source in says.unclear}
    for paragraph in box:
        account.lines("unread" if paragraph.source in not_understood else "correction", paragraph.lines)
    return says


def correction_box(found: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs from one that begins with "Correction" up to the next title in bold, and all others."""
    start = next((i for i, p in enumerate(found) if OPENING.match(p.text)), None)
    if start is None:
        return [], found
    end = start + 1
    while end < len(found) and not _closes(found[start], found[end]):
        end += 1
    return found[start:end], [*found[:start], *found[end:]]


def _closes(opening: Paragraph, paragraph: Paragraph) -> bool:
    is_title = paragraph.lines[0].bold and not opening.lines[0].bold
    if not is_title and heading(paragraph.text) is None and speaks_of_fault(paragraph.text):
        return False
    return (
        is_title or is_statement(paragraph.text) or bool(topics(paragraph.text)) or heading(paragraph.text) is not None
    )
