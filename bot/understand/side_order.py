"""Which of two sides is taken from which."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.draft import Cond, Draft

_FEWER = {"fewer", "less", "lower", "smaller"}


def as_asked(draft: Draft, sides: Sequence[Cond]) -> Sequence[Cond]:
    """ "how many more in A than in B" is A less B, "how many fewer" is B less A: the second side less the first."""
    said = sorted(sides, key=lambda s: s.at)
    between = draft.pieces[said[0].at : said[1].at]
    before = [p for p in draft.pieces[: said[1].at] if p.has("measure:difference", "compare:more")]
    if not before or not any("than" in p.words.split() for p in between):
        return sides
    return said[::-1] if _FEWER.isdisjoint(before[-1].words.split()) else said
