"""Comparisons: A versus B, more or fewer, the change from one report to another, the difference."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Dimension, Having, Slice
from bot.understand.clauses import clause
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.forms import forms
from bot.understand.lists import Parts
from bot.understand.sides import as_asked, check_sides, one_each

_CUES = ("compare", "measure:difference", "measure:change", "measure:times", "limit:times")
_SIDES = (
    "report",
    "place",
    "citizenship",
    "offense",
    "disposition",
    "facility",
    "declined_on",
    "issued_on",
    "state",
    "jurisdiction",
)


_TIMES = ("report", "declined_on")


def is_contrast(draft: Draft) -> bool:
    """Whether the question sets figures against each other."""
    return draft.has(*_CUES)


def contrasted(draft: Draft, found: Sequence[Asked], parts: Parts) -> bool:
    """Fill slices and contrast, or a breakdown by report for a change over time. False when nothing is compared."""
    if not is_contrast(draft):
        return False
    change = draft.has("measure:change", "measure:difference")
    sides = _sides(draft) or _dispositions(draft, found)
    if sides is None:
        return _over_time(draft, found, parts, change)
    check_sides(draft, found, sides)
    found = [a for a in found if not draft.pieces[a.at].used]
    draft.use_all("compare", *_CUES)
    draft.use_all("compare", "measure:together")
    if draft.has("measure:difference"):
        draft.use_all("compare", "time:between")  # "the difference in refusals between A and B"
    yes_or_no = clause(draft) is not None
    than = next((k for k in draft.find("compare:more") if "than" in draft.pieces[k].words or _than(draft, k)), None)
    groups = any(a.how in ("which", "many", "bare") and a.key != "report" for a in found)
    if yes_or_no:
        one_each(draft, sides)
    apart = yes_or_no or (groups and than is not None)  # "counties with more charges than convictions"
    if (
        sides[0].field == "disposition"
        and len(sides) == 2
        and not draft.has("measure:difference", "measure:times")
        and not apart
    ):
        parts["group_by"] = (*parts.get("group_by", ()), Dimension(field="disposition"))
        draft.conds = [c for c in draft.conds if c not in sides]
        return True
    by_how_many = draft.has("measure:change") or (draft.has("measure:difference") and draft.has("compare:more"))
    if by_how_many and all(s.field in _TIMES for s in sides):
        sides = sorted(sides, key=lambda s: str(s.values[0]))  # a change goes with time, however it is said
    if draft.has("limit:times") and all(s.field in _TIMES for s in sides) and _grew(draft):
        sides = sorted(sides, key=lambda s: str(s.values[0]), reverse=True)  # "did it double": the later by the earlier
    parts["contrast"] = _kind(draft, sides, change) if len(sides) == 2 else "side_by_side"
    if parts["contrast"] == "difference":
        sides = list(as_asked(draft, sides))
    if parts["contrast"] in ("difference", "side_by_side") and len(sides) == 2:
        sides = list(_only_those(draft, found, sides, parts))
    if (
        groups
        and than is not None
        and not parts.get("having")
        and not draft.has("order", "limit", "measure:difference")
    ):
        raise Stuck("unaccounted", draft.pieces[than].text)
    _slices(draft, sides, parts)
    if parts["contrast"] == "ratio":
        parts["claim"] = of_times(draft)
    elif yes_or_no and parts["contrast"] == "side_by_side":
        parts["claim"] = more_or_fewer(draft, sides)
    if draft.has("compare:which_more", "compare:more") and parts["contrast"] == "side_by_side":
        parts["order"] = None
    return True


def _grew(draft: Draft) -> bool:
    """ "did refusals double": a verb, and not "twice as many as"."""
    return not any({"as", "number", "count"} & set(draft.pieces[at].words.split()) for at in draft.find("limit:times"))


def _only_those(draft: Draft, found: Sequence[Asked], sides: Sequence[Cond], parts: Parts) -> Sequence[Cond]:
    """ "which counties increased", "which had more in week 3 than in week 2": only groups whose figure is higher there.

    The sides come back in the order in which the difference is worked out. How many there are is not told.
    """
    groups = [a for a in found if a.how in ("which", "bare", "many", "question") and a.key != "report"]
    if not groups or draft.has("order", "limit"):
        return sides
    more = draft.first("compare:more")
    down, up = _directions(draft)
    if (more is not None and draft.has("cue:everything", "measure:difference")) or (more is None and down == up):
        return sides
    if any(a.how == "many" for a in groups):
        raise Stuck("rank_of_changes")
    if more is not None:
        words = draft.pieces[more].words.split()
        few = bool({"fewer", "less", "lower", "smaller"} & set(words))
        if few and {"more", "higher"} & set(words):
            return sides
        sides, op = list(reversed(sides)), "under" if few else "over"
    else:
        op = "under" if down else "over"
    parts["contrast"] = "difference"
    parts["having"] = Having.model_validate({"op": op, "n": 0})
    return sides


def _directions(draft: Draft) -> tuple[bool, bool]:
    """Whether words of a fall, and of a rise, are said."""
    words = [draft.pieces[at].words for at in draft.find("measure:change")]
    down, up = (any(w.startswith(ends) for w in words) for ends in (_DOWN, _UP))
    return down, up


def _kind(draft: Draft, sides: Sequence[Cond], change: bool) -> str:
    """How two sides are set against each other: by their difference, in percent, as a ratio, or just side by side."""
    if draft.use_all("compare", "measure:times") or draft.has("limit:times"):
        return "ratio"
    if is_percent_change(draft):
        if any(s.field not in _TIMES for s in sides):
            raise Stuck("percent_change", draft.pieces[next(draft.find("measure:share"))].text, ask=True)
        draft.use_all("compare", "measure:share")
        for at in draft.free("group:by"):
            if draft.pieces[at].words == "by":
                draft.use(at, "compare")  # "by what percentage did they rise"
        return "percent"
    return "difference" if change or _how_many_more(draft) else "side_by_side"


def is_percent_change(draft: Draft) -> bool:
    """ "by what percentage did they rise", "percent change": not the change of a share ("how did the share of ...")."""
    if not draft.has("measure:change") or not draft.has("measure:share"):
        return False
    kinds = {at: _of_a_share(draft, at) for at in draft.find("measure:share")}
    if len(set(kinds.values())) > 1:  # "percent increase in the share of": points, or percent of percent?
        raise Stuck("percent_change", draft.pieces[next(iter(kinds))].text, ask=True)
    return not any(kinds.values())


def _of_a_share(draft: Draft, at: int) -> bool:
    """ "the share of", "what percentage of": a share, and not a change in percent."""
    words = draft.pieces[at].words
    following = draft.pieces[at + 1].words if at + 1 < len(draft.pieces) else ""
    return words.endswith(" of") or following == "of" or not any(w in words for w in ("percent", "pct", "pc", "%"))


_OVER_ALL = forms("contrast", "over_all")
_DOWN = forms("contrast", "down")
_UP = forms("contrast", "up")


def rank_changes(draft: Draft, parts: Parts) -> None:
    """ "the biggest increase by county": groups ranked by their change; the biggest drop is the lowest of them.

    Raises Stuck where a rise or a fall is not said, or where the smallest is asked for.
    """
    down, up = _directions(draft)
    if down == up or parts.get("order") != "most" or not parts.get("group_by") or parts.get("nth"):
        raise Stuck("rank_of_changes")
    parts["order"] = "fewest" if down else "most"


def _than(draft: Draft, at: int) -> bool:
    return any(p.words == "than" for p in draft.pieces[at + 1 : at + 5])


_MORE = forms("contrast", "more")
_FEWER = forms("contrast", "fewer")


def more_or_fewer(draft: Draft, sides: Sequence[Cond]) -> Having | None:
    """ "did Denver refuse more than Harris": the first less the second is over nothing. Stuck for any other claim."""
    words = [draft.pieces[at].words.split() for at in draft.find("compare:more")]
    first = words[0][0] if words else ""
    if len(words) != 1 or len(sides) != 2 or "or" in words[0] or first not in (*_MORE, *_FEWER):
        return None
    at = draft.first("compare:more") or 0
    if not sides[0].at < sides[1].at or sides[1].at < at:
        return None
    if any(draft.pieces[k].has("conjunction:or") for k in range(sides[0].at, sides[1].at)):
        return None  # "were there more charges or more convictions": which of the two, and no yes or no
    return Having(op="over" if first in _MORE else "under", n=0)


def of_times(draft: Draft) -> Having | None:
    """ "more than twice as many": what is supposed of the ratio."""
    at = draft.first("limit:times")
    if at is None:
        return None
    bound = draft.pieces[at].value("limit:times")
    draft.use(at, "claim")
    return Having(op=bound.op, n=bound.n)


def _dispositions(draft: Draft, found: Sequence[Asked]) -> list[Cond] | None:
    """ "difference between convictions and charges", "which had more, ...": the two words were read as a breakdown."""
    asked = next((a for a in found if a.key == "disposition"), None)
    if asked is None or not draft.has("measure:difference", "compare:which_more"):
        return None
    draft.use(asked.at, "compare")
    first = draft.pieces[asked.at].words.startswith("convict")
    values = ("conviction", "charge") if first else ("charge", "conviction")
    return [Cond(asked.at, "disposition", "is", (value,)) for value in values]


def _how_many_more(draft: Draft) -> bool:
    at = draft.first("compare:more")
    return at is not None and at > 0 and draft.pieces[at - 1].has("measure:count")


def _sides(draft: Draft) -> list[Cond] | None:
    """The conditions compared: the field that has several of them. Two such fields is one comparison too many."""
    by_field: dict[str, list[Cond]] = {}
    for cond in draft.conds:
        if not cond.negated and cond.field in _SIDES:
            by_field.setdefault(cond.field, []).append(cond)
    several = {field: conds for field, conds in by_field.items() if len(conds) > 1}
    if not several:
        split = [(f, c[0]) for f, c in by_field.items() if (c[0].either or f == "report") and len(c[0].values) > 1]
        if len(split) == 1:
            return _apart(draft, split[0][1])
        return None
    if len(several) > 1:
        raise Stuck("compare_what", draft.pieces[next(draft.find(*_CUES))].text, ask=True)
    return next(iter(several.values()))


def _apart(draft: Draft, cond: Cond) -> list[Cond]:
    sides = [Cond(cond.at, cond.field, cond.op, (v,)) for v in cond.values]
    at = draft.conds.index(cond)
    draft.conds[at : at + 1] = sides
    return sides


def _slices(draft: Draft, sides: Sequence[Cond], parts: Parts) -> None:
    from bot.understand.reading import slice_label

    draft.conds = [c for c in draft.conds if c not in sides]
    parts["slices"] = tuple(Slice(label=slice_label(s.filter(), draft.lexicon), filters=(s.filter(),)) for s in sides)


def _over_time(draft: Draft, found: Sequence[Asked], parts: Parts, change: bool) -> bool:
    """A change without two sides: report by report. A bare comparison word beside a breakdown adds nothing."""
    if draft.has("order", "limit", "measure:together") and all(
        draft.pieces[at].words.startswith(_OVER_ALL) for at in draft.find("measure:change", "measure:difference")
    ):
        draft.use_all("compare", "measure:change")  # "the most over the three weeks", "summed over the reports": of all
        return False
    if is_percent_change(draft):
        raise Stuck("percent_change", draft.pieces[next(draft.find("measure:share"))].text, ask=True)
    if (
        (change and draft.has("measure:change") and not draft.has("text:trend", "cue:mention"))
        or (change and any(a.key == "report" for a in found))
        or (change and draft.has("measure:change"))
    ):
        down, up = _directions(draft)
        if draft.has("order", "limit") and (down != up or any(a.key != "report" for a in found)):
            raise Stuck("rank_of_changes")  # "which state fell the most": between which reports?
        reports = [c for c in draft.conds if c.field == "report" and not c.negated]
        if reports and len(reports[0].values) == 1:
            raise Stuck("compare_what", draft.pieces[reports[0].at].text, ask=True)
        draft.use_all("compare", *_CUES)
        draft.use_all("dimension:report", "dimension:report")
        parts["group_by"] = (Dimension(field="report"),)
        parts["order"] = "natural"
        return True
    bare = not draft.conds and not draft.has("subject", "measure", "order", "limit", "noun")
    if bare and draft.has("compare:compare"):
        raise Stuck("vague", ask=True)  # "compare the counties": by what?
    if found and any(a.how in ("by", "which", "bare") for a in found) and not change:
        draft.use_all("compare", "compare:compare")
        return False
    return False
