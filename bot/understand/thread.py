"""Follow-ups: what a message keeps of the question before it and what it replaces, by one explicit rule.

A message with a subject and a measure of its own is a new question and drops the context. A fragment ("and
Williamson?", "only convictions", "by offense instead", "same for week 2") is laid over the last plan slot by slot: a
condition takes the place of those on the same matter (any place for any place, any period for any period), a breakdown
that of the breakdown, a measure that of the measure; everything else is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bot.query import Place
from bot.understand.draft import Stuck
from bot.understand.follow import overlay
from bot.understand.follow_ask import bare_count, here_or_all, let_them
from bot.understand.follow_open import half_named
from bot.understand.follow_section import which_of_groups, withdrawn_of_rows
from bot.understand.follow_unanswered import confirmed, unanswered
from bot.understand.follow_winner import winner
from bot.understand.forms import forms
from bot.understand.outcome import Choice, Clarify, Outcome, Thread, Understood, UnderstoodSql, WidenedOutcome
from bot.understand.pieces import Piece
from bot.understand.pointing import lone_there
from bot.understand.tokens import ordinal_number
from bot.understand.words import phrase_key
from ingest.vocabulary.offense_words import singular

if TYPE_CHECKING:
    from bot.understand.interpreter import Interpreter, Reading

_OPENERS = (
    "conjunction:and",
    "cue:what_about",
    "cue:same",
    "cue:only",
    "cue:instead",
    "negation:except",
    "group:by",
    "compare:versus",
)
_SUBJECTS = (
    "subject:refusal",
    "subject:issued",
    "subject:policy",
    "subject:honoring",
    "subject:correction",
    "subject:posted",
    "subject:pages",
    "subject:received",
    "text",
)
_ASKS = (
    "measure:count",
    "measure:share",
    "measure:median",
    "measure:average",
    "measure:oldest",
    "measure:newest",
    "question:which",
    "question:who",
    "question:when",
    "order",
    "cue:list",
    "cue:rows",
    "measure:wait",
)
_ORDINALS = {
    w: n for n, w in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"], start=1)
}


_CARDINALS = {w: n for n, w in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight"], start=1)}


def replay(messages: Sequence[str], interpreter: Interpreter) -> Thread:
    """The state of a thread after these messages of one person, oldest first."""
    thread = Thread()
    for message in messages:
        thread = after(thread, message, interpreter.interpret(message, thread))
    return thread


def after(thread: Thread, message: str, outcome: WidenedOutcome) -> Thread:
    """The thread's state after one more message and what it came to. A refusal to answer keeps the last plan."""
    messages = (*thread.messages, message)
    if isinstance(outcome, UnderstoodSql):
        return Thread(messages)  # a statement is nothing that a follow-up could be laid over
    if isinstance(outcome, Understood):
        return Thread(messages, outcome.query, None, (*thread.history, outcome.query))
    if isinstance(outcome, Clarify):
        return Thread(messages, thread.last, outcome, thread.history, thread.unanswered)
    still = thread.open if outcome.code in ("smalltalk", "help", "term") else None
    return Thread(messages, thread.last, still, thread.history, unanswered(thread, message, outcome))


def in_thread(reading: Reading, thread: Thread) -> Outcome:
    """A message in a thread: a new question, or a fragment laid over the last plan."""
    fragment = is_fragment(reading.pieces)
    reading.before = thread.messages
    if thread.last is None:
        outcome = reading.alone()
        return confirmed(outcome, reading.pieces, thread, reading.lexicon) if fragment else outcome
    which_of_groups(reading.pieces, thread.last)
    if not fragment and not withdrawn_of_rows(reading.pieces, thread.last):
        outcome = reading.alone()
        if isinstance(outcome, Understood) and (bare_count(reading.pieces, thread.last) or let_them(reading.pieces)):
            base = winner(thread.last, reading.lexicon) or thread.last
            return here_or_all(outcome, overlay(reading, base, thread.history), reading.lexicon, thread.last)
        if isinstance(outcome, Understood) or not _refers(reading.pieces):
            return outcome
    outcome = overlay(reading, thread.last, thread.history)
    return confirmed(outcome, reading.pieces, thread, reading.lexicon)


