"""What is named and described at once: "the two biggest counties, Cook and LA", "Baltimore, the city not the county".

A description that fits what it stands beside adds nothing and is set aside; one that does not fit is left, and stops
the reading: the writer has other rows in mind than the names say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.query import Place
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece, merged, numeral
from bot.understand.places import NYC, Mention, Option, city_option, option_level
from bot.understand.words import Sense

_SAID_AGAIN = Sense("gloss", "said_again")
_BREAKS = set(".;?!")
_LEVELS = {"county": "county", "state": "state", "place": "county"}
_COMMA = set(",:-(")
_APART = ("compare", "measure:difference", "measure:times", "measure:share", "group:respectively", "group:by", "order")


def fold_appositions(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Descriptions that fit are merged into pieces of sense 'gloss'."""
    if any(p.has("place:mention") for p in pieces):
        pieces = _with_the_rest(_which_level(pieces), lexicon)
        pieces = _both_of_them(_before_names(pieces, lexicon))
    return pieces


def names_at(pieces: Sequence[Piece], at: int) -> tuple[int, list[Mention]]:
    """Where a list of places that begins here stops, and its places."""
    found: list[Mention] = []
    while at < len(pieces) and pieces[at].has("place:mention"):
        found.append(pieces[at].value("place:mention"))
        at += 1
        joined = at
        while joined < len(pieces) and pieces[joined].has("conjunction:and") and not set(pieces[joined].gap) & _BREAKS:
            joined += 1
        more = joined < len(pieces) and pieces[joined].has("place:mention")
        if not more or not (joined > at or "," in pieces[joined].gap):
            break
        at = joined
    return at, found


