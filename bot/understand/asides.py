"""Words that only shade others: "drop Mexico", "all but", "any kind of assault", "a single day, Feb 1", "correct?"."""

from __future__ import annotations

from bot.understand.pieces import Piece, Rule, merged, rewrite
from bot.understand.words import Sense

_EVERY = ("all", "every", "any", "all the", "each")


def fold_asides(pieces: list[Piece]) -> list[Piece]:
    """Shading words go to the word they shade."""
    return _asked_back(_every_kind(_all_but(rewrite(pieces, _RULES))))


def _all_but(pieces: list[Piece]) -> list[Piece]:
    """ "all offenses but traffic", "every country but Mexico": all of a kind without one, which is no breakdown."""
    for at in range(2, len(pieces) - 1):
        if pieces[at].words != "but" or pieces[at].gap or not pieces[at - 1].has("dimension", "noun"):
            continue
        if pieces[at - 2].words in _EVERY and pieces[at + 1].has("value", "place", "disposition", "date"):
            pieces[at] = pieces[at].narrowed(Sense("negation", "except"))
            if not any(p.has("cue:list", "group:respectively", "order", "question:which") for p in pieces):
                pieces[at - 2] = pieces[at - 2].narrowed(Sense("function", "article"))
                pieces[at - 1] = pieces[at - 1].narrowed(Sense("noun", "detainer"))
    return pieces


def _every_kind(pieces: list[Piece]) -> list[Piece]:
    """ "any kind of assault", "assault (all types)": every offense with that word in its name."""
    for at, piece in enumerate(pieces):
        if not piece.has("cue:every_kind"):
            continue
        before = at - 1 if at and piece.gap in ("", "(", ",", "-") else None
        after = at + 1 if at + 1 < len(pieces) and not pieces[at + 1].gap else None
        for near in (after, before):
            if near is not None and pieces[near].has("value:offense"):
                pieces[near] = pieces[near].narrowed(*pieces[near].senses, Sense("every", "kind"))
                pieces[at] = piece.narrowed(Sense("function", "article"))
                break
    return pieces


_ENDS = ("correct", "right", "true", "accurate")


def _asked_back(pieces: list[Piece]) -> list[Piece]:
    """ "Travis refused 142. Correct?": the last word asks whether what stands before it is so."""
    if len(pieces) > 3 and pieces[-1].words in _ENDS and set(pieces[-1].gap) & set(".,-;?!"):
        pieces[-1] = pieces[-1].narrowed(Sense("cue", "supposed"))
    return pieces


def _denied(run: list[Piece]) -> list[Piece]:
    return [run[0].narrowed(Sense("negation", "except")), *run[1:]]


def _the_day(run: list[Piece]) -> Piece:
    return merged(run, *run[-1].senses)


def _as_article(run: list[Piece]) -> list[Piece] | None:
    """ "the most in a single day": no bound, one of them."""
    if run[0].words not in ("a single", "single", "any one", "one single"):
        return None
    return [run[0].narrowed(Sense("function", "article")), *run[1:]]


_RULES = (
    Rule("removal:drop function:article? value|place:mention|disposition", _denied),
    Rule("bound:single dimension:day date:day", _the_day, commas=True),
    Rule("bound:single dimension", _as_article),
)
