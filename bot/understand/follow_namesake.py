"""Fragments that name a state and mean the county of the same name there: "the one in Pennsylvania", "and NY's?"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Place
from bot.understand.draft import Draft, Stuck
from bot.understand.pieces import Piece
from bot.understand.places import Mention, Option, county_label, spelled_county
from bot.understand.words import Sense
from ingest.vocabulary.places import canonical_county

_THE_ONE = ("one", "the one", "that one")
_IN = ("in", "of", "from")
_ONLY = ("padding", "conjunction:and", "cue:what_about", "function", "time:during")


def namesake(draft: Draft, asked: Sequence[Place]) -> None:
    """Put the county of the name asked about in place of the state that a fragment names.

    asked: the place of the question before, if it was one. Raises Stuck for "the one in Texas" where there is none of
    its name, and asks where a bare "and Texas?" may mean the state or a county that the reports list.
    """
    county = asked[0].county if asked else None
    for at in draft.find("place:mention"):
        mention: Mention = draft.pieces[at].value("place:mention")
        if mention.forced == "asked":
            continue
        one = _one(draft, at)
        state = next((p.state for o in mention.options for p in o.places if o.level == "state"), None)
        found = canonical_county(county, state) if county and state else None
        place = Place(state=found.state, county=spelled_county(found, draft.lexicon)) if found is not None else None
        if one or draft.pieces[at].text.endswith(("'s", "\u2019s")):
            if place is not None:
                draft.pieces[at] = _narrowed(draft.pieces[at], mention, place)
            elif one:
                raise Stuck("no_context", draft.pieces[at - 1 if at else at].text)
        elif place is not None and place != asked[0] and _bare(draft, at) and _listed(place, draft):
            option = Option("county", (place,), county_label(place.state, str(place.county)))
            raise Stuck("which_place", draft.pieces[at].text, ask=True, options=(option, *mention.options))


def _one(draft: Draft, at: int) -> bool:
    """Whether "the one in", "the county in" or "the ... one" stands around a state; the noun is used up."""
    pieces = draft.pieces
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if (
        following is not None
        and following.words == "one"
        and not following.gap
        and at
        and pieces[at - 1].words == "the"
    ):
        pieces[at + 1] = following.narrowed(Sense("function", "article"))
        return True
    if at < 2 or pieces[at - 1].words not in _IN:
        return False
    if pieces[at - 2].has("dimension:county") and at > 2 and pieces[at - 3].words == "the":
        pieces[at - 2] = pieces[at - 2].narrowed(Sense("function", "article"))
        return True
    return pieces[at - 2].words in _THE_ONE


def _bare(draft: Draft, at: int) -> bool:
    """Whether a fragment names the place and nothing else."""
    return all(k == at or p.has(*_ONLY) for k, p in enumerate(draft.pieces))


def _listed(place: Place, draft: Draft) -> bool:
    return place in draft.lexicon.refusal_places | draft.lexicon.issued_places


def _narrowed(piece: Piece, mention: Mention, place: Place) -> Piece:
    option = Option("county", (place,), county_label(place.state, str(place.county)))
    return piece.narrowed(Sense("place", "mention", mention._replace(options=(option,), forced="asked")))
