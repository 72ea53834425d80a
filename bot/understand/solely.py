"""Groups all or none of whose rows are so: "counties with only charges", "which states had no Mexicans"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.query import Having, Measure
from bot.understand.clauses import own
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.predicates import chunked

Parts = dict[str, Any]
_ALL, _NONE = Having(op="at_least", n=100), Having(op="at_most", n=0)
_BEFORE = ("function", "noun", "subject:refusal", "time", "cue:appear")
_ONLY = {"only", "just", "solely", "exclusively"}


def solely(draft: Draft, dims: Sequence[Asked], parts: Parts) -> bool:
    """Fill the share of each group and the bound that keeps the groups meant. Raises Stuck where more is asked."""
    found = _said(draft, dims[0].at)
    if found is None or draft.subject != "refusals":
        return False
    at, part, having = found
    word = draft.pieces[at].text
    others = ("order", "limit", "compare", "measure:share", "measure:claim_half", "bound:single", "number")
    if len(dims) != 1 or draft.has(*others) or any(c.field == dims[0].dimension.field for c in part):
        raise Stuck("unaccounted", word)
    draft.pieces[at].used = "having"
    draft.use(dims[0].at, f"dimension:{dims[0].key}")
    draft.conds = [c for c in draft.conds if c not in part]
    of = tuple(c.filter().model_copy(update={"negated": False}) for c in part)
    parts["having"] = having
    if dims[0].how == "many":
        draft.use_all("measure:count", "measure:count", "measure:distinct")
        parts["measure"] = Measure(kind="distinct", field=dims[0].dimension.field, of=of)
        return True
    parts.update(measure=Measure(kind="share", of=of), group_by=(dims[0].dimension,), order="most")
    return True


def _said(draft: Draft, dimension: int) -> tuple[int, list[Cond], Having] | None:
    """The word that says it, the conditions it is said of, and the bound; a period ("only in week 1") is no such."""
    for chunk in chunked(draft, own(draft)):
        at = chunk[0].at
        if at < dimension:
            continue
        if _of_rows(draft, dimension, at):
            continue
        if draft.pieces[at].has("disposition") and set(draft.pieces[at].words.split()[:1]) & _ONLY:
            return at, chunk, _ALL
        k = at - 1
        while k > dimension and draft.pieces[k].has(*_BEFORE) and not draft.pieces[k].has("cue:only", "negation"):
            k -= 1
        if k <= dimension:
            continue
        if _of_rows(draft, dimension, k):
            continue
        if draft.pieces[k].has("cue:only"):
            return k, chunk, _ALL
        if draft.pieces[k].words in ("no", "zero") and len(chunk) == 1 and k == at - 1:
            return k, chunk, _NONE
    return None


def _of_rows(draft: Draft, dimension: int, at: int) -> bool:
    """ "nationalities among the refusals with only a charge": rows are narrowed, not groups ("whose refusals")."""
    for k in range(dimension + 1, at):
        piece = draft.pieces[k]
        named = piece.has("noun") or piece.words in ("refusal", "refusals", "declines", "rejections", "releases")
        if named and draft.pieces[k - 1].words != "whose":
            return True
    return False
