"""A figure supposed of any one report: "did Cook ever go over 10", "at zero in any week". The total decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Dimension, Having
from bot.understand.dims import Asked
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.lists import Parts

_ONE = forms("any_report", "one")
_UNITS = forms("any_report", "units")
_COUNTED = ("subject:refusal", "noun", "value:citizenship", "value:offense", "disposition")
_REPORTS = forms("any_report", "reports")
_WHERE = forms("any_report", "where")


def of_any_report(draft: Draft, bound: Having, parts: Parts) -> bool:
    """Whether the bound is meant of single reports; those that meet it, of all that are loaded, are then the answer."""
    at = any_report(draft)
    if at is None:
        return False
    parts["group_by"], parts["having"], parts["order"] = (Dimension(field="report"),), bound, "natural"
    draft.use(at, "dimension:report")
    return True


def groups_of_one(draft: Draft, dims: Sequence[Asked], parts: Parts) -> bool:
    """ "has any county refused more than 8 in a week": each county in each week that did.

    How many counties those are, and which had so few, no such list says: raises Stuck.
    """
    bounds = [k for k in draft.find("limit:bound") if draft.pieces[k].value("limit:bound").n > 1]
    unit = _one_unit(draft, bounds[0]) if len(bounds) == 1 and draft.subject == "refusals" else None
    dims = [a for a in dims if a.at != unit]
    if unit is None or len(dims) != 1:
        return False
    at = bounds[0]
    bound, word = draft.pieces[at].value("limit:bound"), draft.pieces[unit].text
    counted = dims[0].how == "many" and not any(p.words == "any" for p in draft.pieces[: dims[0].at])
    later = dims[0].at > at
    if bound.op not in ("over", "at_least") or counted or later or draft.has("order", "limit:top", "measure:share"):
        raise Stuck("unaccounted", word)
    day = draft.pieces[unit].words.endswith("day")
    each = Dimension(field="declined_on", bucket="day") if day else Dimension(field="report")
    for k in range(_noun_stop(draft, at), unit + 1):
        draft.use(k, "dimension:day" if day else "dimension:report")
    draft.use(at, "having")
    draft.use(dims[0].at, f"dimension:{dims[0].key}")
    draft.use_all("measure:count", "measure:count")
    parts["group_by"], parts["having"] = (dims[0].dimension, each), Having(op=bound.op, n=bound.n)
    return True


def _noun_stop(draft: Draft, at: int) -> int:
    """Where what is counted ends: "more than 8 refusals", "over 5 Mexicans"."""
    k = at + 1
    while k < len(draft.pieces) and draft.pieces[k].has(*_COUNTED) and not draft.pieces[k].gap:
        k += 1
    return k


def _one_unit(draft: Draft, at: int) -> int | None:
    """The week or day behind a bound: "more than 8 in a week", "over 5 on any single day"."""
    k = _noun_stop(draft, at)
    if k >= len(draft.pieces) or not draft.pieces[k].has("time:during"):
        return None
    said = []
    for unit in range(k + 1, min(k + 5, len(draft.pieces))):
        if draft.pieces[unit].gap:
            return None
        said += draft.pieces[unit].words.split()
        if said[-1] in _UNITS:
            return unit if " ".join(said[:-1]) in _ONE else None
    return None


def exists(draft: Draft) -> None:
    """Raise Stuck for "was there ever a week without Utah": whether such a report is there, and no count of rows."""
    for at, piece in enumerate(draft.pieces):
        ever = _next(draft, at, -2).endswith(("there", "ever")) or (
            at > 1 and draft.pieces[at - 2].used == "cue:everything"
        )
        told = _next(draft, at, 1) in (*_WHERE, "without")
        if ever and told and piece.words in _REPORTS and _next(draft, at, -1) in _ONE:
            raise Stuck("verdict", piece.text)


def any_report(draft: Draft) -> int | None:
    """Where single reports are meant: "ever", "at any point", "in a week"."""
    for at, piece in enumerate(draft.pieces):
        words = piece.words.split()
        if words == ["ever"] or piece.words.endswith(("any point", "any time")):
            return at
        if words[:1] in (["any"], ["ever"]) and words[-1] in _REPORTS:
            return at
        if piece.has("dimension:report") and (_next(draft, at, -1) in _ONE or _next(draft, at, 1) in _WHERE):
            return at
    return None


def _next(draft: Draft, at: int, step: int) -> str:
    return draft.pieces[at + step].words if 0 <= at + step < len(draft.pieces) else ""
