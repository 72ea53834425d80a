"""A policy and its date asked for together: "policy and date", "what is it and when was it enacted".

The policy's text tells its month too, so that neither half is lost; the date alone would leave out the policy.
"""

from __future__ import annotations

from bot.understand.draft import Draft
from bot.understand.pieces import Piece

_LIGHT = ("function", "cue:anaphor", "subject:enact", "question:did", "question:what_is", "padding")
_DATED = ("dimension:day", "question:when", "dimension:month", "dimension:year")
_SAYS = ("subject:policy", "subject:require", "policy_fact:title", "cue:wants_text")


def policy_and_date(draft: Draft) -> bool:
    """Whether "and", or a comma of a list, joins a word for the policy and one for its date."""
    for at in range(1, len(draft.pieces)):
        joins = draft.pieces[at].has("conjunction:and")
        if not joins and "," not in draft.pieces[at].gap:
            continue
        before, after = _beside(draft, at - 1, -1), _beside(draft, at + joins, 1)
        if after is None and joins and draft.pieces[-1].has("cue:anaphor") and draft.has("question:what_is"):
            return draft.has("question:when")  # "since when does Travis have a policy and what is it"
        if before is not None and after is not None and (_pair(before, after) or _pair(after, before)):
            return True
    return False


def _pair(says: Piece, dated: Piece) -> bool:
    named = says.words == "name"  # "name and date of Denver's policy"
    return (says.has(*_SAYS) or named) and not says.has(*_DATED) and dated.has(*_DATED)


def _beside(draft: Draft, at: int, step: int) -> Piece | None:
    """The nearest piece with a meaning of its own."""
    while 0 <= at < len(draft.pieces):
        piece = draft.pieces[at]
        if piece.has(*_DATED) or not piece.has(*_LIGHT):
            return piece
        at += step
    return None
