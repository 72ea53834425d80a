"""What becomes of a question back when the reply picks none of its choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.messages import declines as say
from bot.query import Query
from bot.understand.draft import Stuck
from bot.understand.follow_pick import picked, states_named, states_of
from bot.understand.outcome import Choice, Clarify, Outcome, Thread, Understood
from bot.understand.pieces import Piece
from bot.understand.removal import values_of
from bot.understand.words import phrase_key

if TYPE_CHECKING:
    from bot.understand.interpreter import Reading

_ASKED_AGAIN = (
    "which_place",
    "country_or_state",
    "which_country",
    "country_wider",
    "region",
    "offense",
    "which_facility",
    "date_from",
    "issued_that_day",
    "report_or_day",
    "charges",
    "near",
    "figure",
    "repeats",
    "issued_and_refused",
    "percent_change",
    "all_of_what",
    "share_of_what",
    "compare_what",
    "except_what",
    "listed_or_refused",
    "judgement",
)
"""Questions about a word of a message: until it is settled, a fragment would lean on the message before that one."""
_WHOLE = ("subject:refusal", "subject:issued", "subject:policy", "subject:honoring", "subject:correction", "text")
_SEVERITY = ("value:offense", "value:settled_offense", "disposition")
_OTHER = (
    "place",
    "date",
    "value:report",
    "value:citizenship",
    "value:region",
    "value:facility",
    "dimension",
    "not_loaded",
)


def still_open(asked: Clarify, reading: Reading, *, denies: bool) -> Outcome | None:
    """The question once more, for a fragment that picks nothing; or what it comes to as an answer in own words.

    denies: the message has said that it wants none of the choices. Raises Stuck where it then names nothing else.
    """
    from bot.understand.thread import is_fragment

    if asked.code not in _ASKED_AGAIN or not is_fragment(reading.pieces):
        return None
    if asked.code == "judgement" and asked.choices:
        return _own_words(asked, reading) or (None if _starts_anew(reading.pieces) else asked)
    some = None if denies else _some(asked, reading)
    if some is not None:
        return some
    settled = (None if denies else picked(asked, reading)) or _whichever(asked, reading, denies=denies)
    if settled is None and denies:
        raise Stuck("no_choice")
    return settled or _narrowed(asked, reading) or asked


def says_more(asked: Clarify, reading: Reading, thread: Thread) -> bool:
    """ "on the 31st", "which numbers do you want?", "refusals": what the first message named would be lost."""
    from bot.understand.interpreter import Reading

    general = bool(asked.choices) and asked.choices[0].label == say.TOTAL
    words = phrase_key(" ".join(p.text for p in reading.pieces))
    bare = all(p.has("padding", "function", "noun", "subject", "cue:everything") for p in reading.pieces)
    if not (general and bare) or words in {phrase_key(c.label) for c in asked.choices}:
        return False
    return any(p.has(*_SPECIFIC) for p in Reading.of(thread.messages[-1], reading.lexicon).pieces)


_SPECIFIC = ("ordinal", "number", "value", "date", "place", "disposition", "unknown")


def half_named(words: Sequence[str], choices: Sequence[Choice]) -> bool:
    """ "refused" where one county can be refused alone and the other issued as well: it picks none of the counties."""
    both = [say.BOTH_SETTLED in c.label for c in choices]
    firsts = [set(phrase_key(c.label.split(say.BOTH_SETTLED)[0]).split()) for c in choices]
    return any(both) and not all(both) and not any(set(words) <= first for first in firsts)


def _some(asked: Clarify, reading: Reading) -> Outcome | None:
    """ "nevada" where two words were in doubt, the county and the offense: the choice there, or those, asked again."""
    words = [w for p in reading.pieces if not p.has("padding", "function") for w in p.words.split()]
    if not words or not any(say.BOTH_SETTLED in c.label for c in asked.choices) or half_named(words, asked.choices):
        return None
    parts = [[phrase_key(part) for part in c.label.split(say.BOTH_SETTLED)] for c in asked.choices]
    fits = [c for c, names in zip(asked.choices, parts, strict=True) if " ".join(words) in names]
    fits = fits or [
        c for c, names in zip(asked.choices, parts, strict=True) if any(set(words) <= set(n.split()) for n in names)
    ]
    if len(fits) == 1:
        return Understood(fits[0].query)
    few = 1 < len(fits) < len(asked.choices)
    return Clarify(asked.code, asked.question, tuple(fits), asked.word) if few else None


def _narrowed(asked: Clarify, reading: Reading) -> Clarify | None:
    """ "only convicted", "week 3" while the choice is open: the question once more, each choice with that condition."""
    from bot.understand.follow import overlay

    outcomes = [overlay(reading, c.query) for c in asked.choices]
    plans = {o.query for o in outcomes if isinstance(o, Understood)}
    if len(plans) != len(asked.choices) or any(o.query.also for o in outcomes if isinstance(o, Understood)):
        return None
    queries = [o.query for o in outcomes if isinstance(o, Understood)]
    choices = tuple(Choice(c.label, q) for c, q in zip(asked.choices, queries, strict=True))
    return Clarify(asked.code, asked.question, choices, asked.word)


def _whichever(asked: Clarify, reading: Reading, *, denies: bool) -> Outcome | None:
    """ "refusals in King", "I meant Queens": what replaces the doubtful word in each of the choices."""
    from bot.understand.follow import overlay

    offered = {v for c in asked.choices for f in c.query.filters for v in f.values}
    said = {v for p in reading.pieces for v in values_of(p)}
    if not said or (said & offered and not denies):
        return None  # "with Mexico" of Central America: one of the choices, and no Mexicans alone
    if not denies and any(states_named(p) & states_of(asked.choices) for p in reading.pieces):
        return None  # "texas vs colorado" of two counties of a name: neither state itself
    outcomes = [overlay(reading, c.query) for c in asked.choices]
    plans = {o.query for o in outcomes if isinstance(o, Understood)}
    alike = len(plans) == 1 and all(isinstance(o, Understood) for o in outcomes) and len(outcomes) > 1
    return outcomes[0] if alike else None


def _own_words(asked: Clarify, reading: Reading) -> Outcome | None:
    """ "how many violent ones in Denver?", "homicide": the offense takes the place of the judgement, Denver stays."""
    from bot.understand.follow import overlay

    if not any(p.has(*_SEVERITY) for p in reading.pieces) or any(p.has(*_OTHER) for p in reading.pieces):
        return None
    return overlay(reading, _rest(asked))


def _rest(asked: Clarify) -> Query:
    """The question without the judgement: the last choice, without the breakdown that it offers."""
    last = asked.choices[-1]
    if last.label in (say.BY_OFFENSE, say.BY_DISPOSITION):
        return last.query.model_copy(update={"group_by": (), "order": None})
    return last.query


def _starts_anew(pieces: Sequence[Piece]) -> bool:
    return any(p.has(*_WHOLE) for p in pieces)
