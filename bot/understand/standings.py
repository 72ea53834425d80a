"""Places in a ranking as people say them: "the #1 offense", "which county came second", "after Cook, who is next"."""

from __future__ import annotations

from bot.understand.appositions import fits, names_at
from bot.understand.bounds import Rank
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece, merged, numeral
from bot.understand.reports import by_number
from bot.understand.words import Sense

_CAME = forms("standings", "came")
_BE = forms("standings", "be")
_BEHIND = forms("standings", "behind")
_CONDITIONS = ("value", "date", "disposition", "limit", "negation", "subject:issued", "subject:section_one")


def fold_standings(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Such phrases become the order, or the one place in it, that they name."""
    return _next_after(_came_in(_number_one(_first_report(pieces, lexicon))), lexicon)


def _first_report(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """ "week no. 1": a report by its number, and no rank."""
    for at in range(1, len(pieces)):
        one = (
            pieces[at].has("order:most") and pieces[at].words in ("no. 1", "no 1", "number one") and not pieces[at].gap
        )
        if one and pieces[at - 1].has("dimension:report"):
            return [*pieces[: at - 1], by_number(pieces[at - 1 : at + 1], [1], lexicon), *pieces[at + 1 :]]
    return pieces


def _number_one(pieces: list[Piece]) -> list[Piece]:
    """ "the #1 offense", "what is the number one citizenship": the most."""
    for at in range(len(pieces) - 2):
        sign, one, noun = pieces[at : at + 3]
        said = sign.words in ("#", "no", "no.") or sign.words.split()[-1] == "number"
        if said and numeral(one) == 1 and noun.has("dimension") and not (one.gap or noun.gap):
            return [*pieces[:at], merged([sign, one], Sense("order", "most")), *pieces[at + 2 :]]
    return pieces


def _came_in(pieces: list[Piece]) -> list[Piece]:
    """ "which county came second in week 3", "who is second in Section I", "which was last in Section I"."""
    groups = any(p.has("question:who") for p in pieces) or any(
        p.has("dimension") and not p.has("dimension:report", "dimension:day") for p in pieces
    )
    section = any(p.has("subject:section_one") for p in pieces)
    for at in range(1, len(pieces) if groups else 0):
        verb, ordinal = pieces[at - 1], pieces[at]
        key = next((s.key for s in ordinal.senses if s.kind == "ordinal"), "")
        behind = pieces[at + 1] if at + 1 < len(pieces) else None
        ends = behind is None or bool(behind.gap) or behind.words in _BEHIND
        ranks = verb.words in _CAME or (verb.words in _BE and (section or (key.isdigit() and int(key) > 1)))
        if ordinal.gap or not ends or not ranks:
            continue
        if key.isdigit():
            sense = Sense("limit", "rank", Rank(int(key), "most")) if int(key) > 1 else Sense("order", "most")
        elif key == "last":
            sense = Sense("order", "fewest")
        else:
            continue
        pieces[at] = ordinal.narrowed(sense)
        pieces[at - 1] = verb.narrowed(Sense("function", "copula"))
    return pieces


def _next_after(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """ "after Cook and LA, which county comes next": the third, where those are the first two of all reports."""
    first = next((k for k, p in enumerate(pieces) if not p.has("padding")), len(pieces))
    at = next((k for k, p in enumerate(pieces) if p.has("ordinal:next")), None)
    if at is None or first + 2 >= len(pieces) or pieces[first].words not in ("after", "behind", "following"):
        return pieces
    stop, named = names_at(pieces, first + 1)
    rest = pieces[stop:]
    kinds = [s.key for p in rest for s in p.senses if s.kind == "dimension"]
    asks = any(p.has("question:who", "question:which") for p in rest)
    plain = not any(p.has(*_CONDITIONS) or p.has("place:mention") for p in rest if p is not pieces[at])
    if not named or not asks or not plain or set(kinds) - {"county", "state", "place"} or len(set(kinds)) > 1:
        return pieces
    level = "state" if kinds[:1] == ["state"] else "county"
    if not fits(named, level, True, lexicon):
        return pieces
    pieces[at] = pieces[at].narrowed(Sense("limit", "rank", Rank(len(named) + 1, "most")))
    verb = pieces[at - 1]
    if verb.words in _CAME:
        pieces[at - 1] = verb.narrowed(Sense("function", "copula"))
    return [*pieces[:first], merged(pieces[first:stop], Sense("function", "described")), *pieces[stop:]]
