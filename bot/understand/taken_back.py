"""A verb and its "back" apart: "did ICE take any of these refusals back"."""

from __future__ import annotations

from bot.understand.forms import forms
from bot.understand.pieces import Piece
from bot.understand.words import Sense

_VERBS = forms("taken_back", "verbs")
_BETWEEN = ("function", "measure:count", "cue:anaphor", "noun", "subject:refusal", "quantifier", "place:mention")
_MOST = 5


def fold_taken_back(pieces: list[Piece]) -> list[Piece]:
    """The verb as the one word for it, its "back" used up."""
    back = next((k for k, p in enumerate(pieces) if p.words == "back"), None)
    for at in range(max(0, (back or 0) - _MOST), back or 0):
        inside = pieces[at + 1 : back]
        apart = any(p.gap for p in pieces[at + 1 : (back or 0) + 1])
        if back is not None and pieces[at].words in _VERBS and not apart and all(p.has(*_BETWEEN) for p in inside):
            pieces[at] = pieces[at].narrowed(Sense("subject", "correction"))
            pieces[back] = pieces[back].narrowed(Sense("padding", "back"))
            break
    return pieces
