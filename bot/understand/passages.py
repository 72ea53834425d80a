"""Questions answered by passages: what a report says of its figures, what ICE took back."""

from __future__ import annotations

from bot.query import FieldName, Filter, Measure, Place, Query
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.lists import Parts
from bot.understand.pieces import numeral
from bot.understand.places import NYC
from bot.understand.scope import scope
from bot.understand.subject import counts
from bot.understand.when import add_section

_RELIABILITY = ("awareness", "issue_date", "definition", "issued_not_declined")
_TOPICS = {
    "reliability": _RELIABILITY,
    "trend": ("resumed_issuing",),
    "definition": ("definition",),
    "issued_outcome": ("issued_not_declined",),
    "policies_change": ("policies_may_have_changed",),
}
_SECTIONS = {"section": "IV", "cover": "cover"}


def text_query(draft: Draft, parts: Parts) -> None:
    """What the reports say about their own figures: passages by topic or section."""
    scope_of = [c for c in draft.conds if c.field != "report"]
    if scope_of:
        raise Stuck("text_with_filter", draft.pieces[scope_of[0].at].text)
    if _asked_whole(draft, parts):
        return
    section = next((s for key, s in _SECTIONS.items() if draft.has(f"text:{key}")), None)
    topics = topics_asked(draft)
    if section is not None and not (topics and section == "cover"):
        draft.conds.append(Cond(0, "section", "is", (section,)))
        if draft.has("text:definition"):
            draft.conds.append(Cond(0, "topic", "is", ("definition",)))
    else:
        draft.conds.append(Cond(0, "topic", "is", tuple(t for t in topics if t in draft.lexicon.topics) or topics))
    parts["subject"] = "caveats"
    parts["measure"] = Measure(kind="text")
    draft.use_all(
        "text",
        "text",
        "cue:mention",
        "cue:wants_text",
        "subject",
        "measure:change",
        "measure:count",
        "noun",
        "question",
        "dimension:report",
        "dimension:day",
        "negation:not",
        "cue",
        "measure:claim_half",
        "passage_light",
        "passage:explain",
    )


def _asked_whole(draft: Draft, parts: Parts) -> bool:
    """A message that one of the patterns in `whole` took: the topics or the section that it asks for."""
    at = draft.first("passage:asked")
    if at is None:
        return False
    asked = draft.pieces[at].value("passage:asked")
    if asked[0].startswith("section "):
        draft.conds.append(Cond(at, "section", "is", (asked[0].removeprefix("section "),)))
    else:
        loaded = tuple(t for t in asked if t in draft.lexicon.topics)
        draft.conds.append(Cond(at, "topic", "is", loaded or asked))
    parts["subject"], parts["measure"] = "caveats", Measure(kind="text")
    draft.use(at, "text")
    return True


def topics_asked(draft: Draft) -> tuple[str, ...]:
    found: list[str] = []
    for key in ("trend", "definition", "issued_outcome", "policies_change", "reliability"):
        if draft.has(f"text:{key}") and not (key == "trend" and found):
            found += [t for t in _TOPICS[key] if t not in found]
            if key != "reliability":
                break
    if not found and draft.has("measure:change"):
        found = ["resumed_issuing"]
    return tuple(found) or _RELIABILITY


