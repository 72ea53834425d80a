"""The whole of a share in a thread: "what share of the report is that?", "of all Florida refusals?"."""

from __future__ import annotations

from typing import Any

from bot.query import Filter, Measure, Query
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.forms import forms

_PERIODS = ("report", "declined_on")
_WHERE = ("place", "facility")
_REPORTS = frozenset(forms("follow_share", "reports"))
_LIGHT = (
    *("padding", "function", "measure:share", "cue:anaphor", "cue:everything", "subject:refusal", "noun", "question"),
    *("time:during", "conjunction:and", "cue:what_about", "dimension:report", "measure:count", "cue:account"),
)


def of_the_report(draft: Draft, last: Query, parts: dict[str, Any]) -> bool:
    """ "what pct is that of the whole report": the figure just given among all rows of its report.

    Raises Stuck where no report was asked about, or where a part of a part leaves the whole open.
    """
    everything = [k for k in draft.find("cue:everything") if _REPORTS & set(draft.pieces[k].words.split())]
    at = next(draft.find("dimension:report"), next(iter(everything), None))
    if at is None or not all(p.has(*_LIGHT) for p in draft.pieces) or last.measure.kind != "count" or last.slices:
        return False
    many = draft.pieces[at].words.endswith("s") and not draft.pieces[at].text.endswith(("'s", "\u2019s"))
    part = tuple(f for f in last.filters if f.field not in _PERIODS)
    if not part or last.group_by or last.yes_no:
        return False
    weeks = [f for f in last.filters if f.field in _PERIODS]
    one = len(weeks) == 1 and weeks[0].field == "report" and not weeks[0].negated and len(weeks[0].values) == 1
    if everything and weeks and draft.has("cue:anaphor"):
        part = last.filters  # "what share of all reports is that": of that week's rows, and not of the place's
    elif (weeks or not (many or everything)) and (many or not one or any(f.negated for f in part)):
        raise Stuck("share_of_what", draft.pieces[at].text, ask=True)
    draft.use_all("measure:share", "measure:share", "dimension:report", "cue:everything", "measure:count")
    parts["measure"] = Measure(kind="share", of=part)
    parts["dropped"] = part
    return True


def named_again(draft: Draft, last: Query, parts: dict[str, Any]) -> bool:
    """ "DUI in Florida", "what pct is that of all Florida refusals", "what share were DUI": what the fragment names is
    a condition of the last plan; behind "of" it is the whole, else the part, and the rest is the other.

    Raises Stuck where nothing is left for the other.
    """
    conds = [c for c in draft.conds if c.field not in _PERIODS]
    said = [f for f in last.filters if any((c.field, c.op, c.values, c.negated) == _key(f) for c in conds)]
    of = [_behind_of(draft, c.at) for c in conds]
    if last.group_by and _of_more(draft, last, conds):
        raise Stuck("share_of_what", draft.pieces[next(draft.find("cue:everything"))].text, ask=True)
    if not conds or len(said) != len(conds) or last.measure.kind != "count" or last.slices:
        return False
    rest = [f for f in last.filters if f.field not in _PERIODS and f not in said]
    if last.group_by:
        if not all(of):
            return False
        rest = []  # "California by county", "as percent of California": each group's part of it
    elif not rest or (any(of) and not all(of) and draft.has("function:copula")):
        raise Stuck("share_of_what", draft.pieces[conds[0].at].text, ask=True)
    part = rest if any(of) else said
    draft.conds = [c for c in draft.conds if c not in conds]
    draft.use_all("measure:share", "measure:share", "measure:count", "cue:everything")
    parts["measure"] = Measure(kind="share", of=tuple(part))
    parts["dropped"] = tuple(part)
    return True


def _of_more(draft: Draft, last: Query, conds: list[Cond]) -> bool:
    """ "California by county", "as percent of all": of California's refusals, or of everybody's?"""
    narrowed = any(f.field not in _PERIODS for f in last.filters)
    return narrowed and not conds and any(_behind_of(draft, at + 1) for at in draft.find("cue:everything"))


def _key(item: Filter) -> tuple[object, ...]:
    return item.field, item.op, item.values, item.negated


def _behind_of(draft: Draft, at: int) -> bool:
    """ "of Florida", "of all the DUIs", "share of Florida"."""
    while at and draft.pieces[at - 1].has("cue:everything", "function:article") and draft.pieces[at - 1].words != "of":
        at -= 1
    before = draft.pieces[at - 1].words.split() if at else [""]
    return before[-1] in ("of", "among") or before[0] == "of"
