"""Breakdowns, rankings, lists, "how many different": what the dimension words of a question ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.query import Having, Measure
from bot.understand.dims import Asked
from bot.understand.draft import Draft, Stuck
from bot.understand.pieces import numeral
from bot.understand.superlatives import within_each

Parts = dict[str, Any]


def grouped(draft: Draft, found: Sequence[Asked], parts: Parts) -> None:
    """Fill group_by, order, limit, having, or turn the measure into a distinct count, by how dimensions are asked."""
    kept = [a for a in found if not (a.how == "bare" and _idle(draft, a, found))]
    if not kept:
        return
    for a in kept:
        draft.use(a.at, f"dimension:{a.key}")
    _breakdown_words(draft)
    many = next((a for a in kept if a.how == "many"), None)
    most = _most_kinds(draft, kept) if many is None else None
    rest = [a for a in kept if a is not many and a is not most]
    having = having_of(draft) or parts.get("having")
    if many is not None and many.dimension.bucket in ("month", "year"):
        raise Stuck("unaccounted", draft.pieces[many.at].text)  # "how many months": days are told apart, not months
    if many is not None and _attributive(draft, many):
        raise Stuck("unaccounted", draft.pieces[many.at].text)  # "how many jail refusals": the jails are not counted
    plain = parts.get("measure", Measure()).kind == "count" or parts["subject"] == "issued"
    summed = parts["subject"] == "issued" and having is not None  # a bound on the sums, and not on the entries
    if most is not None and plain:
        parts["measure"] = Measure(kind="distinct", field=most.dimension.field)
        draft.use_all("measure:distinct", "measure:distinct")
    elif many is not None and plain and not draft.has("order") and not summed:
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


def _attributive(draft: Draft, asked: Asked) -> bool:
    """Whether the column only says of what kind the refusals are, as in "county refusals"."""
    following = draft.pieces[asked.at + 1 : asked.at + 2]
    noun = any(p.has("subject:refusal", "noun:detainer") and p.words.endswith("s") and not p.gap for p in following)
    return noun and not asked.plural


def _most_kinds(draft: Draft, kept: Sequence[Asked]) -> Asked | None:
    """ "which state has the most nationalities", "the most different offenses": of which there are the most kinds.

    No ranking of the pairs: "Colorado, Mexico" has the most refusals and answers another question.
    """
    for a in kept:
        k = a.at - 1
        while k > 0 and draft.pieces[k].has("measure:distinct", "function:preposition"):
            k -= 1
        end = draft.pieces[k] if k >= 0 else None
        ranked = end is not None and end.has("order:most", "order:fewest") and not end.has("order:common") and a.plural
        others = [o for o in kept if o is not a and o.how in ("which", "question", "bare")]
        # "the most crimes" may be cases, "the most days" a wait
        told = a.key not in ("offense", "disposition", "day", "month", "year") or draft.pieces[a.at - 1].has(
            "measure:distinct"
        )
        if ranked and not told:
            raise Stuck("unaccounted", draft.pieces[a.at].text)
        if ranked and others and others[0].at < k and not draft.pieces[a.at].gap:
            return a
    return None


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
    else:
        parts["order"] = _order_of_ends(rest, parts) or parts.get("order")
    if ranked_place(draft, parts):
        within_each(draft, rest, parts)
        return
    limit = top if top is not None else few
    if limit is not None:
        parts["limit"] = draft.pieces[limit].value("limit:top" if top is not None else "limit:fewest")
        draft.use(limit, "limit")
    number = _number_before(draft, rest)
    if number is not None:
        if limit is not None and number != parts["limit"]:
            raise Stuck("number", draft.pieces[limit].text)  # "which three counties had the 7 most"
        parts["limit"] = number
        parts["order"] = parts.get("order") or "most"
    if parts.get("order"):
        common = draft.first("order:common")
        if common is not None and all(a.how == "by" for a in rest):
            raise Stuck("unaccounted", draft.pieces[common].text)  # the most common what?
        draft.use_all("order", "order")
        if parts.get("limit") is None and any(
            (not a.plural or _one_of_them(draft, a)) and a.how in ("which", "bare", "question") for a in rest
        ):
            parts["limit"] = 1
        within_each(draft, rest, parts)
    elif draft.has("order:chronological"):
        parts["order"] = "natural"
        draft.use_all("order", "order:chronological")


def _order_of_ends(rest: Sequence[Asked], parts: Parts) -> str | None:
    """ "which state had the shortest wait", "which county had the oldest detainer": that group comes first."""
    measure = parts.get("measure", Measure())
    ends = measure.kind == "extreme" or (measure.kind == "statistic" and measure.field == "days")
    if not ends or measure.stat not in ("min", "max") or not any(a.how in ("which", "question") for a in rest):
        return None
    return "fewest" if measure.stat == "min" else "most"


def _one_of_them(draft: Draft, a: Asked) -> bool:
    """ "which of the four weeks was the quietest": one of them is asked for."""
    following = draft.pieces[a.at + 1] if a.at + 1 < len(draft.pieces) else None
    ahead = draft.pieces[max(0, a.at - 3) : a.at]
    before = any(p.has("question:which") for p in ahead)
    of_them = any("of" in p.words.split() for p in ahead)
    return before and of_them and following is not None and following.words in ("is", "was", "has")


def ranked_place(draft: Draft, parts: Parts) -> bool:
    """ "the second most", "who is number three": one place of the ranking alone."""
    at = draft.first("limit:rank")
    if at is None:
        return False
    wanted = draft.pieces[at].value("limit:rank")
    parts.update(order=wanted.order, limit=wanted.place, nth=True)
    draft.use(at, "limit")
    draft.use_all("order", "order")
    return True


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


def _bounds_rows(draft: Draft, at: int) -> bool:
    """Whether a bound beside a share or an average is of the rows: "counties with at least 10, average wait"."""
    if not draft.has("measure:share", "measure:average", "measure:median", "measure:longest", "measure:shortest"):
        return False
    before, following = draft.pieces[at - 1] if at else None, draft.pieces[at + 1 : at + 2]
    of_it = before is not None and before.has("function:copula")  # "where the median is at least 200"
    return not of_it and not (following and following[0].has("measure"))


def having_of(draft: Draft) -> Having | None:
    """ "ten or more", "at least 5", "exactly one": a bound on the groups' figures.

    Raises Stuck for "more than one offense": that counts values, and a row has one of each.
    """
    at = draft.first("limit:bound")
    if at is not None:
        following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
        if following is not None and following.has("dimension") and not following.gap and not draft.pieces[at].used:
            raise Stuck("unaccounted", f"{draft.pieces[at].text} {following.text}")
        bound = draft.pieces[at].value("limit:bound")
        if _bounds_rows(draft, at):
            raise Stuck("unaccounted", draft.pieces[at].text)  # of rows, and no percentage or average
        draft.use(at, "having")
        return Having(op=bound.op, n=bound.n)
    at = draft.first("bound:single")
    if at is not None:
        following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
        called = following is not None and following.has("value:citizenship", "noun:person") and not following.gap
        if called and draft.pieces[at].words == "single" and following is not None and following.words.endswith("s"):
            raise Stuck("unaccounted", draft.pieces[at].text)  # "single Mexicans"
        if following is not None and following.has("dimension") and not following.gap and not draft.pieces[at].used:
            raise Stuck("unaccounted", f"{draft.pieces[at].text} {following.text}")
        draft.use(at, "having")
        return Having(op="is", n=1)
    return None
