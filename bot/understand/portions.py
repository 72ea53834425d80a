"""Parts of a whole in other words: "for each hundred released, how many", "as percent of all convictions"."""

from __future__ import annotations

from bot.understand.pieces import Piece, merged, numeral
from bot.understand.words import Sense

_ISSUED = ("subject:issued", "subject:nationwide", "subject:received", "subject:section_one")
_PARTS = ("disposition", "value", "place:mention")
_SHARE = Sense("measure", "share")
_LIGHT = Sense("function", "article")


def fold_portions(pieces: list[Piece]) -> list[Piece]:
    """Such phrases become the plain word for a share; "one in how many" is left unread."""
    return _more_of_two(_of_all_those(_one_in_how_many(_each_hundred(pieces))))


def _each_hundred(pieces: list[Piece]) -> list[Piece]:
    """ "for each hundred people Denver released, how many were charged", "per 100 refusals, how many were DUI"."""
    start = next((k for k, p in enumerate(pieces) if not p.has("padding")), None)
    many = next((k for k, p in enumerate(pieces) if p.words == "how many" and "," in p.gap), None)
    if start is None or many is None:
        return pieces
    if any(p.has(*_ISSUED) for p in pieces):
        turned = any(p.has(*_ISSUED) for p in pieces[many:]) and pieces[start].has("measure:rate")
        if turned:  # "for every hundred released, how many were issued": the other way round than the plan has it
            pieces[start] = pieces[start].narrowed(Sense("unplaced", "turned_rate"))
        return pieces
    first, stop = pieces[start], start + 1
    said = first.words.split()
    if said[-1] in ("each", "every", "per") and numeral(pieces[stop]) == 100:
        stop += 1
    elif not (first.has("measure:rate", "measure:share") and said[-1] in ("100", "hundred")):
        return pieces
    if not any(p.has(*_PARTS) for p in pieces[many + 1 :]):
        return pieces  # "for each hundred released, how many were let go": part of what?
    pieces[many] = pieces[many].narrowed(Sense("function", "pronoun"))
    return [*pieces[:start], merged(pieces[start:stop], _SHARE), *pieces[stop:]]


def _one_in_how_many(pieces: list[Piece]) -> list[Piece]:
    """ "one in how many refusals is a conviction": a figure that no plan holds."""
    for at in range(len(pieces) - 2):
        one, of, many = pieces[at : at + 3]
        if numeral(one) == 1 and of.words in ("in", "of", "out of", "among") and many.words.startswith("how many"):
            return [*pieces[:at], merged([one, of, many], Sense("unplaced", "one_in")), *pieces[at + 3 :]]
    return pieces


def _of_all_those(pieces: list[Piece]) -> list[Piece]:
    """ "Cook convictions as percent of all convictions", "as a percent of Illinois convictions": Cook's part."""
    share = next((k for k, p in enumerate(pieces) if p.has("measure:share")), None)
    if share is None or not share:
        return pieces
    before = share - 1 if pieces[share - 1].words in ("as", "as a") else share
    behind = share + 1
    light = ("function", "quantifier:all", "cue:everything", "place:mention")
    while behind < len(pieces) and pieces[behind].has(*light) and not pieces[behind].gap:
        behind += 1
    said_as = before < share or pieces[share].words.startswith("as ")
    if not said_as or behind >= len(pieces) or before < 2:
        return pieces
    mine, whole = pieces[before - 1], pieces[behind]
    kinds = ("disposition", "value:offense", "value:citizenship")
    tag = next((t for t in kinds if mine.has(t) and whole.has(t)), "")
    if (
        not tag
        or pieces[before].gap
        or not pieces[before - 2].has("place:mention", "value:facility", "value:citizenship")
    ):
        return pieces
    one, other = mine.sense(tag), whole.sense(tag)
    if (one.key, one.value) == (other.key, other.value):
        pieces[before - 1] = mine.narrowed(_LIGHT)
    return pieces


def _more_of_two(pieces: list[Piece]) -> list[Piece]:
    """ "are there more charges or convictions in Utah": the two side by side."""
    for at in range(1, len(pieces) - 1):
        there, more, both = pieces[at - 1 : at + 2]
        opens = there.has("function:there") and at == 1
        if opens and more.words == "more" and both.has("dimension:disposition") and " or " in both.words:
            pieces[at - 1] = there.narrowed(Sense("measure", "count"))
            pieces[at] = more.narrowed(_LIGHT)
    return pieces
