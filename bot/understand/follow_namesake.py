"""Fragments that name a state and mean the county of the same name there: "the one in Pennsylvania", "and NY's?"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Place
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece
from bot.understand.places import Mention, Option, county_label, spelled_county
from bot.understand.words import Sense, phrase_key
from ingest.vocabulary.places import canonical_county

_THE_ONE = forms("follow_namesake", "the_one")
_IN = forms("follow_namesake", "in")
_ONLY = ("padding", "conjunction:and", "cue:what_about", "function", "time:during")


def namesake(draft: Draft, asked: Sequence[Place]) -> None:
    """Put the county of the name asked about in place of the state that a fragment names.

    asked: the place of the question before, if it was one. Raises Stuck for "the one in Texas" where there is none of
    its name, and asks where a bare "and Texas?" may mean the state or a county that the reports list.
    """
    county = asked[0].county if asked else None
    if county:
        _other_kind(draft, asked[0])
    elif asked:
        _in_the_state(draft, asked[0].state)
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
        elif place is not None and place != asked[0] and _bare(draft, at):
            if _listed(place, draft) or _denies(draft) or _left_open(draft, asked[0]):
                _ask(draft, at, place)
        elif county and state and state != asked[0].state and _bare(draft, at):
            named = _as_named(draft, county, state)
            if named is not None:
                _ask(draft, at, named)


def _ask(draft: Draft, at: int, place: Place) -> None:
    mention: Mention = draft.pieces[at].value("place:mention")
    option = Option("county", (place,), county_label(place.state, str(place.county)))
    raise Stuck("which_place", draft.pieces[at].text, ask=True, options=(option, *mention.options))


def _denies(draft: Draft) -> bool:
    """ "nah, Missouri", "no, I meant Missouri" after Jackson County, Oregon: the one there, or the whole state?"""
    return draft.corrects or any(p.has("padding:discourse", "padding:meant", "padding:said") for p in draft.pieces)


def _left_open(draft: Draft, asked: Place) -> bool:
    """Whether the message that named the county did not say its state: the desk took one, or a reply picked it."""
    name, state = phrase_key(str(asked.county)), phrase_key(asked.state)
    naming = [message for message in map(phrase_key, draft.before) if name in message]
    return bool(naming) and state not in naming[-1]


def _as_named(draft: Draft, county: str, state: str) -> Place | None:
    """ "how many in Jackson" (the city, in Hinds County), "Missouri": the county there of the name that was said."""
    said = [phrase_key(message) for message in draft.before]
    if any(phrase_key(county) in message for message in said):
        return None
    rows = [message.split() for message in said]
    runs = {" ".join(words[k : k + n]) for words in rows for n in (1, 2, 3) for k in range(len(words) - n + 1)}
    found = {c for run in runs if (c := canonical_county(run, state)) is not None}
    one = found.pop() if len(found) == 1 else None
    return Place(state=one.state, county=spelled_county(one, draft.lexicon)) if one is not None else None


def _other_kind(draft: Draft, asked: Place) -> None:
    """ "Baltimore County", "and in the city?": the city of the name that the reports list beside it; and back."""
    county = str(asked.county)
    for at in draft.find("dimension:place", "dimension:county"):
        word, before = draft.pieces[at].words, draft.pieces[at - 1] if at else None
        if word not in ("city", "county") or before is None or before.words != "the" or not _bare(draft, at):
            continue
        other = county.removesuffix(" City") if word == "county" else f"{county} City"
        place = Place(state=asked.state, county=other)
        if other != county and not county.endswith(f" {word.title()}") and _listed(place, draft):
            mention = Mention(draft.pieces[at].text, (), "asked")
            draft.pieces[at] = _narrowed(draft.pieces[at], mention, place)


def _in_the_state(draft: Draft, state: str) -> None:
    """ "refusals in Colorado", "now just Jefferson County": the one there, of several of the name."""
    if not draft.has("cue:only"):
        return
    for at in draft.find("place:mention"):
        mention: Mention = draft.pieces[at].value("place:mention")
        inside = [o for o in mention.options if o.level == "county" and o.state == state]
        others = [o for o in mention.options if o.state == state and o not in inside]
        there = [p for o in inside for p in o.places]
        if len(there) == 1 and not others and mention.forced != "asked" and _listed(there[0], draft):
            draft.pieces[at] = _narrowed(draft.pieces[at], mention, there[0])


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
