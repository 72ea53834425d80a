"""How rows are laid out or move, in other words: "county-wise", "spread across counties", "by agency", "decline"."""

from __future__ import annotations

from itertools import pairwise

from bot.understand.forms import forms
from bot.understand.pieces import CLAUSE_END, Piece, merged
from bot.understand.words import Sense

_OVER = forms("manner", "over")
_AGENCY = forms("manner", "agency")
_NOUNS = forms("manner", "nouns")
_BETWEEN = ("place:mention", "value:citizenship", "value:offense", "function", "time:during", "suffix")


def fold_manner(pieces: list[Piece]) -> list[Piece]:
    """Each of these words gets the one meaning that its neighbours leave it."""
    pieces = _wise(pieces)
    pieces = _from_one_to_another(pieces)
    for fold in (_levels, _spread, _over_how_many, _by_agency, _among, _more_than_any, _fall, _beneath):
        fold(pieces)
    return pieces


def _levels(pieces: list[Piece]) -> None:
    """ "policies at the county level": policies of one kind, which no column tells. "at county level" is by county."""
    if any(p.has("subject:policy") for p in pieces):
        for at, piece in enumerate(pieces):
            if piece.has("dimension") and piece.words.endswith(" level"):
                pieces[at] = piece.narrowed(Sense("unplaced", "level"))


def _wise(pieces: list[Piece]) -> list[Piece]:
    """ "offense-wise", "county wise": by offense, by county. A capital makes Wise a county of its own."""
    for at in range(len(pieces) - 1, 0, -1):
        before, piece = pieces[at - 1], pieces[at]
        if piece.words == "wise" and before.has("dimension") and not piece.has("place") and piece.gap in ("", "-"):
            pieces[at - 1 : at + 1] = [merged([before, piece], *(s for s in before.senses if s.kind == "dimension"))]
    return pieces


def _from_one_to_another(pieces: list[Piece]) -> list[Piece]:
    """ "from county to county": county by county."""
    for at in range(len(pieces) - 4, -1, -1):
        run = pieces[at : at + 4]
        if len(run) < 4:
            continue
        same = run[1].has("dimension") and run[3].words == run[1].words
        if same and (run[0].words, run[2].words) == ("from", "to") and not any(p.gap for p in run[1:]):
            dimension = merged(run, *(s for s in run[1].senses if s.kind == "dimension"))
            dimension.words = f"{run[1].words} by {run[1].words}"
            pieces[at : at + 4] = [dimension]
    return pieces


def _beneath(pieces: list[Piece]) -> None:
    """ "counties under Travis": not the county's own rows, nor anything else that is told."""
    for at, (piece, place) in enumerate(pairwise(pieces)):
        office = any(p.has("dimension:aor") for p in pieces)  # "policies under Travis County's field office"
        if piece.has("function:beneath") and place.has("place:mention") and not office:
            pieces[at] = piece.narrowed(Sense("unplaced", "beneath"))


def _ends(pieces: list[Piece], at: int) -> bool:
    """Whether a clause ends with this piece."""
    return at + 1 == len(pieces) or bool(CLAUSE_END & set(pieces[at + 1].gap))


def _spread(pieces: list[Piece]) -> None:
    """ "spread across counties", "across how many jails are they spread": where they are. Alone it stays unread."""
    for at, piece in enumerate(pieces):
        if not piece.has("cue:spread"):
            continue
        follows = at + 1 < len(pieces) and pieces[at + 1].words in _OVER and not pieces[at + 1].gap
        if follows or (_ends(pieces, at) and any(p.words in _OVER for p in pieces[:at])):
            pieces[at] = piece.narrowed(Sense("cue", "appear"))


def _over_how_many(pieces: list[Piece]) -> None:
    """ "across how many jails", "over which counties": the jails, counted or named."""
    for at, piece in enumerate(pieces[:-1]):
        if piece.words in _OVER and pieces[at + 1].has("measure:count", "question:which") and not pieces[at + 1].gap:
            pieces[at] = piece.narrowed(Sense("function", "preposition"))


def _by_agency(pieces: list[Piece]) -> None:
    """ "refusals by agency", "per LEA": the column that names the jail. "refused by local agencies" says who did it."""
    for at in range(1, len(pieces)):
        before, piece = pieces[at - 1], pieces[at]
        one = piece.words in _AGENCY and before.has("group:by") and not piece.gap
        did_it = at > 1 and pieces[at - 2].has("subject:refusal") and pieces[at - 2].words.endswith(("ed", "down"))
        if one and not (before.words == "by" and did_it):
            pieces[at] = piece.narrowed(Sense("dimension", "facility"))


def _among(pieces: list[Piece]) -> None:
    """ "refusals in Maryland among counties": by county, where nothing else is broken down."""
    if sum(p.has("dimension") for p in pieces) != 1 or any(p.has("question:which", "measure:distinct") for p in pieces):
        return
    for at, piece in enumerate(pieces[:-1]):
        k = at + 2 if pieces[at + 1].has("function:article") and at + 2 < len(pieces) else at + 1
        plural = pieces[k].has("dimension") and pieces[k].words.endswith("s") and _ends(pieces, k)
        if piece.words in ("among", "amongst", "over") and plural and not pieces[at + 1].gap:
            pieces[at] = piece.narrowed(Sense("group", "by"))


def _more_than_any(pieces: list[Piece]) -> None:
    """ "which county has more than any other": the most, where a group is asked for."""
    if not any(p.has("question:which", "question:who") for p in pieces[:4]):
        return
    for at in range(len(pieces) - 2):
        more, any_, other = pieces[at : at + 3]
        if any_.words == "any" and other.words in ("other", "others") and _ends(pieces, at + 2):
            key = {"more than": "most", "fewer than": "fewest", "less than": "fewest"}.get(more.words)
            if key is not None:
                pieces[at] = more.narrowed(Sense("order", key))
                pieces[at + 1] = any_.narrowed(Sense("function", "article"))
                pieces[at + 2] = other.narrowed(Sense("function", "article"))


def _fall(pieces: list[Piece]) -> None:
    """ "did refusals in Cook decline from week 1 to week 2", "the decline from week 1": a fall in numbers."""
    for at, piece in enumerate(pieces):
        if piece.words not in ("decline", "declined", "declining") or not piece.has("subject:refusal"):
            continue
        k = at - 1
        while k >= 0 and pieces[k].has(*_BETWEEN) and not pieces[k].has("question:did"):
            k -= 1
        counted = k > 0 and pieces[k].words in _NOUNS and any(p.has("question:did") for p in pieces[:k])
        since = at + 1 < len(pieces) and pieces[at + 1].words.startswith(("from", "between"))
        reports = any(p.has("value:report") for p in pieces[at + 1 : at + 4])
        noun = at > 0 and pieces[at - 1].words.endswith(("the", "a")) and piece.words == "decline"
        if counted or (noun and since and reports):
            pieces[at] = piece.narrowed(Sense("measure", "change"))
