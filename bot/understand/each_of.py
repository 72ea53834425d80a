"""Each of several, and both of one name: "for each of the two jails", "each New York county", "Essex in both states".

Words for a breakdown come down to "by jail"; a name of several counties with "both" or their number beside it comes
down to the list of them. A number that is not theirs is left, and stops the reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Place
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece, merged, numeral
from bot.understand.places import Mention, Option
from bot.understand.words import Sense

_NOT_ROWS = ("subject:issued", "subject:section_one", "subject:policy", "subject:correction", "subject:honoring")
_NOUNS = {"facility": "facility", "county": "county", "place": "county", "state": "state"}
_LISTED = ("value:citizenship", "value:offense", "place:mention", "disposition", "value:facility", "value:report")
_HAVE = forms("each_of", "have")


def fold_each(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Such phrases become plain breakdowns and plain lists."""
    if any(p.has(*_NOT_ROWS) for p in pieces):
        return pieces
    pieces = _of_each_kind(_each_county_of(_top_by(pieces)), lexicon)
    return _what_did_each(_listed_each(_both_of_the_name(pieces, lexicon)))


def _top_by(pieces: list[Piece]) -> list[Piece]:
    """ "top 5 states by Mexicans": ranked by how many of them, and no breakdown."""
    for at in range(2, len(pieces) - 1):
        by, what = pieces[at], pieces[at + 1]
        ranked = pieces[at - 1].has("dimension") and pieces[at - 2].has(
            "limit:top", "order:top", "order:most", "number"
        )
        last = at + 2 == len(pieces) or bool(pieces[at + 2].gap) or pieces[at + 2].has("time:during")
        if by.words == "by" and ranked and last and not by.gap and what.has("value:citizenship", "disposition"):
            pieces[at] = by.narrowed(Sense("function", "preposition"))
    return pieces


def _each(piece: Piece) -> bool:
    return piece.has("group:by", "quantifier:all") and piece.words.split()[-1] in ("each", "every")


def _each_county_of(pieces: list[Piece]) -> list[Piece]:
    """ "each New York county", "every Washington county": those of the state, and not the county of its name."""
    for at in range(1, len(pieces)):
        piece = pieces[at]
        if not piece.has("place:mention") or not _each(pieces[at - 1]):
            continue
        if piece.words.startswith("county of ") and (states := _states_named(piece.words.removeprefix("county of "))):
            return [*pieces[:at], *_county_of_state(piece, states[0]), *pieces[at + 1 :]]
        if not piece.words.endswith(" county"):
            continue
        name = piece.words.removesuffix(" county")
        states = _states_named(name)
        if states:
            state = Option("state", (Place(state=states[0]),), states[0])
            cut = len(piece.text) - len("county")
            made = Piece(
                piece.first,
                piece.stop - 1,
                piece.start,
                piece.start + cut - 1,
                piece.text[: cut - 1],
                piece.gap,
                (Sense("place", "mention", Mention(piece.text[: cut - 1], (state,), "state")),),
                name,
            )
            noun = Piece(
                piece.stop - 1,
                piece.stop,
                piece.start + cut,
                piece.end,
                piece.text[cut:],
                "",
                (Sense("dimension", "county"),),
                "county",
            )
            return [*pieces[:at], made, noun, *pieces[at + 1 :]]
    return pieces


def _county_of_state(piece: Piece, state: str) -> list[Piece]:
    """ "(each) county of Florida": the noun, and the state."""
    first, stop, start = piece.first, piece.stop, piece.start
    noun = Piece(
        first, first + 1, start, start + 6, piece.text[:6], piece.gap, (Sense("dimension", "county"),), "county"
    )
    said = piece.text[10:]
    option = Option("state", (Place(state=state),), state)
    mention = Sense("place", "mention", Mention(said, (option,), "state"))
    return [noun, Piece(first + 2, stop, start + 10, piece.end, said, "", (mention,), said.lower())]


def _states_named(name: str) -> list[str]:
    from ingest.vocabulary.states import canonical_state

    state = canonical_state(name)
    return [state.name] if state is not None else []


