"""Days between issue and refusal, and the oldest and newest dates."""

from __future__ import annotations

from typing import Literal

from bot.query import FieldName, Measure
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.words import Sense

Stat = Literal["min", "median", "average", "max"]
STATS: tuple[tuple[str, Stat], ...] = (
    ("measure:median", "median"),
    ("measure:typical", "median"),
    ("measure:average", "average"),
    ("measure:minimum", "min"),
    ("measure:maximum", "max"),
)
_AGE_OF = forms("statistics", "age_of")
_WAIT_WORDS = (
    "time:between",
    "function",
    "noun:detainer",
    "conjunction:and",
    "time:until",
    "time:since",
    "subject:issued",
    "subject:refusal",
    "dimension:day",
    "dimension:issue_date",
    "cue:anaphor",
    "time:during",
    "noun:ice",
    "subject:received",
    "question:when",
    "noun:person",
    "time:before",
    "time:after",
    "time:old",
    "unit",
    "function:copula",
    "cue:supposed",
    "measure:average",
    "measure:median",
    "measure:typical",
)


def waiting(draft: Draft) -> Measure | None:
    """A statistic over the days between issue and refusal, if one is asked for."""
    _ranked_means(draft)
    _age_of_oldest(draft)
    asked = list(dict.fromkeys(s for tag, s in STATS if draft.has(tag)))
    if len(asked) > 1:
        raise Stuck("two_questions", draft.pieces[next(draft.find(*(tag for tag, _ in STATS)))].text)
    stat = asked[0] if asked else None
    unit = _gap_words(draft)
    wait = draft.has("measure:wait") or _age(draft)
    _cases_so_called(draft)
    if draft.has("limit:gap") and stat is None:
        return None  # "pending for over a year": a condition, no figure
    if unit is None and not (wait and (stat or draft.has("question:how", "measure:wait") or _asks_how_long(draft))):
        return None
    if wait and stat is None and not _asks_how_long(draft):
        return None
    for tag, _ in STATS:
        draft.use_all("measure:statistic", tag)
    draft.use_all("measure:wait", "time:old")
    draft.use_all("measure:wait", "measure:wait", "measure:age", "measure:count", "subject:period", "question:when")
    _no_other_unit(draft)
    _use_span(draft, unit if unit is not None else next(draft.find("measure:wait", "measure:age")))
    return Measure(kind="statistic", field="days", stat=stat or "median")


def _cases_so_called(draft: Draft) -> None:
    """Raise Stuck for "the most open cases", "the most first-time refusals": a number of them, and no wait."""
    for at in draft.find("measure:wait"):
        before, behind = draft.pieces[at - 1] if at else None, draft.pieces[at + 1 : at + 2]
        most = before is not None and before.has("measure:maximum") and before.words.startswith("most")
        if most and behind and behind[0].has("noun:detainer", "noun:person", "subject:refusal") and not behind[0].gap:
            raise Stuck("unaccounted", draft.pieces[at].text)


def _ranked_means(draft: Draft) -> None:
    """ "which state had the longest average wait": the averages are ranked, nothing is asked of the longest wait."""
    if not draft.has("measure:average", "measure:median", "measure:typical") or not draft.has("dimension"):
        return
    for at in draft.find("measure:maximum", "measure:minimum"):
        near = [k for k in draft.find("measure:average", "measure:median", "measure:typical") if 0 < k - at <= 2]
        if near and not draft.pieces[near[0]].gap:
            few = draft.pieces[at].has("measure:minimum")
            draft.pieces[at] = draft.pieces[at].narrowed(Sense("order", "fewest" if few else "most"))


def _age_of_oldest(draft: Draft) -> None:
    """ "how old was the oldest detainer when it was refused": the longest wait."""
    asks = any(draft.pieces[at].words == "how old" for at in draft.find("measure:age"))
    asks = asks or (draft.has("measure:wait") and _asks_how_long(draft))
    if not asks or draft.has(
        "measure:maximum", "measure:minimum", "measure:average", "measure:median", "measure:typical"
    ):
        return
    for at in draft.find("measure:oldest", "measure:newest"):
        end = "maximum" if draft.pieces[at].has("measure:oldest") else "minimum"
        draft.pieces[at] = draft.pieces[at].narrowed(Sense("measure", end))


