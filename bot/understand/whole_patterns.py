"""Patterns over a whole message that a passage of the reports answers, each with the topics that it asks for.

Each says what must be in the message and what else may be. A word outside of that, a place or a figure of its own,
leaves the message to the grammar, which declines a "why".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece

LIGHT = ("function", "question", "noun", "conjunction", "cue:anaphor", "cue:everything", "time:during", "padding")
_UP = ("go up", "going up", "went up", "gone up", "goes up", "rise", "rising", "rose", "risen", "grow", "grew", "climb")
_UP_STEMS = ("increas", "jump", "more", "higher")
WHY = ("why", "how come")


def _only(content: Sequence[Piece], *tags: str) -> bool:
    return all(p.has(*LIGHT, *tags) for p in content)


def _any(content: Sequence[Piece], *tags: str) -> bool:
    return any(p.has(*tags) for p in content)


def _asks_why(content: Sequence[Piece]) -> Sequence[Piece]:
    """What follows a "why" or "how can"; empty for another message."""
    can = len(content) > 2 and content[0].words == "how" and content[1].words in ("can", "could")
    return content[1:] if content[0].words in WHY or can else ()


def _upward(piece: Piece) -> bool:
    return piece.words.startswith((*_UP, *_UP_STEMS))


def _why_up(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "why did the numbers go up?": ICE had resumed issuing. Why a place refused more is not in the reports."""
    rest = _asks_why(content)
    moved = [p for p in rest if p.has("measure:change", "text:trend", "compare:more")]
    tags = ("measure:count", "measure:change", "text:trend", "subject:issued", "compare:more", "cue:mention")
    fits = all(p.has(*LIGHT, *tags, "cue:wants_text") or p.words in ("coming weeks", "coming months") for p in rest)
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
    fits = _any(content, "passage:happens") and _any(content, "subject:refusal")
    tags = ("passage:happens", "subject:refusal", "dimension:report", "cue:mention", "cue:wants_text")
    return ("definition",) if fits and _only(content, *tags) else ()


