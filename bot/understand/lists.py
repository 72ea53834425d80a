"""Breakdowns, rankings, lists, "how many different": what the dimension words of a question ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.query import Dimension, Having, Measure, Slice
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.reports import numeral

Parts = dict[str, Any]
_FEW = 10
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def grouped(draft: Draft, found: Sequence[Asked], parts: Parts) -> None:
    """Fill group_by, order, limit, having, or turn the measure into a distinct count, by how dimensions are asked."""
    kept = [a for a in found if not (a.how == "bare" and _idle(draft, a, found))]
    if not kept:
        return
    for a in kept:
        draft.use(a.at, f"dimension:{a.key}")
    _breakdown_words(draft)
    many = next((a for a in kept if a.how == "many"), None)
    rest = [a for a in kept if a is not many]
    having = having_of(draft)
    plain = parts.get("measure", Measure()).kind == "count" or parts["subject"] == "issued"
    if many is not None and plain and not draft.has("order"):
        parts["measure"] = Measure(kind="distinct", field=many.dimension.field)
        parts["having"] = having
        draft.use_all("measure:distinct", "measure:distinct", "measure:count")
    elif many is not None:
        rest = [many, *rest]
    parts["group_by"] = tuple(dict.fromkeys((*parts.get("group_by", ()), *(a.dimension for a in rest))))
    if not parts["group_by"]:
        return
    parts["having"] = having
    draft.use_all("measure:distinct", "measure:distinct")
    _order(draft, rest, parts)


def _breakdown_words(draft: Draft) -> None:
    """ "breakdown", "split", "distribution" beside a dimension say no more than "by" does."""
    for at in draft.free("group:by"):
        if draft.pieces[at].words.split()[0] not in (
            "by",
            "per",
            "each",
            "every",
            "across",
            "for",
            "in",
            "at",
            "from",
            "of",
        ):
            draft.use(at, "group")


def _idle(draft: Draft, a: Asked, found: Sequence[Asked]) -> bool:
    """A dimension word that asks for nothing: "in which county jails" beside another, "the offense was DUI"."""
    if a.key == "report":
        return True
    if a.plural or draft.has("order", "limit:top", "limit:fewest", "limit:bound"):
        return any(o.how != "bare" for o in found if o is not a) and a.key in ("report", "place")
    return False


def _order(draft: Draft, rest: Sequence[Asked], parts: Parts) -> None:
    top = draft.first("limit:top")
    few = draft.first("limit:fewest")
    if few is not None or draft.has("order:fewest", "order:bottom"):
        parts["order"] = "fewest"
    elif draft.has("order:most", "order:common", "order:top") or top is not None:
        parts["order"] = "most"
    limit = top if top is not None else few
    if limit is not None:
        parts["limit"] = draft.pieces[limit].value("limit:top" if top is not None else "limit:fewest")
        draft.use(limit, "limit")
    number = _number_before(draft, rest)
    if number is not None:
        parts["limit"] = number
        parts["order"] = parts.get("order") or "most"
    if parts.get("order"):
        draft.use_all("order", "order")
        if parts.get("limit") is None and any(not a.plural and a.how in ("which", "bare", "question") for a in rest):
            parts["limit"] = 1
    elif draft.has("order:chronological"):
        parts["order"] = "natural"
        draft.use_all("order", "order:chronological")


def _number_before(draft: Draft, rest: Sequence[Asked]) -> int | None:
    """ "which five offenses", "the three counties with the most"."""
    if not draft.has("order", "limit:top"):
        return None
    for a in rest:
        for at in range(a.at - 1, max(-1, a.at - 4), -1):
            number = numeral(draft.pieces[at])
            if number is not None and not draft.pieces[at].used and number == int(number) and 1 <= number <= 1000:
                draft.use(at, "limit")
                return int(number)
    return None


def having_of(draft: Draft) -> Having | None:
    """ "ten or more", "at least 5", "exactly one": a bound on the groups' figures."""
    at = draft.first("limit:bound")
    if at is not None:
        bound = draft.pieces[at].value("limit:bound")
        draft.use(at, "having")
        return Having(op=bound.op, n=bound.n)
    at = draft.first("bound:single")
    if at is not None:
        draft.use(at, "having")
        return Having(op="is", n=1)
    return None


def missing_from(draft: Draft, found: Sequence[Asked], parts: Parts) -> bool:
    """ "which states are in week 3 but had nothing in week 1", "new in week 2", "only in week 3", "in both weeks"."""
    dims = [a for a in found if a.how in ("which", "many", "bare", "question") and a.key != "report"]
    if not dims:
        return False
    periods = [c for c in draft.conds if c.field == "report"]
    if _in_every_report(draft, dims, parts):
        return True
    nothing = draft.first("cue:nothing")
    if nothing is not None:
        before = [c for c in draft.conds if c.at < nothing and c.field in ("report", "place", "declined_on")]
        after = [c for c in draft.conds if c.at > nothing and c.field in ("report", "place", "declined_on")]
        draft.use(nothing, "except")
        if len(before) == 1 and len(after) == 1 and before[0].field == after[0].field:
            return _except(draft, dims, before[0], after[0], parts)
        gone = _gone_after(draft, periods)
        if gone is not None:
            return _except(draft, dims, *gone, parts)
        raise Stuck("except_what", draft.pieces[nothing].text, ask=True)
    denied = [c for c in periods if c.negated]
    kept = [c for c in periods if not c.negated]
    if len(denied) == 1 and len(kept) == 1 and kept[0].values != denied[0].values:
        return _except(draft, dims, kept[0], denied[0], parts)
    if len(periods) == 1 and not periods[0].negated and draft.has("cue:new", "cue:only") and _alone(draft, periods[0]):
        return _except_rest(draft, dims, periods[0], parts)
    each = len(periods) == 1 and periods[0].either and draft.has("question:which") and not draft.has("order", "limit")
    if each or (draft.has("cue:both") and len(periods) == 1 and len(periods[0].values) > 1):
        draft.use_all("both", "cue:both")
        sides = [Cond(periods[0].at, "report", "is", (v,)) for v in periods[0].values]
        return _members(draft, dims, sides, "both", parts)
    return False


