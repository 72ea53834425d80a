"""Sets of groups: in one and not in another, new, gone, only in, in both, in every report; and how many they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.query import Measure, Slice
from bot.understand.any_report import groups_of_one
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.forms import forms
from bot.understand.scope import apart
from bot.understand.so_many import in_so_many, numbered
from bot.understand.solely import solely

Parts = dict[str, Any]
_REPORTS = frozenset(forms("sets", "reports"))
_SIDES = ("report", "place", "declined_on", "disposition", "citizenship", "offense", "facility", "issued_on")
"""The fields whose values groups can be held against each other by."""


def set_of_groups(draft: Draft, found: Sequence[Asked], parts: Parts) -> bool:
    """ "which states are in week 3 but had nothing in week 1", "new in week 2", "only in week 3", "in both weeks"."""
    dims = [a for a in found if a.how in ("which", "many", "bare", "question") and a.key != "report"]
    if not dims:
        return False
    bounded = groups_of_one(draft, dims, parts) or in_so_many(draft, found, parts)
    if bounded or _in_every_report(draft, found, dims, parts) or solely(draft, dims, parts):
        return True
    sides = _gone(draft) or _but_not(draft, dims) or _only_in(draft) or None
    if sides is not None:
        return _members(draft, dims, sides, "except", parts)
    several = _both(draft, dims)
    return several is not None and _members(draft, dims, several, "both", parts)


def _periods(draft: Draft) -> list[Cond]:
    return [c for c in draft.conds if c.field == "report"]


def _gone(draft: Draft) -> list[Cond] | None:
    """ "... but had nothing in week 1", "dropped off after week 1", "vanished between week 1 and week 2"."""
    nothing = draft.first("cue:nothing")
    if nothing is None:
        return None
    sided = [c for c in draft.conds if c.field in ("report", "place", "declined_on")]
    before = [c for c in sided if c.at < nothing]
    after = [c for c in sided if c.at > nothing]
    draft.use(nothing, "except")
    if len(before) == 1 and len(after) == 1 and before[0].field == after[0].field:
        return [before[0], after[0]]
    gone = _gone_after(draft, _periods(draft), nothing)
    if gone is None:
        raise Stuck("except_what", draft.pieces[nothing].text, ask=True)
    return gone


def _left(draft: Draft, nothing: int) -> bool:
    """Whether the word says that something was there before: "dropped off", "vanished"."""
    return draft.pieces[nothing].words.startswith(("drop", "disappear", "vanish", "fell", "fall", "gone"))


def _gone_after(draft: Draft, periods: Sequence[Cond], nothing: int) -> list[Cond] | None:
    """ "dropped off after week 1": in that week and in none of those after it."""
    ids = [r.id for r in draft.lexicon.reports]
    if len(periods) != 1 or periods[0].negated:
        return None
    cond = periods[0]
    if len(cond.values) == 2 and cond.either and _left(draft, nothing):
        return _sides(cond, (cond.values[:1], cond.values[1:]))
    first = ids.index(str(cond.values[0])) - 1
    if any(draft.pieces[k].has("time:after") for k in range(cond.at)):
        return None if first < 0 else _sides(cond, ((ids[first],), cond.values))
    if len(cond.values) == 1 and _left(draft, nothing):  # "dropped off in week 2": there the week before
        if first < 0:
            raise Stuck("nothing_before", draft.pieces[cond.at].text)
        return _sides(cond, ((ids[first],), cond.values))
    return None


def _sides(cond: Cond, values: Sequence[tuple[Any, ...]]) -> list[Cond]:
    return [Cond(cond.at, cond.field, "is", v) for v in values]


def _but_not(draft: Draft, dims: Sequence[Asked]) -> list[Cond] | None:
    """ "in Travis but not in Denver": one of a kind that is asked for, one of the same kind that is not."""
    asked = {a.dimension.field for a in dims}
    for denied in (c for c in draft.conds if c.negated and c.op == "is" and c.field in _SIDES):
        kept = [c for c in draft.conds if c.field == denied.field and not c.negated and c.op == "is"]
        if len(kept) != 1 or kept[0].values == denied.values or not apart(kept[0], denied):
            continue
        if denied.field == "report" or (denied.field not in asked and _place_in(asked, denied)):
            return [kept[0], Cond(denied.at, denied.field, "is", denied.values, label=denied.label)]
    return None


def _place_in(asked: set[Any], side: Cond) -> bool:
    """Whether groups can be in both of two such sides: no county is in two states."""
    return not (side.field == "place" and asked & {"state", "county", "place", "facility"})


def _only_in(draft: Draft) -> list[Cond] | None:
    """ "new in week 2" is against the weeks before it, "only in week 2" against all others."""
    periods = _periods(draft)
    if len(periods) == 2:
        return _new_against(draft, *periods)
    if len(periods) != 1 or periods[0].negated:
        return None
    cond = periods[0]
    if not draft.has("cue:new", "cue:unique") and not (draft.has("cue:only") and _alone(draft, cond)):
        return None
    ids = [r.id for r in draft.lexicon.reports]
    new = draft.use_all("except", "cue:new")
    draft.use_all("except", "cue:only", "cue:unique")
    first = min(ids.index(str(v)) for v in cond.values)
    others = tuple(i for n, i in enumerate(ids) if i not in cond.values and (not new or n < first))
    if not others:
        raise Stuck("nothing_before", draft.pieces[cond.at].text)
    return _sides(cond, (cond.values, others))


def _new_against(draft: Draft, later: Cond, other: Cond) -> list[Cond] | None:
    """ "new in week 3 compared to week 2": there in the later of the two and not in the other."""
    against = any(p.has("compare:versus", "compare:compare") for p in draft.pieces[later.stop : other.at])
    one = len(later.values) == len(other.values) == 1 and not (later.negated or other.negated)
    if not (draft.has("cue:new") and against and one) or str(later.values[0]) < str(other.values[0]):
        return None
    draft.use_all("except", "cue:new", "compare")
    return _sides(later, (later.values, other.values))


def _alone(draft: Draft, cond: Cond) -> bool:
    """ "only in week 3": the "only" stands right before the week, or right behind it."""
    at = cond.at - 1
    while at >= 0 and draft.pieces[at].has("function", "time:during", "cue:appear", "subject:refusal"):
        at -= 1
    following = draft.pieces[cond.stop] if 0 < cond.stop < len(draft.pieces) else None
    if following is not None and following.has("cue:only") and not following.gap:
        return True  # "in the first report only"
    return at >= 0 and draft.pieces[at].has("cue:only")


def _both(draft: Draft, dims: Sequence[Asked]) -> list[Cond] | None:
    """ "in both week 1 and week 2", "in both Texas and Virginia", "which states are in weeks 1 and 3"."""
    asked = {a.dimension.field for a in dims}
    twice = _also_in(draft)
    if twice and _place_in(asked, twice[0]):
        return twice
    listed = [
        c
        for c in draft.conds
        if c.op == "is" and not c.negated and len(c.values) > 1 and c.field in _SIDES and c.field not in asked
    ]
    said = draft.has("cue:both")
    if len(listed) != 1 or not _place_in(asked, listed[0]):
        return None
    cond = listed[0]
    plain = draft.has("question:which") and not draft.has("order", "limit")
    each = cond.field == "report" and cond.either and plain
    if not each and not (said and (cond.either or cond.field == "report")):
        return None
    draft.use_all("both", "cue:both")
    return _sides(cond, [(v,) for v in cond.values])


def _also_in(draft: Draft) -> list[Cond] | None:
    """ "which counties in the first report also appear in the second": in each of the two."""
    for field in ("report", "place"):
        sides = [c for c in draft.conds if c.field == field and not c.negated and c.op == "is"]
        if len(sides) != 2 or not draft.has("question:which", "cue:list"):
            continue
        behind = draft.pieces[sides[1].stop : sides[1].stop + 1]
        said = [*draft.pieces[sides[0].stop : sides[1].at], *(p for p in behind if not p.gap)]
        if any(p.words in ("also", "again", "too", "as well", "and also") for p in said):
            return sides
    return None


def _in_every_report(draft: Draft, found: Sequence[Asked], dims: Sequence[Asked], parts: Parts) -> bool:
    """ "which counties appear in all three reports": in each of them, not in any."""
    trivial = next((k for k in draft.find("limit:bound") if _once(draft, k)), None)
    if draft.has("order", "measure:together", "limit:top", "limit:fewest", "limit:rank"):
        return False
    if len(draft.lexicon.reports) < 2 or any(a.key in ("day", "month", "year") for a in dims):
        return False  # a day is in one report
    at = _each_report(draft)
    at = _all_reports(draft) if at is None else at
    at = _every_week(draft) if at is None else at
    if at is None:
        return False
    if any(k != trivial for k in draft.find("limit:bound", "bound:single")):
        raise Stuck("unaccounted", draft.pieces[at].text)  # "at least two in every report": one bound for each
    draft.use(at, "both")
    draft.use_all("both", "cue:both")
    if trivial is not None:
        draft.use(trivial, "both")
    sides = [Cond(at, "report", "is", (r.id,)) for r in draft.lexicon.reports]
    return _members(draft, dims, sides, "both", parts)


def _once(draft: Draft, at: int) -> bool:
    """ "at least one": in a report is in it once or more."""
    bound = draft.pieces[at].value("limit:bound")
    return bool(bound.op == "at_least" and bound.n == 1)


def _each_report(draft: Draft) -> int | None:
    """ "appear in every report", "present in each of the reports", "show up every single week"."""
    for at in draft.find("group:by"):
        words = draft.pieces[at].words
        if not words.endswith(("every", "each", "single")) or any(
            p.has("measure:count") for p in draft.pieces[max(0, at - 1) : at]
        ):
            continue
        k = at + 1
        while k < len(draft.pieces) and draft.pieces[k].has("function", "noun:detainer") and not draft.pieces[k].gap:
            k += 1
        report = k < len(draft.pieces) and (
            draft.pieces[k].has("dimension:report") or _all_loaded(draft, k) or _list_of_section(draft, k)
        )
        near = [p for p in draft.pieces[max(0, at - 3) : at] if not p.has("dimension")]
        appears = any(p.has("cue:appear", "limit:bound") for p in near)
        appears = appears or ("every" in words and bool(near) and near[-1].has("function"))
        had = [p.has("function:copula") for p in near[-2:-1]] == [True] and near[-1].has("subject:refusal", "noun")
        appears = appears or (had and draft.has("question:which") and not draft.has("measure:count"))
        appears = appears or ("every" in words and _refused_before(draft, at))
        if report and appears:
            for used in range(at, k + 1):
                draft.use(used, "both")
            return at
    return None


def _all_loaded(draft: Draft, at: int) -> bool:
    """ "the four reports", where four are loaded."""
    words = set(draft.pieces[at].words.split())
    return (
        draft.pieces[at].has("cue:everything")
        and bool(words & _REPORTS)
        and bool(words & numbered(len(draft.lexicon.reports)))
    )


def _list_of_section(draft: Draft, at: int) -> bool:
    """ "on every Section I list": one in each report."""
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    listed = following is not None and following.has("cue:list", "noun:number", "dimension:report")
    return draft.pieces[at].has("subject:section_one") and listed


def _every_week(draft: Draft) -> int | None:
    """ "which states refused every week": a set of them, and no table."""
    weeks = [at for at in draft.find("dimension:report") if draft.pieces[at].has("quantifier:all")]
    return next((at for at in weeks if _refused_before(draft, at)), None)


def _refused_before(draft: Draft, at: int) -> bool:
    """Whether the verb before it is of the groups asked for: "counties that refused every week"."""
    did = [p for p in draft.pieces[:at] if not p.has("function")][-1:]
    counted = draft.has("measure:count") and "every" not in draft.pieces[at].words
    asks = draft.has("question:which", "function:that", "measure:count") and not counted
    return asks and bool(did) and did[0].has("subject:refusal")


def _all_reports(draft: Draft) -> int | None:
    """ "in all three reports", "common to all the weeks"."""
    for at in draft.find("cue:everything"):
        words = set(draft.pieces[at].words.split())
        every = words & {"all", "every"} and words & _REPORTS
        if (not every and not words & numbered(len(draft.lexicon.reports))) or draft.pieces[at].gap:
            continue  # "counties in Section II, all reports": of which reports, and not in each
        near = draft.pieces[max(0, at - 4) : at]
        cut = max((n for n, p in enumerate(near) if set(p.gap) & set(".,;:?!)")), default=0)
        near = near[cut:]
        while near and near[-1].words in ("all", "the", "of", "all of", "all of the"):
            near[-1].use("both")
            near = near[:-1]
        appears = any(p.has("cue:appear", "cue:both", "limit:bound") for p in near)
        counted = any(p.has("measure:count") for p in near)  # "how many states in all reports": in any
        if appears or (near[-1:] and near[-1].words == "in" and near[:-1] and not counted):
            return at
    return None


def _members(draft: Draft, dims: Sequence[Asked], sides: Sequence[Cond], contrast: str, parts: Parts) -> bool:
    from bot.understand.reading import slice_label

    for a in dims:
        draft.use(a.at, f"dimension:{a.key}")
    draft.use_all("measure:count", "measure:count")
    draft.use_all("measure:distinct", "measure:distinct")
    draft.conds = [c for c in draft.conds if c.field != sides[0].field or c.op != "is"]
    if len(dims) == 1 and dims[0].how == "many":
        parts["measure"] = Measure(kind="distinct", field=dims[0].dimension.field)
    parts["group_by"] = tuple(a.dimension for a in dims)
    parts["slices"] = tuple(Slice(label=slice_label(s.filter(), draft.lexicon), filters=(s.filter(),)) for s in sides)
    parts["contrast"] = contrast
    return True
