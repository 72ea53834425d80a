"""What "only" holds fast: "did Denver refuse only Mexicans", "is Denver the only county in Colorado"."""

from __future__ import annotations

from bot.query import Place
from bot.understand.clauses import clause, own
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.predicates import chunked

_LIGHT = ("function", "time", "noun:person")
_FIELD = {"county": "place", "place": "place", "state": "place", "citizenship": "citizenship", "offense": "offense"}


def only_part(draft: Draft, at: int) -> tuple[list[Cond], list[Cond]]:
    """(whole, part): the rows the claim is of, and the conditions that it says all of them meet.

    Raises Stuck where the words leave open what is held fast.
    """
    start = clause(draft) or 0
    part = _the_only(draft, at, start) or _inside(draft, at) or _behind(draft, at, start) or _before(draft, at)
    if not part or any(c.negated for c in part):
        raise Stuck("verdict", draft.pieces[at].text)
    return [c for c in draft.conds if c not in part], part


def _the_only(draft: Draft, at: int, start: int) -> list[Cond]:
    """ "is Denver the only county in Colorado", "was Mexico the only country": the value before is all there is."""
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    if following is None or draft.pieces[at - 1].words != "the":
        return []
    noun = at + 1
    if noun + 1 < len(draft.pieces) and any(c.at == noun for c in own(draft)):
        noun += 1  # "the only Texas county"
        following = draft.pieces[noun]
    kinds = [s.key for s in following.senses if s.kind == "dimension"]
    before = [c for c in own(draft) if start <= c.at < at]
    one = following.words in ("one", "place")
    if len(before) != 1 or not (kinds or one):
        raise Stuck("verdict", draft.pieces[at].text)
    if kinds and _FIELD.get(kinds[0], kinds[0]) != before[0].field:
        raise Stuck("verdict", following.text)
    if kinds and before[0].field == "place" and kinds[0] != "place" and not _level(before[0], kinds[0]):
        raise Stuck("verdict", following.text)
    draft.use(noun, "claim")
    return before


def _level(cond: Cond, kind: str) -> bool:
    counties = [isinstance(v, Place) and v.county is not None for v in cond.values]
    return all(counties) if kind == "county" else not any(counties)


def _inside(draft: Draft, at: int) -> list[Cond]:
    """ "were there only charges": the word came with its value."""
    return next((list(k) for k in chunked(draft, own(draft)) if any(c.at == at for c in k)), [])


def _behind(draft: Draft, at: int, start: int) -> list[Cond]:
    """ "refused only Mexicans (in week 1)", "were only Mexicans refused in Harris": the phrase right behind it."""
    k = at + 1
    while k < len(draft.pieces) and draft.pieces[k].has(*_LIGHT) and not any(c.at == k for c in draft.conds):
        if draft.pieces[k].gap:
            return []
        k += 1
    period = [c for c in draft.conds if c.at == k and c.field in ("report", "declined_on")]
    part = period or next((c for c in chunked(draft, own(draft)) if c[0].at == k), [])
    if not part:
        return []
    stop = max(c.stop for c in part)
    following = draft.pieces[stop] if stop < len(draft.pieces) else None
    later = [c for c in own(draft) if c.at >= stop]
    verb = draft.first("subject:refusal", "function:copula", "cue:appear", start=stop)
    if later and (at != start or following is None or following.has("function:preposition", "time")):
        raise Stuck("verdict", draft.pieces[at].text)  # "only Mexicans in Denver": in Denver, or of all?
    if at == start and later and verb is None and following is not None and not following.has("disposition"):
        raise Stuck("verdict", draft.pieces[at].text)
    return list(part)


def _before(draft: Draft, at: int) -> list[Cond]:
    """ "did Denver refuse Mexicans only": the phrase right before it, with nothing but a period behind."""
    if any(c.at > at for c in own(draft)):
        return []
    return next((c for c in chunked(draft, draft.conds) if c[-1].stop == at), [])