def _trend(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "is the rise a trend?": numbers rise because issuing resumed."""
    tags = ("text:trend", "measure:change", "subject:issued", "subject:refusal", "measure:count", "compare:more")
    other = {"explanation", "another", "other", "reason", "cause", "behind", "there", "give", "gives", "real"}
    fits = all(p.has(*LIGHT, *tags, "dimension:report") or p.words in other for p in content)
    said = any(p.words in ("trend", "a trend") for p in content) and _any(content, "question:did")
    up = any(p.has("measure:change", "text:trend") and _upward(p) for p in content)
    return ("resumed_issuing",) if fits and said and up else ()


def _policies_current(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "are the policies up to date?", "is Section III complete?"."""
    stale = any(p.words.startswith(("still ", "missing")) for p in content)
    named = _any(content, "subject:policy") and (_any(content, "text:policies_change", "text:reliability") or stale)
    asks = content[0].has("question:did", "question:how") or content[0].words in ("can", "could", "might")
    tags = ("subject:policy", "text:policies_change", "text:reliability", "cue:list", "dimension:report")
    fits = _only(content, *tags, "cue:supposed", "negation:not", "cue:nothing", "subject:correction")
    return ("policies_may_have_changed",) if named and asks and fits else ()


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
    said = any(p.words.startswith(_FORESEES) for p in content)
    expects = said and _any(content, "noun:ice", "dimension:report") and content[0].has("question:did")
    more = _any(content, "subject:issued") and any(p.words == "more" for p in content) and _any(content, "noun:ice")
    expects = expects or (more and content[0].has("question:did"))
    tags = ("text:trend", "measure:change", "compare:more", "subject:issued", "measure:count", "dimension:report")
    up = any(_upward(p) for p in content)
    fits = all(p.has(*LIGHT, *tags, "relative:now") or p.words.startswith(_FORESEES) for p in content)
    return ("resumed_issuing",) if expects and up and fits else ()


_FORESEES = ("expect", "predict", "anticipat", "foresee", "forecast", "project")


def _tells(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "do jails report refusals to ICE?", "how would ICE know that a jail let someone go?"."""
    asks = content[0].has("question:did", "question:how")
    agency = _any(content, "noun:agency", "dimension:facility", "cue:anaphor")
    says = _any(content, "dimension:report", "text:reliability", "passage:know") and _any(content, "noun:ice")
    by_ice = ("noun:ice", "function")
    knows = any(p.has("passage:know") and k and content[k - 1].has(*by_ice) for k, p in enumerate(content))
    tags = ("dimension:report", "text:reliability", "passage:know", "subject:refusal", "dimension:facility")
    fits = _only(content, *tags, "question:when", "dimension:day", "cue:everything", "group:by")
    return ("awareness",) if asks and fits and says and (agency or knows) else ()


def _same_week(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "were they all issued the same week?", "does it count by issue date or refusal date?"."""
    if not content[0].has("question:did") or _any(content, "place", "measure:share"):
        return ()
    days = any(p.words.startswith(("refusal date", "decline date")) for p in content)
    tags = ("subject:issued", "subject:refusal", "dimension:report", "value:report", "cue:same", "ordinal:this")
    week = any("week" in p.words for p in content) and _any(content, "noun:detainer", "subject:refusal", "cue:anaphor")
    issued = _any(content, "subject:issued") or any(p.words == "from" for p in content)
    fits = _only(content, *tags, "dimension:issue_date", "dimension:day", "group:by", "conjunction:or", "unit")
    both_dates = days and _any(content, "dimension:issue_date")
    return ("issue_date",) if fits and (both_dates or (week and issued)) else ()


def _missing(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "what's missing from the data?"."""
    lacks = any(p.words.startswith(("missing", "absent")) for p in content) and content[0].has("question:which")
    fits = _only(content, "cue:nothing", "cue:not_given", "dimension:report", "cue:list")
    return ("awareness", "issued_not_declined") if lacks and fits and len(content) <= 4 else ()


def _policies_from(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "where does the policy list come from?"."""
    asks = content[0].has("dimension:where", "question:where", "question:how") and _any(content, "subject:policy")
    tags = ("subject:policy", "dimension:where", "cue:account", "cue:list", "time:since", "time:between")
    fits = _only(content, *tags) and any("from" in p.words for p in content)
    return ("policies_may_have_changed",) if asks and fits else ()


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


_SECTIONS = {"I": ("i", "1", "one"), "II": ("ii", "2", "two"), "III": ("iii", "3", "three")}
_NUMBERS = {word: number for number, words in _SECTIONS.items() for word in words}
_SAYS = frozenset(
    {"say", "says", "count", "counts", "contain", "contains", "cover", "covers", "mean", "about", "for", "tell us"}
    | {"tell", "explain"}
)


def _says_only(piece: Piece) -> bool:
    return piece.has("function", "question", "padding", "passage:explain") or piece.words in _SAYS


def _section(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "what does Section II say?", "explain Section III": its own words, not its rows."""
    named = [p for p in content if p.words.startswith("section ") and p.words.split()[1] in _NUMBERS]
    asks = content[0].has("passage:explain") or content[0].words in ("what is", "what does", "what", "whats", "explain")
    rest = [p for p in content if p not in named]
    cover = [p for p in rest if p.has("text:cover") and p.words in ("cover page", "front page", "introduction")]
    if cover and not named and asks and content[-1].words in _SAYS:
        return ("section cover",) if all(p in cover or _says_only(p) for p in rest) else ()
    says = (
        content[0].has("passage:explain")
        or content[-1].words in _SAYS
        or (content[0].words == "what is" and len(rest) == 1)
    )
    allowed = all(_says_only(p) for p in rest)
    if len(named) == 1 and asks and says and allowed:
        return (f"section {_NUMBERS[named[0].words.split()[1]]}",)
    return ()


PATTERNS: tuple[Callable[[Sequence[Piece], Lexicon], tuple[str, ...]], ...] = (
    _why_up,
    _why_old,
    _why_listed,
    _why_incomplete,
    _happens,
    _trend,
    _policies_current,
    _resumed,
    _expects,
    _tells,
    _same_week,
    _missing,
    _policies_from,
    _late,
    _issued_or_refused,
    _section,
)