def _alone(draft: Draft, cond: Cond) -> bool:
    """ "only in week 3": the "only" stands right before the week, or the place is "new"."""
    at = cond.at - 1
    while at >= 0 and draft.pieces[at].has("function", "time:during", "cue:appear", "subject:refusal"):
        at -= 1
    following = draft.pieces[cond.stop] if 0 < cond.stop < len(draft.pieces) else None
    if following is not None and following.has("cue:only") and not following.gap:
        return True  # "in the first report only"
    return draft.has("cue:new") or (at >= 0 and draft.pieces[at].has("cue:only"))


def _gone_after(draft: Draft, periods: Sequence[Cond]) -> tuple[Cond, Cond] | None:
    """ "dropped off after week 1": in that week and in none of those after it."""
    ids = [r.id for r in draft.lexicon.reports]
    if len(periods) != 1 or not any(draft.pieces[k].has("time:after") for k in range(periods[0].at)):
        return None
    first = ids.index(str(periods[0].values[0])) - 1
    if first < 0:
        return None
    return Cond(periods[0].at, "report", "is", (ids[first],)), periods[0]


def _in_every_report(draft: Draft, dims: Sequence[Asked], parts: Parts) -> bool:
    """ "which counties appear in all three reports": in each of them, not in any."""
    if draft.has("order", "limit", "measure:together") or len(draft.lexicon.reports) < 2:
        return False
    for at in draft.find("group:by"):
        following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
        each = draft.pieces[at].words in ("in every", "in each", "every", "each")
        appears = any(p.has("cue:appear") for p in draft.pieces[max(0, at - 2) : at])
        if each and appears and following is not None and following.has("dimension:report"):
            draft.use(at, "both")
            draft.use(at + 1, "both")
            sides = [Cond(at, "report", "is", (r.id,)) for r in draft.lexicon.reports]
            return _members(draft, [a for a in dims if a.key != "report"], sides, "both", parts)
    for at in draft.find("cue:everything"):
        words = set(draft.pieces[at].words.split())
        every = words & {"all", "every"} and words & {"report", "reports", "week", "weeks"}
        if every or words & _counts(len(draft.lexicon.reports)):
            near = draft.pieces[max(0, at - 4) : at]
            while near and near[-1].words in ("all", "the", "of"):
                near = near[:-1]
            before = [p for p in near if p.has("cue:appear")] or (near[-1:] and near[-1].words == "in" and near[:-1])
            if before:
                draft.use(at, "both")
                sides = [Cond(at, "report", "is", (r.id,)) for r in draft.lexicon.reports]
                return _members(draft, dims, sides, "both", parts)
    return False


def _counts(number: int) -> set[str]:
    """The number of reports in digits and in words: "all four weeks" is all of them when four are loaded."""
    return {str(number), *_NUMBERS[number - 2 : number - 1]}


def _except(draft: Draft, dims: Sequence[Asked], first: Cond, second: Cond, parts: Parts) -> bool:
    sides = [Cond(c.at, c.field, c.op, c.values, label=c.label) for c in (first, second)]
    return _members(draft, dims, sides, "except", parts)


def _except_rest(draft: Draft, dims: Sequence[Asked], cond: Cond, parts: Parts) -> bool:
    """ "new in week 2" is against the weeks before it, "only in week 2" against all others."""
    ids = [r.id for r in draft.lexicon.reports]
    new = draft.use_all("except", "cue:new")
    draft.use_all("except", "cue:only")
    first = min(ids.index(str(v)) for v in cond.values)
    others = tuple(i for n, i in enumerate(ids) if i not in cond.values and (not new or n < first))
    if not others:
        raise Stuck("nothing_before", draft.pieces[cond.at].text)
    sides = [Cond(cond.at, "report", "is", cond.values), Cond(cond.at, "report", "is", others)]
    return _members(draft, dims, sides, "except", parts)


def _members(draft: Draft, dims: Sequence[Asked], sides: Sequence[Cond], contrast: str, parts: Parts) -> bool:
    from bot.understand.reading import slice_label

    for a in dims:
        draft.use(a.at, f"dimension:{a.key}")
    draft.use_all("measure:count", "measure:count")
    draft.conds = [c for c in draft.conds if c.field != sides[0].field or c.op != "is"]
    parts["group_by"] = tuple(a.dimension for a in dims)
    parts["slices"] = tuple(Slice(label=slice_label(s.filter(), draft.lexicon), filters=(s.filter(),)) for s in sides)
    parts["contrast"] = contrast
    return True


def by_disposition() -> Dimension:
    """Charges beside convictions."""
    return Dimension(field="disposition")
