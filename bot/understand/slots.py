"""The slots of the last plan and what a fragment puts in their place: conditions, measure, breakdown, order."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any

from bot.query import Filter, Measure, Place, Query, Slice
from bot.understand import lists, shares, statistics
from bot.understand.draft import Cond, Draft, Stuck, in_order
from bot.understand.follow_share import named_again, of_the_report
from bot.understand.forms import forms
from bot.understand.outcome import Choice
from bot.understand.reading import describe, slice_label

_FAMILIES = (
    ("place", "state", "county", "jurisdiction"),
    ("report", "declined_on"),
)


def part_replaced(draft: Draft, last: Query, parts: dict[str, Any]) -> None:
    """In a share, a new value of the part's own kind takes its place; one of another kind could be either: ask."""
    kinds = {f.field for f in last.measure.of}
    new = [c for c in draft.conds if c.field in kinds]
    whole = {f.field for f in last.filters if not f.negated} | {"place", "report", "declined_on", "facility"}
    other = [c for c in draft.conds if c.field not in kinds | whole]
    _among(draft, new, last)
    if len(other) == 1 and not new and not other[0].negated:
        if other[0].at and draft.pieces[other[0].at - 1].words == "among":
            return  # "share of convictions", "among Mexicans": of those
        _part_or_whole(draft, other[0], last)
    if other:
        raise Stuck("share_of_what", draft.pieces[other[0].at].text, ask=True)
    if new:
        draft.conds = [c for c in draft.conds if c not in new]
        kept = tuple(f for f in last.measure.of if f.field not in {c.field for c in new})
        parts["measure"] = last.measure.model_copy(update={"of": (*kept, *(c.filter() for c in new))})


def _part_or_whole(draft: Draft, cond: Cond, last: Query) -> None:
    """Raise Stuck for "for Mexicans?" after a share of convictions: of the Mexicans, or the Mexicans' part?"""
    part = last.model_copy(update={"measure": last.measure.model_copy(update={"of": (cond.filter(),)})})
    among = last.model_copy(update={"filters": in_order((*last.filters, cond.filter()))})
    choices = tuple(Choice(describe(plan, draft.lexicon), plan) for plan in (among, part))
    raise Stuck("share_of_what", draft.pieces[cond.at].text, choices)


def _among(draft: Draft, new: list[Cond], last: Query) -> None:
    """Raise Stuck for "of Colorado?" after Denver's share of all: Colorado's share, or Denver's among Colorado's?"""
    for cond in new:
        if cond.field == "place" and cond.at and draft.pieces[cond.at - 1].words in ("of", "of all", "out of", "among"):
            part = last.model_copy(update={"measure": last.measure.model_copy(update={"of": (cond.filter(),)})})
            among = last.model_copy(update={"filters": in_order((*last.filters, cond.filter()))})
            choices = tuple(Choice(describe(plan, draft.lexicon), plan) for plan in (among, part))
            raise Stuck("share_of_what", draft.pieces[cond.at].text, choices)


def ranked_anew(draft: Draft, last: Query, parts: dict[str, Any]) -> bool:
    """ "top 3", "and the fewest?": another order or number of the same breakdown."""
    if not last.group_by or not draft.has("limit:top", "limit:fewest", "order"):
        return False
    few = draft.has("limit:fewest", "order:fewest", "order:bottom")
    at = draft.first("limit:top", "limit:fewest")
    parts.update(order="fewest" if few else "most", nth=False, limit=1 if last.nth else last.limit)
    if at is not None:
        parts["limit"] = draft.pieces[at].value("limit:fewest" if few else "limit:top")
    draft.use_all("order", "limit", "order")
    return True


_HERE = frozenset(forms("slots", "here"))
"""Words of place among those for everything: "convictions there" keeps the week."""


def filters(draft: Draft, last: Query) -> tuple[Filter, ...]:
    new = [c.filter() for c in draft.conds]
    replaced = {name for f in new if not f.negated for name in family(f.field)}
    said = {word for at in draft.find("cue:everything") for word in draft.pieces[at].words.split()} - _HERE
    weeks = said & {"report", "reports", "week", "weeks"}
    if draft.has("fragment:nation"):
        replaced |= {*family("place"), "facility"}  # "for the whole country": of every place, the week stays
    elif said and (weeks or not draft.has("measure:share")):  # "a percentage of all of them" keeps the week
        replaced |= {"report", "declined_on"}
    if _jail_elsewhere(draft, new, last):
        replaced |= set(family("place"))
    kept = [f for f in last.filters if f.field not in replaced]
    merged = Draft(draft.pieces, draft.lexicon)

    merged.conds = [Cond(0, f.field, f.op, f.values, f.negated, f.label) for f in (*kept, *new)]
    return merged.filters()


