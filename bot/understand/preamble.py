"""A claim before the question: "The mayor insists nobody was let go. How many were there really?"

What somebody is said to claim is set aside when every value it names is in the question too, or is implied by it. A
question that names nothing itself ("How many are there really?", "What do the lists show?") is of what the claim names,
and "it" is the only place of the claim. Anything else is not set aside: the writer may mean both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.messages import understand as say
from bot.query import Place
from bot.understand.forms import forms
from bot.understand.outcome import Understood
from bot.understand.pieces import Piece
from bot.understand.words import Sense

if TYPE_CHECKING:
    from bot.understand.interpreter import Reading

_VALUES = ("place:mention", "value:citizenship", "value:offense", "value:facility", "disposition", "value:report")
_CLAIM = (
    *("function", "voice", "subject:refusal", "noun", "negation:not", "quantifier", "number", "bound:single", "suffix"),
    *("conjunction:and", "question:did", "cue:supposed", "cue:everything", "cue:appear", "cue:anaphor", "time:during"),
    *("padding", "dimension:county", "dimension:state", "cue:nothing", *_VALUES),
)
_ASKS = (
    *("measure:count", "function", "cue:supposed", "cue:appear", "cue:everything", "cue:list", "cue:anaphor", "noun"),
    *("padding", "question:did", "question:what_is", "question:which", "subject:refusal", "cue:mention"),
    *("cue:wants_text", "dimension:report", "compare:versus"),
)
_SHOW = forms("preamble", "show")
_THEIRS = forms("preamble", "theirs")
_COUNT = Sense("measure", "count")


def set_aside(reading: Reading) -> Understood | None:
    """The question behind a claim, read without it, with a note that says so; None where it cannot stand so."""
    cut = _cut(reading.pieces)
    if cut is None:
        return None
    claim, question = reading.pieces[:cut], _behind_check(reading.pieces[cut:])
    values = _claimed(claim)
    if values is None or not question:
        return None
    question = _it(question, values)
    named = [p for p in question if p.has(*_VALUES)]
    if not named and all(p.has(*_ASKS) for p in question):
        question = _of_the_claim(question, values)
        values = []
    if not question or not all(any(_implies(q, v) for q in named) for v in values):
        return None
    outcome = reading.of_pieces(question).alone_once()
    if not isinstance(outcome, Understood):
        return None
    note = say.claim_set_aside(" ".join(p.text for p in claim))
    return Understood(outcome.query, outcome.spans, (*outcome.notes, note))


def _cut(pieces: Sequence[Piece]) -> int | None:
    """Where the question begins: behind the last end of a sentence before a question word."""
    breaks = [k for k in range(1, len(pieces)) if set(pieces[k].gap) & set(".!?;")]
    says = next((k for k, p in enumerate(pieces) if p.has("voice:says") or _supposed(p)), None)
    return breaks[0] if len(breaks) == 1 and says is not None and says < breaks[0] else None


def _supposed(piece: Piece) -> bool:
    """ "a spokesman says", put together before."""
    return piece.has("cue:supposed") and len(piece.words.split()) > 1


def _behind_check(pieces: list[Piece]) -> list[Piece]:
    """The question without "Check that:" before it."""
    colon = next((k for k in range(1, min(4, len(pieces))) if ":" in pieces[k].gap), 0)
    light = all(p.has("padding", "cue:anaphor", "function", "cue:supposed") for p in pieces[:colon])
    return pieces[colon:] if light else pieces


def _claimed(claim: Sequence[Piece]) -> list[Piece] | None:
    """What the claim names, or None where it says more than that something was refused, or was not."""
    says = next((k for k, p in enumerate(claim) if p.has("voice:says") or _supposed(p)), len(claim))
    speaker = any(p.has("voice:person") for p in claim[:says]) or (says < len(claim) and _supposed(claim[says]))
    said = claim[says + 1 :]
    if not speaker or not all(p.has(*_CLAIM, "offtopic:politics") for p in claim[:says]):
        return None
    if not said or not all(p.has(*_CLAIM) or p.has("limit:bound") for p in said):
        return None
    if not any(p.has("subject:refusal", "cue:everything", "cue:appear") for p in said):
        return None
    if any(p.has("cue:only", "compare", "measure", "order") and not p.has("limit:bound") for p in said):
        return None
    if any(_denied(said, k) for k, p in enumerate(said) if p.has(*_VALUES)):
        return None
    values = [p for p in said if p.has(*_VALUES)]
    theirs = any(p.words in _THEIRS for p in said)
    if theirs and not any(p.has("place:mention", "value:facility") for p in values):
        values += [p for p in claim[:says] if p.has("place:mention")]
    return values


def _denied(said: Sequence[Piece], at: int) -> bool:
    """ "not Mexicans", "except week 2": the denial is of the value, and not of what was done. "No Mexicans" is none."""
    k = at - 1
    while k >= 0 and said[k].has("function", "time:during"):
        k -= 1
    return k >= 0 and said[k].has("negation:not", "negation:except") and not said[k].has("quantifier:none")


def _it(question: Sequence[Piece], values: Sequence[Piece]) -> list[Piece]:
    """ "How many are listed against it?": "it" as the only place of the claim, where the question names none."""
    places = [v for v in values if v.has("place:mention")]
    said = [k for k, p in enumerate(question) if p.words == "it" and p.has("cue:anaphor")]
    if len(places) != 1 or len(said) != 1 or any(p.has("place:mention") for p in question):
        return list(question)
    made = [p.narrowed(*p.senses) for p in question]
    made[said[0]] = question[said[0]].narrowed(places[0].sense("place:mention"))
    if said[0] and question[said[0] - 1].words == "against":
        made[said[0] - 1] = question[said[0] - 1].narrowed(Sense("function", "preposition"))
    return made


def _of_the_claim(question: Sequence[Piece], values: Sequence[Piece]) -> list[Piece]:
    """ "How many are there really?" of what the claim names; nothing where it names two of a kind, or nothing."""
    kinds = [tag for v in values for tag in _VALUES if v.has(tag)]
    asks = any(p.words.startswith(("how many", "how often")) for p in question)
    shown = question[-1].words.split()[-1] in _SHOW and question[0].words.startswith("what")
    if not values or len(set(kinds)) != len(kinds) or not (asks or shown):
        return []
    count = question[0].narrowed(_COUNT)
    count.gap = ""
    made = [count]
    for value in values:
        made.append(value.narrowed(*value.senses))
        made[-1].gap = ""
    return made


def _implies(asked: Piece, claimed: Piece) -> bool:
    """Whether what the question names is what the claim names, or lies in it."""
    if asked.has("place:mention") and claimed.has("place:mention"):
        wide = [o.places for o in claimed.value("place:mention").options]
        mine = [o.places for o in asked.value("place:mention").options]
        return any(all(_within(p, outer) for p in inner) for inner in mine for outer in wide)
    for tag in _VALUES[1:]:
        if asked.has(tag) and claimed.has(tag):
            one, other = asked.sense(tag), claimed.sense(tag)
            return (one.key, one.value) == (other.key, other.value)
    return False


def _within(place: Place, outer: Sequence[Place]) -> bool:
    return any(p.state == place.state and p.county in (None, place.county) for p in outer)