def _no_other_unit(draft: Draft) -> None:
    """The figure is in days: "in weeks" cannot be answered as asked."""
    for at in draft.find("unit:week", "unit:month", "unit:year"):
        bare = draft.pieces[at].words in ("weeks", "months", "years")
        if bare and at and draft.pieces[at - 1].words == "in" and not draft.pieces[at].used:
            raise Stuck("unaccounted", draft.pieces[at].text)


def _asks_how_long(draft: Draft) -> bool:
    return any(draft.pieces[at].words.startswith("how") for at in draft.find("measure:wait", "measure:age"))


def _age(draft: Draft) -> bool:
    """Whether "age", "how old" speaks of detainers. Raises Stuck when it can only be people's."""
    at = draft.first("measure:age")
    if at is None:
        return False
    if any(word in piece.words for piece in draft.pieces for word in _AGE_OF) and not draft.has("noun:person"):
        return True
    raise Stuck("demographics", draft.pieces[at].text)


def _gap_words(draft: Draft) -> int | None:
    """The position of "days" (or "time", "gap") before "between/from ... and/to ..."."""
    for at in draft.find("unit:day", "measure:wait", "subject:period"):
        following = draft.pieces[at + 1 : at + 2]
        if (
            following
            and following[0].has("time:between")
            and not any(p.has("date", "value:report") for p in draft.pieces[at + 1 : at + 5])
        ):
            return at
    at2 = next((k for k in draft.find("unit:day") if not _per_day(draft, k)), None)
    if at2 is not None and draft.has(
        "measure:median", "measure:average", "measure:maximum", "measure:minimum", "measure:wait"
    ):
        return at2
    return None


def _per_day(draft: Draft, at: int) -> bool:
    """ "per day", "a day", "daily": what the figure is spread over, not its unit."""
    before = draft.pieces[at - 1] if at else None
    return draft.pieces[at].words == "daily" or (
        before is not None and (before.has("group:by") or before.words in ("a", "an"))
    )


def _use_span(draft: Draft, at: int) -> None:
    """Everything that only describes the gap ("the request and the refusal") belongs to the measure."""
    while at < len(draft.pieces) and (draft.pieces[at].has(*_WAIT_WORDS, "measure:wait")):
        if draft.pieces[at].has("value", "place", "date") or set(draft.pieces[at].gap) & set(".;?!"):
            return
        draft.use(at, "measure:days")
        at += 1


ADVERBS = forms("statistics", "adverbs")
"""Words that say "by week" and the like by themselves."""
_PER: dict[str, FieldName] = {
    "report": "report",
    "county": "place",
    "place": "place",
    "state": "state",
    "facility": "facility",
    "citizenship": "citizenship",
    "day": "declined_on",
    "offense": "offense",
}


def spread(draft: Draft) -> Measure | None:
    """The average, median, least or most refusals per report, county, day: rows per something."""
    stat = next((s for tag, s in STATS if draft.has(tag)), None)
    per = next((k for k in draft.find("dimension") if _spreads(draft, k)), None)
    if stat is None or per is None:
        return None
    key = next(s.key for s in draft.pieces[per].senses if s.kind == "dimension")
    if key not in _PER or (key == "day" and (stat != "average" or draft.of("declined_on"))):
        return None
    for tag, _ in STATS:
        draft.use_all("measure:statistic", tag)
    draft.use(per, "measure:per")
    if draft.pieces[per].words not in ADVERBS:
        draft.use(per - 1, "measure:per")
    draft.use_all("measure:count", "measure:count")
    return Measure(kind="statistic", stat=stat, per=_PER[key])


def _spreads(draft: Draft, at: int) -> bool:
    """ "per county", "a week", "weekly": what rows are spread over."""
    if draft.pieces[at].words in ADVERBS:
        return True
    before = draft.pieces[at - 1] if at else None
    counted = draft.has("subject:refusal", "noun:detainer", "noun:person")
    return counted and before is not None and (before.has("group:by") or before.words in ("a", "an"))


