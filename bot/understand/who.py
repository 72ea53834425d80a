"""Who refused the most: places, since the reports name no people."""

from __future__ import annotations

from bot.query import Dimension
from bot.understand.clauses import clause
from bot.understand.dims import Asked
from bot.understand.draft import Draft, Stuck
from bot.understand.lists import Parts, having_of, ranked_place


def _most_issued(draft: Draft, parts: Parts) -> None:
    """ "most issued detainers, report 2": the places of Section I; with "list" all of them."""
    parts["group_by"], parts["order"] = (Dimension(field="place"),), "most"
    top = draft.first("limit:top")
    if top is not None:
        parts["limit"] = draft.pieces[top].value("limit:top")
        draft.use(top, "limit")
    elif not draft.has("cue:list"):
        parts["limit"] = 1
    draft.use_all("order", "order")


def who(draft: Draft, found: list[Asked], parts: Parts) -> None:
    """ "who refused the most": the places, never the people."""
    ranked = draft.has("order:most", "limit:top") and clause(draft) is None
    if parts["subject"] == "issued" and not found and not parts.get("group_by") and ranked:
        _most_issued(draft, parts)
        return
    at = draft.first("question:who")
    by = [a for a in found if a.how == "by" and a.key not in ("county", "place", "state", "where")]
    if at is None or any(a.how != "bare" for a in found if a not in by) or len(by) > 1:
        return
    if draft.has("order", "limit:bound", "limit:top", "limit:rank") and draft.has(
        "subject:refusal", "subject:received", "subject:issued"
    ):
        draft.use(at, "dimension:place")
        parts["group_by"] = (Dimension(field="place"),)
        if by and draft.has("order") and not draft.has("limit"):  # "who refused the most in each report"
            draft.use(by[0].at, f"dimension:{by[0].key}")
            parts["each"] = by[0].dimension
            parts["group_by"] = (by[0].dimension, Dimension(field="place"))
            found.clear()
        parts["having"] = having_of(draft)
        if ranked_place(draft, parts):
            return
        parts["order"] = "fewest" if draft.has("order:fewest", "limit:fewest") else "most"
        if draft.has("order"):
            parts["limit"] = 1
        draft.use_all("order", "order")
    elif by and draft.has("subject:refusal"):
        raise Stuck("unaccounted", draft.pieces[at].text)  # "who refused in each report": no count by report
    elif parts["subject"] == "issued" and not parts.get("group_by") and not _content(draft, at):
        raise Stuck("unaccounted", draft.pieces[at].text)  # "who issued the detainers": not how many


def _content(draft: Draft, at: int) -> bool:
    return any(not p.has("padding") for p in draft.pieces[:at])
