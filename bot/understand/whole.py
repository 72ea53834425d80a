"""Messages that are answered by a passage as a whole: "why do old detainers show up", "what does Section I say".

Each pattern takes the entire message or nothing: what must be in it, and what else may be. A word outside of that, a
place or a report with a figure of its own, leaves the message to the grammar, which declines a "why".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece, merged
from bot.understand.words import Sense

_LIGHT = ("function", "question", "noun", "conjunction", "cue:anaphor", "cue:everything", "time:during", "padding")
_CHAT_LIGHT = (*_LIGHT, "cue", "measure:count", "dimension:report", "offtopic:chat")
_UP = ("go up", "going up", "went up", "gone up", "goes up", "rise", "rising", "rose", "risen", "grow", "grew", "climb")
_UP_STEMS = ("increas", "jump", "more", "higher")
_WHY = ("why", "how come")


def fold_whole(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """The message as one piece of sense 'passage:topic=...' where a pattern fits it; what is only chat as padding."""
    pieces = _posted(_chat_beside(pieces))
    content = [p for p in pieces if not p.has("padding")]
    if not content:
        return pieces
    for pattern in _PATTERNS:
        topics = pattern(content, lexicon)
        if topics:
            return [merged(pieces, Sense("passage", "asked", topics))]
    return pieces


def _posted(pieces: list[Piece]) -> list[Piece]:
    """ "when did ICE post the third report": a verb, not "after"."""
    return [
        p.narrowed(Sense("subject", "posted"))
        if p.has("time:after") and p.has("subject:posted") and at and pieces[at - 1].has("noun:ice", "cue:anaphor")
        else p
        for at, p in enumerate(pieces)
    ]


def _chat_beside(pieces: list[Piece]) -> list[Piece]:
    """ "thanks anyway, how many in Denver?": courtesies beside a question are none of it."""
    if all(p.has(*_CHAT_LIGHT) for p in pieces):
        return pieces
    plain = [p.has("offtopic:chat") and not p.has(*_LIGHT) for p in pieces]
    return [
        p.narrowed(Sense("padding", "chat")) if chat and _ends(pieces, at) else p
        for at, (p, chat) in enumerate(zip(pieces, plain, strict=True))
    ]


def _ends(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a courtesy stands for itself: at the end, or parted from the rest by a comma or the like."""
    return at + 1 == len(pieces) or bool(pieces[at + 1].gap)


def _only(content: Sequence[Piece], *tags: str) -> bool:
    return all(p.has(*_LIGHT, *tags) for p in content)


def _any(content: Sequence[Piece], *tags: str) -> bool:
    return any(p.has(*tags) for p in content)


def _asks_why(content: Sequence[Piece]) -> Sequence[Piece]:
    """What follows a "why"; empty for another message."""
    return content[1:] if content[0].words in _WHY else ()


def _upward(piece: Piece) -> bool:
    return piece.words.startswith((*_UP, *_UP_STEMS))


