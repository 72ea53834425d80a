"""Counties whose name is all but the one typed: "Prince George" is in Virginia, and the rows are of Prince George's.

A true zero for a county that nobody has heard of was read as the figure for the one in the news.
"""

from __future__ import annotations

from bot.query import Place
from bot.understand.draft import Draft
from bot.understand.pieces import Piece
from bot.understand.places import Mention, Option, county_label
from ingest.vocabulary.text import fold


def nearly_called(draft: Draft, at: int, option: Option, listed: frozenset[Place]) -> tuple[Option, ...]:
    """The counties with rows whose name differs by an "s" at its end from that of a county without any.

    None where the question names the state, or the county was chosen.
    """
    mention: Mention = draft.pieces[at].value("place:mention")
    place = option.places[0]
    if option.level != "county" or len(option.places) > 1 or place in listed or mention.forced not in ("", "county"):
        return ()
    if any(_is_state(o, option.state) for p in draft.pieces if p.has("place:mention") for o in _options(p)):
        return ()
    name = fold(str(place.county)).rstrip("s")
    near = {(p.state, p.county) for p in listed if p.county and fold(p.county).rstrip("s") == name}
    return tuple(Option("county", (Place(state=s, county=c),), county_label(s, c)) for s, c in sorted(near))


def _is_state(option: Option, state: str) -> bool:
    return option.level == "state" and option.state == state


def _options(piece: Piece) -> tuple[Option, ...]:
    mention: Mention = piece.value("place:mention")
    return mention.options