def correction_query(draft: Draft, parts: Parts) -> None:
    """What ICE took back about a place, or at all."""
    scope(draft, contrast=False)
    add_section(draft)
    for cond in draft.conds:
        if cond.field not in ("place", "state", "report", "posted_on", "section"):
            raise Stuck("not_in_corrections", draft.pieces[cond.at].text)
        if cond.label == NYC:  # one entry of Section I, taken back or disputed as one
            cond.values = (*cond.values, Place(state="New York", county=NYC))
    parts["subject"] = "corrections"
    draft.use_all(
        "subject",
        "subject:correction",
        "subject:dispute",
        "subject:accuracy",
        "subject:refusal",
        "subject:issued",
        "cue:mention",
        "question",
        "noun",
        "dimension:report",
        "cue:supposed",
        "subject:posted",
        "dimension:day",
        "text:reliability",
        "cue:rows",
        "subject:covers",
        "after_publication",
        "genuine",
    )
    got(draft, "subject:correction", "subject:dispute")
    if draft.has("subject:issued", "subject:nationwide") and not draft.has("subject:refusal", "subject:section_one"):
        draft.conds.append(Cond(next(draft.find("subject:issued", "subject:nationwide")), "section", "is", ("I",)))
    for at in draft.find("group:by"):
        if any(p.has("subject:correction") for p in draft.pieces[at + 1 : at + 3]):
            draft.use(at, "preposition")  # "affected by the correction"
    _premise_number(draft)
    if draft.has("subject:dispute") and not draft.of("place"):
        _disputes(draft, parts)
        return
    if draft.has("question:who") and any(getattr(v, "county", None) for c in draft.of("place") for v in c.values):
        raise Stuck("unaccounted", "who")  # "who made the mistake in Kent County": nobody is named
    places = draft.has("dimension:place", "dimension:county", "question:who", "dimension:where", "dimension:state")
    counted = draft.has("measure:count") and (counts(draft) or not draft.has("subject:issued"))
    if counted and not draft.of("place"):
        beside = next((at for at in draft.find("question:which", start=1)), None)
        if beside is not None and draft.pieces[beside - 1].words.startswith("and"):
            raise Stuck("two_questions", draft.pieces[beside].text)  # "how many were withdrawn and in which counties"
        noun = next((draft.pieces[at + 1] for at in draft.find("measure:count") if at + 1 < len(draft.pieces)), None)
        by_report = noun is not None and noun.has("dimension:report")
        by_place = draft.use_all("measure:distinct", "dimension:place", "dimension:county")
        field: FieldName | None = "place" if by_place else "report" if by_report else None
        parts["measure"] = Measure(kind="distinct", field=field) if field else Measure(kind="count")
        draft.use_all("measure:count", "measure:count")
        return
    if places and not draft.of("place"):
        draft.use_all("dimension:place", "dimension:place", "dimension:county", "dimension:where", "dimension:state")
        draft.use_all("cue:appear", "cue:appear")
        when: tuple[FieldName, ...] = ("posted_on",) if draft.has("question:when") else ()
        parts["measure"] = Measure(kind="rows", fields=("place", "section", "effect", *when))
        return
    by_day = draft.has("question:which", "question:what_is") and draft.has("dimension:day")
    both = draft.has("conjunction:and") and any(p.words.split()[0] == "what" for p in draft.pieces)
    # "what did ICE correct and when": the text tells both
    if not both and (
        draft.has("question:when") or (by_day and not draft.has("subject:refusal", "noun:detainer", "noun:person"))
    ):
        parts["measure"] = Measure(kind="rows", fields=("posted_on",))  # "on what date was the correction published"
        return
    parts["measure"] = Measure(kind="text")


def got(draft: Draft, *tags: str) -> None:
    """ "what got corrected", "has Hudson got rules": a verb that only helps the one behind it."""
    for at in draft.find("subject:received"):
        following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
        if draft.pieces[at].words in ("got", "get", "gets") and following is not None and following.has(*tags):
            draft.use(at, "function")


def _disputes(draft: Draft, parts: Parts) -> None:
    """ "who pushed back?": the places that dispute their entries, with what they say."""
    for at in draft.find("measure:count"):
        if draft.pieces[at].words not in ("any", "numbers", "number", "figures", "figure", "count", "counts"):
            raise Stuck("unaccounted", draft.pieces[at].text)
    draft.use_all("dimension:place", "dimension:place", "dimension:county", "question:who", "cue:mention")
    draft.use_all("text", "cue:wants_text", "cue:appear", "cue:list", "measure:count")
    draft.conds.append(Cond(next(draft.find("subject:dispute")), "topic", "is", ("disputed",)))
    parts["subject"], parts["measure"] = "caveats", Measure(kind="text")


def _premise_number(draft: Draft) -> None:
    """ "Franklin County's 5": a number that the listing has for the place is accounted for; another is not."""
    for at in draft.free("number"):
        number = numeral(draft.pieces[at])
        places = [v for c in draft.of("place") for v in c.values if isinstance(v, Place)]
        if number in draft.lexicon.issued_at(places) | {draft.lexicon.rows_at(places)} | _in_one_report(draft, places):
            draft.use(at, "premise")


def _in_one_report(draft: Draft, places: list[Place]) -> set[int]:
    """How many rows the places have in the report named, or in one that was corrected: what a listing says of them."""
    if draft.lexicon.count is None or not places:
        return set()
    back = [c.report for c in draft.lexicon.corrections if Place(state=c.state, county=c.county) in places]
    reports = [str(v) for c in draft.of("report") if not c.negated for v in c.values] or back
    where = Filter(field="place", values=tuple(places))
    return {draft.lexicon.count((Filter(field="report", values=(r,)), where)) for r in dict.fromkeys(reports)}


def plain(query: Query) -> tuple[Filter, ...]:
    """The filters of a plan."""
    return query.filters
