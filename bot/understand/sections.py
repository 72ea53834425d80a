"""Questions about Section I and the reports themselves: detainers issued, report facts."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Dimension, FieldName, Measure, Query
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.lists import Parts, having_of, ranked_place
from bot.understand.scope import scope
from bot.understand.subject import counts

_FACTS: dict[str, tuple[FieldName, ...]] = {
    "subject:posted": ("posted_on",),
    "subject:pages": ("pages",),
    "subject:period": ("period_start", "period_end"),
    "subject:covers": ("period_start", "period_end"),
    "subject:fresh": ("period_start", "period_end", "posted_on"),
    "subject:loaded": ("period_start", "period_end"),
}


def issued_subject(draft: Draft, found: Sequence[Asked]) -> tuple[str, Measure]:
    """The view and measure for detainers issued: the nationwide number, or the jurisdictions of Section I.

    Raises Stuck for what neither gives: citizenships, offenses, places that Section I does not list.
    """
    allowed = ("report", "place", "state", "withdrawn")
    for cond in draft.conds:
        if cond.field not in allowed:
            raise Stuck("not_in_issued", draft.pieces[cond.at].text)
    places = draft.of("place")
    by_place = any(a.key in ("place", "county", "state", "where") for a in found) or draft.has("question:who")
    by_place = (
        by_place or bool(draft.of("withdrawn")) or draft.has("subject:section_one") or _ranks_places(draft, found)
    )
    draft.use_all("subject:issued", "subject:issued", "subject:section_one", "subject:received", "subject:nationwide")
    if not places and not by_place:
        stat = _statistic(draft)
        if stat is not None:
            return "reports", stat
        if any(a.key not in ("report",) and a.how != "bare" for a in found):
            raise Stuck("not_in_issued", draft.pieces[found[0].at].text)
        return "reports", Measure(kind="total", field="issued_nationwide")
    _must_be_listed(draft, places)
    return "issued", Measure(kind="total", field="issued")


def _ranks_places(draft: Draft, found: Sequence[Asked]) -> bool:
    """ "most issued detainers, report 2": within one report only places can be ranked."""
    reports = [v for c in draft.of("report") if not c.negated for v in c.values]
    ranked = draft.has("order:most", "limit:top") and not draft.has("subject:nationwide", "question", "measure")
    return ranked and len(reports) == 1 and not found


def list_section_one(draft: Draft, found: Sequence[Asked], parts: Parts) -> None:
    """ "the Section I table", "Texas places in Section I": its entries, where no sum of them is asked for."""
    one_place = any(getattr(v, "county", None) for c in draft.of("place") for v in c.values)
    summed = counts(draft) or draft.has("measure:together", "measure:share", "compare", "measure:change")
    summed = summed or any(
        draft.pieces[at].words not in ("any", "numbers", "number") for at in draft.find("measure:count")
    )
    if draft.has("subject:section_one") and not (summed or one_place or any(a.how in ("by", "many") for a in found)):
        draft.use_all("dimension:place", "dimension:place", "dimension:county", "cue:list")
        parts["group_by"] = (Dimension(field="place"),)
        parts["order"] = "most"
        top = draft.first("limit:top")
        if top is not None:
            parts["limit"] = draft.pieces[top].value("limit:top")
            draft.use(top, "limit")
        elif len([v for c in draft.of("report") if not c.negated for v in c.values]) == 1:
            _one_of_the_list(draft, parts)
            parts["having"] = having_of(draft)


def _one_of_the_list(draft: Draft, parts: Parts) -> None:
    """ "third place in Section I of report 2", "the lowest entry": one place of one report's list."""
    if ranked_place(draft, parts):
        return
    plural = any(draft.pieces[at].words in ("entries", "places", "counties") for at in range(len(draft.pieces)))
    if draft.has("order:fewest", "order:bottom") and not plural:
        parts["order"], parts["limit"] = "fewest", 1
        draft.use_all("order", "order")


def _statistic(draft: Draft) -> Measure | None:
    """ "average detainers issued nationwide per week"."""
    from bot.understand.statistics import STATS

    stat = next((s for tag, s in STATS if draft.has(tag)), None)
    if stat is None:
        return None
    for tag, _ in STATS:
        draft.use_all("measure:statistic", tag)
    for at in draft.find("dimension:report"):
        draft.use(at, "measure:per")
        if at and draft.pieces[at - 1].has("group:by"):
            draft.use(at - 1, "measure:per")
    draft.use_all("measure:statistic", "measure:count")
    return Measure(kind="statistic", field="issued_nationwide", stat=stat)