def _before_names(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """ "the two biggest counties, Cook and LA", "the two counties, Cook and LA"."""
    for at, piece in enumerate(pieces):
        number = numeral(piece)
        largest = at + 1
        ranked = largest < len(pieces) and pieces[largest].has("order:most", "order:top")
        noun = largest + ranked
        noun += noun < len(pieces) and pieces[noun].words in ("refusers", "offenders")
        kind = pieces[noun] if noun < len(pieces) and not pieces[noun].gap else None
        level = next((s.key for s in kind.senses if s.kind == "dimension"), "") if kind is not None else ""
        stop = noun + bool(level)
        if number is None or piece.has("date") or stop >= len(pieces) or not (ranked or level):
            continue
        if (
            (level and level not in _LEVELS)
            or not set(pieces[stop].gap) & _COMMA
            or any(p.gap for p in pieces[at + 1 : stop])
        ):
            continue
        _, named = names_at(pieces, stop)
        if len(named) == number and number > 1 and fits(named, _LEVELS.get(level, ""), ranked, lexicon):
            pieces[at:stop] = [merged(pieces[at:stop], Sense("function", "described"))]
            return pieces
    return pieces


def fits(named: Sequence[Mention], level: str, ranked: bool, lexicon: Lexicon) -> bool:
    """Whether the places are of the level said, and those with the most rows where that is said."""
    levels = {level} if level else {"county", "state"}
    for kind in levels:
        rows = Counter[Place]()
        for d in lexicon.declining:
            if d.state:
                rows[Place(state=d.state, county=d.county if kind == "county" else None)] += d.rows
        ours = [
            next((p for o in m.options for p in o.places[:1] if len(o.places) == 1 and p in rows), None) for m in named
        ]
        if None in ours or len(set(ours)) != len(named):
            continue
        if not ranked:
            return True
        least = min(rows[p] for p in ours if p is not None)
        return all(n < least for p, n in rows.items() if p not in ours)
    return False


def _both_of_them(pieces: list[Piece]) -> list[Piece]:
    """ "Maryland and Colorado, both states together": the two just named."""
    for at in range(3, len(pieces)):
        both = pieces[at - 1]
        kind = next((s.key for s in pieces[at].senses if s.kind == "dimension"), "")
        ends = at + 1 == len(pieces) or bool(pieces[at + 1].gap) or pieces[at + 1].has("measure:together")
        if both.words not in ("both", "the two") or kind not in _LEVELS or not ends or pieces[at].gap:
            continue
        first = next((k for k in range(at - 1) if names_at(pieces, k)[0] == at - 1), None)
        named = names_at(pieces, first)[1] if first is not None else []
        if len(named) == 2 and all(any(option_level(o) == _LEVELS[kind] for o in m.options) for m in named):
            pieces[at - 1 : at + 1] = [merged(pieces[at - 1 : at + 1], _SAID_AGAIN)]
            return pieces
    return pieces


def _which_level(pieces: list[Piece]) -> list[Piece]:
    """ "Baltimore, the city not the county", "Marion County, the one in Oregon not Indiana": which of the name."""
    for at in range(1, len(pieces) - 2):
        before = pieces[at - 1]
        if not before.has("place:mention") or not set(pieces[at].gap) & _COMMA:
            continue
        mention: Mention = before.value("place:mention")
        start = at + pieces[at].has("function:article")
        for stop, kept in ((_level_and_not(pieces, start, mention)), (_state_and_not(pieces, start, mention))):
            if kept and (stop == len(pieces) or pieces[stop].gap):
                sense = Sense("place", "mention", mention._replace(options=kept, forced=mention.forced or "said"))
                pieces[at - 1 : stop] = [before.narrowed(sense), merged(pieces[at:stop], _SAID_AGAIN)]
                return pieces
    return pieces


def _denial(pieces: Sequence[Piece], at: int) -> int:
    """The position behind "not the", "and not the", "rather than"; the same one where nothing is denied."""
    k = at + (at < len(pieces) and pieces[at].has("conjunction:and") and not pieces[at].has("negation"))
    if (k < len(pieces) and pieces[k].has("negation:not", "negation:rather_than")) or _and_not(pieces, k):
        k += 1
        return k + (k < len(pieces) and pieces[k].has("function:article"))
    return at


def _and_not(pieces: Sequence[Piece], at: int) -> bool:
    return at < len(pieces) and pieces[at].words in ("and not", "but not")


def _level_at(pieces: Sequence[Piece], at: int) -> str:
    levels = ("county", "city", "state")
    piece = pieces[at] if at < len(pieces) else None
    return next((k for k in levels if piece is not None and piece.has(f"suffix:{k}", f"dimension:{k}")), "")


def _level_and_not(pieces: Sequence[Piece], at: int, mention: Mention) -> tuple[int, tuple[Option, ...]]:
    meant, denied = _level_at(pieces, at), _denial(pieces, at + 1)
    other = _level_at(pieces, denied)
    if not meant or not other or other == meant or denied == at + 1:
        return at, ()
    return denied + 1, tuple(o for o in mention.options if option_level(o) == meant)


def _state_and_not(pieces: Sequence[Piece], at: int, mention: Mention) -> tuple[int, tuple[Option, ...]]:
    """ "the one in Oregon, not Indiana"."""
    at += at < len(pieces) and pieces[at].words in ("one", "county", "jail")
    at += at < len(pieces) and pieces[at].words in ("in", "of", "from")
    denied = _denial(pieces, at + 1)
    denied += denied < len(pieces) and pieces[denied].words in ("one", "in", "of")
    denied += denied < len(pieces) and pieces[denied].words in ("in", "of")
    if (
        denied >= len(pieces)
        or denied == at + 1
        or not (pieces[at].has("place:mention") and pieces[denied].has("place:mention"))
    ):
        return at, ()
    meant, other = (
        {o.state for o in pieces[k].value("place:mention").options if o.level == "state"} for k in (at, denied)
    )
    kept = tuple(o for o in mention.options if o.state in meant)
    return denied + 1, kept if kept and any(o.state in other for o in mention.options) and not meant & other else ()


def _with_the_rest(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """ "DeKalb + Clayton + the rest of Georgia": all of Georgia, where the others named are in it."""
    if any(p.has(*_APART) or p.words == "each" for p in pieces):
        return pieces  # "DeKalb and the rest of Georgia, how many each": two figures, and no plan holds the second
    for at, piece in enumerate(pieces):
        state = at + 1
        if not piece.has("remainder") or state >= len(pieces) or not pieces[state].has("place:mention"):
            continue
        whole = [o for o in pieces[state].value("place:mention").options if o.level == "state"]
        last = at
        while last > 0 and pieces[last - 1].has("conjunction:and"):
            last -= 1
        first = next((k for k in range(last) if names_at(pieces, k)[0] == last), None)
        if first is None or len(whole) != 1:
            continue
        inside = [
            [o for o in m.options if o.state == whole[0].state and o.places[0] in lexicon.refusal_places]
            for m in names_at(pieces, first)[1]
        ]
        city = set(city_option(NYC, lexicon).places)  # "Kings + Bronx + the rest of New York": of the city?
        if all(inside) and not any(o.places[0] in city for options in inside for o in options):
            mention = Mention(pieces[state].text, (whole[0],), "state")
            pieces[first : state + 1] = [merged(pieces[first : state + 1], Sense("place", "mention", mention))]
            return pieces
    return pieces
