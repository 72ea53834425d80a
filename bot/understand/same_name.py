"""One name, two places: "Middlesex MA and NJ", "Lake IL and IN", "Baltimore city and county"."""

from __future__ import annotations

from bot.query import Place
from bot.understand.draft import Draft
from bot.understand.joined import joined_to
from bot.understand.pieces import Piece
from bot.understand.places import Mention, Option, county_label, spelled_county
from bot.understand.words import Sense
from ingest.vocabulary.places import canonical_county


def namesake(draft: Draft, at: int) -> tuple[Option, ...]:
    """For a bare state beside a county of another state: the county of that name there, and the state. Else nothing."""
    mention: Mention = draft.pieces[at].value("place:mention")
    before = joined_to(draft.pieces, at)
    if mention.forced or before is None or {o.level for o in mention.options} != {"state"}:
        return ()
    county = _one_county(draft.pieces[before])
    state = mention.options[0].state
    if county is None or county.state == state:
        return ()
    found = canonical_county(str(county.county), state)
    if found is None:
        return ()
    place = Place(state=state, county=spelled_county(found, draft.lexicon))
    return Option("county", (place,), county_label(state, str(place.county))), mention.options[0]


def second_level(pieces: list[Piece]) -> list[Piece]:
    """ "Baltimore city and county", "Lake IL and IN": the name is said once for two places, which is not read."""
    for at, piece in enumerate(pieces):
        article = at > 0 and pieces[at - 1].words in ("the", "its")  # "Baltimore County plus the city"
        before = joined_to(pieces, at - 1 if article else at)
        said = pieces[before].words.split()[-1] if before is not None else ""
        level = piece.words in _LEVELS and said in _LEVELS and said != piece.words
        if level or (at and piece.text.endswith(" IN") and pieces[at - 1].has("place:mention")):
            pieces[at] = piece.narrowed(Sense("unknown", piece.text))
    return pieces


_LEVELS = ("city", "county")


def _one_county(piece: Piece) -> Place | None:
    mention: Mention = piece.value("place:mention")
    places = {p for o in mention.options for p in o.places if o.level in ("county", "city")}
    return places.pop() if len(places) == 1 else None
