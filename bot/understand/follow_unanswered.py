"""Follow-ups after a message that was not answered: what they lean on may be that message, so it is asked.

"Refusals in Denver", "what is the crime rate in Harris?" (not in the reports), "and Cook?": the last asks for a crime
rate. Laid over the last plan it would get a count of refusals that nobody asked for.
"""

from __future__ import annotations

from bot.messages import declines as say
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Choice, Clarify, Decline, Outcome, Thread, Understood
from bot.understand.pieces import Piece
from bot.understand.reading import describe

_TALK = ("smalltalk", "help", "term", "source", "opinion", "instruction", "secrets", "empty", "motives", "no_choice")
"""Declines of talk about the answer: with no value in the message, there is nothing to lean on."""
_OF_A_VALUE = ("not_loaded", "nothing_before", "nothing_after", "not_listed")
"""Declines of one value of a question that is right otherwise: another one of its kind takes its place."""
_KINDS = (
    ("report", ("value:report", "date", "not_loaded", "cue:one_before", "cue:next_one")),
    ("place", ("place",)),
    ("citizenship", ("value:citizenship", "value:settled_citizenship", "value:region")),
    ("offense", ("value:offense", "value:settled_offense")),
    ("disposition", ("disposition",)),
    ("facility", ("value:facility",)),
    ("demographics", ("offtopic:demographics",)),
)


def confirmed(outcome: Outcome, pieces: list[Piece], thread: Thread, lexicon: Lexicon) -> Outcome:
    """The outcome of a fragment; asked first where a message declined before it could be what it leans on."""
    if not isinstance(outcome, Understood) or not any(
        _may_lean(code, text, pieces, thread, lexicon) for code, text in thread.unanswered
    ):
        return outcome
    choice = Choice(describe(outcome.query, lexicon), outcome.query)
    return Clarify("unanswered", say.question("unanswered", ""), (choice,))


def unanswered(thread: Thread, message: str, outcome: Decline) -> tuple[tuple[str, str], ...]:
    """The messages declined since the last plan, with one more."""
    return (*thread.unanswered, (outcome.code, message))


def _may_lean(code: str, text: str, pieces: list[Piece], thread: Thread, lexicon: Lexicon) -> bool:
    from bot.understand.interpreter import Reading
    from bot.understand.thread import is_fragment

    before = Reading.of(text, lexicon).pieces
    said, now = kinds(before), kinds(pieces)
    if code in _TALK:
        return bool(said)
    if code == "demographics" and "citizenship" in now:
        return bool(said - {"demographics"} - now)
    fragment = thread.last is not None and is_fragment(before)
    return not (code in _OF_A_VALUE and fragment and said and said <= now)


def kinds(pieces: list[Piece]) -> set[str]:
    """The matters that a message names a value of."""
    return {kind for kind, tags in _KINDS if any(p.has(*tags) for p in pieces)}
