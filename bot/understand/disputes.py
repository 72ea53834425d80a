"""Whether a listing itself is asked about: is it right, does the place dispute it, does a quoted number still stand."""

from __future__ import annotations

from bot.understand.draft import Draft
from bot.understand.forms import forms


def listing_right(draft: Draft) -> bool:
    """ "is Chester County's listing right?": whether ICE took it back, and what the place says."""
    content = [p for p in draft.pieces if not p.has("padding")]
    asks = bool(content) and content[0].words in ("is", "are", "was", "were")
    right = asks and draft.pieces[-1].words in _RIGHT
    rows = ("subject:refusal", "noun:detainer", "subject:issued")
    real = (
        asks and (draft.pieces[-1].words == "real" or draft.pieces[-1].has("genuine")) and draft.has(*rows, "cue:list")
    )
    light = (
        "function",
        "question",
        "place",
        "cue:supposed",
        "value:report",
        "time:during",
        "measure:count",
        "noun:number",
    )
    if real and draft.has("place"):
        return all(p.has(*light, *rows, "genuine") or p.words in _LISTED for p in content)
    named = any(p.words in _LISTED or p.has("noun:number") for p in content)
    named = named or (len(draft.pieces) == 3 and draft.pieces[-1].words in ("right", "correct", "accurate"))
    right_said = any(p.words in _RIGHT for p in draft.pieces)
    by_ice = right_said and any(p.has("noun:ice", "dimension:report") for p in content)
    if asks and by_ice and draft.has("place") and all(p.has(*light, "noun:ice", "dimension:report") for p in content):
        return True  # "was ICE right about Travis?"
    return right and named and draft.has("place") and all(p.has(*light) or p.words in _LISTED for p in content)


def figure_trusted(draft: Draft) -> bool:
    """ "is the week 2 figure for Kent County reliable": whether ICE took it back, and what the place says."""
    trust = [at for at in draft.find("text:reliability") if draft.pieces[at].words.startswith(_TRUST)]
    trust += [at for at in draft.find("subject:accuracy") if draft.pieces[at].words.startswith("be ")]
    figure = draft.has("noun:number", "value:report", "subject:section_one") or bool(_LISTED & _words(draft))
    if not trust or not figure or not draft.has("place"):
        return False
    light = ("function", "question", "place", "cue", "value:report", "time:during", "measure:count", "noun:number")
    more = (
        "subject:refusal",
        "subject:issued",
        "subject:section_one",
        "noun:detainer",
        "text:reliability",
        "padding",
        "subject:accuracy",
    )
    return all(p.has(*light, *more, "conjunction") or p.words in _LISTED for p in draft.pieces)


_TRUST = forms("disputes", "trust")
_RIGHT = forms("disputes", "right")


def disputing(draft: Draft) -> bool:
    """Whether a place, or "who", is asked to have spoken against a listing; "do you disagree" is no such question."""
    if any(p.words == "you" for p in draft.pieces):
        return False
    named = draft.has("place", "question:who", "question:which", "dimension:place", "dimension:county", "noun:agency")
    said = [draft.pieces[at].words for at in draft.find("subject:dispute")]
    if said in (["disputes"], ["disputing"]) and all(
        p.has("subject:dispute", "padding", "function") for p in draft.pieces
    ):
        return True
    of_requests = any(p.has("noun:detainer") and not set(p.words.split()) & (_LISTED | _CASES) for p in draft.pieces)
    if not said or of_requests:
        return False
    if draft.has("place"):
        weak = all(words.startswith(_WEAK) for words in said)
        return not weak or draft.has("cue:appear", "dimension:report", "cue:list") or bool(_LISTED & _words(draft))
    noun = any(words in ("dispute", "disputes") for words in said)
    listing = draft.has("dimension:report", "cue:list", "noun:number", "cue:anaphor", "cue:appear")
    clear = any(words.startswith(_AGAINST) or set(words.split()) & _LISTED for words in said) or listing
    return (named and clear) or (noun and draft.has("cue:list", "measure:count", "question"))


def _words(draft: Draft) -> set[str]:
    return {word for p in draft.pieces for word in p.words.split()}


_WEAK = forms("disputes", "weak")
_AGAINST = forms("disputes", "against")
_CASES = frozenset(forms("disputes", "cases"))
_LISTED = frozenset(forms("disputes", "listed"))


def quoted_figure(draft: Draft) -> bool:
    """ "12 detainers, can I use that?", "is the 14 for Washington County right": a listed number to be checked."""
    last = [p.words for p in draft.pieces if p.words][-1:]
    asks = draft.has("subject:accuracy") or (
        draft.pieces[0].words in ("is", "are", "was") and last and last[0] in ("right", "correct", "accurate", "true")
    )
    asks = asks or (draft.pieces[-1].has("cue:supposed") and draft.has("subject:issued", "subject:section_one"))
    opener = next((p for p in draft.pieces[:2] if p.has("cue:supposed")), draft.pieces[-1])
    mine = not opener.has("subject") and opener.has("cue:supposed") and not draft.has("subject:issued", "noun:detainer")
    if draft.has("subject:refusal") or mine:
        return False  # "I get 46 refusals in Texas, is that right?", "I have 18 for Dallas, right?": to be counted
    return bool(asks) and draft.has("place") and draft.has("number") and not draft.has("measure:count", "measure:share")
