"""A reply that picks among places and says more: "which El Paso?", "texas, week 3", "florida and indiana".

While a choice of places is open, a state that one of them lies in picks that one, never the state itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bot.query import Place
from bot.understand.outcome import Choice, Clarify, Outcome, Understood
from bot.understand.pieces import Piece
from bot.understand.places import Option, county_label, spelled_county
from bot.understand.words import Sense
from ingest.vocabulary.places import canonical_county

if TYPE_CHECKING:
    from bot.understand.interpreter import Reading

_LIGHT = ("padding", "conjunction:and", "function", "time:during", "dimension:county", "noun:detainer")


def picked(asked: Clarify, reading: Reading) -> Outcome | None:
    """What the reply comes to over the choice that its place picks, or over all those it names; None for none."""
    from bot.understand.follow import overlay
    from bot.understand.thread import all_choices

    if any(p.has("cue:whole_state") for p in reading.pieces):
        return None
    found = {at: named(p, asked.choices) for at, p in enumerate(reading.pieces) if p.has("place:mention")}
    if found and not any(found.values()):
        return _beyond(asked, reading, list(found))
    if not found or any(len(choices) != 1 for choices in found.values()):
        return None
    chosen = [choices[0] for choices in found.values()]
    rest = [p for at, p in enumerate(reading.pieces) if at not in found and not _leads(reading.pieces, at, found)]
    if len(chosen) > 1:
        plain = all(p.has(*_LIGHT) for p in rest) and len({c.label for c in chosen}) == len(chosen)
        return all_choices(chosen) if plain else None
    if all(p.has("padding", "function", "dimension:county", "noun:detainer") for p in rest):
        return Understood(chosen[0].query)
    if rest[0].has("conjunction:or", "compare") or any(p.has("cue:everything", "quantifier") for p in rest):
        return None  # "all Marion Counties": not the one that is among the choices
    first = rest[0].narrowed(*rest[0].senses)
    first.gap = ""
    outcome = overlay(reading.of_pieces([first, *rest[1:]]), chosen[0].query)
    return outcome if isinstance(outcome, Understood) else None


def _beyond(asked: Clarify, reading: Reading, mentioned: Sequence[int]) -> Outcome | None:
    """ "which Jackson County?", "missouri": of thirty of a name four are shown, and the state picks among all. Asked
    again where that state has none of the name; None for a place that is none of it."""
    from bot.understand.follow import overlay

    names = {str(place.county) for choice in asked.choices for place in _counties(choice)}
    states = states_named(reading.pieces[mentioned[0]]) if len(mentioned) == 1 else set()
    if len(names) != 1 or len(states) != 1 or asked.code != "which_place":
        return None
    county = canonical_county(names.pop(), states.pop())
    if county is None:
        return asked
    place = Place(state=county.state, county=spelled_county(county, reading.lexicon))
    option = Option("county", (place,), county_label(place.state, str(place.county)))
    piece = reading.pieces[mentioned[0]]
    mention = piece.value("place:mention")._replace(options=(option,), forced="asked")
    there = reading.with_piece(mentioned[0], piece.narrowed(Sense("place", "mention", mention)))
    outcome = overlay(there, asked.choices[0].query)
    return outcome if isinstance(outcome, Understood) else asked


def named(piece: Piece, choices: Sequence[Choice]) -> list[Choice]:
    """The choices of a county that the piece names, or names the state of."""
    places = {place for option in piece.value("place:mention").options for place in option.places}
    states = states_named(piece)
    return [c for c in choices if any(p in places or p.state in states for p in _counties(c))]


def states_named(piece: Piece) -> set[str]:
    """The states that a piece can stand for as a whole."""
    if not piece.has("place:mention"):
        return set()
    return {o.state for o in piece.value("place:mention").options if o.level == "state"}


def states_of(choices: Sequence[Choice]) -> set[str]:
    """The states of the counties that the choices are of."""
    return {place.state for choice in choices for place in _counties(choice)}


def _counties(choice: Choice) -> Iterator[Place]:
    for item in choice.query.filters:
        yield from (v for v in item.values if isinstance(v, Place) and (v.county or v.city))


def _leads(pieces: Sequence[Piece], at: int, found: dict[int, list[Choice]]) -> bool:
    """Whether a piece only leads to the place ("in texas", "the texas one")."""
    before = at + 1 in found and pieces[at].has("function", "time:during")
    return before or (at - 1 in found and pieces[at].words in ("one", "county"))
