"""Page furniture: headers, footers and page numbers, which belong to no section.

A line is furniture only by evidence: a page number counts up with the pages; a running header or footer stands word
for word (its page number aside) at the same height on most pages, from the front matter to the last page; a line at the
top of a page says that a section goes on; or it is the label of a reconstruction. The rows of one jail repeat word for
word as well, but only as long as its table goes.
"""

from __future__ import annotations

import re
from collections import defaultdict

from ingest import messages
from ingest.errors import Rejected
from ingest.layout.lines import Line

SAMPLE_LABEL = re.compile(r"\breconstruction for testing\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"^(?:page\s+|[-–]\s*)?(\d{1,4})(?:\s*[-–]|\s+of\s+\d{1,4}|\s*/\s*\d{1,4})?$", re.IGNORECASE)
_CONTINUED = re.compile(
    r"^(?:(?:section|table)\s+(?:[ivx]+|\d)\b.{0,120})?[(\[]?(?:continued|cont(?:\.|inued|['’]d))[)\]]?\.?$",
    re.IGNORECASE,
)
_EDGE = 4  # lines looked at from the top and from the bottom of each page
_CLOSE = 1.6  # of the font size: lines of one cell follow each other at this step or less


def split(pages: list[list[Line]], keep: set[tuple[int, int]] | None = None) -> tuple[list[list[Line]], list[Line]]:
    """Part the lines of each page into content and furniture.

    `keep` names lines (page index, line index) that are content whatever they look like: table headers, which
    also repeat word for word.
    """
    keep = keep or set()
    numbers = _page_numbers(pages)
    running = _running(pages)
    content: list[list[Line]] = []
    furniture: list[Line] = []
    for index, page in enumerate(pages):
        rest: list[Line] = []
        for at, line in enumerate(page):
            is_furniture = (index, at) not in keep and (
                (index, at) in numbers
                or (index, at) in running
                or SAMPLE_LABEL.match(line.text) is not None
                or (at < _EDGE and _CONTINUED.match(line.text) is not None)
            )
            (furniture if is_furniture else rest).append(line)
        content.append(rest)
    return content, furniture


def _edges(page: list[Line]) -> list[int]:
    """Indexes of the lines nearest the top and the bottom of a page."""
    count = len(page)
    return sorted({*range(min(_EDGE, count)), *range(max(0, count - _EDGE), count)})


def _page_numbers(pages: list[list[Line]]) -> set[tuple[int, int]]:
    """Lines that are nothing but a number which counts up with the pages.

    Raises `Rejected` (pages_out_of_order) where a page bears, in the place of the page number, another number.
    """
    offsets: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, page in enumerate(pages):
        for at in _edges(page):
            match = _PAGE_NUMBER.match(page[at].text)
            if match:
                offsets[int(match[1]) - index].append((index, at))
    if not offsets:
        return set()
    best = max(offsets.values(), key=lambda found: len({index for index, _ in found}))
    if len({index for index, _ in best}) * 2 < len(pages):
        return set()
    heights = {round(pages[index][at].top) for index, at in best}
    for offset, found in offsets.items():
        for index, at in found:
            same_place = round(pages[index][at].top) in heights and len(heights) == 1
            if same_place and found is not best and not any(i == index for i, _ in best):
                raise Rejected("pages_out_of_order", messages.pages_out_of_order(index + 1, offset + index))
    return set(best)


def _running(pages: list[list[Line]]) -> set[tuple[int, int]]:
    """Lines that stand word for word at the same height on at least half of the pages, one of the first two and the
    last among them; on nearly all pages where they stand as near to other text as the lines of a cell do. Two pages
    are enough only where they stand apart on both."""
    if len(pages) < 2:
        return set()
    found: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for index, page in enumerate(pages):
        for at in _edges(page):
            for text in _without_number(page[at].text, index):
                found[text, round(page[at].top / 3)].append((index, at))
    return {place for (text, _), places in found.items() if _runs_through(text, places, pages) for place in places}


def _runs_through(text: str, places: list[tuple[int, int]], pages: list[list[Line]]) -> bool:
    on = {index for index, _ in places}
    if len(on) < min(3, len(pages)) or len(on) * 2 < len(pages) or min(on) > 1 or max(on) < len(pages) - 1:
        return False
    nearly_all = len(on) * 10 >= len(pages) * 8
    if any(_near(pages[index], at) for index, at in places):
        return nearly_all and len(pages) > 2
    return nearly_all or "#" not in text


def _near(page: list[Line], at: int) -> bool:
    """Whether the next line towards the middle of the page follows as closely as one line of a cell another."""
    line = page[at]
    inner = at + 1 if line.top < page[len(page) // 2].top else at - 1
    return 0 <= inner < len(page) and abs(page[inner].top - line.top) < _CLOSE * line.size


def _without_number(text: str, index: int) -> set[str]:
    """The text as it is, and with the number of its page taken out, should the pages be counted from 0, 1 or 2."""
    forms = {text}
    for first in (0, 1, 2):
        found = list(re.finditer(rf"(?<!\d){index + first}(?!\d)", text))
        forms |= {f"{text[: each.start()]}#{first}{text[each.end() :]}" for each in found}  # "Page 5 of 5"
    return forms
