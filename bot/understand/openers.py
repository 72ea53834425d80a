"""How a message of a thread begins before it asks: "new question:", "wrong county, I meant", "none of these,".

What opens a question anew drops the thread; what takes back the message before is no part of this one. "Wrong", "error"
and the like are so read only with a comma or "I meant" behind them: elsewhere they ask what ICE took back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.understand.forms import forms
from bot.understand.pieces import Piece

if TYPE_CHECKING:
    from bot.understand.interpreter import Reading

_LONGEST = 7
_BREAKS = frozenset(",;:.!-\u2013\u2014")
_LIGHT = (
    *("padding", "function", "cue:anaphor", "noun:detainer", "quantifier:none", "cue:nothing", "cue:not_given"),
    *("dimension", "unit", "negation:not"),
)
_DENIES = frozenset(forms("openers", "denies"))
_NONE = _DENIES | {"of", "that", "this", "these", "those", "them", "it", "one", "ones", "the", "above"}


def begins_anew(reading: Reading) -> Reading | None:
    """The question behind "new question:", "separately,", "start over:"; None where the message does not begin so."""
    pieces = reading.pieces
    at = next((k for k, p in enumerate(pieces) if not p.has("padding", "conjunction:and")), None)
    if at is None or not pieces[at].has("fragment:anew"):
        return None
    rest = pieces[at + 1 :]
    if not rest or not set(rest[0].gap) & _BREAKS:
        return None
    return reading.of_pieces(_first(rest))


def behind_apology(reading: Reading) -> tuple[Reading, bool]:
    """The message without "wrong county, I meant", "my mistake,", "none of these, I meant", and whether that denies.

    What denies picks none of the choices that are open: "none of these, I meant Texas" is no King County, Texas.
    """
    pieces = reading.pieces
    for cut in range(1, min(len(pieces), _LONGEST)):
        meant = pieces[cut].has("fragment:meant")
        if not meant and not set(pieces[cut].gap) & _BREAKS:
            continue
        said, rest = pieces[:cut], pieces[cut + 1 :] if meant else pieces[cut:]
        words = {w for p in said for w in p.words.split()}
        if rest and _takes_back(said, meant=meant, denies=bool(words & _DENIES)):
            behind, more = behind_apology(reading.of_pieces(_first(rest)))
            return behind, more or bool(words & (_DENIES - {"no"}))
    return reading, False


def _takes_back(said: Sequence[Piece], *, meant: bool, denies: bool) -> bool:
    """Whether these words say that what went before was not meant, and nothing else."""
    content = [p for p in said if not p.has("padding:polite") or _DENIES & set(p.words.split())]
    words = {w for p in content for w in p.words.split()}
    if not content or content[0].has("question:did"):
        return False
    if words == {"wait"}:
        return True
    if not all(p.has(*_LIGHT) or _wrong(p) for p in content):
        return False
    if any(_wrong(p) for p in content):
        points = any(p.has("dimension", "cue:anaphor", "function:pronoun", "function:that") for p in content)
        return points or words == {"correction"}
    return denies and (meant or words <= _NONE)


def _wrong(piece: Piece) -> bool:
    return piece.has("subject:correction") and piece.words in _WRONG


_WRONG = forms("openers", "wrong")


def _first(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces as a message that begins with them."""
    first = pieces[0].narrowed(*pieces[0].senses)
    first.gap = ""
    return [first, *pieces[1:]]