def _jail_elsewhere(draft: Draft, new: list[Filter], last: Query) -> bool:
    """ "refusals in Texas", "at Santa Rita Jail" of California: like another county, it replaces the place kept."""
    jails = [str(v) for f in new if f.field == "facility" and f.op == "is" and not f.negated for v in f.values]
    kept = [v for f in last.filters if f.field == "place" and not f.negated for v in f.values if isinstance(v, Place)]
    stand = [p for jail in jails for p in draft.lexicon.facilities.get(jail, ())]
    inside = any(a.state == b.state and b.county in (None, a.county) for a in stand for b in kept)
    return bool(stand and kept) and not inside


def over_slices(draft: Draft, last: Query, parts: dict[str, Any]) -> None:
    """A condition on what the slices differ by ends the comparison; any other narrows both sides."""
    differ = {f.field for s in last.slices for f in s.filters}
    if _other_sides(draft, differ, last, parts):
        parts["filters"] = filters(draft, last)
        return
    if any(set(family(c.field)) & differ for c in draft.conds):
        if (
            last.contrast != "side_by_side" or len(differ) > 1
        ):  # "week 3?" after "Texas week 1 vs Ohio week 2": of which?
            raise Stuck("no_context", draft.pieces[draft.conds[0].at].text)  # "which are new in week 4?", "week 3?"
        parts.update(slices=(), contrast=None)
    parts["filters"] = filters(draft, last)


def _other_sides(draft: Draft, differ: AbstractSet[str], last: Query, parts: dict[str, Any]) -> bool:
    """ "week 3 and 4" after week 1 against week 2: the same comparison of those. Raises Stuck for another number."""
    new = [c for c in draft.conds if c.field in differ and c.op == "is" and not c.negated]
    values = [v for c in new for v in c.values]
    if len(differ) != 1 or len(values) < 2:
        return False
    if len(values) != len(last.slices) or {len(s.filters) for s in last.slices} != {1}:
        raise Stuck("no_context", draft.pieces[new[0].at].text)
    sides = [Filter(field=new[0].field, values=(v,)) for v in values]
    parts["slices"] = tuple(Slice(label=slice_label(f, draft.lexicon), filters=(f,)) for f in sides)
    draft.conds = [c for c in draft.conds if c not in new]
    return True


def measure(draft: Draft, parts: dict[str, Any], last: Query) -> None:
    if draft.subject != "refusals":
        return
    stat = next((s for tag, s in statistics.STATS if draft.has(tag)), None)
    if stat is not None and last.measure.kind == "statistic" and not draft.has("measure:wait"):
        draft.use_all("measure:statistic", *(tag for tag, _ in statistics.STATS))
        parts["measure"] = last.measure.model_copy(update={"stat": stat})
        return
    wait = statistics.waiting(draft)
    extreme = statistics.extreme(draft) if wait is None else None
    if wait is not None or extreme is not None:
        parts["measure"] = wait or extreme
    elif shares.is_share(draft) and not shares.is_rate(draft):
        share(draft, parts, last)
    elif draft.has("cue:rows") or (draft.has("cue:list") and not draft.has("dimension", "measure:count")):
        draft.use_all("measure:rows", "cue:rows", "cue:list")
        parts.update(measure=Measure(kind="rows"), group_by=(), order=None, limit=None, having=None)
    elif draft.has("measure:count") and last.measure.kind not in ("count", "distinct", "total"):
        parts.update(measure=Measure())
    if draft.has("measure:count") and last.measure.kind == "rows":
        parts.update(measure=Measure())


def share(draft: Draft, parts: dict[str, Any], last: Query) -> None:
    """ "what percentage is that?": the last plan's own condition is the part; places and weeks are the whole."""
    if _of_its_state(draft, parts, last) or of_the_report(draft, last, parts) or named_again(draft, last, parts):
        return
    own = [c for c in draft.conds if c.field not in ("report", "declined_on")]
    if last.group_by and not own and last.measure.kind == "count":
        draft.use_all("measure:share", "measure:share")
        parts["measure"] = Measure(kind="share")
        return
    if own or draft.has("dimension"):
        measure, draft.conds = shares.share(draft)
        parts["measure"] = measure
        return
    part = [f for f in last.filters if f.field not in ("report", "declined_on")]
    if len(part) > 1:
        part = [f for f in part if f.field not in ("place", "facility")]
    if len(part) != 1 or last.measure.kind != "count":
        raise Stuck("share_of_what", ask=True)
    draft.use_all("measure:share", "measure:share")
    parts["measure"] = Measure(kind="share", of=tuple(part))
    parts["dropped"] = tuple(part)