def _must_be_listed(draft: Draft, places: Sequence[Cond]) -> None:
    """Section I lists only the places with the most: one that it does not list has no figure, not a zero."""
    reports = [str(v) for c in draft.of("report") if not c.negated for v in c.values]
    for cond in places:
        for value in cond.values:
            listed = [
                e
                for e in draft.lexicon.issued
                if e.state == getattr(value, "state", None)
                and getattr(value, "county", None) in (None, e.county)
                and (not reports or e.report in reports)
            ]
            if not listed:
                raise Stuck("not_listed", draft.pieces[cond.at].text)


def report_facts(draft: Draft, parts: Parts) -> None:
    """When a report was posted, its pages, its week; how many reports are loaded."""
    scope(draft, contrast=False)
    _newest_one(draft)
    for cond in draft.conds:
        if cond.field not in ("report", "posted_on"):
            raise Stuck("not_in_reports", draft.pieces[cond.at].text)
    for at in draft.find("noun:detainer", "noun:person"):
        if at and draft.pieces[at - 1].has("measure:count"):
            raise Stuck("unaccounted", draft.pieces[at].text)  # "how many detainers did ICE post"
    for at in draft.find("dimension:day"):
        if at and draft.pieces[at - 1].has("measure:count"):
            raise Stuck("unaccounted", draft.pieces[at].text)  # "how many days does it cover"
    fields: list[FieldName] = []
    for at, piece in enumerate(draft.pieces):
        for tag, names in _FACTS.items():
            if piece.has(tag) and not (tag == "subject:covers" and draft.has("subject:posted", "subject:pages")):
                fields += names
                draft.use(at, f"fact:{names[0]}")
    if draft.has("subject:posted") and not draft.has("subject:pages"):
        fields = [f for f in fields if not f.startswith("period")] or fields
    if draft.has("subject:posted"):
        draft.use_all("fact", "dimension:day")  # "on which date was it posted"
    parts["subject"] = "reports"
    draft.use_all("fact", "question:when", "measure:count", "dimension:report", "subject:refusal", "subject:enact")
    if any(draft.pieces[at].words == "how long" for at in draft.find("measure:wait")):
        draft.use_all("fact:pages", "measure:wait")
        fields = ["pages"]
    elif not fields and draft.has("measure:maximum", "measure:minimum"):
        fields = ["pages"]
    elif not fields and not draft.has("measure:count"):
        fields = ["period_start", "period_end"]
    if not fields:
        parts["measure"] = Measure(kind="count")
        return
    if fields == ["pages"] and _in_all(draft):
        parts["measure"] = Measure(kind="total", field="pages")
        return
    _fact_order(draft, parts, list(dict.fromkeys(fields)))


def _in_all(draft: Draft) -> bool:
    """ "total number of pages", "how many pages all together": their sum."""
    said = any({"total", "sum"} & set(draft.pieces[at].words.split()) for at in draft.find("measure:count"))
    return (said or draft.use_all("fact", "measure:together")) and not (
        draft.has("group:by", "order") or any(p.words == "which" for p in draft.pieces)
    )


def _newest_one(draft: Draft) -> None:
    """ "how fresh is the data?": the week and the posting day of the newest report."""
    at = draft.first("subject:fresh")
    if at is not None and draft.lexicon.newest is not None and not draft.of("report"):
        draft.conds.append(Cond(at, "report", "is", (draft.lexicon.newest.id,), stop=at + 1))


def _fact_order(draft: Draft, parts: Parts, fields: list[FieldName]) -> None:
    parts["measure"] = Measure(kind="value", fields=tuple(fields))
    most = draft.has("order:most", "order:top", "measure:newest", "measure:maximum")
    few = draft.has("order:fewest", "measure:oldest", "measure:minimum")
    if most or few:
        draft.use_all("order", "order", "measure:newest", "measure:oldest", "measure:maximum", "measure:minimum")
        parts["order"], parts["limit"] = ("most" if most else "fewest"), 1


def empty(query: Query) -> bool:
    """Whether a plan has nothing in it."""
    return query == Query()
