"""Days between issue and refusal, and the oldest and newest dates."""

from __future__ import annotations

from typing import Literal

from bot.query import FieldName, Measure
from bot.understand.draft import Draft, Stuck

Stat = Literal["min", "median", "average", "max"]
STATS: tuple[tuple[str, Stat], ...] = (
    ("measure:median", "median"),
    ("measure:typical", "median"),
    ("measure:average", "average"),
    ("measure:minimum", "min"),
    ("measure:maximum", "max"),
)
_AGE_OF = ("detainer", "request", "hold")
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
)


def waiting(draft: Draft) -> Measure | None:
    """A statistic over the days between issue and refusal, if one is asked for."""
    asked = list(dict.fromkeys(s for tag, s in STATS if draft.has(tag)))
    if len(asked) > 1:
        raise Stuck("two_questions", draft.pieces[next(draft.find(*(tag for tag, _ in STATS)))].text)
    stat = asked[0] if asked else None
    unit = _gap_words(draft)
    wait = draft.has("measure:wait") or _age(draft)
    if unit is None and not (wait and (stat or draft.has("question:how", "measure:wait"))):
        return None
    if wait and stat is None and not _asks_how_long(draft):
        return None
    for tag, _ in STATS:
        draft.use_all("measure:statistic", tag)
    draft.use_all("measure:wait", "measure:wait", "measure:age", "measure:count", "subject:period", "question:when")
    _no_other_unit(draft)
    _use_span(draft, unit if unit is not None else next(draft.find("measure:wait", "measure:age")))
    return Measure(kind="statistic", field="days", stat=stat or "median")


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
    if any(word in piece.words for piece in draft.pieces for word in _AGE_OF):
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
    at2 = draft.first("unit:day")
    if at2 is not None and draft.has(
        "measure:median", "measure:average", "measure:maximum", "measure:minimum", "measure:wait"
    ):
        return at2
    return None


def _use_span(draft: Draft, at: int) -> None:
    """Everything that only describes the gap ("the request and the refusal") belongs to the measure."""
    while at < len(draft.pieces) and (draft.pieces[at].has(*_WAIT_WORDS, "measure:wait")):
        if draft.pieces[at].has("value", "place", "date") or set(draft.pieces[at].gap) & set(".;?!"):
            return
        draft.use(at, "measure:days")
        at += 1


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
    per = draft.first("dimension")
    if stat is None or per is None or not draft.has("subject:refusal", "noun:detainer", "noun:person"):
        return None
    before = draft.pieces[per - 1] if per else None
    key = next(s.key for s in draft.pieces[per].senses if s.kind == "dimension")
    if key not in _PER or before is None or not (before.has("group:by") or before.words in ("a", "an")):
        return None
    for tag, _ in STATS:
        draft.use_all("measure:statistic", tag)
    draft.use(per, "measure:per")
    draft.use(per - 1, "measure:per")
    draft.use_all("measure:count", "measure:count")
    return Measure(kind="statistic", stat=stat, per=_PER[key])


def extreme(draft: Draft) -> Measure | None:
    """The oldest or newest detainer (by issue date), the first or last refusal (by refusal date)."""
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
