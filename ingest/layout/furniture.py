"""Page furniture: headers, footers and page numbers, which belong to no section.

A line is furniture only by evidence: a page number counts up with the pages; a running header or footer
stands word for word at the same height on most pages; or it is the label of a reconstruction.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from ingest import messages
from ingest.errors import Rejected
from ingest.layout.lines import Line

SAMPLE_LABEL = re.compile(r"\breconstruction for testing\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"^(?:page\s+|[-–]\s*)?(\d{1,4})(?:\s*[-–]|\s+of\s+\d{1,4}|\s*/\s*\d{1,4})?$", re.IGNORECASE)
_EDGE = 4  # lines looked at from the top and from the bottom of each page


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
                (index, at) in numbers or (index, at) in running or SAMPLE_LABEL.match(line.text) is not None
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
    """Lines that stand word for word at the same height on at least half of three or more pages."""
    if len(pages) < 3:
        return set()
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_key(page[at]) for at in _edges(page)})
    often = {key for key, count in seen.items() if count >= 3 and count * 2 >= len(pages)}
    return {(index, at) for index, page in enumerate(pages) for at in _edges(page) if _key(page[at]) in often}


def _key(line: Line) -> tuple[str, int]:
    return line.text, round(line.top / 3)
