"""Shares: which rows are the whole and which are the part, and refusals set against detainers issued."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Measure
from bot.understand.bases import check_base
from bot.understand.clauses import clause
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.forms import forms
from bot.understand.predicates import half_parted, predicate

_VERBS = ("question:did", "function:copula", "cue:account", "function:ice_verbs", "cue:appear", "function:that")
_OF_WHOLE = ("function:among",)


def is_share(draft: Draft) -> bool:
    """Whether a percentage, or a claim about half of the rows, is asked for."""
    return draft.has("measure:share", "measure:claim_half") and not is_rate(draft)


def is_rate(draft: Draft) -> bool:
    """Refusals set against detainers issued: two groups of detainers, not a part and its whole."""
    if not draft.has("measure:share", "measure:rate"):
        return False
    _refusals_nationwide(draft)
    issued = draft.free("subject:issued", "subject:nationwide", "subject:received")
    return bool(issued) and draft.has("subject:refusal")


def _refusals_nationwide(draft: Draft) -> None:
    """ "percent of the national refusals", "share of refusals nationwide": all of Section II, and nothing issued."""
    if draft.has("subject:issued", "subject:received", "noun:detainer"):
        return
    for at in draft.free("subject:nationwide"):
        beside = draft.pieces[max(0, at - 1) : at + 2]
        if any(p.has("subject:refusal") and not p.gap and p.words.endswith(_REFUSALS) for p in beside):
            draft.use(at, "scope")


_REFUSALS = forms("shares", "refusals")


def rate(draft: Draft) -> Measure:
    """Refusals per 100 detainers issued nationwide in the same weeks. Raises Stuck where there is no such pair."""
    if any(c.field != "report" for c in draft.conds):
        raise Stuck("rate_of_place")
    draft.use_all(
        "measure:rate", "measure:share", "measure:rate", "subject:issued", "subject:nationwide", "subject:received"
    )
    return Measure(kind="rate")


def rated_by(draft: Draft, found: Sequence[Asked]) -> list[Asked]:
    """The breakdowns of a rate: by report alone. Jails said to do the refusing are no breakdown.

    Raises Stuck for a rate by place: the detainers are those of the whole country.
    """
    for a in found:
        if a.key != "report" and a.how != "bare":
            raise Stuck("rate_of_place")
        if a.key != "report":
            draft.use(a.at, "noun")
    return [a for a in found if a.key == "report"]


def share(draft: Draft) -> tuple[Measure, list[Cond]]:
    """The measure, with the part's conditions inside, and the conditions of the whole."""
    at = next(draft.find("measure:share", "measure:claim_half"))
    check_base(draft, at)
    draft.use_all("measure:share", "measure:share", "measure:claim_half")
    whole, part = _parted(draft, at)
    behind = [c for c in part if c.field in _PLACES and c.at > at and "," in draft.pieces[c.at].gap]
    if behind and len(behind) < len(part):  # "percent of DUIs that are convictions, California": of those there
        whole, part = [*whole, *behind], [c for c in part if c not in behind]
    if not part and not draft.has("dimension"):
        raise Stuck("share_of_what", draft.pieces[at].text, ask=True)
    return Measure(kind="share", of=tuple(c.filter() for c in part)), whole


def _parted(draft: Draft, at: int) -> tuple[list[Cond], list[Cond]]:
    """(whole, part) of the conditions."""
    if draft.pieces[at].has("measure:claim_half") and clause(draft) is not None and not draft.has("dimension"):
        return half_parted(draft, at)
    if _portion_of(draft, at):
        return predicate(draft, at)
    if (held := _held_by(draft, at)) is not None:
        return held
    if (owner := _owning_week(draft, at)) is not None:
        return [c for c in draft.conds if c is not owner], [owner]
    own = [c for c in draft.conds if c.field not in ("report", "declined_on")]
    always = [c for c in draft.conds if c.field in ("report", "declined_on")]
    if len(always) == 1 and _declined_then(draft, always[0].at) and not draft.has("dimension"):
        return own, always
    verb = _verb_after(draft, at)
    if verb is not None and draft.pieces[verb].has("cue:account"):
        verb = None
    late = [c for c in always if verb is not None and c.at > verb]
    if verb is not None and late and own and all(c.at < verb for c in own) and not draft.has("dimension"):
        if any(draft.pieces[k].has("subject:refusal") for k in range(verb, late[0].at)):
            raise Stuck("share_of_what", draft.pieces[at].text, ask=True)  # of the Mexicans, or of those let go then?
        return [c for c in (*own, *always) if c not in late], late  # "what share of Travis's came on Feb 1"
    if len(own) <= 1 or (draft.has("dimension") and draft.has("group:by") and len(own) == 1):
        if not own and _period_part(draft, at, always):
            return [c for c in always if c.at < at], [c for c in always if c.at > at]
        return always, own
    for split in (_by_lead, _by_verb, _by_among, _by_possessor, _by_order):
        parts = split(draft, at, own)
        if parts is not None:
            return always + parts[0], parts[1]
    raise Stuck("share_of_what", draft.pieces[at].text, ask=True)


