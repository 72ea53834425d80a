"""Questions that want a yes or no: where their clause begins, and whether it only asks if there is any such row."""

from __future__ import annotations

from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.forms import forms

_SHADES = forms("clauses", "shades")
"""They shade a claim and make none: "did Denver really refuse"."""
_THERE = ("is ", "are ", "was ", "were ", "have ", "has ")
_OVER_TIME = forms("clauses", "over_time")
"""The reports hold weeks; what was so before them, or is so after, they do not say."""
_ANY = forms("clauses", "any")


def clause(draft: Draft) -> int | None:
    """The position of the first piece of a yes-or-no question's clause, or none for another question."""
    first = next((k for k, p in enumerate(draft.pieces) if not p.has("padding")), None)
    if first is None or _asks_otherwise(draft):
        return None
    opener = draft.pieces[first]
    if opener.has("question:did"):
        return first + 1
    if opener.has("function:there") and opener.words.startswith(_THERE):
        return first + 1
    if opener.has("cue:supposed") and opener.words not in _SHADES:
        return first + 1
    return first if any(draft.pieces[k].words not in _SHADES for k in draft.find("cue:supposed")) else None


def _asks_otherwise(draft: Draft) -> bool:
    counted = any(p.has("measure:count") and p.words not in ("any", "in total") for p in draft.pieces)
    return counted or draft.has("question:which", "question:when", "question:how", "question:what_is")


def check_shades(draft: Draft) -> None:
    """Raise Stuck for words that make the claim another one: "still", "wrong that", "were they real"."""
    start = clause(draft)
    if start is None:
        return
    corrected = draft.has("subject:correction", "cue:corrected")
    if start < len(draft.pieces) and draft.pieces[start].words == "not":
        raise Stuck("verdict", draft.pieces[start].words)  # "didn't Denver refuse anyone?": yes to which?
    for at in draft.find("negation:not"):
        if draft.pieces[at].words in ("neither", "nor"):
            raise Stuck("verdict", draft.pieces[at].text)
    for at, piece in enumerate(draft.pieces):
        if piece.used:
            continue
        if piece.has("function:later") and piece.words in _OVER_TIME and not corrected:
            raise Stuck("verdict", piece.text)
        if piece.has("cue:supposed") and piece.words in _SHADES and at + 1 == len(draft.pieces) and not piece.gap:
            raise Stuck("verdict", piece.text)  # "were those refusals real?"


def own(draft: Draft) -> list[Cond]:
    """The conditions that are no period."""
    return [c for c in draft.conds if c.field not in ("report", "declined_on")]


def asks_existence(draft: Draft) -> bool:
    """Whether yes means no more than that there is such a row: "did Denver refuse Mexicans", "was anyone convicted".

    "Are larceny cases convictions?" supposes more, and 7 of 20 are neither a yes nor a no.
    """
    start = clause(draft)
    if start is None:
        return False
    if any(c.either and _both(draft, c) for c in draft.conds):
        return False  # "did Denver refuse Mexicans and Hondurans": one of the two is not yet a yes
    before = draft.pieces[max(0, start - 1)]
    body = draft.pieces[start:]
    if before.has("function:there") or any(p.words in _ANY or p.has("function:there") for p in body[:1]):
        return True
    if any(p.words.split()[:1] in (["any"], ["anyone"], ["anybody"]) or p.words == "ever" for p in body):
        return True
    if body and body[0].words == "the" and not before.words.startswith(("did", "do", "does", "has", "have", "had")):
        return False
    conds = own(draft)
    verb = _refuses(draft, start)
    if verb is None:
        place = bool(conds) and conds[0].field in ("place", "facility", "state") and conds[0].at - start <= 1
        has = any(p.words in ("have", "had", "has") for p in (before, *draft.pieces[start : start + 3]))
        return place and has
    later = [c for c in conds if c.at > verb]
    return not (later and _noun(draft, verb) and not _listed(draft, verb, later[0].at))


def _both(draft: Draft, cond: Cond) -> bool:
    return any(draft.pieces[k].has("conjunction:and") for k in range(cond.at, cond.stop))


def _refuses(draft: Draft, start: int) -> int | None:
    return draft.first("subject:refusal", "cue:appear", start=start)


def _noun(draft: Draft, at: int) -> bool:
    """Whether the refusals are what something is said of ("were the refusals in Vermont convictions")."""
    return draft.pieces[at].words.endswith(("refusals", "refusal", "declines", "rejections", "denials", "releases"))


def _listed(draft: Draft, verb: int, at: int) -> bool:
    """ "did Denver have refusals of Mexicans in week 1": every word behind the noun narrows it."""
    k = verb + 1
    while k < at:
        if not draft.pieces[k].has("function:preposition", "time", "function:article"):
            return False
        k += 1
    return at > verb + 1
