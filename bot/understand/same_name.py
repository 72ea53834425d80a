"""One name, two places: "Middlesex MA and NJ", "Lake IL and IN", "Baltimore city and county"."""

from __future__ import annotations

from bot.query import Place
from bot.understand.draft import Draft
from bot.understand.joined import joined_to
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece, merged
from bot.understand.places import Mention, Option, city_option, county_label, spelled_county
from bot.understand.words import Sense
from ingest.vocabulary.places import canonical_county


def namesake(draft: Draft, at: int) -> tuple[Option, ...]:
    """For a bare state beside a county or city of another state: the one of that name there, and the state."""
    mention: Mention = draft.pieces[at].value("place:mention")
    states = [o for o in mention.options if o.level == "state"]
    before = joined_to(draft.pieces, at)
    before = _set_against(draft.pieces, at) if before is None else before
    if mention.forced or before is None or not states:
        return ()
    there = _city_there(draft.pieces[before], states[0].state, draft.lexicon)
    there = there or _county_there(draft.pieces[before], states[0].state, draft.lexicon)
    return (there, states[0]) if there is not None else ()


def _set_against(pieces: list[Piece], at: int) -> int | None:
    """ "Orange County, California vs Florida": what the state stands against, where it was named with its own."""
    before = at - 2
    if before < 0 or not pieces[at - 1].has("compare:versus") or not pieces[before].has("place:mention"):
        return None
    place = _one_county(pieces[before])
    last = pieces[before].words.split()[-1]
    named = place is not None and last not in (*str(place.county).lower().split(), "county")
    return before if named else None


def _county_there(piece: Piece, state: str, lexicon: Lexicon) -> Option | None:
    county = _one_county(piece)
    found = canonical_county(str(county.county), state) if county is not None and county.state != state else None
    if found is None:
        return None
    place = Place(state=state, county=spelled_county(found, lexicon))
    return Option("county", (place,), county_label(state, str(place.county)))


def _city_there(piece: Piece, state: str, lexicon: Lexicon) -> Option | None:
    """ "Portland, Maine or Oregon": the city of that name in the second state."""
    mention: Mention = piece.value("place:mention")
    city = mention.options[0] if len(mention.options) == 1 else None
    if city is None or city.level != "city" or city.state == state:
        return None
    name = city.label.partition(" (")[0].removesuffix(f", {city.state}")
    try:
        return city_option(name, lexicon, state)
    except LookupError:
        return None


def second_level(pieces: list[Piece]) -> list[Piece]:
    """ "Baltimore city and county", "Lake IL and IN": the name is said once for two places, which is not read."""
    pieces = _in_its_state(pieces)
    for at, piece in enumerate(pieces):
        article = at > 0 and pieces[at - 1].words in ("the", "its")  # "Baltimore County plus the city"
        before = joined_to(pieces, at - 1 if article else at)
        said = pieces[before].words.split()[-1] if before is not None else ""
        level = piece.words in _LEVELS and said in _LEVELS and said != piece.words
        if level or (at and piece.text.endswith(" IN") and pieces[at - 1].has("place:mention")):
            pieces[at] = piece.narrowed(Sense("unknown", piece.text))
    return pieces


_LEVELS = ("city", "county")


def _in_its_state(pieces: list[Piece]) -> list[Piece]:
    """ "Oregon's Jackson County": the county in that state. Of a share the state may be the whole."""
    if any(p.has("measure:share", "measure:claim_half", "cue:account") for p in pieces):
        return pieces
    for at in range(len(pieces) - 2, -1, -1):
        owner, owned = pieces[at], pieces[at + 1]
        if not (owner.has("place:mention") and owned.has("place:mention")) or owned.gap:
            continue
        states = {o.state for o in owner.value("place:mention").options if o.level == "state"}
        options = [o for o in owned.value("place:mention").options if o.level != "state" and o.state in states]
        if owner.text.replace("’", "'").endswith("'s") and options:
            mention = Mention(f"{owner.text} {owned.text}", tuple(options), "state")
            pieces[at : at + 2] = [merged([owner, owned], Sense("place", "mention", mention))]
    return pieces


def _one_county(piece: Piece) -> Place | None:
    mention: Mention = piece.value("place:mention")
    places = {p for o in mention.options for p in o.places if o.level in ("county", "city")}
    return places.pop() if len(places) == 1 else None
