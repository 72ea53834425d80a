"""A large light word across the text of a page ("DRAFT"): a reader looks through it, and so does the desk."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.pdf_device import Mark


def stamped(marks: Sequence[Mark], pale: set[int]) -> set[int]:
    """The glyphs among the large light ones (`pale`) that other text runs through; a title that none crosses is one."""
    found: set[int] = set()
    for _, run in groupby(sorted(pale), key=lambda index: round(marks[index].y0)):
        word = [index for index in run if marks[index].text.strip()]
        if word and _crossed(word, marks, pale):
            found.update(word)
    return found


def _crossed(word: Sequence[int], marks: Sequence[Mark], pale: set[int]) -> bool:
    x0, x1 = min(marks[i].x0 for i in word), max(marks[i].x1 for i in word)
    y0, y1 = min(marks[i].y0 for i in word), max(marks[i].y1 for i in word)
    return any(
        x0 < (mark.x0 + mark.x1) / 2 < x1 and y0 < (mark.y0 + mark.y1) / 2 < y1
        for index, mark in enumerate(marks)
        if index not in pale and mark.text.strip()
    )
