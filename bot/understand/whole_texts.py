"""Messages about what a passage says, read by topic: "do refusals go unreported", "can I say Harris refused them"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece
from bot.understand.whole_base import LIGHT, some

_RELIABILITY = ("awareness", "issue_date", "definition", "issued_not_declined")
_OF_REPORTS = (
    "about",
    "passage_light",
    "subject:refusal",
    "subject:issued",
    "subject:section_one",
    "subject:policy",
    "dimension:report",
    "dimension:day",
    "dimension:facility",
    "dimension:issue_date",
    "cue:list",
    "cue:appear",
    "cue:supposed",
    "cue:as_published",
    "conjunction:or",
    "question:when",
    "text",
    "negation:not",
    "unit",
)
_PLACES = ("place:mention", "dimension:place", "dimension:county", "dimension:state", "value:report")


def by_topic(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """The topics named by phrases of `prompts/words/passages.yaml`, where all the rest is light."""
    named = [s.key for p in content for s in p.senses if s.kind == "about"]
    if not named or content[0].has("measure:count") or some(content, "place", "number", "date", "offtopic"):
        return ()
    if "issued_not_declined" in named and not some(content, "subject:issued", "subject:section_one"):
        return ()
    if not all(p.has(*LIGHT, *_OF_REPORTS) for p in content):
        return ()
    if "caveats" in named:
        return _RELIABILITY
    return tuple(dict.fromkeys(named))


def issued_as_refused(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "did the Section I counties refuse them", "can I say that those with the most detainers let them all go"."""
    asks = content[0].has("question:did", "cue:supposed") or some(content, "cue:supposed")
    issued = some(content, "subject:section_one") or (
        some(content, "cue:supposed") and some(content, "subject:issued", "subject:received") and _ranked(content)
    )
    refused = some(content, "subject:refusal")
    counted = some(content, "measure:count", "group:by") or content[0].has("question:which")
    if not (asks and issued and refused) or counted:
        return ()
    tags: tuple[str, ...] = (
        "subject:issued",
        "subject:section_one",
        "subject:received",
        "subject:refusal",
        "order:most",
        "text",
    )
    tags = (*tags, "number") if some(content, "subject:section_one") else tags  # "that Harris refused 150"
    fits = all(p.has(*LIGHT, *_PLACES, *tags, "cue:appear", "cue:supposed", "passage_light") for p in content)
    return ("issued_not_declined", "definition") if fits else ()


def _ranked(content: Sequence[Piece]) -> bool:
    return some(content, "order:most", "cue:everything")


def fate_of_issued(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "what became of the detainers issued to Harris": no outcome was known, whichever place."""
    fate = any(p.has("about:issued_not_declined") for p in content)
    if not fate or not some(content, "subject:issued", "subject:section_one"):
        return ()
    tags = ("about", "subject:issued", "subject:section_one", "passage_light", "noun", "cue:appear")
    return ("issued_not_declined",) if all(p.has(*LIGHT, *_PLACES, *tags) for p in content) else ()


def let_go(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "are people whose detainers are declined released?": what becomes of them in general."""
    verbs = [p.words.startswith(_FREED) for p in content if p.has("subject:refusal")]
    asks = content[0].has("question:did") and any(verbs) and not all(verbs) and some(content, "noun:person")
    return ("definition",) if asks and all(p.has(*LIGHT, "subject:refusal", "passage_light") for p in content) else ()


_FREED = forms("whole_texts", "freed")
BY_TOPIC = (let_go, issued_as_refused, fate_of_issued, by_topic)