def is_fragment(pieces: Sequence[Piece]) -> bool:
    """Whether a message leans on the one before it."""
    content = [p for p in pieces if not p.has("padding")]
    if not content:
        return False
    first = content[0]
    if any(p.has("passage:asked") for p in content):
        return False
    whole = any(p.has(*_SUBJECTS) for p in content) and any(p.has(*_ASKS) for p in content)
    if first.has(*_OPENERS) and not (whole and first.has("cue:only", "negation:except")):
        return not (
            whole
            and first.has("conjunction:and")
            and not _refers(pieces)
            and any(p.has("place", "value", "date") for p in content)
        )
    if _refers(pieces):
        return True
    return not whole


def _refers(pieces: Sequence[Piece]) -> bool:
    """Whether a word points back: "them", "those", "that", "same", "refusals there"."""
    return any(
        p.has("cue:same", "cue:instead")
        or (p.has("cue:anaphor") and p.words in _POINTING)
        or lone_there(p)
        or (p.words in ("one", "ones") and at and pieces[at - 1].has("measure:oldest", "measure:newest"))
        for at, p in enumerate(pieces)
    )


_POINTING = frozenset(forms("thread", "pointing"))


def answer_open(reading: Reading, asked: Clarify) -> Understood | None:
    """The choice that a reply picks: by number, letter or place in the list, by its text, or by words only one has.

    Raises Stuck for a reply that wants none of them.
    """
    said = [p for p in reading.pieces if not p.has("padding") or p.has("place", "value", "ordinal", "number")]
    words = [w for p in said for w in p.words.split()]
    if words and set(words) <= _NONE and set(words) & _REFUSING:
        raise Stuck("no_choice")
    if len(asked.choices) == 1 and _agrees(reading.pieces):
        return Understood(asked.choices[0].query)
    number = _number(words, len(asked.choices))
    if number is not None and 1 <= number <= len(asked.choices):
        return Understood(asked.choices[number - 1].query)
    if asked.code == "share_of_what" and words and words[0] == "of" and not _of_shares(asked):
        return None  # "of all refusals": the whole of the share, and no count of them
    reply = " ".join(words)
    exact = [c for c in asked.choices if phrase_key(_name(c)) == reply]
    if len(exact) == 1:
        return Understood(exact[0].query)
    picked = _by_words(words, asked.choices)
    return None if picked is not None and half_named(words, asked.choices) else picked


def _of_shares(asked: Clarify) -> bool:
    return any(c.query.measure.kind == "share" for c in asked.choices)


_REFUSING = frozenset(forms("thread", "refusing"))
_NONE = _REFUSING | {"of", "the", "them", "those", "these", "above", "it", "that", "any", "no"}
_LIGHT = frozenset(forms("thread", "light"))


def _name(choice: Choice) -> str:
    """What a choice is called, without the members of a group behind it: "assault" does not choose violent crime."""
    return choice.label.split(":")[0]


def _agrees(pieces: Sequence[Piece]) -> bool:
    """ "yes", "ok", "yes please": to the one thing that is offered."""
    words = [w for p in pieces for w in p.words.split()]
    return bool(words) and words[0] in _YES and set(words) <= _YES | {"please", "thats", "that", "is", "it", "do"}


_YES = frozenset(forms("thread", "yes"))