def _of_each_kind(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """ "for each of the two jails", "at each of its jails": by jail, where there are as many."""
    for at, piece in enumerate(pieces):
        if not piece.has("group:by") or (piece.words.split()[-1] != "each" and piece.words != "of each"):
            continue
        k = at + 1
        if k >= len(pieces) or pieces[k].words not in ("of", "of the") or pieces[k].gap:
            continue
        while (
            k < len(pieces)
            and not pieces[k].gap
            and (pieces[k].words in ("of", "of the", "the", "its", "their", "these", "those"))
        ):
            k += 1
        number = numeral(pieces[k]) if k < len(pieces) else None
        k += number is not None
        inside = k < len(pieces) and pieces[k].has("place:mention")
        noun = k + inside
        kind = next((s.key for s in pieces[noun].senses if s.kind == "dimension"), "") if noun < len(pieces) else ""
        if kind not in _NOUNS or any(p.gap for p in pieces[at + 1 : noun + 1]):
            continue
        if number is not None and number not in _how_many(_NOUNS[kind], pieces, lexicon):
            continue
        by = piece.narrowed(Sense("group", "by"))
        return [*pieces[:at], by, pieces[noun], *pieces[k:noun], *pieces[noun + 1 :]]  # "by jail, Milwaukee"
    return pieces


def _how_many(kind: str, pieces: Sequence[Piece], lexicon: Lexicon) -> set[int]:
    """How many jails, counties or states with rows the places of the question have; by each thing its name can be."""
    named = [p for p in pieces if p.has("place:mention")]
    if len(named) > 1:
        return set()
    options: Sequence[Option] = named[0].value("place:mention").options if named else ()
    sizes = set()
    everywhere: list[tuple[Place, ...] | None] = [None]
    for wanted in [o.places for o in options] or everywhere:
        inside = [d for d in lexicon.declining if wanted is None or _in_one_of(wanted, d.state, d.county)]
        if kind == "facility":
            held = {(d.state, d.county) for d in inside}
            sizes.add(len({name for name, state, county in lexicon.housed if (state, county) in held}))
        else:
            sizes.add(len({(d.state, d.county if kind == "county" else None) for d in inside if d.state}))
    return sizes


def _in_one_of(places: Sequence[Place], state: str | None, county: str | None) -> bool:
    return any(p.state == state and p.county in (None, county) for p in places)


def _both_of_the_name(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """ "Essex in both states", "the two Essex counties", "both Jackson counties": the list of them."""
    for at, piece in enumerate(pieces):
        if not piece.has("place:mention"):
            continue
        mention: Mention = piece.value("place:mention")
        held = [o for o in mention.options if o.level == "county" and o.places[0] in lexicon.refusal_places]
        before = pieces[at - 1] if at else None
        number = 2 if before is not None and before.words == "both" else numeral(before) if before is not None else None
        if number == len(held) > 1 and before is not None and not piece.gap and _counties(pieces, at):
            start = at - 1 - (at > 1 and pieces[at - 2].words in ("the", "all"))
            plural = (
                at + 1 < len(pieces)
                and pieces[at + 1].has("suffix:county", "dimension:county")
                and not pieces[at + 1].gap
            )
            return _put(pieces, start, at + 1 + plural, at, held)
        stop = _in_both_states(pieces, at + 1)
        if stop and len(held) == 2 and len({o.state for o in held}) == 2:
            return _put(pieces, at, stop, at, held)
    return pieces


def _counties(pieces: Sequence[Piece], at: int) -> bool:
    """ "the two Essex counties", "both Essexes": in the plural, with the noun behind or as the end of the name."""
    behind = pieces[at + 1] if at + 1 < len(pieces) and not pieces[at + 1].gap else None
    noun = behind is not None and behind.words == "counties"
    return noun or pieces[at].words.endswith(" counties")


def _in_both_states(pieces: Sequence[Piece], at: int) -> int:
    """Where "in both states" that begins here stops, or 0."""
    run = pieces[at : at + 3]
    if len(run) > 1 and run[0].words == "county" and not run[0].gap:
        at += 1
        run = pieces[at : at + 3]
    said = [p.words for p in run]
    return at + 3 if len(run) == 3 and said[0] == "in" and said[1] == "both" and said[2] == "states" else 0


def _put(pieces: list[Piece], start: int, stop: int, at: int, held: Sequence[Option]) -> list[Piece]:
    """The pieces with a list of the counties in place of a stretch."""
    run, named = pieces[start:stop], pieces[at]
    made: list[Piece] = []
    for option in held:
        if made:
            made.append(merged(run, Sense("conjunction", "and"), Sense("function", "conjunction")))
            made[-1].gap, made[-1].words = "", "and"
        mention = Mention(named.text, (option,), "said")
        made.append(merged(run, Sense("place", "mention", mention)))
        made[-1].gap, made[-1].words = run[0].gap if len(made) == 1 else "", option.label.lower()
    return [*pieces[:start], *made, *pieces[stop:]]


def _listed_each(pieces: list[Piece]) -> list[Piece]:
    """ "Haitians and Cubans: how many of each?", "how many did Dallas and El Paso each have": each of those listed."""
    if any(p.has("dimension") for p in pieces):
        return pieces
    lists = [k for k in range(1, len(pieces) - 1) if pieces[k].has("conjunction:and") and _same_kind(pieces, k)]
    for at, piece in enumerate(pieces):
        if not (piece.words in ("each", "of each", "for each", "in each", "from each") and piece.has("group:by")):
            continue
        behind = pieces[at + 1] if at + 1 < len(pieces) else None
        ends = (
            behind is None or bool(behind.gap) or behind.words in _HAVE or behind.has("subject:refusal", "time:during")
        )
        kinds = {_kind(pieces[k + 1]) for k in lists}
        if ends and len(kinds) == 1 and any(p.has("measure:count") for p in pieces):
            pieces[at] = piece.narrowed(Sense("group", "respectively"))
    return pieces


def _kind(piece: Piece) -> str:
    return next((tag for tag in _LISTED if piece.has(tag)), "")


def _same_kind(pieces: Sequence[Piece], at: int) -> bool:
    kind = _kind(pieces[at - 1])
    return bool(kind) and kind == _kind(pieces[at + 1])


def _what_did_each(pieces: list[Piece]) -> list[Piece]:
    """ "what did each Texas county refuse": how many, each."""
    for at in range(len(pieces) - 2):
        verb = any(p.has("subject:refusal") for p in pieces[at + 2 :])
        if pieces[at].words in ("what did", "what has", "what have") and _each(pieces[at + 1]) and verb:
            pieces[at] = pieces[at].narrowed(Sense("measure", "count"))
            pieces[at + 1] = pieces[at + 1].narrowed(Sense("group", "by"))
    return pieces
