"""Two questions in one message: cut where the second begins, each half read, the second leaning on the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understand.outcome import Outcome, Understood
from bot.understand.pieces import CLAUSE_END, Piece

if TYPE_CHECKING:
    from bot.understand.interpreter import Reading

TWO = ("two_questions", "contradiction", "unaccounted", "negation")
"""The ways of being stuck that a second question in the message can be the cause of."""
_BEGINS = (
    "measure:count",
    "question:which",
    "question:when",
    "question:what_is",
    "measure:share",
    "question:who",
    "question:where",
    "cue:what_about",
    "question:how",
    "measure:claim_half",
)


_AMONG = ("among", "amongst", "of", "within")
"""What begins so says among which groups a question is asked: it is none of its own."""


def in_two(reading: Reading) -> Outcome | None:
    """Both halves as one plan (the second in `also`), or nothing when the message does not fall in two."""
    among = bool(reading.pieces) and reading.pieces[0].words.split()[0] in _AMONG
    for cut in cuts(reading.pieces):
        if ":" in reading.pieces[cut].gap and not any(p.has("measure", "question") for p in reading.pieces[:cut]):
            continue  # "Section I: who tops it in week 1": what it is about
        if _purpose(reading.pieces[:cut]):
            continue  # "I'm writing about Colorado. How many did Harris refuse": of which of the two?
        if among and not any(p.has("question", "measure") for p in reading.pieces[:cut]):
            continue
        first = reading.part(0, cut).alone_once()
        if not isinstance(first, Understood):
            continue
        second = _second(reading.part(cut, len(reading.pieces)), first)
        if second is not None and second.query.also is None and second.query != first.query:
            query = first.query.model_copy(update={"also": second.query})
            notes = tuple(dict.fromkeys((*first.notes, *second.notes)))
            return Understood(query, (*first.spans, *second.spans), notes)
    return None


def _purpose(first: list[Piece]) -> bool:
    """Whether a stretch only says what the question is for."""
    return any(p.has("padding:purpose", "padding:work") for p in first) and not any(
        p.has("measure", "question", "order", "cue:list") for p in first
    )


def _second(reading: Reading, first: Understood) -> Understood | None:
    """The second half: a whole question, or a fragment laid over the first."""
    from bot.understand.follow import overlay
    from bot.understand.thread import is_fragment

    outcome: Outcome = overlay(reading, first.query) if is_fragment(reading.pieces) else reading.alone_once()
    return outcome if isinstance(outcome, Understood) else None


def _begins(piece: Piece) -> bool:
    return piece.has(*_BEGINS) or piece.words.split()[0] in ("which", "who")  # "and which had the fewest"


def cuts(pieces: list[Piece]) -> list[int]:
    """Where a second question can begin: after the end of a sentence, or at "and how many"."""
    found = []
    for at in range(1, len(pieces)):
        if (
            set(pieces[at].gap) & CLAUSE_END
            or (pieces[at].has("conjunction:and") and at + 1 < len(pieces) and _begins(pieces[at + 1]))
            or ("," in pieces[at].gap and pieces[at].has(*_BEGINS))
        ):
            found.append(at)
    return found
