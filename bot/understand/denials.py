"""What a denial stands for: "not in Texas", "leave New York out", "St. Louis City (not the county)"."""

from __future__ import annotations

from bot.understand.forms import forms
from bot.understand.pieces import Piece, merged
from bot.understand.places import Mention, Option, option_level
from bot.understand.words import Sense

_EXCEPT = Sense("negation", "except")
_SAID_AGAIN = Sense("gloss", "said_again")
_VERBS = frozenset(
    {"leave", "leaves", "leaving", "set", "setting", "put", "putting", "take", "taking", "throw", "throwing", "keep"}
    | {"keeping", "cut", "cutting"}
)
_ENDS = forms("denials", "ends")
_VALUES = ("value", "place", "disposition", "function:article", "conjunction", "date")
_MOST = 7
"""Pieces from the verb to its end, a list of three values among them."""


def fold_denials(pieces: list[Piece]) -> list[Piece]:
    """Denials that run over several words become the plain word for them, or go where they only say a thing again."""
    for fold in (_not_in, _set_aside, _not_that_one, _not_the_other, _or_more, _never_mind):
        pieces = fold(pieces)
    return pieces


def _not_in(pieces: list[Piece]) -> list[Piece]:
    """ "refusals not in Texas": rows elsewhere. Beside groups ("counties not in week 2") it is for sets of groups."""
    if any(p.has("dimension") and not p.has("dimension:report") for p in pieces):
        return pieces
    for at, piece in enumerate(pieces[:-1]):
        following = pieces[at + 1]
        if following.has("function:article") and at + 2 < len(pieces):
            following = pieces[at + 2]
        named = following.has("place:mention", "value:report", "date", "value:facility", "ordinal")
        if piece.words in ("not in", "not on", "not listed in") and named and not pieces[at + 1].gap:
            pieces[at] = piece.narrowed(Sense("negation", "not"))
    return pieces


def _set_aside(pieces: list[Piece]) -> list[Piece]:
    """ "leave New York out", "if you set Mexico aside", "taking DUI and larceny out"."""
    for at, piece in enumerate(pieces):
        if piece.words not in _VERBS:
            continue
        end = at + 1
        while end < min(len(pieces), at + _MOST) and pieces[end].has(*_VALUES) and pieces[end].words not in _ENDS:
            end += 1
        inside = pieces[at + 1 : end]
        closes = end < len(pieces) and pieces[end].words in _ENDS and not pieces[end].gap
        if closes and any(p.has("value", "place", "disposition") for p in inside):
            pieces[at] = piece.narrowed(_EXCEPT)
            pieces[end] = pieces[end].narrowed(Sense("function", "preposition"))
    return pieces


def _not_that_one(pieces: list[Piece]) -> list[Piece]:
    """ "St. Louis City (not the county)", "Montgomery, not the one in PA": which is meant, and no filter."""
    at = 1
    while at < len(pieces):
        before = pieces[at - 1]
        if pieces[at].has("negation:not") and before.has("place:mention") and set(pieces[at].gap) & set("(,-"):
            found = _which(pieces, at, before.value("place:mention"))
            if found is not None:
                stop, options = found
                mention: Mention = before.value("place:mention")
                kept = Sense("place", "mention", mention._replace(options=options, forced=mention.forced or "said"))
                pieces[at - 1] = before.narrowed(kept)
                pieces[at:stop] = [merged(pieces[at:stop], _SAID_AGAIN)]
        at += 1
    return pieces


def _not_the_other(pieces: list[Piece]) -> list[Piece]:
    """ "charged but not convicted": charged, said again. Of groups ("counties with charges but not convictions") it is
    a condition of its own."""
    at = 1
    while at < len(pieces):
        said = pieces[at - 1]
        k = at + pieces[at].has("function:conjunction", "conjunction:and")
        groups = any(p.has("dimension") and not p.has("dimension:report") for p in pieces[:at])
        if said.has("disposition") and not groups and k < len(pieces) and pieces[k].has("negation"):
            k += 1
            while k < len(pieces) and pieces[k].has("function", "cue:only", "noun") and not pieces[k].gap:
                k += 1
            other = k < len(pieces) and pieces[k].has("disposition") and not pieces[k].gap
            if other and pieces[k].sense("disposition").key != said.sense("disposition").key:
                pieces[at : k + 1] = [merged(pieces[at : k + 1], _SAID_AGAIN)]
        at += 1
    return pieces


def _or_more(pieces: list[Piece]) -> list[Piece]:
    """ "more charges or more convictions": the second "more" says nothing new, and is no bound."""
    more = next((k for k, p in enumerate(pieces) if p.has("compare:more")), None)
    for at in range(2, len(pieces) - 1):
        said = pieces[at + 1].has("value", "disposition", "place:mention") and not pieces[at + 1].gap
        if more is not None and more < at and said and pieces[at].words in ("or more", "or fewer"):
            pieces[at] = pieces[at].narrowed(Sense("conjunction", "or"))
    return pieces


def _never_mind(pieces: list[Piece]) -> list[Piece]:
    """ "never mind Texas, how many refusals": without Texas, or of all? Left unplaced; "never mind, Texas" is plain."""
    for at, piece in enumerate(pieces[:-1]):
        following = pieces[at + 1]
        named = following.has("place:mention", "value", "disposition") and not following.gap
        if piece.words in ("never mind", "nevermind") and named:
            pieces[at] = piece.narrowed(Sense("unplaced", "never_mind"))
    return pieces


def _which(pieces: list[Piece], at: int, mention: Mention) -> tuple[int, tuple[Option, ...]] | None:
    """Where the denial ends and the options it leaves; nothing when it leaves none, or is not of this name."""
    k = at + 1
    while k < len(pieces) and not pieces[k].gap and pieces[k].has("function:article", "noun:detainer"):
        k += 1
    if k >= len(pieces) or pieces[k].gap:
        return None
    levels = [level for level in ("county", "city", "state") if pieces[k].has(f"suffix:{level}", f"dimension:{level}")]
    levels += ["city"] if pieces[k].words in ("town", "city proper") else []
    ends = k + 1 == len(pieces) or bool(pieces[k + 1].gap)
    if levels and ends and pieces[k].words not in ("counties", "states"):
        left = tuple(o for o in mention.options if option_level(o) not in levels)
        return (k + 1, left) if left else None
    if pieces[k].words in ("in", "of", "from") and k + 1 < len(pieces):
        k += 1
    elif pieces[k - 1].words in ("one", "ones"):
        return None
    if not pieces[k].has("place:mention") or not (k + 1 == len(pieces) or pieces[k + 1].gap):
        return None
    denied = {o.state for o in pieces[k].value("place:mention").options if o.level == "state"}
    left = tuple(o for o in mention.options if o.state not in denied)
    named = denied and len({o.state for o in mention.options}) > 1
    return (k + 1, left) if named and left and len(left) < len(mention.options) else None