def _of_its_state(draft: Draft, parts: dict[str, Any], last: Query) -> bool:
    """ "in percent of the state", "as a share of the Maryland total" after a county's number: the county's share.

    Raises Stuck where another condition could belong to the part alone ("DUI in Cook", "share of the state").
    """
    at = draft.first("measure:share")
    kept = [f for f in last.filters if f.field not in ("report", "declined_on")]
    places = [v for f in kept if f.field == "place" and f.op == "is" and not f.negated for v in f.values]
    county = places[0] if len(places) == 1 and isinstance(places[0], Place) and places[0].county else None
    if at is None or county is None or last.measure.kind != "count" or last.group_by or last.slices:
        return False
    state = Place(state=county.state)
    noun = draft.first("dimension:state", start=at + 2)
    named = [c for c in draft.conds if c.at > at and c.field == "place" and c.values == (state,) and not c.negated]
    said = noun is not None and draft.pieces[noun].words == "state" and draft.pieces[noun - 1].words == "the"
    of = draft.pieces[at].words.endswith(" of") or any(p.words == "of" for p in draft.pieces[at + 1 : at + 2])
    whole = draft.pieces[at].words.startswith(("as ", "in ")) or draft.has("cue:anaphor", "cue:everything")
    others = [c for c in draft.conds if c.field not in ("report", "declined_on") and c not in named]
    if not of or len(named) + said != 1 or others:
        return False
    if named and not whole:
        _its_own_or_the_states(draft, named[0], kept, last)
    if len(kept) > 1:
        raise Stuck("share_of_what", draft.pieces[at].text, ask=True)
    draft.use_all("measure:share", "measure:share", "measure:count", "cue:everything")
    if said and noun is not None:
        draft.use(noun, "filter:place")
    draft.conds = [c for c in draft.conds if c not in named] + [Cond(at, "place", "is", (state,))]
    parts["measure"] = Measure(kind="share", of=tuple(kept))
    return True


def _its_own_or_the_states(draft: Draft, named: Cond, kept: list[Filter], last: Query) -> None:
    """Raise Stuck for "what share of Maryland?" after Baltimore: the county's share of it, or Maryland's of all?"""
    weeks = [f for f in last.filters if f not in kept]
    whole = named.filter()
    plans = [
        last.model_copy(update={"measure": Measure(kind="share", of=of), "filters": in_order(filters)})
        for of, filters in ((tuple(kept), [*weeks, whole]), ((whole,), weeks))
    ]
    choices = tuple(Choice(describe(p, draft.lexicon), p) for p in plans)
    raise Stuck("share_of_what", draft.pieces[named.at].text, choices)


def breakdown(draft: Draft, found: list[Any], parts: dict[str, Any]) -> None:
    again = draft.has("cue:same") or (draft.has("conjunction:and", "cue:what_about") and not draft.has("group:by"))
    ranked = (any(a.how == "which" for a in found) or again) and not draft.has("order", "limit")
    kept = {"order": parts["order"], "limit": parts["limit"]} if ranked else {"order": None, "limit": None}
    if ranked and parts.get("each") is not None:
        raise Stuck("no_context", draft.pieces[found[0].at].text)  # "top nationality per state", "which offenses?"
    parts.update(group_by=(), having=None, leader=None, each=None, **kept)
    if parts["measure"].kind in ("rows", "extreme", "distinct"):
        parts["measure"] = Measure()
    lists.grouped(draft, found, parts)
    if parts.get("slices") and any(
        d.field in {f.field for s in parts["slices"] for f in s.filters} for d in parts["group_by"]
    ):
        parts.update(slices=(), contrast=None)


def each_report(draft: Draft, parts: dict[str, Any]) -> None:
    """ "in each report" after one of them: the breakdown is over all, unless the fragment itself names some, or is of
    what a ranking found ("which day had most", "which report is that in")."""
    reports = any(d.field == "report" for d in parts["group_by"]) and not any(c.field == "report" for c in draft.conds)
    which = draft.has("question:which") and draft.has("cue:anaphor", "time:during") and not draft.has("order", "limit")
    if reports and not draft.of_group:
        fields = ("report",) if which else ("report", "declined_on")  # "July 3", "which report is that in"
        parts["filters"] = tuple(f for f in parts["filters"] if f.field not in fields)


def all_of_them(draft: Draft, last: Query) -> None:
    """ "all of them" after a filtered question: every report, or no filter at all? One filter leaves no doubt."""
    if draft.has("measure:share"):
        return  # "as a percentage of all of them"
    words = {draft.pieces[at].words for at in draft.find("cue:everything")}
    asked = {v for f in last.filters if f.field == "report" for v in f.values}
    week = any(p.has("value:report") and set(p.value("value:report")) == asked for p in draft.pieces)
    others = [f for f in last.filters if f.field not in ("report", "declined_on")]
    named = draft.has("place", "value:citizenship", "value:offense", "disposition", "value:facility", "date")
    totals = words & {"total", "the total", "overall", "in total", "grand total", "whole", "all"}
    if week and others and totals and not named:
        raise Stuck("all_of_what", next(iter(totals)), ask=True, options=("week",))
    doubtful = words & {"all of them", "all of those", "all of these", "everything", "overall", "the lot", "all"}
    if doubtful and last.filters and not (named and doubtful <= {"overall", "all"}):  # "all Mexicans": told by its plan
        fields = {f.field for f in last.filters}
        if len(fields) > 1 or (fields and fields != {"report"}):
            raise Stuck("all_of_what", next(iter(words)), ask=True)


def family(field: str) -> tuple[str, ...]:
    """The fields that speak of the same matter: a new condition on one replaces conditions on all of them."""
    return next((group for group in _FAMILIES if field in group), (field,))
