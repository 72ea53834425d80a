"""Slips put right in the same breath: "how many in Texas, no wait, California" is about California alone."""

from __future__ import annotations

from bot.understand.pieces import Piece
from bot.understand.words import Sense

_LIGHT = ("function", "padding", "time:during", "noun:detainer", "conjunction:and", "group:by")
_KINDS = ("place:mention", "disposition", "subject", "order", "dimension", "date")
_PAUSE = frozenset(",;.-\u2013\u2014(!?")


def fold_repairs(pieces: list[Piece]) -> list[Piece]:
    """What was said by mistake is left out, with the words that take it back: the next piece of its kind stands for it.

    Words that only take back ("scratch that") and leave nothing to replace stay unplaced: which part of the question
    they take back is not told.
    """
    at = 1
    while at < len(pieces):
        cue = pieces[at]
        if cue.has("cue:repair", "cue:instead") or (cue.has("cue:slip") and _set_off(pieces, at)):
            before, after = _nearest(pieces, at, -1), _nearest(pieces, at, 1)
            if before is not None and after is not None and _kind(pieces[before]) == _kind(pieces[after]):
                pieces[after].gap = pieces[before].gap
                del pieces[before:after]
                at = before
            elif cue.has("fragment:meant", "cue:instead") and (last := _said_twice(pieces, at)) is not None:
                pieces[last[1]].gap = pieces[last[0]].gap
                del pieces[last[0] : last[1]]
                at = last[0]
            elif cue.has("cue:repair") and not cue.has("fragment") and any(_kind(p) for p in pieces[:at]):
                pieces[at] = cue.narrowed(Sense("unplaced", "repair"))
        at += 1
    return pieces


def _set_off(pieces: list[Piece], at: int) -> bool:
    """ "Texas, actually California" takes back; "Texas actually refused" does not. A bare "no" needs a pause behind."""
    after = pieces[at + 1 : at + 2]
    behind = pieces[at].words != "no" or any(_PAUSE & set(p.gap) for p in after)
    return bool(after) and behind and bool(_PAUSE & set(pieces[at].gap))


def _said_twice(pieces: list[Piece], at: int) -> tuple[int, int] | None:
    """ "charged - convicted, I mean": the two that stand before, of one kind, a pause between them."""
    second = _nearest(pieces, at, -1)
    first = _nearest(pieces, second, -1) if second is not None else None
    if first is None or second is None or _kind(pieces[first]) != _kind(pieces[second]):
        return None
    return (first, second) if _PAUSE & set(pieces[second].gap) and second == first + 1 else None


def _nearest(pieces: list[Piece], at: int, step: int) -> int | None:
    """The next piece before or behind that says something, if it is of a kind that one word can replace."""
    k = at + step
    while 0 <= k < len(pieces) and (pieces[k].has(*_LIGHT) or pieces[k].has("cue:slip", "cue:repair")):
        k += step
    return k if 0 <= k < len(pieces) and _kind(pieces[k]) else None


def _kind(piece: Piece) -> str:
    """What a piece says something of: its place, one of the columns with values, the order, the days."""
    for sense in piece.senses:
        if sense.kind == "value":
            return sense.key
    return next((kind for kind in _KINDS if piece.has(kind)), "")
