"""Boroughs: the counties of New York City, which alone has any. "Refusals by borough" is by county within the city."""

from __future__ import annotations

from bot.understand.draft import Cond, Draft
from bot.understand.forms import forms
from bot.understand.places import NYC, city_option

_WORDS = forms("boroughs", "words")


def asks_boroughs(draft: Draft, at: int) -> bool:
    """Whether a dimension word asks for the city's boroughs one by one, also right behind the city's name."""
    return draft.pieces[at].words in _WORDS


def within_city(draft: Draft) -> None:
    """Where boroughs are asked for and no place is named, the city is the place."""
    at = next((k for k in draft.free("dimension:county") if draft.pieces[k].words in _WORDS), None)
    if at is None or draft.subject != "refusals" or draft.of("place"):
        return
    option = city_option(NYC, draft.lexicon)
    draft.conds.append(Cond(at, "place", "is", option.places, label=option.label, stop=at))