def _number(words: Sequence[str], choices: int) -> int | None:
    letters = {letter: n for n, letter in enumerate("abcdefgh", start=1)}
    if len(words) == 1 and words[0] in letters:
        return letters[words[0]]
    kept = [w for w in words if w not in _LIGHT] or list(words)
    if len(kept) != 1:
        return None
    if kept[0].isascii() and kept[0].isdigit():
        return int(kept[0])
    if kept[0] in ("last", "bottom"):
        return choices
    if kept[0] == "top":
        return 1
    if kept[0] == "middle" and choices % 2:
        return (choices + 1) // 2
    return _ORDINALS.get(kept[0]) or _CARDINALS.get(kept[0]) or ordinal_number(kept[0])


_WITH = frozenset(forms("thread", "with"))
_EVERY = frozenset(forms("thread", "every"))


_BESIDE = frozenset(forms("thread", "beside"))  # fmt: skip
"""What stands beside the words that pick a choice."""


def _by_words(words: Sequence[str], choices: Sequence[Choice]) -> Understood | None:
    from ingest.vocabulary.states import canonical_state

    said = [w for w in words if w not in _BESIDE] or [w for w in words if len(words) == 1 and len(w) == 2]  # "IN"
    full = {t: phrase_key(s.name).split() for t in said if len(t) == 2 and (s := canonical_state(t)) is not None}
    wanted = {singular(w) for t in said for w in full.get(t, [t])} or {"county"} & set(words)
    if not wanted:
        return None
    if wanted & _EVERY and wanted <= _EVERY | {"them", *_CARDINALS}:
        counted = [_CARDINALS[w] for w in wanted if w in _CARDINALS] or ([2] if "both" in wanted else [])
        return all_choices(choices) if counted in ([], [len(choices)]) else None
    if wanted & _WITH:
        rest = wanted - _WITH
        fits = [c for c in choices if rest <= {singular(w) for w in phrase_key(c.label).split()}]
        fits = [c for c in fits if rest and "without" not in c.label]
        return Understood(fits[0].query) if len(fits) == 1 else None
    level = _by_level(wanted, choices)
    if level is not None:
        return level
    fits = [c for c in choices if wanted <= {singular(w) for w in phrase_key(_name(c)).split()}]
    fits = [c for c in fits if "without" in wanted or "without" not in c.label]  # "Mexico" is not "without Mexico"
    return Understood(fits[0].query) if len(fits) == 1 else None


def _by_level(wanted: set[str], choices: Sequence[Choice]) -> Understood | None:
    """ "the state", "the city", "the country": what kind of thing is meant."""
    if len(wanted) != 1:
        return None
    word = next(iter(wanted))
    places = [[v for f in c.query.filters for v in f.values if isinstance(v, Place)] for c in choices]
    tests: dict[str, Callable[[Choice, list[Place]], bool]] = {
        "state": lambda c, at: bool(at) and all(p.county is None and p.city is None for p in at),
        "county": lambda c, at: bool(at) and all(p.county is not None for p in at),
        "city": lambda c, at: "city" in phrase_key(c.label).split() or any(p.city for p in at),
        "country": lambda c, at: any(f.field == "citizenship" for f in c.query.filters),
    }
    if word not in tests:
        return None
    fits = [c for c, at in zip(choices, places, strict=True) if tests[word](c, at)]
    return Understood(fits[0].query) if len(fits) == 1 else None


def all_choices(choices: Sequence[Choice]) -> Understood | None:
    """Every choice at once, where they differ in the values of one condition."""
    if not choices:
        return None
    first = choices[0].query
    for index, item in enumerate(first.filters):
        rest = [
            (*c.query.filters[:index], *c.query.filters[index + 1 :])
            for c in choices
            if len(c.query.filters) == len(first.filters)
        ]
        shapes = {c.query.model_copy(update={"filters": ()}) for c in choices}
        if len(rest) == len(choices) and len(set(rest)) == 1 and len(shapes) == 1:
            values = tuple(dict.fromkeys(v for c in choices for v in c.query.filters[index].values))
            merged = item.model_copy(update={"values": values, "label": ""})
            return Understood(
                first.model_copy(update={"filters": (*first.filters[:index], merged, *first.filters[index + 1 :])})
            )
    return None
