"""Figures after ICE's corrections, or as published: which of the two the words ask for, and which rows are meant."""

from __future__ import annotations

from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.words import Sense

_PLACES = ("dimension:place", "dimension:county", "dimension:state")


def takes_out_corrections(draft: Draft) -> bool:
    """Whether the question asks for figures after ICE's corrections; the words that say so are used up."""
    for at in draft.find("cue:corrected"):
        grouped = at > 1 and draft.pieces[at - 2].has("group:by")  # "California by county with corrections"
        listed = draft.pieces[at].words.startswith("with ") and not draft.pieces[at].words.endswith("applied")
        if at and listed and draft.pieces[at - 1].has(*_PLACES) and not grouped:
            draft.pieces[at] = draft.pieces[at].narrowed(Sense("subject", "correction"))  # "places with corrections"
    if draft.use_all("corrected", "cue:corrected"):
        return True
    if as_published(draft):
        return False
    stands = _still(draft)
    for at in draft.find("subject:correction"):
        if draft.pieces[at].words == "corrected" and (_ends_so(draft, at) or _opens_so(draft, at)):
            draft.use(at, "corrected")
            return True
        start = _taking_out(draft, at)
        if start is not None:
            for k in range(start, at + 1):
                draft.use(k, "corrected")
            return True
    return stands


_DISREGARDS = ("without", "w/o", "disregarding", "ignoring", "leaving aside", "setting aside", "regardless of")


def as_published(draft: Draft) -> bool:
    """ "total without corrections", "ignoring the corrections": as published. "Without the withdrawn" is not."""
    for at in draft.find("subject:correction", start=1):
        first = at - 1 - draft.pieces[at - 1].has("function:article")
        noun = draft.pieces[at].words in ("correction", "corrections", "any corrections")
        if noun and first >= 0 and draft.pieces[first].words in _DISREGARDS and not draft.pieces[at].gap:
            for k in range(first, at + 1):
                draft.pieces[k] = draft.pieces[k].narrowed(Sense("gloss", "as_published"))
            return True
    return False


def _ends_so(draft: Draft, at: int) -> bool:
    """ "Florida total, corrected"."""
    return at == len(draft.pieces) - 1 and draft.pieces[at].gap == ","


def _opens_so(draft: Draft, at: int) -> bool:
    """ "corrected refusals by county": an adjective that begins the message, and no verb of ICE's."""
    first = all(p.has("padding", "cue:list") for p in draft.pieces[:at])
    follows = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    return first and follows is not None and follows.has("subject:refusal") and follows.words.endswith("s")


def _still(draft: Draft) -> bool:
    """ "how many in Kern County still count", "how many of those still stand": what ICE did not take back; used up."""
    asks = any(draft.pieces[at].words.startswith("how many") for at in draft.find("measure:count"))
    found = [at for at in draft.find("subject:correction") if draft.pieces[at].words.startswith("still ")]
    apart = {k for k, p in enumerate(draft.pieces) if k and (p.has("conjunction:and") or set(p.gap) & set(",.;?!"))}
    found = [at for at in found if not any(k <= at for k in apart)]  # "how many refused, and is that still valid?"
    for at in found if asks else ():
        draft.use(at, "corrected")
    return asks and bool(found)


def _taking_out(draft: Draft, at: int) -> int | None:
    """Where "once you take out what ICE later corrected" begins, or nothing."""
    light = (
        "function",
        "question",
        "noun",
        "cue:anaphor",
        "cue:everything",
        "subject:issued",
        "conjunction",
        "subject:refusal",
        "dimension:report",
        "relative:now",
        "padding",
        "measure:count",
    )
    k = at - 1
    while k >= 0 and at - k <= 9:
        piece = draft.pieces[k]
        if set(draft.pieces[k + 1].gap) & set(".;?!"):
            return None
        if piece.has("negation:except", "negation:not", "time:after"):
            before = draft.pieces[k - 1] if k else None
            return k - 1 if before is not None and before.has("conjunction", "function:conjunction") else k
        if not piece.has(*light):
            return None
        k -= 1
    return None


def withdrawn_condition(draft: Draft) -> None:
    """ "how many were later withdrawn": only the rows that ICE took back."""
    found = [at for at in draft.find("subject:correction") if not draft.pieces[at].used]
    for at in found:
        if at > 1 and draft.pieces[at - 1].has("place:mention") and draft.pieces[at - 2].has("negation:except"):
            raise Stuck("negation", draft.pieces[at - 1].text)  # "without Kern's withdrawn rows": neither all of Kern's
    if found:
        draft.conds.append(Cond(found[0], "withdrawn", "is", (True,), stop=found[0] + 1))
        draft.use_all("filter:withdrawn", "subject:correction")