def extreme(draft: Draft) -> Measure | None:
    """The oldest or newest detainer (by issue date), the first or last refusal (by refusal date)."""
    if (first := _first_or_last(draft)) is not None:
        return first
    back = next((k for k in draft.find("subject:period") if draft.pieces[k].words == "how far back"), None)
    if back is not None and draft.has("subject:refusal", "noun:detainer"):
        draft.use(back, "measure:extreme")
        return Measure(kind="extreme", field="issued_on", stat="min")
    old, new = draft.has("measure:oldest"), draft.has("measure:newest")
    if old == new:
        return None
    field: FieldName = "issued_on"
    at = next(draft.find("measure:oldest", "measure:newest"))
    near = draft.pieces[at + 1 : at + 3]
    word = draft.pieces[at].words
    nouns = [p.words for p in near if p.has("subject:refusal") or p.words.startswith(("refusal", "decline"))]
    if (
        any(n.startswith(("refusal", "decline", "rejection")) and n != "declined" for n in nouns)
        and "old" not in word
        and not draft.has("subject:issued")
    ):
        field = "declined_on"
    if word in ("first date", "earliest date") and not draft.has("subject:issued", "dimension:issue_date"):
        field = "declined_on"  # "the first date Denver refused": of the refusals, where nothing is said of issuing
    draft.use_all(
        "measure:extreme",
        "measure:oldest",
        "measure:newest",
        "subject:issued",
        "dimension:day",
        "question:when",
        "dimension:issue_date",
    )
    return Measure(kind="extreme", field=field, stat="min" if old else "max")


def _day_that(draft: Draft) -> int | None:
    """ "the last day on which Harris County refused", "first date of a refusal in Denver": where the ordinal stands."""
    for at in draft.find("ordinal:1", "ordinal:last"):
        following = draft.pieces[at + 1 : at + 2]
        told = following and following[0].has("dimension:day") and not following[0].gap and not following[0].used
        ends = draft.pieces[at + 1].words if at + 1 < len(draft.pieces) else ""
        if told and ends in ("day", "date") and draft.has("subject:refusal", "subject:issued"):
            rivals = ("order", "limit", "measure:share", "measure:distinct", "measure:count", "compare")
            return None if draft.has(*rivals) else at
    return None


def _first_or_last(draft: Draft) -> Measure | None:
    """ "when was the first refusal recorded", "on what day was the last detainer declined"."""
    lead = ("question:which", "question:what_is", "function:article", "ordinal:1", "ordinal:last")
    day = any(not k or draft.pieces[k - 1].has(*lead) for k in draft.find("dimension:day"))
    ordinals = list(draft.find("ordinal:1", "ordinal:last"))
    timed = [k for k in ordinals if draft.pieces[k + 1 : k + 2] and draft.pieces[k + 1].words == "time"]
    if not draft.has("question:when") and not day and (not timed or draft.has("measure:count", "measure:share")):
        return None  # "last time Lane County refused one" asks when
    if (at := _day_that(draft)) is not None:
        last = draft.pieces[at].has("ordinal:last")
        draft.use(at, "measure:extreme")
        draft.use(at + 1, "measure:extreme")
        draft.use_all("measure:extreme", "question:when", "subject:issued")
        issued: FieldName = "issued_on" if draft.has("subject:issued") else "declined_on"
        return Measure(kind="extreme", field=issued, stat="max" if last else "min")
    at = draft.first("ordinal:1", "ordinal:last")
    near = draft.pieces[at + 1 : at + 5] if at is not None else []
    if at is None or draft.pieces[at].used or not any(p.has("subject:refusal", "noun:detainer") for p in near):
        return None
    if draft.has("order", "limit", "group:by"):
        return None
    field: FieldName = "issued_on" if draft.has("subject:issued") else "declined_on"
    draft.use(at, "measure:extreme")
    draft.use_all("measure:extreme", "question:when", "subject:issued", "dimension:day")
    last = draft.pieces[at].has("ordinal:last")
    return Measure(kind="extreme", field=field, stat="max" if last else "min")
