"""What tells a question about Section III from one about rows: a field office beside a place, hours beside a limit."""

from __future__ import annotations

from bot.understand.draft import Draft
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece, merged, numeral
from bot.understand.places import Mention
from bot.understand.words import Sense, phrase_key

_POLICIES = ("subject:policy", "subject:honoring", "subject:require", "hours:limit", "cue:mention", "subject:enact")
_LISTED = ("subject:policy", "dimension:place", "dimension:county", "dimension:state", "measure:count")
FALLS = forms("offices", "falls")


def asks_office(draft: Draft) -> bool:
    """ "which field office is in charge of Denver": Section III alone names field offices."""
    if not draft.has("dimension:aor", "value:aor") or draft.has("subject:refusal", "noun:person", "value:citizenship"):
        return False
    if any(draft.pieces[at].words not in FALLS for at in draft.find("measure")):
        return False
    if draft.has("value:aor") and not draft.has("noun:detainer"):
        return draft.has("dimension:place", "dimension:county", "dimension:state", "place")
    return draft.has("place") and not draft.has("disposition", "value:offense", "group:by")


def names_hours(draft: Draft) -> bool:
    """ "places with a 48-hour cap": hours that `fold_hours` took for those of the criteria."""
    return any(not draft.pieces[at].has("offtopic") for at in draft.find("hours:hours"))


def fold_hours(pieces: list[Piece]) -> list[Piece]:
    """ "a 48 hour limit", in a question about policies: hours that the criteria name. Elsewhere no report has hours."""
    if not any(p.has(*_POLICIES) for p in pieces) or any(p.has("subject:refusal", "measure:wait") for p in pieces):
        return pieces
    for at, piece in enumerate(pieces):
        if piece.has("hours:hours") and at and numeral(pieces[at - 1]) is not None and piece.gap in ("", "-"):
            pieces[at] = piece.narrowed(Sense("hours", "hours"))
    return pieces


def fold_offices(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """ "policies in Boston's AOR", "which places are under Travis's field office": those of one office, by its name or
    by that of a place whose entry names it. "What is Boston's field office" asks which it is."""
    opens = next((p for p in pieces if not p.has("padding")), None)
    if opens is None or opens.has("question:what_is", "question:when") or not any(p.has(*_LISTED) for p in pieces):
        return pieces
    for at in range(1, len(pieces) - 1):
        place, office = pieces[at], pieces[at + 1]
        owned = place.has("place:mention") and place.text.endswith(("'s", "\u2019s", "s'", "s\u2019"))
        if not (owned and office.has("dimension:aor") and pieces[at - 1].has("function")) or office.gap:
            continue
        name = _office_of(place, lexicon)
        if name:
            pieces[at : at + 2] = [merged(pieces[at : at + 2], Sense("value", "aor", name))]
            break
    return pieces


def _office_of(piece: Piece, lexicon: Lexicon) -> str:
    """The office of a name: its own, else the one that all entries of the place name."""
    mention: Mention = piece.value("place:mention")
    named = {e.aor for e in lexicon.policies if e.aor and phrase_key(e.aor) == piece.words}
    if not named:
        places = {(p.state, p.county, p.city) for o in mention.options for p in o.places}
        named = {e.aor for e in lexicon.policies if e.aor and (e.state, e.county, e.town) in places}
    return named.pop() if len(named) == 1 else ""


def fold_titles(pieces: list[Piece]) -> list[Piece]:
    """ "name of the jail with the most": in a question about no policy, a name is what is listed."""
    if any(p.has(*_POLICIES, "value:policy") for p in pieces):
        return pieces
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if piece.has("policy_fact:title") and piece.words in ("name of", "full name of", "official name of"):
            pieces[at] = piece.narrowed(Sense("cue", "list"))
        elif piece.words == "called" and following is not None and following.has("value:facility", "place:mention"):
            pieces[at] = piece.narrowed(Sense("function", "called"))
    return pieces


def fold_according_to(pieces: list[Piece]) -> list[Piece]:
    """ "by the newest report, which ...", "per the latest list": what a report says, and neither days nor groups."""
    for at, piece in enumerate(pieces[:-1]):
        opens = at == 0 or bool(pieces[at].gap) or piece.words == "per"
        if piece.words not in ("by", "per") or not opens:
            continue
        after = at + 1 + pieces[at + 1].has("function:article")
        named = after < len(pieces) and pieces[after].has("value:report", "ordinal") and not pieces[after].gap
        numbered = named and pieces[after].has("value:report") and pieces[after].words.split()[-1].isdigit()
        ends = after + 1 >= len(pieces) or bool(pieces[after + 1].gap) or piece.words == "per"
        if named and (after > at + 1 or numbered) and ends:
            pieces[at] = piece.narrowed(Sense("padding", "going_by"))
    return pieces
