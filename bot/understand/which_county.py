""" "Which California county had the most": of the counties in California, where no county so called is listed."""

from __future__ import annotations

from bot.query import Place
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece
from bot.understand.places import Mention, Option
from bot.understand.words import Sense
from ingest.vocabulary.states import states

_ASKS = forms("which_county", "asks")


def fold_which_county(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """The state and "county" change places, as in "which county in California"."""
    for at in range(1, len(pieces)):
        if pieces[at - 1].words not in _ASKS or not pieces[at].has("place:mention") or pieces[at].gap:
            continue
        behind = pieces[at + 1] if at + 1 < len(pieces) else None
        if behind is not None and behind.words == "county" and behind.has("dimension:county") and not behind.gap:
            return [*pieces[:at], behind, pieces[at], *pieces[at + 2 :]] if _is_state(pieces[at]) else pieces
        name = _state_called(pieces[at].words, lexicon)
        if name is not None:
            place = Mention(name, (Option("state", (Place(state=name),), name),))
            county = pieces[at].narrowed(Sense("dimension", "county"))
            county.words = "county"
            return [*pieces[:at], county, pieces[at].narrowed(Sense("place", "mention", place)), *pieces[at + 1 :]]
    return pieces


def _is_state(piece: Piece) -> bool:
    return any(o.level == "state" for o in piece.value("place:mention").options)


def _state_called(words: str, lexicon: Lexicon) -> str | None:
    """The state of "texas county"; none where a county of that name is listed ("which Washington County?")."""
    if not words.endswith(" county"):
        return None
    name = next((s.name for s in states() if s.name.lower() == words.removesuffix(" county")), None)
    listed = lexicon.refusal_places | lexicon.issued_places | lexicon.policy_places
    return None if name is None or any(p.county == name for p in listed) else name
