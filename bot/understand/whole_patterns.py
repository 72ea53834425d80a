"""Patterns over a whole message that a passage of the reports answers, each with the topics that it asks for.

Each says what must be in the message and what else may be. A word outside of that, a place or a figure of its own,
leaves the message to the grammar, which declines a "why".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece
from bot.understand.whole_base import LIGHT, only, some, upward
from bot.understand.whole_texts import BY_TOPIC
from bot.understand.whole_why import why_incomplete, why_listed, why_old, why_up


def _happens(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "what happens when a detainer is declined?"."""
    fits = some(content, "passage:happens") and some(content, "subject:refusal")
    tags = ("passage:happens", "subject:refusal", "dimension:report", "cue:mention", "cue:wants_text")
    return ("definition",) if fits and only(content, *tags) else ()


def _trend(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "is the rise a trend?": numbers rise because issuing resumed."""
    tags = ("text:trend", "measure:change", "subject:issued", "subject:refusal", "measure:count", "compare:more")
    other = {"explanation", "another", "other", "reason", "cause", "behind", "there", "give", "gives", "real"}
    fits = all(p.has(*LIGHT, *tags, "dimension:report", "passage_light") or p.words in other for p in content)
    said = any(p.words in ("trend", "a trend") for p in content) and some(content, "question:did")
    up = any(p.has("measure:change", "text:trend") and upward(p) for p in content)
    return ("resumed_issuing",) if fits and said and up else ()


def _policies_current(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "are the policies up to date?", "is Section III complete?"."""
    stale = any(p.words.startswith(("still ", "missing")) for p in content)
    stale = stale or (content[0].words in ("could", "might", "may") and any(p.words == "changed" for p in content))
    named = some(content, "subject:policy") and (some(content, "text:policies_change", "text:reliability") or stale)
    asks = content[0].has("question:did", "question:how") or content[0].words in ("can", "could", "might")
    tags = ("subject:policy", "text:policies_change", "text:reliability", "cue:list", "dimension:report")
    also = ("measure:change", "time:since") if stale else ()
    also = (*also, "cue:nothing", "dimension:place", "dimension:county", "passage_light", "after_publication")
    fits = only(content, *tags, *also, "cue:supposed", "negation:not", "subject:correction")
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
    return ("resumed_issuing",) if some(content, "passage:resumed") and only(content, *tags) else ()


def _expects(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "does ICE expect more detainers to be issued?"."""
    said = any(p.words.startswith(_FORESEES) for p in content)
    expects = said and some(content, "noun:ice", "dimension:report") and content[0].has("question:did")
    more = some(content, "subject:issued") and any(p.words == "more" for p in content) and some(content, "noun:ice")
    expects = expects or (more and content[0].has("question:did"))
    tags = ("text:trend", "measure:change", "compare:more", "subject:issued", "measure:count", "dimension:report")
    up = any(upward(p) for p in content)
    fits = all(p.has(*LIGHT, *tags, "relative:now") or p.words.startswith(_FORESEES) for p in content)
    return ("resumed_issuing",) if expects and up and fits else ()


_FORESEES = forms("whole_patterns", "foresees")


def _tells(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "do jails report refusals to ICE?", "how would ICE know that a jail let someone go?"."""
    asks = content[0].has("question:did", "question:how")
    agency = some(content, "noun:agency", "dimension:facility", "dimension:county", "cue:anaphor")
    told = content[-1].words in ("them", "ice") and some(content, "text:reliability")  # "do counties tell them"
    says = some(content, "dimension:report", "text:reliability", "passage:know") and (some(content, "noun:ice") or told)
    by_ice = ("noun:ice", "function")
    knows = any(p.has("passage:know") and k and content[k - 1].has(*by_ice) for k, p in enumerate(content))
    tags = ("dimension:report", "text:reliability", "passage:know", "subject:refusal", "dimension:facility")
    more = ("dimension:county", "question:when", "dimension:day", "cue:everything", "group:by", "passage_light")
    fits = only(content, *tags, *more)
    return ("awareness",) if asks and fits and says and (agency or knows) else ()


def _sources(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "where does ICE get these refusals from", "how does ICE get its numbers": what ICE became aware of."""
    gets = some(content, "noun:ice") and some(content, "subject:received")
    asks = content[0].words == "how" or (content[0].words == "where" and content[-1].words == "from")
    what = some(content, "subject:refusal", "noun:number", "dimension:report", "measure:count")
    tags = ("subject:received", "subject:refusal", "dimension:citizenship", "dimension:where", "dimension:report")
    return ("awareness",) if asks and gets and what and only(content, *tags, "measure:count") else ()


def _trusted(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "can I trust these numbers?": what the reports say of them, all of it."""
    trust = any(p.has("text:reliability") and p.words.startswith(("trust", "rel")) for p in content)
    asks = content[0].has("question:did") or content[0].words in ("can", "could", "should", "can i", "how")
    numbers = some(content, "noun:number", "dimension:report")
    fits = only(content, "text:reliability", "measure:count", "dimension:report")
    return (
        ("awareness", "issue_date", "definition", "issued_not_declined") if trust and asks and numbers and fits else ()
    )


def _charge_or_conviction(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "is being charged the same as being convicted?": no number, and the two are not the same."""
    said = [p.sense("disposition").key for p in content if p.has("disposition")]
    same = some(content, "cue:same", "text:definition") or all(p.has("function", "disposition") for p in content)
    fits = only(content, "disposition", "cue:same", "text:definition", "negation:not")
    asks = content[0].has("question:did") and not content[0].words.startswith("how")
    return ("term charge",) if asks and same and fits and set(said) == {"charge", "conviction"} else ()


def _same_week(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "were they all issued the same week?", "does it count by issue date or refusal date?"."""
    if not content[0].has("question:did") or some(content, "place", "measure:share"):
        return ()
    days = any(p.words.startswith(("refusal date", "decline date")) for p in content)
    tags = ("subject:issued", "subject:refusal", "dimension:report", "value:report", "cue:same", "ordinal:this")
    week = any("week" in p.words for p in content) and some(content, "noun:detainer", "subject:refusal", "cue:anaphor")
    issued = some(content, "subject:issued") or any(p.words == "from" for p in content)
    fits = only(content, *tags, "dimension:issue_date", "dimension:day", "group:by", "conjunction:or", "unit")
    old = any(p.words in ("old", "older", "years old") or p.has("time:old") for p in content)
    if old and some(content, "cue:appear") and only(content, *tags, "cue:appear", "time:old", "judge:many"):
        return ("issue_date",)  # "are old detainers included?"
    both_dates = days and some(content, "dimension:issue_date")
    return ("issue_date",) if fits and (both_dates or (week and issued)) else ()


def _missing(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "what's missing from the data?"."""
    lacks = any(p.words.startswith(("missing", "absent")) for p in content) and content[0].has("question:which")
    weeks = any(p.has("dimension:report") and "week" in p.words for p in content)  # which weeks are loaded is no text
    fits = only(content, "cue:nothing", "cue:not_given", "dimension:report", "cue:list") and not weeks
    return ("awareness", "issued_not_declined") if lacks and fits and len(content) <= 4 else ()


def _policies_from(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "where does the policy list come from?"."""
    asks = content[0].words in ("where", "how") and some(content, "subject:policy")
    tags = ("subject:policy", "dimension:where", "dimension:citizenship", "cue:account", "cue:list", "time:since")
    made = any(
        "from" in p.words or p.words in ("made", "compiled", "put together", "built", "drawn up") for p in content
    )
    fits = only(content, *tags, "time:between") and made
    return ("policies_may_have_changed",) if asks and fits else ()


_ABOUT = (
    ("time:old", "issue_date"),
    ("text:trend", "resumed_issuing"),
    ("measure:change", "resumed_issuing"),
    ("dimension:aor", "resumed_issuing"),
    ("text:definition", "definition"),
    ("dimension:issue_date", "issue_date"),
    ("subject:policy", "policies_may_have_changed"),
    ("subject:issued", "issued_not_declined"),
)


def _says_about(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "what does it say about the trend?"."""
    at = next((k for k, p in enumerate(content) if p.has("cue:wants_text") and p.words.endswith(" about")), None)
    speaker = at is not None and some(content[:at], "dimension:report", "noun:ice", "cue:anaphor")
    if at is None or not speaker or not content[0].has("question:what_is", "question:did"):
        return ()
    rest = content[at + 1 :]
    topics = [topic for tag, topic in _ABOUT if some(rest, tag)]
    fits = only(content[:at], "dimension:report") and only(rest, *[tag for tag, _ in _ABOUT], "subject:refusal")
    falls = any(p.has("measure:change") and not p.has("text:trend") and not upward(p) for p in rest)
    return tuple(dict.fromkeys(topics)) if fits and not falls else ()


def _taken_as(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "can we take this as a complete count of refusals?"."""
    tags = ("passage:takes", "measure:count", "subject:refusal", "cue:list", "dimension:report", "text:reliability")
    fits = some(content, "passage:takes") and only(content, *tags)
    return ("awareness", "issue_date", "definition", "issued_not_declined") if fits else ()


def _row_or_person(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "is a row a person?": a word's meaning, told by the desk."""
    row = [p for p in content if p.words in _ROWS]
    person = content[-1].has("noun:person") and not content[-1].has("subject")
    one = all(p.has("function", "question", "number") or p in row or p is content[-1] for p in content)
    return ("term row",) if row and person and one and content[0].has("question:did") else ()


_ROWS = frozenset(
    {"row", "rows", "record", "records", "entry", "entries", "line", "lines", "detainer", "detainers"}
    | {"refused detainer", "refused detainers", "declined detainer", "declined detainers"}
)


def _late(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "does late notice count as declined?"."""
    late = any(p.has("text:definition") and ("late" in p.words or "notice" in p.words) for p in content)
    tags = ("text", "subject:refusal", "dimension:facility", "measure:count", "question:when", "dimension:day")
    called = ("policy_fact:title", "cue:only")  # "if the jail just called ICE too late"
    return ("definition",) if late and some(content, "question") and only(content, *tags, *called) else ()


def _issued_or_refused(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "are issued detainers the same as refused ones?", "does issued mean declined?"."""
    both = some(content, "subject:issued", "subject:section_one") and some(content, "subject:refusal")
    same = some(content, "cue:same") or any(p.words in ("mean", "means", "same", "equal") for p in content)
    tags = (
        "subject:issued",
        "subject:section_one",
        "subject:refusal",
        "cue:same",
        "text:definition",
        "measure:average",
    )
    shown = ("cue:list", "cue:appear", "cue:mention")
    shows = content[0].has("question:did") and some(content, *shown) and only(content, *tags, *shown)
    if both and shows and some(content, "subject:section_one"):
        return ("issued_not_declined",)
    titles = sum(p.words.startswith("section ") for p in content) == 2
    if both and titles and some(content, "measure:difference") and only(content, *tags, "measure:difference"):
        return ("issued_not_declined", "definition")
    light = ("measure:difference", "passage:explain")
    if both and all(some(content, tag) for tag in light) and only(content, *tags, *light, "time:between"):
        return ("issued_not_declined", "definition")
    if both and same and some(content, "question:did", "question:what_is") and only(content, *tags, "negation:not"):
        return ("issued_not_declined", "definition")
    return ()


_SECTIONS = {"I": ("i", "1", "one"), "II": ("ii", "2", "two"), "III": ("iii", "3", "three")}
_NUMBERS = {word: number for number, words in _SECTIONS.items() for word in words}
_SAYS = frozenset(
    {"say", "says", "count", "counts", "contain", "contains", "cover", "covers", "mean", "about", "for", "tell us"}
    | {"tell", "explain"}
)


def _says_only(piece: Piece) -> bool:
    light = ("function", "question", "padding", "passage:explain", "cue:wants_text", "cue:anaphor", "noun:number")
    return piece.has(*light) or piece.words in _SAYS


def _section(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "what does Section II say?", "explain Section III": its own words, not its rows."""
    named = [p for p in content if p.words.startswith("section ") and p.words.split()[1] in _NUMBERS]
    asks = content[0].has("passage:explain") or content[0].words in ("what is", "what does", "what", "whats", "explain")
    rest = [p for p in content if p not in named]
    cover = [p for p in rest if p.has("text:cover") and p.words in ("cover page", "front page", "introduction")]
    cover = cover or [p for p in rest if p.has("text:cover") and p.words == "cover" and content[-1].words in _SAYS]
    text = content[-1].words in ("text", "wording", "words")
    if cover and not named and ((asks and content[-1].words in _SAYS) or (text and len(content) <= 3)):
        fits = all(p in cover or _says_only(p) or (text and p is content[-1]) for p in rest)
        return ("section cover",) if fits else ()
    says = (
        content[0].has("passage:explain")
        or content[-1].words in _SAYS
        or some(content, "cue:wants_text")
        or (content[0].words == "what is" and len(rest) == 1)
    )
    allowed = all(_says_only(p) for p in rest)
    if len(named) == 1 and asks and says and allowed:
        return (f"section {_NUMBERS[named[0].words.split()[1]]}",)
    return ()


PATTERNS: tuple[Callable[[Sequence[Piece], Lexicon], tuple[str, ...]], ...] = (
    *BY_TOPIC,
    why_up,
    why_old,
    why_listed,
    why_incomplete,
    _happens,
    _trend,
    _policies_current,
    _resumed,
    _expects,
    _tells,
    _sources,
    _trusted,
    _charge_or_conviction,
    _same_week,
    _missing,
    _policies_from,
    _says_about,
    _taken_as,
    _row_or_person,
    _late,
    _issued_or_refused,
    _section,
)
