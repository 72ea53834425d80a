"""Glyphs to words, words to lines; and the text of lines put back together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ingest.pdf import Glyph, Page
from ingest.records import Box

_WORD_GAP = 0.17  # of the font size: a wider gap between glyphs parts two words
_PHRASE_GAP = 0.45  # of the font size: on a page without space glyphs, a wider gap parts two cells
_LOOSE = 0.35  # of the font size: what may lie between a space glyph and the word it belongs to
_SPACED_GAP = 1.1  # of the font size: a wider gap parts two cells even where a space was printed
_MARK_SIZE = 0.85  # of the font size: the mark of a footnote is smaller
_MARK_RISE = 0.1  # of the font size: and stands higher by this
_FEW_MARKS = 12  # glyphs that the marks of one line may take
_SIGNS = "*†‡§"
_EXPAND = str.maketrans(
    {
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\ufb05": "st", "\ufb06": "st", "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ",
        "\uf001": "fi", "\uf002": "fl", "\u2011": "-", "\u2010": "-", "\u200b": None, "\ufeff": None, "\uf0b7": "•",
        "\x02": "-",
    }
)  # fmt: skip
SOFT_HYPHEN = "\u00ad"


class Word(NamedTuple):
    """Glyphs printed without a gap. `spaced`: a space glyph leads up to it, so it goes on in the same cell."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    spaced: bool


@dataclass(slots=True)
class Line:
    """Words on one baseline of one page, from left to right."""

    page: int
    words: list[Word]

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        return (self.x0, self.top, self.x1, self.bottom)


def lines(page: Page) -> list[Line]:
    """The lines of a page from top to bottom."""
    spaces = sum(1 for glyph in page.glyphs if glyph.text.isspace())
    prints_spaces = spaces * 20 >= len(page.glyphs)
    rows: list[list[Glyph]] = []
    for glyph in sorted(page.glyphs, key=lambda g: g.top + g.bottom):
        middle = (glyph.top + glyph.bottom) / 2
        if rows:
            last = rows[-1][-1]
            if abs(middle - (last.top + last.bottom) / 2) < 0.3 * min(glyph.size, last.size):
                rows[-1].append(glyph)
                continue
        rows.append([glyph])
    _lower_marks(rows)
    found = (Line(page.number, _words(row, prints_spaces)) for row in rows)
    return [line for line in found if line.words]


def _lower_marks(rows: list[list[Glyph]]) -> None:
    """Put the marks of footnotes that are raised above their line into it: they would be lines of their own."""
    for marks, line in pairwise(rows):
        if len(marks) > _FEW_MARKS or not all(_may_be_mark(glyph) for glyph in marks):
            continue
        for mark in list(marks):
            if any(_stands_by(mark, glyph) for glyph in line):
                marks.remove(mark)
                line.append(mark)


def _may_be_mark(glyph: Glyph) -> bool:
    return glyph.text.isdigit() or glyph.text.isspace() or glyph.text in _SIGNS


def _stands_by(mark: Glyph, glyph: Glyph) -> bool:
    """Whether a small glyph stands beside another, higher but not over it."""
    near = -_LOOSE * glyph.size <= glyph.x0 - mark.x1 <= _LOOSE * glyph.size or abs(mark.x0 - glyph.x1) < 1.0
    return mark.size < _MARK_SIZE * glyph.size and near and glyph.top < mark.bottom < glyph.bottom


def _words(glyphs: list[Glyph], prints_spaces: bool) -> list[Word]:
    """Words of a line; where a page prints no space glyphs at all, a narrow gap counts as one."""
    words: list[Word] = []
    run: list[Glyph] = []
    spaced = False
    ink = 0.0
    for glyph in sorted(glyphs, key=lambda g: g.x0):
        text = glyph.text.translate(_EXPAND)
        if not text.strip():
            if run:
                words.append(_word(run, spaced))
            run, spaced = [], True
            ink = max(ink, glyph.x1)
            continue
        if not run and spaced:
            spaced = glyph.x0 - ink <= _LOOSE * glyph.size  # the space glyph reaches up to this word
        if run and _raised(run[-1], glyph):  # the mark of a footnote, no part of the word that it is set to
            words.append(_word(run, spaced))
            run, spaced = [], True
        elif run and glyph.x0 - run[-1].x1 > _WORD_GAP * glyph.size:
            words.append(_word(run, spaced))
            spaced = not prints_spaces and glyph.x0 - run[-1].x1 <= _PHRASE_GAP * glyph.size
            run = []
        run.append(glyph)
        ink = max(ink, glyph.x1)
    if run:
        words.append(_word(run, spaced))
    return words


def _raised(before: Glyph, glyph: Glyph) -> bool:
    """Whether a number or sign stands smaller and higher than what it follows."""
    return (
        glyph.size < _MARK_SIZE * before.size
        and before.bottom - glyph.bottom > _MARK_RISE * before.size
        and (glyph.text.isdigit() or glyph.text in _SIGNS)
    )


def _word(run: list[Glyph], spaced: bool) -> Word:
    text = "".join(glyph.text for glyph in run).translate(_EXPAND)
    return Word(
        text,
        run[0].x0,
        min(glyph.top for glyph in run),
        max(glyph.x1 for glyph in run),
        max(glyph.bottom for glyph in run),
        run[0].size,
        run[0].bold,
        spaced,
    )


def phrases(words: Sequence[Word]) -> list[list[Word]]:
    """Words of one line, parted where the gap is too wide for one cell."""
    found: list[list[Word]] = []
    for word in words:
        if found and word.spaced and word.x0 - found[-1][-1].x1 <= _SPACED_GAP * word.size:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def join(texts: Iterable[str]) -> str:
    """Lines put back into one text: a hyphen at a line's end holds its word together.

    A soft hyphen at a line's end goes, one inside a line is invisible and goes too; a printed hyphen stays
    ("I-" + "247N" is "I-247N").
    """
    whole = ""
    for text in texts:
        text = text.strip()
        if not text:
            continue
        if whole.endswith(SOFT_HYPHEN):
            whole = whole[:-1] + text
        elif re.search(r"\w-$|\S/$|[(\[]$", whole) or text[0] in ")]":
            whole += text
        else:
            whole = f"{whole} {text}" if whole else text
    return whole.replace(SOFT_HYPHEN, "")


def bounding(boxes: Iterable[Box]) -> Box:
    """The smallest box around all boxes."""
    all_boxes = list(boxes)
    return (
        min(box[0] for box in all_boxes),
        min(box[1] for box in all_boxes),
        max(box[2] for box in all_boxes),
        max(box[3] for box in all_boxes),
    )


def word_box(word: Word) -> Box:
    """The box of a word."""
    return (word.x0, word.top, word.x1, word.bottom)
