"""Words for offenses, settled among the offenses this edition prints."""

from __future__ import annotations

from bot.messages import declines as say
from bot.messages import understand as notes
from bot.understand.draft import Draft, Stuck
from ingest.vocabulary.offense_words import AMBIGUOUS, EXACT, JUDGEMENT, NEAR, NONE, match_offense, names_a_class


def offense_values(draft: Draft, at: int) -> tuple[tuple[str, ...], str]:
    """The printed offenses a piece means and a label where one word stands for several.

    Raises Stuck to ask when the word has readings with different rows; a known word that nothing printed fits is itself
    the value: no row has it, and the answer is an honest zero.
    """
    piece, known = draft.pieces[at], draft.lexicon.offenses
    phrase = str(piece.value("value:offense"))
    exact = phrase in known
    found = match_offense(phrase if exact else piece.text, known) or match_offense(phrase, known)
    if found is None or found.kind == NONE:
        draft.notes.append(notes.no_such_offense(piece.text))
        return (phrase,), phrase
    if found.kind in (AMBIGUOUS, NEAR, JUDGEMENT):
        raise Stuck("offense", piece.text, ask=True, detail=found.kind)
    reading = found.readings[0]
    if found.kind == EXACT and found.wider and not _spelled_out(draft, at, reading.offenses):
        raise Stuck("offense", piece.text, ask=True, detail=EXACT)
    if reading.unclear:
        raise Stuck("offense", piece.text, ask=True, detail=found.kind)
    if len(reading.offenses) == 1:
        return reading.offenses, ""
    return reading.offenses, reading.label


def all_kinds(draft: Draft, at: int) -> bool:
    """ "any kind of assault", and what is taken out of it: "except sexual assault" is every kind of that too."""
    if draft.pieces[at].has("every:kind"):
        return True
    before = draft.pieces[at - 1] if at else None
    return draft.has("every:kind") and before is not None and before.has("negation:except")


def every_kind(draft: Draft, at: int) -> tuple[tuple[str, ...], str]:
    """ "any kind of assault": every printed offense with that name in it, said with its words.

    Raises Stuck to ask where the word itself has several readings ("theft of any sort").
    """
    piece, known = draft.pieces[at], draft.lexicon.offenses
    found = match_offense(piece.text, known) or match_offense(str(piece.value("value:offense")), known)
    if found is None or found.kind == NONE:
        return (str(piece.value("value:offense")),), piece.text
    if found.wider:
        return found.wider, say.every_kind(piece.text)
    if len(found.readings) > 1 or found.kind in (NEAR, JUDGEMENT) or found.readings[0].unclear:
        raise Stuck("offense", piece.text, ask=True, detail=found.kind)
    return found.readings[0].offenses, found.readings[0].label


def _spelled_out(draft: Draft, at: int, offenses: tuple[str, ...]) -> bool:
    """A name of several words, as printed, is that name; "assault" alone and "weapon offenses" may mean every kind."""
    known, as_printed = draft.lexicon.offenses, draft.pieces[at].text in draft.lexicon.offenses
    several = any(" " in name and (as_printed or not names_a_class(name, known)) for name in offenses)
    return several or draft.follow_up
