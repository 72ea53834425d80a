"""Bullets that are drawn and not set: browsers print the dots of a list as small round shapes.

Without them the items of a list would run together into one text.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.pdf import Glyph
from ingest.records import Box

_ROOM = 2.0  # of the font size: how far behind its bullet an item may begin


def bullets(dots: Sequence[Box], glyphs: Sequence[Glyph]) -> list[Glyph]:
    """A bullet, as high as the text beside it, for each dot that begins an item: text follows it on the line, and none
    stands closely before it."""
    found = []
    for x0, top, x1, bottom in dots:
        middle = (top + bottom) / 2
        line = [g for g in glyphs if g.top < middle < g.bottom and g.text.strip()]
        after = min((g for g in line if g.x0 >= x1 - 0.5), key=lambda g: g.x0, default=None)
        if after is None or after.x0 - x1 > _ROOM * after.size:
            continue
        if any(g.x0 < x1 and g.x1 > x0 - 0.5 * after.size for g in line):
            continue
        found.append(Glyph("•", x0, after.top, min(x1, after.x0), after.bottom, after.size, after.bold))
    return found
