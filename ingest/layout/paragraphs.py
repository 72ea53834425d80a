"""Lines of prose to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout.lines import Line, bounding, join
from ingest.records import Source
from ingest.vocabulary.text import fold

_ENDED = re.compile(r"[.!?:;][”’\")\]]*$")
_GAP = 1.22  # of the usual line pitch: a wider step starts a paragraph


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph, possibly over two pages."""

    lines: list[Line]

    @property
    def text(self) -> str:
        return join(line.text for line in self.lines)

    @property
    def source(self) -> Source:
        first, last = self.lines[0].page, self.lines[-1].page
        box = bounding(line.box for line in self.lines if line.page == first)
        return Source(first, box, last)


def paragraphs(lines: Sequence[Line], starts: re.Pattern[str] | None = None) -> list[Paragraph]:
    """Group lines in reading order; a line that matches `starts` always opens a paragraph."""
    pitch = _pitch(lines)
    found: list[Paragraph] = []
    for line in lines:
        opens = starts is not None and starts.match(line.text) is not None
        if found and not opens and _goes_on(found[-1].lines, line, pitch, lines):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    return found


def split_title(found: list[Paragraph], title: str) -> list[Paragraph]:
    """Part a section's first paragraph after its title, known from elsewhere, where the text follows on the title as
    closely as its own lines do."""
    if not found or not title:
        return found
    lines = found[0].lines
    for count in range(1, len(lines)):
        if fold(join(line.text for line in lines[:count])) == fold(title):
            return [Paragraph(lines[:count]), Paragraph(lines[count:]), *found[1:]]
    return found


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next, as a multiple of the font size."""
    steps = Counter(
        round((after.top - before.top) / before.size, 1)
        for before, after in pairwise(lines)
        if before.page == after.page and after.top > before.top and abs(after.size - before.size) < 0.3
    )
    tight = [step for step in steps if 0.9 <= step <= 1.8]
    if not tight:
        return 1.3
    return min(step for step in tight if steps[step] * 4 >= max(steps[other] for other in tight))


def _goes_on(before: list[Line], line: Line, pitch: float, lines: Sequence[Line]) -> bool:
    last = before[-1]
    if abs(line.size - last.size) > 0.6 or line.bold != last.bold:
        return False
    ended = _ENDED.search(last.text) is not None
    if line.page != last.page:
        return not ended
    step = (line.top - last.top) / last.size
    if step > pitch * _GAP or step <= 0:
        return False
    right = max(other.x1 for other in lines if other.page == line.page)
    room = right - last.x1
    first_word = line.words[0].x1 - line.words[0].x0 + 0.3 * line.size
    return not (ended and room > first_word)
