"""Questions about Section I, Section III and the reports themselves: detainers issued, policies, report facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.query import Dimension, FieldName, Filter, Measure, Query
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.lists import Parts
from bot.understand.scope import scope
from bot.understand.subject import counts

_FACTS: dict[str, tuple[FieldName, ...]] = {
    "subject:posted": ("posted_on",),
    "subject:pages": ("pages",),
    "subject:period": ("period_start", "period_end"),
    "subject:covers": ("period_start", "period_end"),
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
    by_place = by_place or bool(draft.of("withdrawn")) or draft.has("subject:section_one")
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
    for cond in draft.conds:
        if cond.field not in ("report", "posted_on"):
            raise Stuck("not_in_reports", draft.pieces[cond.at].text)
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
    parts["subject"] = "reports"
    draft.use_all("fact", "question:when", "measure:count", "dimension:report", "subject:refusal", "subject:enact")
    if draft.has("measure:wait"):
        draft.use_all("fact:pages", "measure:wait")
        fields = ["pages"]
    elif not fields and draft.has("measure:maximum", "measure:minimum"):
        fields = ["pages"]
    elif not fields and draft.has("question:which") and not draft.has("measure:count"):
        fields = ["period_start", "period_end"]
    if not fields:
        parts["measure"] = Measure(kind="count")
        return
    _fact_order(draft, parts, list(dict.fromkeys(fields)))


def _fact_order(draft: Draft, parts: Parts, fields: list[FieldName]) -> None:
    parts["measure"] = Measure(kind="value", fields=tuple(fields))
    most = draft.has("order:most", "order:top", "measure:newest", "measure:maximum")
    few = draft.has("order:fewest", "measure:oldest", "measure:minimum")
    if most or few:
        draft.use_all("order", "order", "measure:newest", "measure:oldest", "measure:maximum", "measure:minimum")
        parts["order"], parts["limit"] = ("most" if most else "fewest"), 1


def policy_query(draft: Draft, found: Sequence[Asked], quoted: Sequence[str], parts: Parts) -> None:
    """Section III: how many, which places, when enacted, what is required, what mentions a phrase."""
    _no_conditions(draft)
    _won_t_without(draft)
    _criteria(draft, quoted)
    scope(draft, contrast=False)
    for cond in draft.conds:
        if cond.field not in ("report", "state", "place", "jurisdiction", "enacted", "criteria", "aor", "policy"):
            raise Stuck("not_in_policies", draft.pieces[cond.at].text)
    parts["subject"] = "policies"
    one = [c for c in draft.conds if c.field in ("jurisdiction", "place") and not c.negated]
    draft.use_all(
        "subject:policy",
        "subject:policy",
        "subject:honoring",
        "subject:enact",
        "subject:require",
        "cue:list",
        "cue:mention",
    )
    _before_honoring(draft)
    if draft.has("measure:share"):
        from bot.understand.shares import share

        parts["measure"], draft.conds = share(draft)
    elif (any(a.key in ("state", "aor") for a in found) and draft.has("order", "limit")) or (
        counts(draft) and not draft.has("question:when")
    ):
        _policy_count(draft, found, parts)
    elif _extreme_policy(draft, parts):
        pass
    elif draft.has("question:when") and one:
        parts["measure"] = Measure(kind="value", fields=("enacted",))
        draft.use_all("fact", "question:when")
    elif any(a.how == "by" for a in found):
        _policy_count(draft, found, parts)
    elif (one or _asks_conditions(draft)) and not any(a.how in ("which", "bare") for a in found):
        draft.conds = [c for c in draft.conds if c.field != "criteria" or draft.has("cue:mention")]
        parts["measure"] = Measure(kind="text")
        draft.use_all("text", "dimension:requirement", "text:policies_change")
    else:
        parts["measure"] = Measure(kind="rows", fields=("jurisdiction", "enacted", "policy"))
        for a in found:
            if a.how in ("which", "bare", "question"):
                draft.use(a.at, f"dimension:{a.key}")
        draft.use_all("dimension", "question:who", "dimension:where", "question:when")


def _asks_conditions(draft: Draft) -> bool:
    """ "what are the conditions in DC": the criteria of one state's entries, in their words."""
    asked_for = [
        draft.pieces[at].words.startswith(("condition", "requirement")) for at in draft.find("subject:require")
    ]
    return any(asked_for) and any(c.field == "state" and not c.negated for c in draft.conds)


def _no_conditions(draft: Draft) -> None:
    """Raise Stuck for "no conditions": which entries ask for nothing cannot be told from a word in them."""
    for at in draft.find("subject:require", "requirement"):
        if at and draft.pieces[at - 1].words in ("no", "without any", "zero"):
            raise Stuck("unaccounted", draft.pieces[at].text)


def _before_honoring(draft: Draft) -> None:
    """ "... before it honors a detainer": only says what the criteria are for."""
    for at in draft.find("time:before", "time:after"):
        if any(p.has("subject:honoring", "noun") for p in draft.pieces[at + 1 : at + 4]):
            draft.use(at, "policy")


def _criteria(draft: Draft, quoted: Sequence[str]) -> None:
    for at in list(draft.find("requirement")):
        if draft.pieces[at].used:
            continue
        text = draft.pieces[at].sense("requirement").key
        draft.conds.append(Cond(at, "criteria", "contains", (text,), stop=at + 1))
        draft.use(at, "filter:criteria")
    for text in quoted:
        if not any(c.field == "criteria" and str(c.values[0]).lower() == text.lower() for c in draft.conds):
            draft.conds.append(Cond(0, "criteria", "contains", (text,)))
    unique = {(c.field, c.op, c.values, c.negated): c for c in draft.conds}
    draft.conds = list(unique.values())


def _won_t_without(draft: Draft) -> None:
    """ "will not honor detainers without a warrant": what is asked for, not what is missing."""
    for at in draft.find("negation:except"):
        if draft.pieces[at].words in ("without", "w/o") and any(p.has("subject:refusal") for p in draft.pieces[:at]):
            draft.use(at, "policy")


def _policy_count(draft: Draft, found: Sequence[Asked], parts: Parts) -> None:
    from bot.understand.lists import grouped

    by = [a for a in found if a.how == "by" or a.key in ("state", "aor") or (a.key == "requirement")]
    places = [a for a in found if a not in by and a.key in ("place", "county") and a.how == "many"]
    parts["measure"] = Measure(kind="distinct", field="jurisdiction") if places else Measure(kind="count")
    if by:
        grouped(draft, by, parts)
    for a in found:
        if a not in by and a.key in ("place", "county", "where", "report"):
            draft.use(a.at, "noun")
    draft.use_all("measure:count", "measure:count", "measure:distinct")


def _extreme_policy(draft: Draft, parts: Parts) -> bool:
    old, new = draft.has("measure:oldest"), draft.has("measure:newest")
    if old == new:
        return False
    draft.use_all(
        "measure:extreme", "measure:oldest", "measure:newest", "question:when", "question:who", "dimension:place"
    )
    parts["measure"] = Measure(kind="extreme", field="enacted", stat="min" if old else "max")
    return True


def enacted_month(value: date) -> date:
    """Policies are dated by month."""
    return value.replace(day=1)


def only_report(draft: Draft) -> tuple[Filter, ...]:
    """The report conditions alone."""
    return draft.filters([c for c in draft.conds if c.field == "report"])


def empty(query: Query) -> bool:
    """Whether a plan has nothing in it."""
    return query == Query()
