"""Which date of a row a date in the question is of: issue, refusal, enactment, posting."""

from __future__ import annotations

from bot.query import FieldName
from bot.understand.dates import Days
from bot.understand.draft import Draft

_AXES = {
    "subject:issued": "issued_on",
    "subject:refusal": "declined_on",
    "subject:enact": "enacted",
    "subject:posted": "posted_on",
}


def axis_of(draft: Draft, at: int, stop: int) -> FieldName:
    """Which date of the row is meant: by the nearest verb before it, else right after it, else by the subject."""
    found = _axis_before(draft, at) or _listed_axis(draft, at) or _axis_after(draft, stop)
    if draft.subject == "policies":
        for back in draft.find("axis:issued", start=max(0, at - 2), stop=at):
            draft.use(back, "axis:enacted")  # "policies that date from before 2014"
        return "enacted"
    if draft.subject == "reports" and (found == "posted_on" or draft.has("subject:posted")):
        return "posted_on"
    if draft.subject == "corrections":
        return "posted_on"
    if draft.subject == "issued":
        return "declined_on"  # Section I is by week: the date names the report
    if _old_detainers(draft, at) or _date_of_issue(draft, at):
        return "issued_on"
    return found if found in ("issued_on", "declined_on") else draft.axis or "declined_on"  # type: ignore[return-value]


def _listed_axis(draft: Draft, at: int) -> str:
    """ "issued in 2015 and 2016": the second date is of the same kind as the one that it is listed with."""
    last = draft.conds[-1] if draft.conds else None
    joined = at > 0 and draft.pieces[at - 1].has("conjunction:and", "conjunction:or")
    return last.field if joined and last is not None and last.stop == at - 1 and last.field in _AXES.values() else ""


def _old_detainers(draft: Draft, at: int) -> bool:
    """ "detainers from 2014": before any report, so the date of issue is meant."""
    days: Days = draft.pieces[at].value("date")
    first = draft.lexicon.reports[0].start if draft.lexicon.reports else None
    if first is None or days.start is None or days.end is None or at < 2:
        return False
    before = draft.pieces[at - 1]
    if days.start > first or (days.end >= first and not before.has("time:before")):
        return False  # "before 2017" ends where 2017 begins
    if before.has("axis:issued") or before.words.startswith(("predat", "antedat")):
        draft.use(at - 1, "axis:issued_on")
        return True
    if before.has("time:before", "time:until") and at > 2 and draft.pieces[at - 2].words == "from":
        before = draft.pieces[at - 2]  # "detainers from before 2016"
        at -= 1
    if before.has("time:before", "time:until") and draft.pieces[at - 2].has("axis:issued"):
        draft.use(at - 2, "axis:issued_on")  # "go back to before 2010"
        return True
    k = at - 2
    while k > 0 and draft.pieces[k].has("function:copula") and not draft.pieces[k].has("noun:detainer"):
        k -= 1
    noun = any(word in draft.pieces[k].words for word in ("detainer", "request", "hold", "ones"))
    return before.words == "dated" or (before.words in ("from", "of") and noun)


def _date_of_issue(draft: Draft, at: int) -> bool:
    """ "with an issue date in 2010", "whose issue dates are before May": what the column holds, and no breakdown."""
    k = at - 1
    while k > 0 and draft.pieces[k].has("function", "time") and not draft.pieces[k + 1].gap:
        k -= 1
    before = draft.pieces[k - 1] if k > 0 else None
    if before is not None and before.has("function:article"):
        before = draft.pieces[k - 2] if k > 1 else None
    held = before is not None and before.words in ("with", "having", "have", "has", "had", "whose", "where", "carry")
    if not held or not draft.pieces[k].has("dimension:issue_date") or draft.pieces[k + 1].gap:
        return False
    draft.use(k, "axis:issued_on")
    return True


def _axis_before(draft: Draft, at: int) -> str:
    for k in range(at - 1, max(-1, at - 7), -1):
        for tag, field in _AXES.items():
            if draft.pieces[k].has(tag):
                return _taken(draft, k, field)
        if set(draft.pieces[k + 1].gap) & set(".;?!") or draft.pieces[k].has(
            "place", "dimension:place", "conjunction:and"
        ):
            return ""
    return ""


def _axis_after(draft: Draft, stop: int) -> str:
    for k in range(stop, min(len(draft.pieces), stop + 3)):
        if set(draft.pieces[k].gap) & set(".;?!,"):
            return ""
        for tag, field in _AXES.items():
            if draft.pieces[k].has(tag):
                return "" if _dated(draft, k) else _taken(draft, k, field)
        if not draft.pieces[k].has("function"):
            return ""
    return ""


def _dated(draft: Draft, verb: int) -> bool:
    """ "before Oct 25 issued before 2016": the verb has a date of its own behind it."""
    k = verb + 1
    while k < len(draft.pieces) and draft.pieces[k].has("function", "time") and not draft.pieces[k].has("date"):
        k += 1
    return verb + 1 < k < len(draft.pieces) and draft.pieces[k].has("date") and not draft.pieces[verb + 1].gap


def _taken(draft: Draft, k: int, field: str) -> str:
    if field == "issued_on":
        draft.use(k, "axis:issued_on")
        for back in draft.find("axis:issued", start=max(0, k - 4), stop=k):
            draft.use(back, "axis:issued_on")  # "go back to a detainer lodged in 2016"
    return field
