"""Numbers that count the lines of a page, printed beside its text as drafts and pleadings have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.layout.lines import Line, Word

_NUMBER = re.compile(r"^\d{1,4}$")
_FEWEST = 8  # on a page, or they are something else
_STEPS = (1, 5)  # each line, or each fifth, has its number
_EVEN = 1.5  # points by which the steps from one to the next may differ


def split(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """The pages without the numbers of their lines, and these numbers.

    They are taken for such where the first page and nearly all others have them: left of all text, counting up, one as
    far below the other. A column that numbers the rows of a table stands on the table's pages only.
    """
    found = [_numbers(page) for page in pages]
    if not pages or not found[0] or sum(1 for words in found if words) * 10 < len(pages) * 8:
        return list(pages), []
    taken = [Line(page[0].page, [word]) for page, words in zip(pages, found, strict=True) for word in words]
    return [_without(page, words) for page, words in zip(pages, found, strict=True)], taken


def _numbers(page: Sequence[Line]) -> list[Word]:
    """Words of a page that count its lines, from top to bottom; none where there are too few or they do not count."""
    words = [word for line in page for word in line.words]
    left = min((word.x0 for word in words if not _NUMBER.match(word.text)), default=0.0)
    found = sorted((w for w in words if w.x1 < left and _NUMBER.match(w.text)), key=lambda word: word.top)
    if len(found) < _FEWEST:
        return []
    steps = {int(after.text) - int(before.text) for before, after in pairwise(found)}
    down = [after.top - before.top for before, after in pairwise(found)]
    usual = median(down)
    even = all(abs(step - usual) < _EVEN for step in down)
    return found if even and len(steps) == 1 and steps <= set(_STEPS) else []


def _without(page: Sequence[Line], words: Sequence[Word]) -> list[Line]:
    gone = set(words)
    rest = (Line(line.page, [word for word in line.words if word not in gone]) for line in page)
    return [line for line in rest if line.words]
