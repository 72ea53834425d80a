"""States by two small letters that are also words ("ok", "in", "hi"): a state in a list of such, else an everyday word.

Where neither is plain the word is given no sense and stops the reading: passed over as a filler it once lost a state.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.forms import forms
from bot.understand.phrases import ADJECTIVE
from bot.understand.pieces import Piece


def small_state(piece: Piece) -> bool:
    """Whether the only place that a word names is a state by two letters, and they are not capitals."""
    keys = [s.key for s in piece.senses if s.kind == "place"]
    return bool(keys) and set(keys) == {"state_in_capitals"} and not piece.text.isupper()


def people_of(pieces: Sequence[Piece], at: int) -> bool:
    """ "Texan" of people, of whom the reports know nothing, and not of what they list ("Texan jails", "refusals")."""
    if not pieces[at].has(f"place:{ADJECTIVE}"):
        return False
    noun = pieces[at + 1] if at + 1 < len(pieces) and not pieces[at + 1].gap else None
    if noun is None:
        return True
    rows = noun.has("subject:refusal") and noun.words.endswith("s")
    return not (rows or noun.has("noun:detainer", "noun:agency", "dimension:facility", "dimension:county"))


def listed_small(pieces: Sequence[Piece], at: int) -> bool | None:
    """True for a state of a list ("oh, in, il", "ok or tx"), False for what cannot be told, None for a plain word."""
    beside = [p for p in (_joined_before(pieces, at), _joined_behind(pieces, at)) if p is not None]
    if any(_two_letters(p) for p in beside):
        return True
    if beside and not pieces[at].has("function:preposition", "conjunction"):
        return False  # "texas and ok"
    again = at + 1 < len(pieces) and pieces[at + 1].words == "in"  # "how many in or in week 2"
    inside = at > 0 and pieces[at - 1].words == "in" and not pieces[at].gap and pieces[at].words != "in"
    if inside and (again or _ends(pieces, at)):
        return True  # "how many in ok", "in me and in nh"
    return False if _amid(pieces, at) or _no_preposition(pieces, at) else None


def _no_preposition(pieces: Sequence[Piece], at: int) -> bool:
    """ "how many in cases", "or refusals", "how many in in week 2": nothing there for the small word to join."""
    piece = pieces[at]
    behind = pieces[at + 1] if at + 1 < len(pieces) and not pieces[at + 1].gap else None
    if not piece.has("function:preposition", "conjunction") or behind is None or piece.gap:
        return False
    before = pieces[at - 1] if at else None
    if before is not None and before.words == piece.words:
        return not behind.has("place", "function:article")
    further = pieces[at + 2] if at + 2 < len(pieces) else None
    told = further is not None and (further.has("function:that", "dimension:where") or further.words in _OF_WHICH)
    rows = behind.has("noun:detainer", "subject:refusal") and behind.words.endswith("s") and not told
    return rows and (before is None or before.has("measure:count"))


_OF_WHICH = forms("small_states", "of_which")


def _joined_before(pieces: Sequence[Piece], at: int) -> Piece | None:
    """The place that this word follows in a list, where the list or the clause ends behind it."""
    if at == 0 or not _ends(pieces, at):
        return None
    if pieces[at].gap == "," and pieces[at - 1].has("place"):
        return None if pieces[at].has("padding") and at + 1 == len(pieces) else pieces[at - 1]
    joined = at > 1 and not pieces[at].gap and pieces[at - 1].has("conjunction:and", "conjunction:or")
    return pieces[at - 2] if joined and pieces[at - 2].has("place") else None


def _ends(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the phrase ends with this word: the message, a comma or an "and" follows."""
    if at + 1 == len(pieces):
        return True
    behind = pieces[at + 1]
    return bool(behind.gap) or behind.has("conjunction:and", "conjunction:or") or behind.words.startswith("and ")


def _joined_behind(pieces: Sequence[Piece], at: int) -> Piece | None:
    """The place that follows this word in a list; "in" and "or" are then words unless a comma is on either side."""
    if at + 1 < len(pieces) and pieces[at + 1].gap == "," and pieces[at + 1].has("place"):
        loose = pieces[at].has("function:preposition", "conjunction", "padding") and not pieces[at].gap
        after = at > 0 and pieces[at - 1].has("function:preposition") and not pieces[at].has("function:preposition")
        return pieces[at + 1] if after or not loose else None
    joined = at + 2 < len(pieces) and pieces[at + 1].has("conjunction:and", "conjunction:or")
    joined = joined and (at > 0 or _two_letters(pieces[at + 2]))  # "hi and ak" greets nobody
    near = joined and not (pieces[at + 1].gap or pieces[at + 2].gap) and pieces[at + 2].has("place")
    return pieces[at + 2] if near and not pieces[at].has("function:preposition", "conjunction") else None


def _two_letters(piece: Piece) -> bool:
    return len(piece.text) == 2


def _amid(pieces: Sequence[Piece], at: int) -> bool:
    """ "how many hi cases", "co refusals": a greeting does not stand there, nor a short "county" without its name."""
    piece = pieces[at]
    behind = pieces[at + 1] if at + 1 < len(pieces) else None
    if behind is None or behind.gap or not behind.has("noun", "subject", "dimension"):
        return False
    if piece.has("suffix:county"):
        return at == 0 or not pieces[at - 1].has("place") or bool(piece.gap)
    return piece.has("padding") and at > 0 and not piece.gap and not pieces[at - 1].has("padding")
