"""Fields that are blank in the rows asked for: "no offense listed", "do not give any nationality", "left blank"."""

from __future__ import annotations

from bot.query import FieldName
from bot.understand.draft import Draft
from bot.understand.forms import forms
from bot.understand.pieces import Piece
from bot.understand.words import Sense

_BLANK: dict[str, FieldName] = {
    "offense": "offense",
    "citizenship": "citizenship",
    "facility": "facility",
    "disposition": "disposition",
    "issue_date": "issued_on",
}
_WITH = forms("blanks", "with")
_STATED = forms("blanks", "stated")


def fold_blanks(pieces: list[Piece]) -> list[Piece]:
    """ "where no citizenship is given", "rows that leave the offense blank": the verb adds nothing to the blank."""
    for at, piece in enumerate(pieces):
        if not piece.has("cue:not_given"):
            continue
        near = [k for k in (at + 1, at + 2) if k < len(pieces) and _named(pieces[k]) is not None and not pieces[k].gap]
        if near and (near[0] == at + 1 or pieces[at + 1].has("function:article")):
            _drop(pieces, near[0] + 1)
        before = next((k for k in range(at - 1, max(-1, at - 4), -1) if _named(pieces[k]) is not None), None)
        if before is not None:
            for k in range(before - 1, max(-1, before - 3), -1):
                if pieces[k].words in ("leave", "leaves", "leaving"):
                    pieces[k] = pieces[k].narrowed(Sense("function", "later"))
    return pieces


def _drop(pieces: list[Piece], at: int) -> None:
    """A copula and a "given" behind the field are a part of the blank."""
    if at + 1 < len(pieces) and pieces[at].has("function:copula") and pieces[at + 1].words in _STATED:
        at += 1
    if at < len(pieces) and pieces[at].words in _STATED and not pieces[at].gap:
        pieces[at] = pieces[at].narrowed(Sense("gloss", "said_again"))


def _named(piece: Piece) -> FieldName | None:
    return next((_BLANK[s.key] for s in piece.senses if s.kind == "dimension" and s.key in _BLANK), None)


def not_given(draft: Draft, at: int) -> FieldName | None:
    """The field that is blank in the rows asked for, when the piece names one and a word beside it says so."""
    field = _named(draft.pieces[at])
    if field is None:
        return None
    for k in (at - 1, at - 2):
        if k >= 0 and draft.pieces[k].has("cue:not_given") and (k == at - 1 or draft.pieces[at - 1].has("function")):
            draft.use(k, f"filter:{field}")
            draft.conds = [c for c in draft.conds if c.at != k]
            return field
    k = at + 1 + (at + 1 < len(draft.pieces) and draft.pieces[at + 1].has("function:copula"))
    if k < len(draft.pieces) and draft.pieces[k].has("cue:not_given") and not draft.pieces[k].gap:
        draft.use(k, f"filter:{field}")
        return field
    return None


def is_given(draft: Draft, at: int) -> FieldName | None:
    """The field that rows must not leave blank: "with a citizenship given", "where the nationality is stated"."""
    field = _named(draft.pieces[at])
    lead = at - 1 - (at > 0 and draft.pieces[at - 1].has("function:article"))
    said = at + 1 + (at + 1 < len(draft.pieces) and draft.pieces[at + 1].has("function:copula"))
    if field is None or lead < 0 or said >= len(draft.pieces) or draft.pieces[said].gap:
        return None
    if draft.pieces[lead].words not in _WITH or draft.pieces[said].words not in _STATED:
        return None
    for k in (lead, said):
        draft.use(k, f"filter:{field}")
    return field