_PLACES = ("place", "facility", "state")


def _owning_week(draft: Draft, at: int) -> Cond | None:
    """ "week 2's share of Cook's refusals": the week is the part, and Cook's refusals in all weeks the whole."""
    owner = next((c for c in draft.conds if c.field in ("report", "declined_on") and c.stop == at), None)
    before = draft.pieces[owner.at - 1] if owner is not None and owner.at else None
    parted = set(draft.pieces[at].gap) & set(_ENDS) or not draft.pieces[at].words.startswith(("share", "slice"))
    within = before is not None and before.has("time", "function:preposition")
    if owner is None or within or parted or len(draft.conds) < 2:
        return None
    return owner


def _portion_of(draft: Draft, at: int) -> bool:
    """ "were more than 30% of Denver's refusals Mexicans?": what follows the "of" is the whole."""
    start = clause(draft)
    if start is None or draft.has("dimension") or not draft.pieces[at].words.endswith(" of"):
        return False
    return at == start + 1 and draft.pieces[start].has("limit:bound", "number")


def _held_by(draft: Draft, at: int) -> tuple[list[Cond], list[Cond]] | None:
    """ "Texas makes up what share of the convictions", "Texas as a slice of ...": what stands before is the part.

    Raises Stuck for "the Texas refusals had what share of convictions": of all convictions, or of those refusals?
    """
    verb = at - 1
    while verb >= 0 and draft.pieces[verb].has("function:article", "cue:only", "padding", "limit:bound", "number"):
        verb -= 1  # "did DUI make up over 10 percent of ..."
    if verb < 0 or not _near(draft, verb + 1, at):
        return None
    piece = draft.pieces[verb]
    counts = piece.has("cue:account") or piece.words == "as" or draft.pieces[at].words.startswith("as a ")
    counts = counts or (verb < at - 1 and draft.pieces[at].words.endswith(" of") and _turned(draft, verb))
    if not counts and not (piece.words in _HOLDS and _of_what(draft, at)):
        return None
    stop = verb if piece.words in _HOLDS or piece.has("cue:account") or piece.words == "as" else at
    before = [c for c in draft.conds if c.at < stop]
    after = [c for c in draft.conds if c.at > at]
    part = [c for c in before if c.field not in ("report", "declined_on")] or before
    if not part or not after or draft.has("dimension"):
        return None
    if piece.words in _HAS and any(draft.pieces[k].has("subject:refusal", "value:report") for k in range(verb)):
        raise Stuck("share_of_what", draft.pieces[at].text, ask=True)
    return [c for c in draft.conds if c not in part], part


_OF = forms("shares", "of")
_ENDS = ",;:.?!"
_HAS = forms("shares", "has")
_HOLDS = (*_HAS, "is", "are", "was", "were", "be")


def _turned(draft: Draft, at: int) -> bool:
    """ "are Mexicans over 10 percent of ...": the verb opens the question, and what stands behind it is the part."""
    first = next(k for k, p in enumerate(draft.pieces) if not p.has("padding"))
    opens = draft.pieces[first].words in _HOLDS
    light = ("subject:refusal", "function:preposition", "noun")
    between = range(first + 1, at + 1)
    return opens and all(draft.pieces[k].has(*light) or any(c.at <= k < c.stop for c in draft.conds) for k in between)


def _near(draft: Draft, start: int, stop: int) -> bool:
    return not any(set(draft.pieces[k].gap) & set(".;?!,") for k in range(start, stop + 1))


def _of_what(draft: Draft, at: int) -> bool:
    """Whether what the share is taken of follows: "what percent of"; "were what percent convictions" has none."""
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    return draft.pieces[at].words.endswith(" of") or (following is not None and following.words == "of")