def _why_up(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "why did the numbers go up?": ICE had resumed issuing. Why a place refused more is not in the reports."""
    rest = _asks_why(content)
    moved = [p for p in rest if p.has("measure:change", "text:trend", "compare:more")]
    fits = _only(
        rest, "measure:count", "measure:change", "text:trend", "subject:issued", "compare:more", "measure:change"
    )
    of = _any(rest, "noun:number", "noun:detainer", "subject:issued", "measure:count")
    if moved and all(_upward(p) for p in moved) and fits and of and not _any(rest, "subject:refusal"):
        return ("resumed_issuing",)
    return ()


def _why_old(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "why are there detainers from 2014 in a 2017 report?": rows go by the day of refusal."""
    rest = _asks_why(content)
    if not rest or not _only(
        rest,
        "cue:appear",
        "cue:list",
        "dimension:report",
        "value:report",
        "judge:many",
        "time",
        "subject:issued",
        "subject:refusal",
        "unit",
        "dimension:year",
        "limit:gap",
        "date",
        "group",
    ):
        return ()
    first = lexicon.reports[0].start if lexicon.reports else None
    for at, piece in enumerate(rest):
        if piece.has("time:old", "limit:gap") or piece.words in ("old", "older", "years ago"):
            return ("issue_date",)
        if piece.has("date") and first is not None:
            start = piece.value("date").start
            before = bool(at and rest[at - 1].has("time:before"))
            if start.year < first.year or (before and start <= first):
                return ("issue_date",)
    return ()


def _why_listed(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "why is Clark County in Section I but not in Section II?": issued is not declined, where it is as supposed."""
    rest = _asks_why(content)
    tags = ("dimension:place", "dimension:county", "subject", "negation", "cue:appear", "cue:nothing", "cue:only")
    if not rest or not _only(rest, *tags, "number", "place:mention", "measure:count"):
        return ()
    in_one = _any(rest, "subject:section_one", "subject:issued")
    none_in_two = _any(rest, "cue:nothing") or (_any(rest, "negation") and _any(rest, "subject:refusal"))
    if in_one and none_in_two and _any(rest, "place:mention", "dimension") and _as_supposed(rest, lexicon):
        return ("issued_not_declined",)
    return ()


def _as_supposed(rest: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Whether the place named is listed in Section I, with the number said, and refused nothing."""
    places = [
        place for p in rest if p.has("place:mention") for o in p.value("place:mention").options for place in o.places
    ]
    issued = {
        e.issued for e in lexicon.issued for place in places if (e.state, e.county) == (place.state, place.county)
    }
    numbers = {s.value for p in rest for s in p.senses if s.kind == "number"}
    listed = [p for p in places if p in lexicon.issued_places]
    refused = [p for p in places if p in lexicon.refusal_places]
    return bool(listed) and not refused and numbers <= issued if places else not numbers


def _why_incomplete(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "why is the list incomplete?": agencies seldom tell ICE."""
    rest = _asks_why(content)
    tags = (
        "text:reliability",
        "dimension:report",
        "subject:refusal",
        "measure:count",
        "negation:not",
        "group:by",
        "cue:list",
    )
    return ("awareness",) if _any(rest, "text:reliability") and _only(rest, *tags, "judge:many") else ()


def _happens(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "what happens when a detainer is declined?"."""
    fits = content[0].has("passage:happens") and _any(content, "subject:refusal")
    return ("definition",) if fits and _only(content, "passage:happens", "subject:refusal") else ()


def _resumed(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "did ICE stop sending detainers to some places?"."""
    tags = (
        "passage:resumed",
        "dimension:place",
        "dimension:aor",
        "dimension:county",
        "offtopic:motives",
        "cue:supposed",
    )
    return ("resumed_issuing",) if _any(content, "passage:resumed") and _only(content, *tags) else ()


def _expects(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "does ICE expect more detainers to be issued?"."""
    expects = any(p.words.startswith("expect") for p in content) and _any(content, "noun:ice", "dimension:report")
    tags = ("text:trend", "measure:change", "compare:more", "subject:issued", "measure:count", "dimension:report")
    up = any(_upward(p) for p in content)
    return ("resumed_issuing",) if expects and up and _only(content, *tags) else ()


def _late(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "does late notice count as declined?"."""
    late = any(p.has("text:definition") and ("late" in p.words or "notice" in p.words) for p in content)
    tags = ("text", "subject:refusal", "dimension:facility", "measure:count", "question:when", "dimension:day")
    return ("definition",) if late and _any(content, "question") and _only(content, *tags) else ()


def _issued_or_refused(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "are issued detainers the same as refused ones?", "does issued mean declined?"."""
    both = _any(content, "subject:issued", "subject:section_one") and _any(content, "subject:refusal")
    same = _any(content, "cue:same") or any(p.words in ("mean", "means", "same", "equal") for p in content)
    tags = (
        "subject:issued",
        "subject:section_one",
        "subject:refusal",
        "cue:same",
        "text:definition",
        "measure:average",
    )
    if both and same and _any(content, "question:did", "question:what_is") and _only(content, *tags, "negation:not"):
        return ("issued_not_declined", "definition")
    return ()


_SECTION_WORDS = {
    "i": "I",
    "1": "I",
    "one": "I",
    "ii": "II",
    "2": "II",
    "two": "II",
    "iii": "III",
    "3": "III",
    "three": "III",
}
_SAYS = ("say", "says", "contain", "contains", "cover", "covers", "mean", "about", "for", "tell us", "tell", "explain")


def _section(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "what does Section II say?", "explain Section III": its own words, not its rows."""
    named = [p for p in content if p.words.startswith("section ") and p.words.split()[1] in _SECTION_WORDS]
    asks = content[0].has("passage:explain") or content[0].words in ("what is", "what does", "what", "whats", "explain")
    rest = [p for p in content if p not in named]
    says = (
        content[0].has("passage:explain")
        or content[-1].words in _SAYS
        or (content[0].words == "what is" and len(rest) == 1)
    )
    allowed = all(p.has("function", "question", "padding", "passage:explain") or p.words in _SAYS for p in rest)
    if len(named) == 1 and asks and says and allowed:
        return (f"section {_SECTION_WORDS[named[0].words.split()[1]]}",)
    return ()


_PATTERNS: tuple[Callable[[Sequence[Piece], Lexicon], tuple[str, ...]], ...] = (
    _why_up,
    _why_old,
    _why_listed,
    _why_incomplete,
    _happens,
    _resumed,
    _expects,
    _late,
    _issued_or_refused,
    _section,
)
