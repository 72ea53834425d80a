"""Messages that are answered by a passage as a whole: "why do old detainers show up", "what does Section I say".

A pattern of `whole_patterns` takes the entire message or nothing; courtesies and slips of sense are put right before.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.offices import fold_according_to, fold_hours, fold_offices, fold_titles
from bot.understand.pieces import Piece, merged
from bot.understand.policy_folds import fold_policies
from bot.understand.whole_base import LIGHT, WHY
from bot.understand.whole_patterns import PATTERNS
from bot.understand.words import Sense

_CHAT_LIGHT = (*LIGHT, "cue", "measure:count", "dimension:report", "offtopic:chat")


def fold_whole(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """The message as one piece of sense 'passage:topic=...' where a pattern fits it; what is only chat as padding."""
    pieces = fold_policies(fold_according_to(fold_titles(fold_offices(fold_hours(pieces), lexicon))))
    pieces = _section_says(_ice_says(_place_says(_why_corrected(_posted(_chat_beside(pieces)))), lexicon))
    content = [p for p in pieces if not p.has("padding")]
    if not content:
        return pieces
    for pattern in PATTERNS:
        topics = pattern(content, lexicon)
        if topics and topics[0].startswith("term "):
            return [merged(pieces, Sense("offtopic", "term"))]
        if topics:
            return [merged(pieces, Sense("passage", "asked", topics))]
    both = _of_each(content, lexicon)
    return [merged(pieces, Sense("passage", "asked", both))] if both else pieces


def _of_each(content: list[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """The topics of two questions in one message, each of which a pattern takes whole."""
    for cut in range(1, len(content)):
        if not set(content[cut].gap) & _ENDS or not content[cut].has("question"):
            continue
        halves = [_topics(part, lexicon) for part in (content[:cut], content[cut:])]
        plain = all(found and not found[0].startswith(("term ", "section ")) for found in halves)
        return tuple(dict.fromkeys([*halves[0], *halves[1]])) if plain else ()
    return ()


def _topics(content: list[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    return next((topics for pattern in PATTERNS if (topics := pattern(content, lexicon))), ())


_ENDS = frozenset("?.!;-\u2013\u2014")


def _posted(pieces: list[Piece]) -> list[Piece]:
    """ "when did ICE post the third report": a verb, not "after"; "when did report 2 go up": no rise."""
    up = [p for p in pieces if p.words == "go up"]
    when = any(p.has("question:when") for p in pieces) and any(p.has("value:report") for p in pieces)
    light = ("function", "question", "value:report", "padding")
    if up and when and all(p.has(*light) or p is up[0] for p in pieces):
        return [p.narrowed(Sense("subject", "posted")) if p is up[0] else p for p in pieces]
    return [
        p.narrowed(Sense("subject", "posted"))
        if p.has("time:after") and p.has("subject:posted") and at and pieces[at - 1].has("noun:ice", "cue:anaphor")
        else p
        for at, p in enumerate(pieces)
    ]


def _why_corrected(pieces: list[Piece]) -> list[Piece]:
    """ "why was Williamson corrected?": the correction itself says why."""
    taken = [p for p in pieces if p.has("subject:correction")]
    why = [p for p in pieces if p.words in (*WHY, *_REASONS)]
    rows = [p for p in pieces if p.has("subject:refusal") and not p.words.endswith(_ROWS)]
    if not taken or len(why) != 1 or rows or any(p.has("measure", "compare") for p in pieces):
        return pieces
    if pieces.index(why[0]) > 2:
        return pieces
    return [p.narrowed(Sense("question", "why")) if p is why[0] else p for p in pieces]


_REASONS = forms("whole", "reasons")
_ROWS = forms("whole", "rows")
"""How a noun for rows ends ("refusals", "denials", "declined detainers"), which the correction concerns."""


def _ice_says(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """ "what did ICE say about Nueces County?": what it took back there, where it did."""
    content = [p for p in pieces if not p.has("padding")]
    while content and content[-1].has("function:later"):  # "what did ICE say about Polk afterwards"
        content.pop()
    last = content[-1] if content else None
    if last is None or not last.has("place:mention") or not content[0].words.startswith("what"):
        return pieces
    back = {(c.state, c.county) for c in lexicon.corrections}
    places = [place for o in last.value("place:mention").options for place in o.places]
    if not any((p.state, p.county) in back for p in places) or not any(p.has("noun:ice") for p in content):
        return pieces
    if not all(p.has("function", "question", "noun:ice", "cue:wants_text", "place:mention") for p in content):
        return pieces
    return [p.narrowed(Sense("subject", "correction")) if p.has("cue:wants_text") else p for p in pieces]


def _place_says(pieces: list[Piece]) -> list[Piece]:
    """ "what did Nassau say?": what it says of its listing."""
    content = [p for p in pieces if not p.has("padding")]
    ends = len(content) >= 3 and content[-1].words in ("say", "said", "says") and content[-2].has("place:mention")
    if not ends or content[0].words.split()[0] not in ("what", "whats") or any(p.has("subject") for p in content):
        return pieces
    return [p.narrowed(Sense("subject", "dispute")) if p is content[-1] else p for p in pieces]


def _section_says(pieces: list[Piece]) -> list[Piece]:
    """ "what does Section I say for Cook County?": the number that it lists there, and none of its sentences."""
    asks = any(p.has("question:what_is") for p in pieces) and any(p.has("subject:section_one") for p in pieces)
    if not asks or not any(p.has("place:mention") for p in pieces):
        return pieces
    return [p.narrowed(Sense("cue", "list")) if p.words in ("say", "says") else p for p in pieces]


def _chat_beside(pieces: list[Piece]) -> list[Piece]:
    """ "thanks anyway, how many in Denver?": courtesies beside a question are none of it."""
    if all(p.has(*_CHAT_LIGHT) for p in pieces):
        return pieces
    plain = [p.has("offtopic:chat") and not p.has(*LIGHT) for p in pieces]
    return [
        p.narrowed(Sense("padding", "chat")) if chat and _ends(pieces, at) else p
        for at, (p, chat) in enumerate(zip(pieces, plain, strict=True))
    ]


def _ends(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a courtesy stands for itself: at the end, or parted from the rest by a comma or the like."""
    return at + 1 == len(pieces) or bool(pieces[at + 1].gap)