def _period_part(draft: Draft, at: int, always: list[Cond]) -> bool:
    """ "what share of all refusals came in week 1": the week itself is the part."""
    return (
        bool(always)
        and all(c.at > at for c in always)
        and not draft.has("dimension")
        and _verb_after(draft, at) is not None
    )


def _declined_then(draft: Draft, day: int) -> bool:
    """ "what percentage of all refusals declined on July 13": said of all of them, and then of the day alone."""
    said = [k for k in draft.find("subject:refusal") if not any(c.at <= k < c.stop for c in draft.conds)]
    if len(said) != 2 or any(c.at > said[1] and c.at != day for c in draft.conds) or day < said[1]:
        return False
    return draft.pieces[said[0]].words.endswith(_REFUSALS) and draft.pieces[said[1]].words.endswith("ed")


def _verb_after(draft: Draft, at: int) -> int | None:
    verbs = [k for k in draft.find(*_VERBS, start=at + 1) if not any(c.at <= k < c.stop for c in draft.conds)]
    return verbs[-1] if verbs else None


def _by_lead(draft: Draft, at: int, own: list[Cond]) -> tuple[list[Cond], list[Cond]] | None:
    """ "of the convicted, ...", "among Mexicans, Texas's share": what the message sets before a comma is the whole."""
    first = next((p for p in draft.pieces if not p.has("padding")), None)
    if first is None or first.words.removesuffix(" all") not in _OF:
        return None
    comma = next((k for k, p in enumerate(draft.pieces) if k and set(p.gap) & set(_ENDS)), None)
    whole = [c for c in own if comma is not None and c.at < comma]
    part = [c for c in own if c not in whole]
    return (whole, part) if whole and len(part) == 1 else None


def _by_verb(draft: Draft, at: int, own: list[Cond]) -> tuple[list[Cond], list[Cond]] | None:
    """ "what share of X were Y": Y is what stands after the last verb that has something after it."""
    for verb in reversed(list(draft.find(*_VERBS, start=at + 1))):
        after = [c for c in own if c.at > verb]
        before = [c for c in own if c.at < verb]
        if not after:
            continue
        if draft.pieces[verb].has("cue:account") and not draft.pieces[verb].words.endswith(("from", "out of")):
            between = [c for c in before if c.at > at]
            return (after + [c for c in before if c not in between], between) if between else None
        if not before and len(after) > 1:
            return _place_or_part(draft, after)
        return before, after
    return None


def _place_or_part(draft: Draft, conds: list[Cond]) -> tuple[list[Cond], list[Cond]]:
    """ "what share were convictions in Travis": of Travis, or of all? Asked about."""
    places = [c for c in conds if c.field in _PLACES]
    if places and len(places) < len(conds) and conds.index(places[0]) > 0:
        raise Stuck("share_of_what", draft.pieces[conds[0].at].text, ask=True)
    return [], conds


def _by_among(draft: Draft, at: int, own: list[Cond]) -> tuple[list[Cond], list[Cond]] | None:
    """ "proportion of Y among X", "Y as a share of X"."""
    for mark in draft.find(*_OF_WHOLE):
        part = [c for c in own if c.at < mark]
        whole = [c for c in own if c.at > mark]
        if part and whole:
            return whole, part
    before, after = [c for c in own if c.at < at], [c for c in own if c.at > at]
    if before and after and draft.pieces[at].words.startswith("as a"):
        return after, before
    return None


def _by_possessor(draft: Draft, at: int, own: list[Cond]) -> tuple[list[Cond], list[Cond]] | None:
    """ "Travis's share of the Texas refusals": the possessor is the part. "Of the convicted, ..." has none."""
    start = min((c.at for c in own), default=0)
    if set(draft.pieces[at].gap) & set(_ENDS) or any(p.words in _OF for p in draft.pieces[:start]):
        return None
    before = [c for c in own if c.stop == at]
    after = [c for c in own if c.at > at]
    return (after, before) if before and after and len(before) + len(after) == len(own) else None


def _by_order(draft: Draft, at: int, own: list[Cond]) -> tuple[list[Cond], list[Cond]] | None:
    """ "in Travis, what share were convicted"; "share of Mexicans in Travis": places are the whole."""
    before, after = [c for c in own if c.at < at], [c for c in own if c.at > at]
    if before and after:
        return before, after
    places = [c for c in own if c.field in _PLACES]
    rest = [c for c in own if c not in places]
    if places and len(rest) == 1 and rest[0].at < places[0].at:
        return places, rest
    return None
