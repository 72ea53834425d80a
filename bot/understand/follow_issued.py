"""Fragments that turn from refusals to detainers issued: Section I counts places and weeks, and nothing of persons."""

from __future__ import annotations

from typing import Any

from bot.query import Filter, Measure, Place, Query
from bot.understand import slots
from bot.understand.draft import Draft, Stuck, in_order
from bot.understand.follow_days import its_week
from bot.understand.outcome import Choice
from bot.understand.reading import describe, dimension_words, filter_words

_HAS = (*slots.family("place"), *slots.family("report"), "issued_on", "withdrawn")
"""What Section I can be narrowed by; a day is asked about before."""
_PLACES = ("place", "state", "county")


def told(draft: Draft) -> str:
    """The whole fragment, to be named when it leans on nothing."""
    text = " ".join(p.text for p in draft.pieces if not p.has("padding"))
    return text if len(text) <= 60 else draft.pieces[0].text


def no_days(draft: Draft, last: Query, query: Query) -> None:
    """Raise Stuck for "declined May 9", "issued?": issued that day, or that week? Section I counts weeks, no days."""
    days = [f for f in last.filters if f.field in ("declined_on", "issued_on")]
    own = any(f.field in ("report", "declined_on", "issued_on") for f in query.filters)
    if not days or own or last.subject != "refusals" or query.subject not in ("issued", "reports"):
        return
    if query.measure.kind != "total" or last.slices or last.group_by:
        raise Stuck("no_context", told(draft))
    plain = {"measure": Measure(), "yes_no": False, "claim": None, "also": None}
    moved = tuple(f.model_copy(update={"field": "issued_on"}) if f in days else f for f in last.filters)
    plans = [last.model_copy(update={**plain, "filters": in_order(moved)})]
    week = its_week(draft, last)
    if week is not None and not any(f.field in slots.family("place") for f in last.filters):
        plans.append(query.model_copy(update={"filters": (Filter(field="report", values=(week,)),)}))
    plans = [p for p in plans if p != last]
    if not plans:
        raise Stuck("no_context", told(draft))
    raise Stuck("issued_that_day", told(draft), tuple(Choice(describe(p, draft.lexicon), p) for p in plans))


def without_what_it_lacks(draft: Draft, last: Query, query: Query) -> None:
    """Raise Stuck for "DUI in week 2", "issued?": the number for all of that week is another question's answer."""
    total = query.subject in ("issued", "reports") and query.measure.kind == "total"
    if last.subject == "issued" and query.subject == "refusals" and last.group_by and not query.group_by:
        ranked = {"group_by": last.group_by, "order": last.order, "limit": last.limit}
        plans = [query.model_copy(update=ranked), query]  # "top 5 issued in week 1", "refused instead"
        raise Stuck("here_or_all", told(draft), tuple(Choice(describe(p, draft.lexicon), p) for p in plans))
    if last.subject != "refusals" or not total:
        return
    lost = [filter_words(f, draft.lexicon) for f in (*last.filters, *last.measure.of) if f.field not in _HAS]
    spread = last.group_by if not query.group_by else ()
    lost += [dimension_words(d, last.subject) for d in spread if d.field not in (*_PLACES, "report")]
    plans = [query]
    if spread and not lost:  # "refusals by state", "issued": by state as well, or the one number?
        by: dict[str, Any] = {"group_by": spread, "order": "natural" if last.order == "natural" else "most"}
        if any(d.field in _PLACES for d in spread):
            by.update(subject="issued", measure=Measure(kind="total", field="issued"))
        plans.insert(0, query.model_copy(update=by))
        raise Stuck("here_or_all", told(draft), tuple(Choice(describe(p, draft.lexicon), p) for p in plans))
    if lost:
        raise Stuck("issued_without", " ".join(lost), tuple(Choice(describe(p, draft.lexicon), p) for p in plans))


def listed(draft: Draft, kept: list[Filter]) -> None:
    """Raise Stuck for a county that Section I does not list in the weeks asked about: its number is not known."""
    weeks = [v for f in kept if f.field == "report" and not f.negated for v in f.values]
    named = {(e.state, e.county) for e in draft.lexicon.issued if not weeks or e.report in weeks}
    for f in kept:
        for p in f.values:
            if isinstance(p, Place) and p.county and (p.state, p.county) not in named:
                raise Stuck("not_listed", p.county)
