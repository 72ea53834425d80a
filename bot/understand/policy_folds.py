"""Words that mean another thing of Section III: ages are dates of enactment, a felony is what its criteria name."""

from __future__ import annotations

from bot.understand.forms import forms
from bot.understand.pieces import Piece, merged
from bot.understand.words import Sense
from ingest.vocabulary.offense_words import singular

_AGES = {"older than": "before", "newer than": "after", "younger than": "after"}
_FIRST = forms("policy_folds", "first")
_ASKS = ("subject:require", "subject:honoring", "cue:mention")
_ROWS = ("subject:refusal", "subject:issued", "measure:share", "value:citizenship", "value:offense", "disposition")


def fold_policies(pieces: list[Piece]) -> list[Piece]:
    """The pieces with what only Section III says so narrowed; untouched where rows of another section are asked for."""
    if not any(p.has("subject:policy") for p in pieces):
        return pieces
    pieces = _felony_conviction(_named_crime(pieces))
    if any(p.has(*_ROWS) for p in pieces):
        return pieces
    enacted = any(p.has("subject:enact") for p in pieces)
    asks = any(p.has("question:when", "question:who") for p in pieces)
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if piece.words in _AGES and following is not None and following.has("date:year") and not following.gap:
            pieces[at] = piece.narrowed(Sense("time", _AGES[piece.words]))  # "policies older than 2014": enacted before
        elif piece.words in _FIRST and enacted and asks and following is not None and following.has("subject:policy"):
            pieces[at] = piece.narrowed(Sense("measure", "oldest"))  # "when was the first policy adopted"
        elif piece.has("policy_enact") and any(p.has("date") for p in pieces[at:]):
            pieces[at] = piece.narrowed(Sense("subject", "enact"))  # "which policies came out in 2017"
        elif piece.has("cue:nothing") and piece.words.endswith(" from") and _of_two_lists(pieces, at):
            pieces[at] = piece.narrowed(Sense("negation", "not"))  # "in report 2 but missing from report 4"
        elif piece.has("cue:not_given") and following is not None and following.has("requirement"):
            pieces[at] = piece.narrowed(Sense("negation", "not"))  # "that don't mention a warrant"
        elif piece.has("requirement_class") and any(p.has(*_ASKS) for p in pieces[:at]):
            pieces[at] = piece.narrowed(piece.sense("requirement_class")._replace(kind="requirement"))
    return _says_about(_in_force(pieces))


def _named_crime(pieces: list[Piece]) -> list[Piece]:
    """ "policies mentioning murder", "that talk about violent crime": words of the criteria, no offense of a row."""
    said = next((k for k, p in enumerate(pieces) if p.has("cue:mention")), None)
    if said is None or any(p.has("subject:refusal") for p in pieces):
        return pieces
    for at in range(len(pieces) - 1, said, -1):
        piece = pieces[at]
        if piece.has("requirement_class"):
            noun = pieces[at + 1 : at + 2]  # "serious crimes"
            stop = at + 1 + any(p.has("dimension:offense") and not p.gap for p in noun)
            pieces[at:stop] = [merged(pieces[at:stop], piece.sense("requirement_class"))]
        elif piece.has("value:offense", "judge:severity") and not piece.has("requirement"):
            words = " ".join(singular(word) for word in piece.words.split())
            pieces[at] = piece.narrowed(Sense("requirement", words))
    return pieces


def _of_two_lists(pieces: list[Piece], at: int) -> bool:
    """Whether a report is named on either side of this word."""
    return all(any(p.has("value:report", "ordinal") for p in side) for side in (pieces[:at], pieces[at + 1 :]))


def _felony_conviction(pieces: list[Piece]) -> list[Piece]:
    """ "which policies require a felony conviction": what the criteria name, and no conviction of a row."""
    for at in range(len(pieces) - 1, 0, -1):
        named = pieces[at - 1].has("requirement_class") and pieces[at].has("disposition:conviction")
        if named and not pieces[at].gap and any(p.has(*_ASKS) for p in pieces[: at - 1]):
            pieces[at - 1 : at + 1] = [merged(pieces[at - 1 : at + 1], *pieces[at - 1].senses)]
    return pieces


def _in_force(pieces: list[Piece]) -> list[Piece]:
    """ "policies in force in Maryland": those it lists. Whether they still are, or since when, is another question."""
    opens = next((p for p in pieces if not p.has("padding")), None)
    asks = opens is not None and opens.has("question:did", "question:how", "question:when")
    if asks or any(p.has("question:when", "measure:wait", "time:since", "time:old") for p in pieces):
        return pieces
    return [
        p.narrowed(Sense("function", "in_force"))
        if at and p.has("policy_fact:in_force") and "still" not in p.words and pieces[at - 1].has("subject:policy")
        else p
        for at, p in enumerate(pieces)
    ]


def _says_about(pieces: list[Piece]) -> list[Piece]:
    """ "what does Hudson's policy say about honoring detainers": all of it is about that."""
    at = next((k for k, p in enumerate(pieces) if p.words in ("say about", "says about", "say on")), None)
    if at is None or not any(p.has("place:mention") for p in pieces[:at]):
        return pieces
    rest = pieces[at + 1 :]
    if not rest or not all(p.has("subject:honoring", "noun:detainer", "noun:ice", "padding") for p in rest):
        return pieces
    return [*pieces[:at], merged(pieces[at:], Sense("cue", "mention"))]
