"""Lines and glyphs made by hand. Lengths in points; a letter is half its size wide."""

from __future__ import annotations

from ingest.layout.lines import Line, Word
from ingest.pdf import Glyph, Page

WIDE = 0.5  # of the font size: every letter


def glyphs(text: str, x: float, top: float, size: float = 10.0) -> list[Glyph]:
    """A string set from x on, spaces as glyphs."""
    step = WIDE * size
    return [Glyph(c, x + i * step, top, x + (i + 1) * step, top + size, size, False) for i, c in enumerate(text)]


def page(*strings: tuple[str, float, float], number: int = 1) -> Page:
    """A page of strings (text, x, top)."""
    made = Page(number, 612.0, 792.0)
    for text, x, top in strings:
        made.glyphs += glyphs(text, x, top)
    return made


def line(*cells: tuple[str, float], top: float = 0.0, number: int = 1, size: float = 10.0, bold: bool = False) -> Line:
    """A line of cells (text, x); the words of a cell stand a space apart, cells are parted by white space."""
    words: list[Word] = []
    for text, x in cells:
        at = x
        for index, word in enumerate(text.split()):
            end = at + len(word) * WIDE * size
            words.append(Word(word, at, top, end, top + size, size, bold, index > 0))
            at = end + WIDE * size
    return Line(number, sorted(words, key=lambda word: word.x0))


def prose(*texts: str, top: float = 0.0, step: float = 12.0, number: int = 1, size: float = 10.0) -> list[Line]:
    """Lines one below the other."""
    return [line((text, 50.0), top=top + i * step, number=number, size=size) for i, text in enumerate(texts)]
