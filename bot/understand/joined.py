"""Places joined by "and" or a sign."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.forms import forms
from bot.understand.pieces import Piece

_JOINS = forms("joined", "joins")
_JOINING_GAP = (",", "/", "+", "&", ",&")


def joined_to(pieces: Sequence[Piece], at: int) -> int | None:
    """The place that a piece is joined to: "Lake IL and IN"."""
    back = at - 1
    if back > 0 and pieces[back].words in _JOINS:
        back -= 1
    elif pieces[at].gap.replace(" ", "") not in _JOINING_GAP:
        return None
    return back if back >= 0 and pieces[back].has("place:mention") else None


def told_by_case(pieces: Sequence[Piece], at: int) -> bool:
    """Whether capitals make a short word the state, as in the place before: "IN" is no preposition there."""
    before = joined_to(pieces, at)
    return before is not None and pieces[at].text.isupper() and pieces[before].text[-2:].isupper()
