"""Words that point with a noun: "that county", "the same state", "this jail" are what was asked about, or was found.

"That state" after a county is the county's own. What points at nothing of its kind stops the reading: taken for a
breakdown it would ask of every county.
"""

from __future__ import annotations

from bot.query import Place, Query
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece, merged
from bot.understand.places import Mention, Option
from bot.understand.pointing import places_of
from bot.understand.reading import value_words
from bot.understand.words import Sense

_POINTS = forms("follow_that", "points")
_FIELDS = {
    "county": ("place", "county"),
    "place": ("place", "county"),
    "state": ("state",),
    "facility": ("facility",),
    "citizenship": ("citizenship",),
    "offense": ("offense",),
    "report": ("report",),
    "day": ("declined_on", "issued_on"),
}
_LONE = ("padding", "conjunction:and", "cue:what_about", "function", "time:during", "measure:count", "subject:refusal")


def that_noun(draft: Draft, last: Query) -> None:
    """Put what it stands for, or a plain "it", in place of "that county". Raises Stuck where there is none."""
    at = 0
    while at + 1 < len(draft.pieces):
        at += 1
        piece, before = draft.pieces[at], draft.pieces[at - 1]
        key = next((s.key for s in piece.senses if s.kind == "dimension" and s.key in _FIELDS), None)
        points = before.words in _POINTS or (before.words == "the" and key == "state" and _inside(draft, at))
        if key is None or not points or piece.gap or piece.words.endswith("ies"):
            continue
        if key != "state" and piece.words.rstrip("s") != piece.words:
            continue  # "those counties", "that counties refused"
        if key in ("report", "day") and not (_ranked_by(_FIELDS[key], last) or (key == "day" and _asked(key, last))):
            continue  # of a week or a day that a condition names: told by itself
        run = [before, piece]
        if _asked(key, last) and before.words != "the":
            it = merged(run, Sense("cue", "anaphor"), Sense("cue", "that_one"))
            it.words = "its" if piece.text.endswith(("'s", "\u2019s")) else "it"
            draft.pieces[at - 1 : at + 1] = [it]
        elif key == "state" and (state := _state_of(draft, last)):
            draft.pieces[at - 1 : at + 1] = [_mention(run, Place(state=state), draft)]
        else:
            raise Stuck("no_context", " ".join(p.text for p in run))


def bare_policy(draft: Draft, last: Query) -> None:
    """ "refusals in Travis", "policy?": that of the one place asked about."""
    plain = ("padding", "conjunction:and", "cue:what_about", "function", "question:what_is", "subject:policy")
    places = places_of(draft, last)
    at = draft.first("subject:policy")
    if at is None or len(places) != 1 or not all(p.has(*plain) for p in draft.pieces):
        return
    if any(f.field == "facility" for f in last.filters) or last.subject not in ("refusals", "issued"):
        return
    draft.pieces.append(_mention([draft.pieces[at]], places[0], draft))


def ice_says(draft: Draft, last: Query) -> None:
    """ "what did ICE say about it afterwards?" after a place where it took something back: the correction."""
    says = ("cue:wants_text", "cue:mention", "subject:dispute")
    light = ("padding", "function", "question", "noun:ice", "cue:anaphor", *says)
    said = draft.first(*says)
    places = places_of(draft, last)
    back = {(c.state, c.county) for c in draft.lexicon.corrections}
    if said is None or not draft.has("noun:ice") or len(places) != 1 or not all(p.has(*light) for p in draft.pieces):
        return
    if (places[0].state, places[0].county) in back and draft.has("question:which", "question:what_is"):
        draft.pieces[said] = draft.pieces[said].narrowed(Sense("subject", "correction"))
        draft.pieces.append(_mention([draft.pieces[said]], places[0], draft))


def _inside(draft: Draft, at: int) -> bool:
    """ "how many in the state", "which county in the state had most": all of it, and no breakdown by states."""
    lead = draft.pieces[at - 2].words if at > 1 else ""
    follows = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    named = any(p.has("place:mention") for p in draft.pieces) or (follows is not None and follows.words == "of")
    alone = all(k in (at - 1, at) or p.has(*_LONE) for k, p in enumerate(draft.pieces))
    return not named and (lead in ("in", "within", "across") or (lead in ("for", "of") and alone))


def _ranked_by(fields: tuple[str, ...], last: Query) -> bool:
    return bool(last.group_by) and last.group_by[0].field in fields and last.limit == 1


def _asked(key: str, last: Query) -> bool:
    """Whether the last plan is about one of the kind: by a condition, or by the first of its ranking."""
    fields = _FIELDS[key]
    if last.group_by and last.limit == 1 and last.order in ("most", "fewest"):
        return last.group_by[0].field in fields
    for item in last.filters:
        if item.op != "is" or item.negated or len(item.values) != 1:
            continue
        value = item.values[0]
        if isinstance(value, Place):
            if (key == "state") == (value.county is None) and key in ("state", "county", "place"):
                return True
        elif item.field in fields or (item.field == "jurisdiction" and key in ("county", "place")):
            return True
    return False


def _state_of(draft: Draft, last: Query) -> str | None:
    states = {p.state for p in places_of(draft, last)}
    return states.pop() if len(states) == 1 else None


def _mention(run: list[Piece], place: Place, draft: Draft) -> Piece:
    option = Option("county" if place.county else "state", (place,), value_words(place, "place", draft.lexicon))
    return merged(run, Sense("place", "mention", Mention(" ".join(p.text for p in run), (option,), "asked")))
