"""Rankings with more in them than an order: "is California the top state?", "the top county in each report"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.query import Dimension, FieldName, Filter, Place
from bot.understand.clauses import clause
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck

Parts = dict[str, Any]
_RANKS = ("order", "limit:top", "limit:fewest", "limit:rank")
_SETS = ("compare", "measure:difference", "measure:change", "measure:claim_half", "measure:share", "measure:rate")


def leader(draft: Draft, found: Sequence[Asked]) -> Filter | None:
    """The group supposed in first place, taken out of the conditions. Raises Stuck where it is not plain which."""
    start = clause(draft)
    at = draft.first(*_RANKS)
    if start is None or at is None or draft.has(*_SETS):
        return None
    word = draft.pieces[at].text
    before = [c for c in draft.conds if start <= c.at < at]
    dims = [a for a in found if a.key != "report" or (before and before[0].field == "report")]
    if len(before) != 1 or before[0].op != "is" or len(before[0].values) != 1 or before[0].negated or len(dims) > 1:
        raise Stuck("verdict", word)
    supposed = before[0]
    if dims and dims[0].dimension.field != _field(supposed):
        state = dims[0].key in ("county", "place") and supposed.field == "place"
        raise Stuck("verdict", draft.pieces[dims[0].at].text if not state else word)
    draft.conds.remove(supposed)
    return supposed.filter()


def weeks_led(draft: Draft, found: Sequence[Asked]) -> Filter | None:
    """ "how many weeks was Cook on top": the group that led, taken out of the conditions; each week is ranked anew.

    Raises Stuck where it is not plain who led, or in what ("its highest", "the fewest", "most often").
    """
    weeks = next((a for a in found if a.key == "report" and a.how == "many"), None)
    at = next((k for k in draft.find("order", "ordinal:1") if not draft.pieces[k].used), None)
    if weeks is None or at is None or not any(c.field not in _PERIODS for c in draft.conds):
        return None
    piece = draft.pieces[at]
    others = [a for a in found if a is not weeks]
    before = [c for c in draft.conds if c.at < at and c.field not in _PERIODS]
    plain = piece.has("order:most", "order:top") or (piece.has("ordinal:1") and at + 1 == len(draft.pieces))
    told = len(before) == 1 and before[0].op == "is" and len(before[0].values) == 1 and not before[0].negated
    one = len([*draft.find("order")]) <= 1 and not draft.has("order:fewest", "limit", *_SETS)
    one = one and (bool(others) or not piece.has("order:common"))  # "refused most often" may be of its own weeks
    own = piece.words.startswith(("its ", "their "))
    if not (plain and told and one) or own or draft.subject != "refusals":
        raise Stuck("unaccounted", piece.text)
    supposed = before[0]
    if len(others) > 1 or any(a.dimension.field != _field(supposed) for a in others):
        raise Stuck("unaccounted", draft.pieces[others[0].at].text)
    for k in (weeks.at, at, *(a.at for a in others)):
        draft.use(k, WEEKS_LED)
    draft.conds.remove(supposed)
    return supposed.filter()


def ranked_one(draft: Draft, found: Sequence[Asked]) -> Filter | None:
    """ "where does Cook rank", "Cook's rank among counties": the group, taken out of the conditions.

    Raises Stuck where its place is asked for among groups of another kind.
    """
    at = draft.first("order:rank_of")
    if at is None or draft.subject != "refusals" or clause(draft) is not None:
        return None
    supposed = _beside(draft, at)
    others = [a for a in found if a.key != "where"]
    alone = len([*draft.find("order")]) == 1 and not draft.has("limit", "measure", "negation", "cue:list", *_SETS)
    if supposed is None or not alone or any(a.at < at for a in others):
        return None
    if len(others) > 1 or any(a.dimension.field != _field(supposed) for a in others):
        raise Stuck("unaccounted", draft.pieces[others[0].at].text)
    for a in found:
        draft.use(a.at, RANK_OF)
        for k in range(a.at - 1, at, -1):
            if draft.pieces[k].has("group:by"):
                draft.use(k, RANK_OF)
    draft.use(at, RANK_OF)
    draft.conds.remove(supposed)
    return supposed.filter()


def _beside(draft: Draft, at: int) -> Cond | None:
    """The one value right before "rank", or behind it with "of" or "is" between."""
    k = at - 1
    while k > 0 and draft.pieces[k].has("function:copula") and not draft.pieces[k + 1].gap:
        k -= 1
    stop = at + 1
    while stop < len(draft.pieces) and draft.pieces[stop].has("function") and not draft.pieces[stop].gap:
        stop += 1
    of = stop > at + 1 and draft.pieces[at + 1].has("function:copula", "function:preposition")
    near = [c for c in draft.conds if c.at == k] or [c for c in draft.conds if of and c.at == stop]
    one = len(near) == 1 and near[0].op == "is" and len(near[0].values) == 1 and not near[0].negated
    joined = one and near[0].at > 0 and draft.pieces[near[0].at - 1].has("conjunction")
    return near[0] if one and not joined and near[0].field not in _PERIODS else None


WEEKS_LED, RANK_OF = "weeks_led", "rank_of"
_PERIODS = ("report", "declined_on")


def _field(cond: Cond) -> FieldName:
    value = cond.values[0]
    return "state" if isinstance(value, Place) and value.county is None else cond.field


def led(draft: Draft, supposed: Filter, parts: Parts, *, anew: bool = False) -> None:
    """The ranking that tells whether it is so: by the words of the question, or by the kind of the value."""
    value = supposed.values[0]
    field: FieldName = "state" if isinstance(value, Place) and value.county is None else supposed.field
    by = Dimension(field=field, bucket="day" if field == "declined_on" else None)
    others = tuple(d for d in parts.get("group_by", ()) if d.field != field)
    if anew and not others:
        others = (Dimension(field="report"),)  # "every week"
    if any(d.field != "report" for d in others) or parts.get("measure") or parts.get("having"):
        raise Stuck("verdict")
    parts["each"] = others[0] if others else parts.get("each")
    parts["group_by"] = (*others, by)
    if not parts.get("order"):
        few = draft.has("order:fewest", "order:bottom", "limit:fewest")
        parts["order"] = "fewest" if few else "most"
    top = next(iter(draft.free("limit:top", "limit:fewest")), None)
    if top is not None:  # "is Dallas in the top 5"
        piece = draft.pieces[top]
        parts["limit"] = piece.value("limit:top" if piece.has("limit:top") else "limit:fewest")
        draft.use(top, "limit")
    parts["limit"] = parts.get("limit") or 1
    parts["leader"] = supposed
    draft.use_all("order", "order")


def within_each(draft: Draft, rest: Sequence[Asked], parts: Parts) -> None:
    """ "the top county in each report", "most common offense per state": a ranking for each, not one of the pairs."""
    by = [a for a in rest if a.how == "by"]
    ranked = [a for a in rest if a.how != "by"]
    if parts.get("order") not in ("most", "fewest") or parts.get("limit") is None or not by or not ranked:
        return
    if len(by) > 1 or len(ranked) > 1 or parts.get("nth"):
        raise Stuck("unaccounted", draft.pieces[by[-1].at].text)
    parts["each"] = by[0].dimension
    parts["group_by"] = (by[0].dimension, ranked[0].dimension)
