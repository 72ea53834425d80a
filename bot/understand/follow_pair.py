"""Fragments about the last two questions of a thread at once: "both, week by week", "difference?", "percent change".

The two plans have to differ in the value of one condition alone, and the one before them in another way: of three
weeks asked one after another, nobody can tell which two are meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Dimension, FieldName, Filter, Query, Slice, Value
from bot.understand.contrast import is_percent_change
from bot.understand.dims import FIELDS
from bot.understand.draft import Draft, Stuck, in_order
from bot.understand.follow_total import differ, overlapping
from bot.understand.forms import forms
from bot.understand.outcome import Choice
from bot.understand.reading import describe, slice_label
from bot.understand.words import Sense

_TIMES = ("report", "declined_on")
_VALUES = ("place", "value", "disposition", "date", "not_loaded", "limit:bound")
_ADDS = forms("follow_pair", "adds")
_ASKS = (
    "padding",
    "function",
    "conjunction:and",
    "cue:what_about",
    "question:which",
    "question:what_is",
    "measure:count",
    "cue:anaphor",
    "measure:difference",
    "measure:change",
    "measure:share",
    "group:by",
    "time:during",
    "subject:refusal",
)
_NEUTRAL = forms("follow_pair", "neutral")


def both(draft: Draft, last: Query, history: Sequence[Query]) -> tuple[Query, bool]:
    """The plan that "both" stands for, its word used up, and whether the fragment says no more; else the last plan.

    Both are set side by side, so that a breakdown is each one's own; alone or with more added, they are one sum.
    """
    at = next((k for k in draft.find("cue:both") if draft.pieces[k].words == "both"), None)
    if at is None or last.slices or last.subject not in ("refusals", "issued", "reports"):
        return last, False
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    added = following is not None and following.words in _ADDS
    if following is not None and following.has("dimension:disposition") and "and" in following.words.split():
        draft.pieces[at] = draft.pieces[at].narrowed(Sense("padding", "both"))
        return last, False  # "both charges and convictions" are the two, and no two countries
    if any(p.has(*_VALUES) for p in draft.pieces) and not added:
        return last, False  # "both Denver and Boulder"
    pair = pair_of(history)
    changes = any(p.has("measure:change") and not p.has("dimension:report") for p in draft.pieces)
    if pair is None or changes or draft.has("measure:difference", "compare"):
        return last, False
    if following is not None and _names(following.tags, pair[1]) and following.words.endswith("s"):
        draft.pieces[at + 1] = following.narrowed(Sense("padding", "both"))
    if draft.has("measure:together"):
        return last, False  # "both states together": a sum, told by its own words
    for k in range(at + 1):  # "and both plus Pierce" begins with what adds
        if k == at or draft.pieces[k].has("conjunction:and", "cue:what_about"):
            draft.pieces[k] = draft.pieces[k].narrowed(Sense("padding", "both"))
    alone = all(p.has("padding", "function") for p in draft.pieces)
    if (alone or added) and last.measure.kind in ("count", "total") and not overlapping(_values(pair)):
        merged = Filter(field=pair[1].field, values=_values(pair))
        rest = [f for f in last.filters if f != pair[1]]
        return last.model_copy(update={"filters": in_order((*rest, merged)), "yes_no": False, "claim": None}), alone
    return _side_by_side(draft, last, pair), alone


def told_apart(draft: Draft, last: Query, history: Sequence[Query]) -> Query | None:
    """ "difference?", "percent change", "what's the change?" after two questions: of the two figures."""
    which = draft.has("compare:which_more") and all(p.has(*_ASKS, "compare:which_more") for p in draft.pieces)
    bare = draft.has("measure:difference", "measure:change") and all(p.has(*_ASKS) for p in draft.pieces)
    neutral = all(draft.pieces[k].words in _NEUTRAL for k in draft.find("measure:difference", "measure:change"))
    if (
        not (bare or which)
        or not neutral
        or last.measure.kind not in ("count", "total")
        or last.group_by
        or last.slices
    ):
        return None
    pair = pair_of(history)
    if pair is None:
        return None
    timed = pair[0].field in _TIMES
    if timed:
        pair = tuple(sorted(pair, key=lambda f: str(f.values[0])))
    plan = _side_by_side(draft, last, pair)
    if which:  # "which had more?": both figures say it
        draft.use_all("compare", "compare")
        return plan
    plans = {name: plan.model_copy(update={"contrast": name}) for name in ("difference", "percent")}
    percent = draft.has("measure:share")
    if percent and not (timed and is_percent_change(draft)):
        choice = Choice(describe(plans["difference"], draft.lexicon), plans["difference"])
        raise Stuck("percent_change", draft.pieces[next(draft.find("measure:share"))].text, (choice,))
    for at in range(len(draft.pieces)):
        draft.use(at, "compare")
    return plans["percent" if percent else "difference"]


def pair_of(history: Sequence[Query]) -> tuple[Filter, ...] | None:
    """The one condition in which the last two plans differ, as each has it; None where a third differs in it too."""
    plans = [q.model_copy(update={"also": None, "claim": None, "yes_no": False}) for q in history[-3:]]
    if len(plans) < 2:
        return None
    pair = differ(plans[-2], plans[-1])
    if pair is None or any(len(f.values) != 1 for f in pair):
        return None
    third = differ(plans[0], plans[-1]) if len(plans) == 3 else None
    if third is not None and third[0].field == pair[0].field and third[0] not in pair:
        return None
    return pair


def in_rows(query: Query, before: Query) -> Query:
    """The plan with both sides as a breakdown beside the one asked for: "both, week by week" is a line for each.

    before: the plan that was laid over; one whose own sides were asked for stays as it is.
    """
    items = [f for s in query.slices for f in s.filters]
    own = {Dimension(field=_column(f)) for f in items}
    if before.slices or not query.group_by or query.contrast != "side_by_side" or len(items) != 2 or len(own) != 1:
        return query
    values = _values(items)
    if overlapping(values) or own & set(query.group_by) or query.limit or query.having:
        return query
    merged = Filter(field=items[0].field, values=values)
    plain = {"slices": (), "contrast": None, "group_by": (*query.group_by, *own)}
    return query.model_copy(update={**plain, "filters": in_order((*query.filters, merged))})


def _column(item: Filter) -> FieldName:
    whole = item.field == "place" and all(getattr(v, "county", None) is None for v in item.values)
    return "state" if whole else item.field


def _values(pair: Sequence[Filter]) -> tuple[Value, ...]:
    return tuple(v for f in pair for v in f.values)


def _names(tags: frozenset[str], item: Filter) -> bool:
    """Whether a word for a breakdown names what the two differ in: "both states"."""
    fields = {FIELDS[t.split(":")[1]][0] for t in tags if t.startswith("dimension:") and t.split(":")[1] in FIELDS}
    whole = item.field == "place" and "state" in fields and not any(getattr(v, "county", None) for v in item.values)
    return item.field in fields or whole


def _side_by_side(draft: Draft, last: Query, pair: Sequence[Filter]) -> Query:
    rest = tuple(f for f in last.filters if f not in pair)
    slices = tuple(Slice(label=slice_label(f, draft.lexicon), filters=(f,)) for f in pair)
    plain = {"also": None, "claim": None, "yes_no": False, "leader": None}
    return last.model_copy(update={**plain, "filters": rest, "slices": slices, "contrast": "side_by_side"})
