"""What patterns over a whole message are made of: what may stand in any message, and what has to be in this one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.forms import forms
from bot.understand.pieces import Piece

LIGHT = ("function", "question", "noun", "conjunction", "cue:anaphor", "cue:everything", "time:during", "padding")
_UP = forms("whole_base", "up")
_UP_STEMS = forms("whole_base", "up_stems")
WHY = forms("whole_base", "why")


def only(content: Sequence[Piece], *tags: str) -> bool:
    """Whether every piece is light or has one of the tags."""
    return all(p.has(*LIGHT, *tags) for p in content)


def some(content: Sequence[Piece], *tags: str) -> bool:
    """Whether any piece has one of the tags."""
    return any(p.has(*tags) for p in content)


def asks_why(content: Sequence[Piece]) -> Sequence[Piece]:
    """What follows a "why" or "how can"; empty for another message."""
    can = len(content) > 2 and content[0].words == "how" and content[1].words in ("can", "could")
    return content[1:] if content[0].words in WHY or can else ()


def upward(piece: Piece) -> bool:
    """Whether a piece says that something rises."""
    return piece.words.removeprefix("keep ").removeprefix("continue to ").startswith((*_UP, *_UP_STEMS))
